//! How far the set-up is: the documents' own steps (domain 10).

use serde::Serialize;

use crate::model::report::SourceRef;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A step of the set-up, in the documents' order.
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

/// One step of the set-up.
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
