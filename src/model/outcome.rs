//! What becomes of a person, when, and where they stand.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What becomes of a person.
    pub enum Outcome {
        /// A member, who stays as they are.
        Kept = "kept",
        /// A member, who stays with another role or seat tier.
        Changed = "changed",
        /// Not a member, who becomes one.
        Added = "added",
        /// A member, who leaves the list.
        Removed = "removed",
        /// A member, who stays listed but cannot log in.
        Blocked = "blocked",
        /// Not a member, for whom no seat is free.
        Waiting = "waiting",
        /// Not a member, who stays that.
        NotAMember = "not-a-member",
        /// It cannot be known from the roster.
        Unknown = "unknown",
    }
}

impl Outcome {
    /// Whether a person with this outcome can use the organisation.
    pub fn has_access(self) -> bool {
        matches!(self, Self::Kept | Self::Changed | Self::Added)
    }
}

vocabulary! {
    /// When a change takes effect.
    pub enum When {
        /// The moment the settings are saved.
        OnSave = "on-save",
        /// At the next directory sync.
        NextSync = "next-sync",
        /// At the person's next login.
        NextLogin = "next-login",
        /// When seats have been bought.
        WhenSeatsAreBought = "when-seats-are-bought",
        /// There is no change, or none that can be known.
        Never = "never",
    }
}

/// Where a person stands in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// Their role.
    pub role: Role,
    /// Their seat tier; null for none.
    pub seat_tier: Option<SeatTier>,
    /// Whether they can use the organisation.
    pub access: bool,
}

vocabulary! {
    /// One of the two sides of a roster.
    pub enum Side {
        /// The organisation's own user list.
        Members = "members",
        /// The identity provider's side.
        Directory = "directory",
    }
}
