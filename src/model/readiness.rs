//! How far the set-up is: the documents' own steps (domain 10).

use serde::Serialize;

use crate::model::SourceRef;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A step of the set-up, in the documents' order.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Word;
    /// use rolecall::model::StepId;
    ///
    /// // The steps stand in the documents' order: first somebody who administers, last the sync.
    /// assert_eq!(StepId::ALL.first(), Some(&StepId::ItAdmin));
    /// assert_eq!(StepId::ALL.last().map(|step| step.word()), Some("sync-now"));
    /// ```
    pub enum StepId {
        /// An active member who is a person administers.
        ItAdmin = "it-admin",
        /// There is a parent organisation.
        Parent = "parent",
        /// A domain is verified.
        Domain = "domain",
        /// SSO is connected.
        Sso = "sso",
        /// Directory sync is connected.
        DirectorySync = "directory-sync",
        /// A provisioning mode that is offered is chosen.
        Mode = "mode",
        /// Nobody who should stay is unassigned.
        AssignPeople = "assign-people",
        /// Every mapped group exists and has people.
        Groups = "groups",
        /// Who saves keeps the administering role.
        Mapping = "mapping",
        /// The settings are saved.
        Save = "save",
        /// Under JIT: people log out and in again.
        LogInAgain = "log-in-again",
        /// Under SCIM: the sync has run.
        SyncNow = "sync-now",
    }
}

vocabulary! {
    /// How a step stands.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{StepId, StepState};
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let steps = check(&config, &roster).report.readiness;
    /// let save = steps.iter().find(|step| step.id == StepId::Save).unwrap();
    /// assert_eq!(save.state, StepState::Wait, "errors have to be mended first");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum StepState {
        /// It is done.
        Done = "done",
        /// It is the first that is not done.
        Next = "next",
        /// It waits for another, or for the errors to be mended.
        Wait = "wait",
        /// These settings do not need it.
        NotNeeded = "not-needed",
    }
}

vocabulary! {
    /// Who does a step.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{StepBy, StepId};
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let steps = check(&config, &roster).report.readiness;
    /// let assign = steps.iter().find(|step| step.id == StepId::AssignPeople).unwrap();
    /// assert_eq!(assign.by, StepBy::It);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum StepBy {
        /// Today's owner of the account.
        AccountOwner = "account-owner",
        /// The vendor's sales team, on request.
        Vendor = "vendor",
        /// Whoever runs the company's DNS and identity provider.
        It = "it",
        /// Whoever saves these settings.
        Administrator = "administrator",
        /// Everyone whose access or role changes.
        People = "people",
    }
}

/// One step of the set-up (domain 10).
///
/// # Example
///
/// ```
/// use rolecall::model::{StepId, StepState};
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let steps = check(&config, &roster).report.readiness;
/// let next = steps.iter().find(|step| step.state == StepState::Next).unwrap();
/// assert_eq!(next.id, StepId::AssignPeople, "Cem is not in the directory");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Step {
    /// Which step.
    pub id: StepId,
    /// How it stands for this input.
    pub state: StepState,
    /// Who does it.
    pub by: StepBy,
    /// What there is to do.
    pub title: String,
    /// How it stands, in words.
    pub text: String,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}
