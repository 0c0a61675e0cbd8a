//! What an answer can be asked about its people, and what it says then.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::flow::Place;
use crate::model::outcome::Outcome;
use crate::model::person::Person;
use crate::model::read::{document, read_words};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// In which order people are listed.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{PeopleOrder, PeopleQuery};
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let query = PeopleQuery { sort: PeopleOrder::Harm, ..PeopleQuery::default() };
    /// let page = Preview::new(&config, &roster).people(&query, Locale::En);
    /// assert_eq!(page.people[0].email, "cem@acme.com", "who loses access comes first");
    /// assert_eq!(page.people[1].email, "ann@acme.com", "then who is demoted");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum PeopleOrder {
        /// Members in roster order, then the directory's others in its order.
        Roster = "roster",
        /// Whoever is hit hardest first: loses access, is demoted, has to wait for a seat, becomes
        /// an administrator, changes, is added; then the others. In roster order among themselves.
        Harm = "harm",
        /// By address.
        Email = "email",
        /// By name; whoever has none comes last.
        Name = "name",
    }
}

vocabulary! {
    /// What changes for people beside what becomes of them.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{PeopleChange, PeopleQuery};
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let query = PeopleQuery { change: Some(vec![PeopleChange::LowerRole]), ..PeopleQuery::default() };
    /// let page = Preview::new(&config, &roster).people(&query, Locale::En);
    /// assert_eq!((page.total, page.people[0].email.as_str()), (1, "ann@acme.com"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum PeopleChange {
        /// Members who have access before and not after.
        LosesAccess = "loses-access",
        /// They have access after and not before.
        GainsAccess = "gains-access",
        /// They have access before and after, and a lower role.
        LowerRole = "lower-role",
        /// They have access before and after, and a higher role.
        HigherRole = "higher-role",
    }
}

read_words!(Outcome, PeopleChange, PeopleOrder);

document! {
    /// Which people of an answer are asked for, and in which order. What is left out does not
    /// matter; of several values any will do.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::Role;
    /// use rolecall::model::PeopleQuery;
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let query = PeopleQuery { role_before: Some(vec![Role::Owner]), limit: 1, ..PeopleQuery::default() };
    /// let page = Preview::new(&config, &roster).people(&query, Locale::En);
    /// assert_eq!((page.total, page.people.len()), (2, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct PeopleQuery {
        maybe {
            /// What becomes of them.
            "outcome" => outcome: Vec<Outcome>;
            /// What changes for them.
            "change" => change: Vec<PeopleChange>;
            /// Where they stand before.
            "before" => before: Vec<Place>;
            /// Where they stand after.
            "after" => after: Vec<Place>;
            /// The role that they have before.
            "roleBefore" => role_before: Vec<Role>;
            /// The role that they have before or after.
            "role" => role: Vec<Role>;
            /// The seat tier that they hold before or after.
            "seatTier" => seat_tier: Vec<SeatTier>;
            /// What their address or name contains; case, accents and width do not matter.
            "search" => search: String;
        }
        default {
            /// In which order they are listed.
            "sort" => sort: PeopleOrder = PeopleOrder::Roster;
            /// The other way round.
            "descending" => descending: bool = false;
            /// How many of them to pass over.
            "offset" => offset: u32 = 0;
            /// How many of them to list at most.
            "limit" => limit: u32 = 50;
        }
    }
}

/// Some of the people of an answer.
///
/// # Example
///
/// ```
/// use rolecall::model::PeopleQuery;
/// use rolecall::{Config, Locale, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let query = PeopleQuery { offset: 4, ..PeopleQuery::default() };
/// let page = Preview::new(&config, &roster).people(&query, Locale::En);
/// assert_eq!(page.total, 5, "all that the query is about");
/// assert_eq!(page.people[0].email, "eve@acme.com", "the fifth, and last");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PeoplePage {
    /// How many people the query is about, on this page or not.
    pub total: usize,
    /// Those on this page.
    pub people: Vec<Person>,
}

/// What becomes of everyone, a column each, in roster order.
///
/// # Example
///
/// ```
/// use rolecall::model::PeopleColumns;
/// use rolecall::{Config, Outcome, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let columns = Preview::new(&config, &roster).columns();
/// let cem = 2;
/// assert_eq!(Outcome::ALL[usize::from(columns.outcome[cem])], Outcome::Removed);
/// assert_eq!(columns.role[cem], PeopleColumns::NONE);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleColumns {
    /// The outcome, as its place in [`Outcome::ALL`].
    pub outcome: Vec<u8>,
    /// The role after, as its place in [`Role::ALL`]; [`PeopleColumns::NONE`] for whoever is not listed.
    pub role: Vec<u8>,
    /// The seat tier after, as its place in [`SeatTier::ALL`]; [`PeopleColumns::NONE`] for none.
    pub seat_tier: Vec<u8>,
}

impl PeopleColumns {
    /// Stands for no role and no seat.
    pub const NONE: u8 = u8::MAX;
}
