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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PeopleSample {
    /// How many they are.
    pub count: usize,
    /// The addresses of at most 20 of them.
    pub sample: Vec<String>,
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SourceRef {
    /// The fact's number in the project's domain documentation, for example `B19`.
    pub id: String,
    /// What the source says.
    pub title: String,
}

/// One thing that the save makes wrong or surprising.
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
    pub fn is_json(self) -> bool {
        matches!(self, Self::RolecallJson | Self::Scim | Self::AdminApiJson | Self::OktaJson)
    }

    /// The side that a format belongs to; `None` where it may be either.
    pub fn side(self) -> Option<Side> {
        match self {
            Self::RolecallJson | Self::Csv => None,
            Self::AdminApiJson | Self::ClaudeMembersCsv => Some(Side::Members),
            _ => Some(Side::Directory),
        }
    }
}

/// Something wrong with what was read.
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
