//! What becomes of a person, when, and where they stand.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What becomes of a person (domain 3).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Outcome, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let counts = check(&config, &roster).report.counts;
    /// assert_eq!((counts[&Outcome::Removed], counts[&Outcome::Blocked]), (1, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Outcome;
    ///
    /// assert!(Outcome::Added.has_access());
    /// assert!(!Outcome::Waiting.has_access());
    /// ```
    pub fn has_access(self) -> bool {
        matches!(self, Self::Kept | Self::Changed | Self::Added)
    }
}

vocabulary! {
    /// When a change takes effect (domain 6).
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::When;
    /// use rolecall::{Config, Roster, check};
    ///
    /// // Under JIT people are added when they log in.
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "provisioning": { "mode": "jit" }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{ "directory": { "users": [{ "email": "ann@acme.com" }] } }"#)?;
    /// assert_eq!(check(&config, &roster).people[0].when, When::NextLogin);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
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

/// Where a person stands in one state (domain 3 to 5).
///
/// # Example
///
/// ```
/// use rolecall::catalog::{Role, SeatTier};
/// use rolecall::model::Standing;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let ann = &check(&config, &roster).people[0];
/// let premium = Some(SeatTier::Premium);
/// assert_eq!(ann.before, Some(Standing { role: Role::Owner, seat_tier: premium, access: true }));
/// assert_eq!(ann.after, Some(Standing { role: Role::User, seat_tier: premium, access: true }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Format, Side};
    ///
    /// assert_eq!(Format::ClaudeMembersCsv.side(), Some(Side::Members));
    /// assert_eq!(Format::Scim.side(), Some(Side::Directory));
    /// ```
    pub enum Side {
        /// The organisation's own user list.
        Members = "members",
        /// The identity provider's side.
        Directory = "directory",
    }
}
