//! The answer. Every type here is what crosses into JavaScript, and carries its TypeScript.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::finding::{Finding, WayBack};
use crate::model::outcome::Outcome;
use crate::model::person::Person;
use crate::model::readiness::Step;
use crate::model::readings::Reading;
use crate::model::source::SourceReport;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What the findings come to.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Roster, Verdict, check};
    ///
    /// let config = Config::from_json(br#"{ "organization": { "plan": "team" }, "saved": {} }"#)?;
    /// let roster = Roster::from_json(br#"{
    ///     "members": [
    ///         { "email": "ann@acme.com", "role": "owner" },
    ///         { "email": "ben@acme.com", "role": "owner" }
    ///     ],
    ///     "directory": { "users": [{ "email": "ann@acme.com" }, { "email": "ben@acme.com" }] }
    /// }"#)?;
    /// assert_ne!(check(&config, &roster).report.verdict, Verdict::Block, "nothing would change");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    #[derive(Default)]
    pub enum Verdict {
        /// Do not save.
        Block = "block",
        /// Save only after somebody has looked at the warnings.
        Confirm = "confirm",
        /// Nothing speaks against it.
        #[default]
        Pass = "pass",
    }
}

/// One role before and after, among people with access.
///
/// # Example
///
/// ```
/// use rolecall::catalog::Role;
/// use rolecall::model::RoleCount;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let roles = check(&config, &roster).report.roles;
/// assert!(roles.contains(&RoleCount { role: Role::Owner, before: 2, after: 1 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// How many hold it before.
    pub before: usize,
    /// How many hold it after.
    pub after: usize,
}

/// One seat tier before and after.
///
/// # Example
///
/// ```
/// use rolecall::catalog::SeatTier;
/// use rolecall::model::SeatCount;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// // Cem leaves his seat to Dee; there is none for Eve.
/// let seats = check(&config, &roster).report.seats;
/// let standard =
///     SeatCount { tier: SeatTier::Standard, purchased: Some(2), before: 2, after: 2, short: 1 };
/// assert!(seats.contains(&standard));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SeatCount {
    /// The tier.
    pub tier: SeatTier,
    /// Seats purchased; null: not known.
    pub purchased: Option<usize>,
    /// How many people hold it before.
    pub before: usize,
    /// How many people hold it after.
    pub after: usize,
    /// For how many people a seat is missing; where any tier would do, counted on the lowest.
    pub short: usize,
}

/// A reading that the answer rests on.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let assumptions = check(&config, &roster).report.assumptions;
/// assert_eq!(assumptions[0].value, "keep-current");
/// assert_eq!(assumptions[0].alternatives, ["highest-available"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AssumptionUse {
    /// The reading.
    pub id: Reading,
    /// The value taken.
    pub value: &'static str,
    /// The other values that `config.assumptions` may name.
    pub alternatives: Vec<&'static str>,
    /// For how many people the answer rests on it.
    pub people: usize,
    /// The reading in words.
    pub text: String,
}

vocabulary! {
    /// A text that the answer can be written as.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Rendering;
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let preview = Preview::new(&config, &roster);
    /// let table = preview.render(Rendering::PeopleCsv, &Options::default());
    /// assert_eq!(table.lines().count(), 1 + 5, "the headings, and a row each");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Rendering {
        /// Everyone, a row each, for a spreadsheet.
        PeopleCsv = "people-csv",
        /// Everyone, as JSON.
        PeopleJson = "people-json",
        /// The answer for a change ticket.
        Markdown = "markdown",
    }
}

/// The answer without the people.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Locale, Preview, Roster, Verdict};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let report = Preview::new(&config, &roster).report(Locale::En);
/// assert_eq!(report.verdict, Verdict::Block);
/// assert_eq!(report.findings[0].code, "removal/mass-loss");
/// // It is data: written as JSON it is what the npm package gives.
/// assert_eq!(serde_json::to_value(&report)?["counts"]["removed"], 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The version of this shape.
    #[cfg_attr(feature = "types", ts(type = "1"), schemars(extend("const" = 1)))]
    pub schema_version: u8,
    /// What the findings come to.
    pub verdict: Verdict,
    /// One sentence for a dialog.
    pub headline: String,
    /// How many people have each outcome.
    #[cfg_attr(feature = "types", ts(type = "Record<Outcome, number>"))]
    pub counts: BTreeMap<Outcome, usize>,
    /// Roles held before and after.
    pub roles: Vec<RoleCount>,
    /// Seats held before and after.
    pub seats: Vec<SeatCount>,
    /// Everything that the save makes wrong or surprising, worst first.
    #[cfg_attr(feature = "types", ts(as = "Vec<crate::types::Finding>"))]
    pub findings: Vec<Finding>,
    /// What somebody has accepted of it: it asks for no confirmation, and has no part in the verdict.
    #[cfg_attr(feature = "types", ts(as = "Vec<crate::types::Finding>"))]
    pub accepted: Vec<Finding>,
    /// How far the set-up is: the documents' steps in their order.
    pub readiness: Vec<Step>,
    /// The readings that the answer rests on.
    pub assumptions: Vec<AssumptionUse>,
    /// The ways back from a lockout that would still exist after the save.
    pub ways_back: Vec<WayBack>,
    /// What was read.
    pub sources: Vec<SourceReport>,
}

/// The answer with everyone in it.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Outcome, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let answer = check(&config, &roster);
/// let outcomes: Vec<_> = answer.people.iter().map(|person| person.outcome).collect();
/// let (changed, kept, removed) = (Outcome::Changed, Outcome::Kept, Outcome::Removed);
/// assert_eq!(outcomes, [changed, kept, removed, Outcome::Added, Outcome::Waiting]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "types", schemars(transform = crate::types::schema::without_people))]
pub struct FullReport {
    /// The answer.
    #[serde(flatten)]
    pub report: Report,
    /// Everyone: members in roster order, then the directory's others in its order.
    pub people: Vec<Person>,
}
