//! Where people stand before and after, counted; and how they fare under one configuration and another.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::person::Person;
use crate::model::read::read_words;
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// Where somebody stands: in a role, if they have access; on a seat; or in neither.
    pub enum Place {
        /// A role of whoever has access.
        PrimaryOwner = "primary-owner",
        /// A role of whoever has access.
        Owner = "owner",
        /// A role of whoever has access.
        Admin = "admin",
        /// A role of whoever has access.
        Developer = "developer",
        /// A role of whoever has access.
        Billing = "billing",
        /// A role of whoever has access.
        ClaudeCodeUser = "claude-code-user",
        /// A role of whoever has access.
        User = "user",
        /// A seat, of whoever is listed.
        Premium = "premium",
        /// A seat, of whoever is listed.
        Standard = "standard",
        /// A seat, of whoever is listed.
        ChatAndClaudeCode = "chat-and-claude-code",
        /// A seat, of whoever is listed.
        Chat = "chat",
        /// Listed, and cannot use the organisation.
        NoAccess = "no-access",
        /// Listed, without a seat.
        NoSeat = "no-seat",
        /// Would be listed if a seat were free.
        Waiting = "waiting",
        /// Not on the organisation's list.
        NotListed = "not-listed",
        /// It cannot be known from the roster.
        Unknown = "unknown",
    }
}

read_words!(Place);

impl Place {
    /// The place of whoever has access with this role.
    pub(crate) fn of_role(role: Role) -> Self {
        Self::from_word(role.word()).unwrap_or(Self::Unknown)
    }

    /// The place of whoever holds a seat of this tier.
    pub(crate) fn of_tier(tier: SeatTier) -> Self {
        Self::from_word(tier.word()).unwrap_or(Self::Unknown)
    }
}

/// Everyone, by where they stand before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[cfg_attr(feature = "types", ts(rename_all = "camelCase"))]
pub struct Flow {
    /// By role, of whoever has access.
    pub roles: Vec<FlowLink>,
    /// By seat tier, of whoever is listed.
    pub seat_tiers: Vec<FlowLink>,
}

/// How many people stand in one place before, and in one after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FlowLink {
    /// Where they stand in the settled state under what is saved today.
    pub before: Place,
    /// Where they stand in the settled state after the save.
    pub after: Place,
    /// How many they are; never 0.
    pub people: usize,
}

/// Somebody who fares differently under one configuration than under another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Difference {
    /// What becomes of them under the one.
    pub one: Person,
    /// What becomes of them under the other.
    pub other: Person,
}

/// Two configurations side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Comparison {
    /// How many of the people who are asked for fare differently.
    pub total: usize,
    /// Those of them on this page.
    pub people: Vec<Difference>,
    /// Everyone, by where they end under the one, as `before`, and under the other, as `after`.
    pub ends: Flow,
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::catalog::{Role, SeatTier};
    use crate::vocabulary::Word;

    #[test]
    fn every_role_and_tier_is_a_place() {
        for role in Role::ALL {
            assert_eq!(Place::of_role(*role).word(), role.word());
        }
        for tier in SeatTier::ALL {
            assert_eq!(Place::of_tier(*tier).word(), tier.word());
        }
    }
}
