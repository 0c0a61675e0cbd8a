//! Where people stand before and after, counted; and how they fare under one configuration and another.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::person::Person;
use crate::model::read::read_words;
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// Where somebody stands: in a role, if they have access; on a seat; or in neither.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Place;
    /// use rolecall::{Config, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // Eve would be listed if a seat were free.
    /// let links = Preview::new(&config, &roster).flow().roles;
    /// assert!(links.iter().any(|it| (it.before, it.after) == (Place::NotListed, Place::Waiting)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
///
/// # Example
///
/// ```
/// use rolecall::{Config, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let flow = Preview::new(&config, &roster).flow();
/// // Three members and two who are new, however they are looked at.
/// assert_eq!(flow.roles.iter().map(|link| link.people).sum::<usize>(), 5);
/// assert_eq!(flow.seat_tiers.iter().map(|link| link.people).sum::<usize>(), 5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "types", ts(rename_all = "camelCase"))]
pub struct Flow {
    /// By role, of whoever has access.
    pub roles: Vec<FlowLink>,
    /// By seat tier, of whoever is listed.
    pub seat_tiers: Vec<FlowLink>,
}

/// How many people stand in one place before, and in one after.
///
/// # Example
///
/// ```
/// use rolecall::model::{FlowLink, Place};
/// use rolecall::{Config, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let links = Preview::new(&config, &roster).flow().roles;
/// let demoted = FlowLink { before: Place::Owner, after: Place::User, people: 1 };
/// assert!(links.contains(&demoted), "Ann is in no group that is mapped to owner");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FlowLink {
    /// Where they stand in the settled state under what is saved today.
    pub before: Place,
    /// Where they stand in the settled state after the save.
    pub after: Place,
    /// How many they are; never 0.
    pub people: usize,
}

/// Somebody who fares differently under one configuration than under another.
///
/// # Example
///
/// ```
/// use rolecall::model::PeopleQuery;
/// use rolecall::{Config, Locale, Outcome, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
/// # let manual = Config::from_json(br#"{ "organization": { "plan": "enterprise-seat-based" } }"#)?;
///
/// let (scim, manual) = (Preview::new(&config, &roster), Preview::new(&manual, &roster));
/// let query = PeopleQuery { search: Some("cem".to_owned()), ..PeopleQuery::default() };
/// let cem = &scim.compare(&manual, &query, Locale::En).people[0];
/// assert_eq!((cem.one.outcome, cem.other.outcome), (Outcome::Removed, Outcome::Kept));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Difference {
    /// What becomes of them under the one.
    pub one: Person,
    /// What becomes of them under the other.
    pub other: Person,
}

/// Two configurations side by side.
///
/// # Example
///
/// ```
/// use rolecall::model::PeopleQuery;
/// use rolecall::{Config, Locale, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
/// # let manual = Config::from_json(br#"{ "organization": { "plan": "enterprise-seat-based" } }"#)?;
///
/// let (scim, manual) = (Preview::new(&config, &roster), Preview::new(&manual, &roster));
/// let comparison = scim.compare(&manual, &PeopleQuery::default(), Locale::En);
/// assert_eq!(comparison.total, 4, "Ben alone fares the same");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
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
