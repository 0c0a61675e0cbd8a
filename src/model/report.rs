//! The answer. Every type here is what crosses into JavaScript, and carries its TypeScript.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::outcome::{Outcome, Side};
use crate::model::person::Person;
use crate::model::readiness::Step;
use crate::model::readings::Reading;
use crate::model::repair::Fix;
use crate::text::Part;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How bad a finding is.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Severity;
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let findings = check(&config, &roster).report.findings;
    /// let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    /// let codes: Vec<_> = errors.map(|finding| finding.code).collect();
    /// assert_eq!(codes, ["removal/mass-loss", "lockout/actor-demoted"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Severity {
        /// Blocks the save.
        Error = "error",
        /// Asks for a confirmation.
        Warning = "warning",
        /// Explains.
        Info = "info",
    }
}

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

/// Some people: how many, and the first of them, administrators first.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = check(&config, &roster).report.findings;
/// let removed = findings.iter().find(|it| it.code == "removal/members-removed").unwrap();
/// assert_eq!((removed.people.count, removed.people.sample[0].as_str()), (1, "cem@acme.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PeopleSample {
    /// How many they are.
    pub count: usize,
    /// The addresses of at most 20 of them.
    pub sample: Vec<String>,
}

/// Where a statement comes from.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = check(&config, &roster).report.findings;
/// let demoted = findings.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
/// assert_eq!(demoted.sources[0].id, "B40");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SourceRef {
    /// The fact's number in the project's domain documentation, for example `B19`.
    pub id: String,
    /// What the source says.
    pub title: String,
}

/// One thing that the save makes wrong or surprising (domain 9).
///
/// # Example
///
/// ```
/// use rolecall::model::Severity;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = check(&config, &roster).report.findings;
/// let demoted = findings.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
/// assert_eq!(demoted.severity, Severity::Error);
/// assert_eq!(demoted.params["groups"][0], "claude-users");
/// assert!(demoted.message.starts_with("ann@acme.com, who is about to save, falls from owner to user"));
/// assert!(demoted.paths.contains(&"/config/actor".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "types", ts(rename = "FindingBase"), schemars(transform = crate::types::schema::params_by_code))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Stable within and across reports of the same situation.
    pub id: String,
    /// Stable code of the rule.
    #[cfg_attr(feature = "types", ts(skip), schemars(with = "crate::types::RuleCode"))]
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The fact, with names and numbers.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The message in pieces, for those who want to link.
    pub parts: Vec<Part>,
    /// What the message is filled with.
    #[cfg_attr(feature = "types", ts(skip))]
    pub params: serde_json::Map<String, serde_json::Value>,
    /// JSON Pointers into `{ config, roster }` to what causes it.
    pub paths: Vec<String>,
    /// Whom it concerns.
    pub people: PeopleSample,
    /// Where the rule comes from.
    pub sources: Vec<SourceRef>,
    /// Codes of findings that follow from this one and are not given apart.
    #[cfg_attr(
        feature = "types",
        ts(as = "Vec<crate::types::RuleCode>"),
        schemars(with = "Vec<crate::types::RuleCode>")
    )]
    pub swallowed: Vec<&'static str>,
    /// On findings about lost access to the settings: the ways back that would still exist.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<WayBack>>", optional))]
    pub ways_back: Vec<WayBack>,
    /// What mends it, each proven by checking again; best first.
    pub fixes: Vec<Fix>,
}

vocabulary! {
    /// A way back to the administering role, after a save that took it.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::WayBackKind;
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // Ben still administers: he can give the role back.
    /// let ways_back = check(&config, &roster).report.ways_back;
    /// assert_eq!(ways_back[0].kind, WayBackKind::AnotherAdministrator);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum WayBackKind {
        /// Another administrator gives the role back by hand.
        AnotherAdministrator = "another-administrator",
        /// Mended in the identity provider, then logging in again.
        LogInAgain = "log-in-again",
        /// Mended in the identity provider, then another administrator presses Sync now.
        SyncNow = "sync-now",
        /// Mended in the identity provider, then waiting for the next sync.
        WaitForSync = "wait-for-sync",
        /// None is left but the vendor's support.
        Support = "support",
    }
}

/// A way back to the administering role, after a save that took it.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let ways_back = check(&config, &roster).report.ways_back;
/// assert_eq!(ways_back[0].people.sample, ["ben@acme.com"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct WayBack {
    /// Which way.
    pub kind: WayBackKind,
    /// The same in words.
    pub text: String,
    /// Who can walk it.
    pub people: PeopleSample,
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
    /// A format that rosters are read in.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::{SourceOptions, inspect};
    /// use rolecall::model::Format;
    ///
    /// let text = br#"[{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "ann@acme.com" }]"#;
    /// let inspection = inspect(text, "/roster/directory", &SourceOptions::default())?;
    /// assert_eq!(inspection.format, Some(Format::Scim));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum Format {
        /// The project's own JSON.
        RolecallJson = "rolecall-json",
        /// SCIM 2.0: users and groups of the application itself.
        Scim = "scim",
        /// Users and invites of the vendor's Admin API.
        AdminApiJson = "admin-api-json",
        /// The members CSV of the vendor's admin page.
        ClaudeMembersCsv = "claude-members-csv",
        /// Users of Microsoft Entra.
        EntraUsersCsv = "entra-users-csv",
        /// The members of one group of Microsoft Entra.
        EntraGroupMembersCsv = "entra-group-members-csv",
        /// Users of Google Workspace.
        GoogleUsersCsv = "google-users-csv",
        /// The members of groups of Google Workspace.
        GoogleGroupMembersCsv = "google-group-members-csv",
        /// Users and groups of Okta's API.
        OktaJson = "okta-json",
        /// Any other table, whose columns the caller names.
        Csv = "csv",
    }
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

impl Format {
    /// Whether its text is JSON, not a table.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Format;
    ///
    /// assert!(Format::OktaJson.is_json() && !Format::EntraUsersCsv.is_json());
    /// ```
    pub fn is_json(self) -> bool {
        matches!(self, Self::RolecallJson | Self::Scim | Self::AdminApiJson | Self::OktaJson)
    }

    /// The side that a format belongs to; `None` where it may be either.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Format, Side};
    ///
    /// assert_eq!(Format::GoogleUsersCsv.side(), Some(Side::Directory));
    /// assert_eq!(Format::Csv.side(), None);
    /// ```
    pub fn side(self) -> Option<Side> {
        match self {
            Self::RolecallJson | Self::Csv => None,
            Self::AdminApiJson | Self::ClaudeMembersCsv => Some(Side::Members),
            _ => Some(Side::Directory),
        }
    }
}

/// Something wrong with what was read.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
///
/// let config = Config::from_json(br#"{ "organization": { "plan": "team" } }"#)?;
/// let roster = Roster::from_json(br#"{ "members": [{ "email": "ann@acme.com" }, { "name": "Ben" }] }"#)?;
/// let sources = check(&config, &roster).report.sources;
/// assert_eq!(sources[0].problems[0].path, "/roster/members/1");
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SourceProblem {
    /// JSON Pointer to it, or to the file it is in.
    pub path: String,
    /// Line in the text, from 1; null where there is no text.
    pub line: Option<usize>,
    /// In a table the number of the column, in JSON the column in the line, in bytes. From 1.
    pub column: Option<usize>,
    /// What is wrong, and what became of it.
    pub message: String,
}

/// What was read of one side of the roster, or of one file of it.
///
/// # Example
///
/// ```
/// use rolecall::model::{Format, Side};
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let sources = check(&config, &roster).report.sources;
/// let directory = sources.iter().find(|source| source.side == Side::Directory).unwrap();
/// assert_eq!((directory.format, directory.people, directory.groups), (Format::RolecallJson, 4, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SourceReport {
    /// The side.
    pub side: Side,
    /// What the file is called; null where it has no name.
    pub name: Option<String>,
    /// Its format.
    pub format: Format,
    /// Rows read.
    pub rows: usize,
    /// Different people in them.
    pub people: usize,
    /// Groups that it lists or names.
    pub groups: usize,
    /// Rows left out altogether.
    pub left_out: usize,
    /// The first hundred things that are wrong with it, with their places.
    pub problems: Vec<SourceProblem>,
    /// What was decided about it, in words: which column holds the addresses, for example.
    pub notes: Vec<String>,
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
