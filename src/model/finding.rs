//! What the save makes wrong or surprising, and the ways back (domain 9).

use serde::Serialize;

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
