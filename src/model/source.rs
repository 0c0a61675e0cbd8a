//! What was read of a roster: its formats, and what is wrong with it.

use serde::Serialize;

use crate::model::outcome::Side;
use crate::vocabulary::vocabulary;

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
