//! One person of the answer, and the reasons for what becomes of them.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::outcome::{Outcome, Standing, When};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why it is not known who is assigned.
    pub enum NotKnown {
        /// There is no directory.
        NoDirectory = "no-directory",
        /// The directory does not say.
        NotSaid = "not-said",
        /// The directory's list is cut, and the person is not in what there is of it.
        ListCut = "list-cut",
        /// The directory's list of groups is cut, and groups decide.
        GroupsCut = "groups-cut",
    }
}

vocabulary! {
    /// Why a person is not assigned to the application.
    pub enum NotAssigned {
        /// They are not in the directory.
        NotInDirectory = "not-in-directory",
        /// They are deactivated in the directory.
        Deactivated = "deactivated",
        /// The directory lists them as not assigned.
        Unassigned = "unassigned",
        /// They are in none of the groups that are assigned.
        NotInAssignedGroup = "not-in-assigned-group",
    }
}

vocabulary! {
    /// Why SSO is not enforced for a person.
    pub enum NotEnforced {
        /// It is not connected, or not required.
        NotRequired = "not-required",
        /// Their domain is none of the verified ones.
        OutsideVerifiedDomains = "outside-verified-domains",
    }
}

/// One step of the rules that led to a person's answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Cause {
    /// Under manual provisioning nobody is added or removed.
    ManualMode,
    /// It is not known whether they are assigned.
    AssignmentUnknown {
        /// Why.
        why: NotKnown,
    },
    /// They are assigned to the application in the identity provider.
    Assigned,
    /// They are not.
    NotAssigned {
        /// Why.
        why: NotAssigned,
    },
    /// A group of theirs is mapped to a role.
    RoleGroup {
        /// The group.
        group: String,
        /// The highest role that their groups give.
        role: Role,
    },
    /// Only seat tier groups of theirs are mapped, none to a role.
    TierGroupOnly {
        /// The group.
        group: String,
    },
    /// None of their groups is mapped.
    NoMappedGroup,
    /// The reading taken removes whom no seat tier group names.
    NoTierGroupRemoves,
    /// They are the primary owner, whom neither removal nor mapping touches.
    PrimaryOwnerExempt,
    /// They can log in only through the identity provider.
    SsoEnforced {
        /// Their domain.
        domain: String,
    },
    /// They can log in by e-mail as well.
    SsoNotEnforced {
        /// Their domain; empty for an address without one.
        domain: String,
        /// Why.
        why: NotEnforced,
    },
    /// Their role follows their groups.
    RoleFromGroups {
        /// The role.
        role: Role,
        /// The role held today, where it is another.
        was: Option<Role>,
    },
    /// No group names a role for them: they get the default one.
    RoleByDefault {
        /// The role.
        role: Role,
        /// The role held today, where it is another.
        was: Option<Role>,
    },
    /// They keep their role.
    RoleKept {
        /// The role.
        role: Role,
    },
    /// Their seat tier follows their groups.
    SeatFromGroup {
        /// The group.
        group: String,
        /// The tier.
        seat_tier: SeatTier,
    },
    /// No group names a tier for them: they get the highest with a seat free.
    SeatByDefault {
        /// The tier they end with; null for none.
        seat_tier: Option<SeatTier>,
    },
    /// They keep their seat.
    SeatKept {
        /// The tier; null for none.
        seat_tier: Option<SeatTier>,
    },
    /// No seat is free for them.
    NoSeatFree {
        /// The tier they were to have; null where any would have done.
        seat_tier: Option<SeatTier>,
    },
}

/// One step of the rules that led to a person's answer, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Reason {
    /// The step.
    #[serde(flatten)]
    pub cause: Cause,
    /// The same in words.
    pub text: String,
}

vocabulary! {
    /// Something that an answer depends on and that nobody can know beforehand.
    pub enum Dependency {
        /// Who logs in, or is synced, first.
        ArrivalOrder = "arrival-order",
    }
}

/// What becomes of one person, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Their address, trimmed and in lower case.
    pub email: String,
    /// Their name, where some side has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub name: Option<String>,
    /// Where they stand in the settled state under what is saved today; null: not listed.
    pub before: Option<Standing>,
    /// Where they stand in the settled state after the save; null: not listed, or not known.
    pub after: Option<Standing>,
    /// What becomes of them.
    pub outcome: Outcome,
    /// When.
    pub when: When,
    /// Why.
    pub because: Vec<Reason>,
    /// What the answer depends on and nobody can know beforehand.
    pub depends_on: Vec<Dependency>,
}
