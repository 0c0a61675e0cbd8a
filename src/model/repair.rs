//! Fixes, repairs and the way to save them: what crosses into JavaScript.

use serde::Serialize;

use crate::model::patch::PatchOp;
use crate::model::readiness::StepBy;
use crate::model::{PeopleSample, SourceRef, Verdict};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a fix is really done. The order is that of preference.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Where;
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // What can be mended in the settings alone.
    /// let options = Options { means: vec![Where::Settings], ..Options::default() };
    /// let repairs = Preview::new(&config, &roster).repairs(&options).repairs;
    /// let mut fixes = repairs.iter().flat_map(|repair| &repair.fixes);
    /// assert!(!repairs.is_empty() && fixes.all(|fix| fix.place == Where::Settings));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Where {
        /// In the settings that are about to be saved.
        Settings = "settings",
        /// In the identity provider.
        IdentityProvider = "identity-provider",
        /// In the DNS of a domain.
        Dns = "dns",
        /// Where seats are bought.
        Billing = "billing",
        /// In the organisation itself by another administrator, or by the vendor on request.
        Vendor = "vendor",
    }
}

vocabulary! {
    /// Whether somebody should look at a fix before it is applied.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Applicability, Where};
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let findings = check(&config, &roster).report.findings;
    /// let fixes = findings.iter().flat_map(|finding| &finding.fixes);
    /// // Buying the seat that Eve waits for takes nothing from anybody.
    /// let buy = fixes.clone().find(|fix| fix.place == Where::Billing).unwrap();
    /// assert_eq!(buy.applicability, Applicability::Safe);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Applicability {
        /// Nobody is given an administering role by it, and nobody loses access or is removed.
        Safe = "safe",
        /// Somebody is: the effects say who.
        Review = "review",
    }
}

/// What a fix does to people, compared with the configuration without it.
///
/// # Example
///
/// ```
/// use rolecall::model::Where;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = check(&config, &roster).report.findings;
/// let mut fixes = findings.iter().flat_map(|finding| &finding.fixes);
/// let buy = fixes.find(|fix| fix.place == Where::Billing).unwrap();
/// assert_eq!(buy.effects.gain_access.sample, ["eve@acme.com"]);
/// assert_eq!(buy.effects.lose_access.count, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Effects {
    /// Whoever has access with it and not without it.
    pub gain_access: PeopleSample,
    /// Whoever has access without it and not with it.
    pub lose_access: PeopleSample,
    /// Whoever is on the organisation's list without it and not with it.
    pub leave_list: PeopleSample,
    /// Whoever can use an administering role with it and not without it.
    pub gain_administration: PeopleSample,
    /// Those of them who cannot today either.
    pub new_administrators: PeopleSample,
    /// Whoever has access either way, and another role or seat.
    pub change: PeopleSample,
}

/// One change that mends something, proven by checking again.
///
/// # Example
///
/// ```
/// use rolecall::model::Where;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = check(&config, &roster).report.findings;
/// let demoted = findings.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
/// let fix = &demoted.fixes[0];
/// assert_eq!(fix.title, "in the identity provider, add ann@acme.com to claude-owners");
/// assert_eq!(fix.place, Where::IdentityProvider);
/// assert!(fix.clears.contains(&demoted.id) && fix.introduces.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// The instruction, with names and numbers.
    pub title: String,
    /// Where it is done.
    #[serde(rename = "where")]
    pub place: Where,
    /// Whether somebody should look at it first.
    pub applicability: Applicability,
    /// The change as JSON Patch on `{ config, roster }`, the roster as `session.roster()` gives it.
    pub patch: Vec<PatchOp>,
    /// The ids of findings that are gone with it.
    pub clears: Vec<String>,
    /// The ids of findings that are there with it and not without it.
    pub introduces: Vec<String>,
    /// What it does to people.
    pub effects: Effects,
}

vocabulary! {
    /// A step on the way to settings that are saved.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{PlanStepId, Where};
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let options = Options { means: vec![Where::IdentityProvider], ..Options::default() };
    /// let plan = Preview::new(&config, &roster).plan(&options);
    /// let steps: Vec<_> = plan.iter().map(|step| step.id).collect();
    /// assert_eq!(steps, [PlanStepId::People, PlanStepId::Save, PlanStepId::SyncNow]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum PlanStepId {
        /// The vendor makes a parent organisation.
        Parent = "parent",
        /// Somebody is given a role or seat by hand, invited, or accepts.
        ByHand = "by-hand",
        /// Seats are bought.
        Seats = "seats",
        /// People are assigned and put into groups, or taken out.
        People = "people",
        /// A domain is verified.
        Domain = "domain",
        /// SSO is connected.
        Sso = "sso",
        /// Directory sync is connected.
        DirectorySync = "directory-sync",
        /// The settings are changed, and not saved yet.
        Settings = "settings",
        /// The settings are saved.
        Save = "save",
        /// Under JIT: people log out and in again.
        LogInAgain = "log-in-again",
        /// Under SCIM: the sync runs.
        SyncNow = "sync-now",
    }
}

/// One step of the way: what to do, who does it, and what to look at before the next.
///
/// # Example
///
/// ```
/// use rolecall::model::{StepBy, Where};
/// use rolecall::{Config, Options, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let options = Options { means: vec![Where::IdentityProvider], ..Options::default() };
/// let first = &Preview::new(&config, &roster).plan(&options)[0];
/// assert_eq!(first.by, StepBy::It);
/// assert_eq!(first.instructions, ["in the identity provider, add ann@acme.com to claude-owners"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanStep {
    /// Which step.
    pub id: PlanStepId,
    /// Who can do it.
    pub by: StepBy,
    /// What there is to do: an instruction or several.
    pub instructions: Vec<String>,
    /// What to look at before the next step.
    pub check: String,
    /// The places of its fixes in the repair.
    pub fixes: Vec<usize>,
    /// Whoever cannot get in from this step until the last, with the settings in force today.
    pub locked_out: PeopleSample,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

vocabulary! {
    /// How surely no fix of a repair could be left out.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Minimality;
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // Of a single fix the only proper subset is nothing, which leaves the errors there are.
    /// let repairs = Preview::new(&config, &roster).repairs(&Options::default()).repairs;
    /// let single = repairs.iter().find(|repair| repair.fixes.len() == 1).unwrap();
    /// assert_eq!(single.minimality, Minimality::Proven);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Minimality {
        /// Every proper subset has been tried, and leaves an error.
        Proven = "proven",
        /// Without any single one of them an error is left; there were too many subsets to try all.
        EachNeeded = "each-needed",
    }
}

/// Fixes that together leave no error, proven by checking again.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Options, Preview, Roster, Verdict};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let repairs = Preview::new(&config, &roster).repairs(&Options::default()).repairs;
/// // None leaves an error, and each says what else is left.
/// assert!(repairs.iter().all(|repair| repair.verdict != Verdict::Block));
/// assert!(repairs.iter().all(|repair| !repair.plan.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// The fixes, to be applied in this order. What each clears and introduces, and what it does to
    /// people, is compared with what those before it have made.
    pub fixes: Vec<Fix>,
    /// Whether somebody should look at it first.
    pub applicability: Applicability,
    /// The ids of findings that are gone with it.
    pub clears: Vec<String>,
    /// The ids of findings that are there with it and not without it; no error is among them.
    pub introduces: Vec<String>,
    /// What it does to people, compared with the configuration as it was proposed.
    pub effects: Effects,
    /// What the findings come to with it.
    pub verdict: Verdict,
    /// How surely none of its fixes could be left out.
    pub minimality: Minimality,
    /// What to do in which order.
    pub plan: Vec<PlanStep>,
}

/// An error that nothing within the means allowed was found to mend.
///
/// # Example
///
/// ```
/// use rolecall::model::Where;
/// use rolecall::{Config, Options, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// // Nothing that is done in the DNS gives Ann her role back.
/// let options = Options { means: vec![Where::Dns], ..Options::default() };
/// let why = Preview::new(&config, &roster).repairs(&options).why;
/// assert!(why.iter().any(|it| it.code == "lockout/actor-demoted" && !it.message.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Unrepaired {
    /// The finding.
    pub finding: String,
    /// The code of its rule.
    #[cfg_attr(
        feature = "types",
        ts(as = "crate::types::RuleCode"),
        schemars(with = "crate::types::RuleCode")
    )]
    pub code: &'static str,
    /// Why.
    pub message: String,
}

/// How far was looked.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Options, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let search = Preview::new(&config, &roster).repairs(&Options::default()).search;
/// assert!(search.exhausted, "there are few fixes to combine");
/// assert!(search.checks <= 200);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SearchBound {
    /// How many candidates have been checked.
    pub checks: usize,
    /// Whether every set of the fixes that are known has been tried, or ruled out because a part of
    /// it leaves no error. Where not, there may be repairs that were not found.
    pub exhausted: bool,
}

/// The repairs of a configuration, best first, and what was found on the way.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Options, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let repairs = Preview::new(&config, &roster).repairs(&Options::default());
/// assert!(!repairs.repairs.is_empty() && repairs.why.is_empty());
/// let leave = repairs.leave_as_is.unwrap();
/// assert_eq!(leave.title, "leave the settings as they are today");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Repairs {
    /// The repairs, best first.
    pub repairs: Vec<Repair>,
    /// Where there is none: why.
    pub why: Vec<Unrepaired>,
    /// Going back to what is saved, where something else is proposed.
    pub leave_as_is: Option<Fix>,
    /// How far was looked.
    pub search: SearchBound,
}
