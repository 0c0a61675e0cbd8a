//! How much is read, and how long is looked for.

use crate::model::read::document;

document! {
    /// Bounds of what one roster may hold and of what one answer may take: more is refused by an
    /// error of its own, for memory in a browser has an end. They are far beyond the largest
    /// organisations; whoever has more memory, or less, sets others.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Error;
    /// use rolecall::input::Reader;
    /// use rolecall::model::Limits;
    ///
    /// let mut reader = Reader::default().limited(Limits { people: 1, ..Limits::default() });
    /// let text = br#"{ "members": [{ "email": "ann@acme.com" }, { "email": "ben@acme.com" }] }"#;
    /// assert!(matches!(reader.add_roster(text), Err(Error::TooMany { limit: 1, .. })));
    /// ```
    #[derive(Copy, Eq)]
    pub struct Limits {
        default {
            /// Bytes of one text or file, of the roster or the configuration.
            "bytes" => bytes: u32 = 256 << 20;
            /// People on both sides.
            "people" => people: u32 = 2_000_000;
            /// Names and ids of groups.
            "groups" => groups: u32 = 1_000_000;
            /// Groups that one person is in.
            "groupsPerPerson" => groups_per_person: u32 = 20_000;
            /// Memberships of people in groups; a name that several groups bear is one in each.
            "memberships" => memberships: u32 = 50_000_000;
            /// Candidates that are checked for the fixes of one answer, or for its repairs. Where
            /// they do not suffice, later findings have no fixes, and `search.exhausted` is false.
            "repairChecks" => repair_checks: u32 = 200;
        }
    }
}

/// Of what there may be too much.
///
/// # Example
///
/// ```
/// use rolecall::input::Reader;
/// use rolecall::model::{Limits, TooMany};
/// use rolecall::{Error, Locale};
///
/// let mut reader = Reader::default().limited(Limits { groups_per_person: 1, ..Limits::default() });
/// let text = br#"{ "directory": { "users": [{ "email": "ann@acme.com", "groups": ["a", "b"] }] } }"#;
/// reader.add_roster(text)?;
/// let error = reader.finish().unwrap_err();
/// assert!(matches!(&error, Error::TooMany { what: TooMany::GroupsOfOne { .. }, .. }));
/// assert!(error.message(Locale::En).contains("ann@acme.com"));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TooMany {
    /// People.
    People,
    /// Names and ids of groups.
    Groups,
    /// Groups of one person.
    GroupsOfOne {
        /// The person's address, shortened.
        email: String,
    },
    /// Memberships of people in groups.
    Memberships,
}
