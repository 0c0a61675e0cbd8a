//! One person of the answer, and the reasons for what becomes of them.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::model::outcome::{Outcome, Standing, When};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why it is not known who is assigned.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Cause, NotKnown};
    /// use rolecall::{Config, Roster, check};
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "enterprise-seat-based" },
    ///     "provisioning": { "mode": "scim" }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{ "members": [{ "email": "ann@acme.com" }] }"#)?;
    /// let ann = &check(&config, &roster).people[0];
    /// let why = NotKnown::NoDirectory;
    /// assert_eq!(ann.because[0].cause, Cause::AssignmentUnknown { why });
    /// # Ok::<(), rolecall::Error>(())
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Cause, NotAssigned};
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let cem = &check(&config, &roster).people[2];
    /// assert_eq!(cem.because[0].cause, Cause::NotAssigned { why: NotAssigned::NotInDirectory });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Cause, NotEnforced};
    /// use rolecall::{Config, Roster, check};
    ///
    /// // Under JIT whoever is not assigned stays, if they can log in without SSO.
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "parent": {
    ///         "domains": [{ "name": "acme.com", "verified": true }],
    ///         "sso": { "connected": true }
    ///     },
    ///     "provisioning": { "mode": "jit" }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{
    ///     "members": [{ "email": "dai@example.jp" }],
    ///     "directory": { "users": [] }
    /// }"#)?;
    /// let why = NotEnforced::OutsideVerifiedDomains;
    /// let cause = Cause::SsoNotEnforced { domain: "example.jp".to_owned(), why };
    /// assert!(check(&config, &roster).people[0].because.iter().any(|reason| reason.cause == cause));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum NotEnforced {
        /// It is not connected, or not required.
        NotRequired = "not-required",
        /// Their domain is none of the verified ones.
        OutsideVerifiedDomains = "outside-verified-domains",
    }
}

/// One step of the rules that led to a person's answer.
///
/// # Example
///
/// ```
/// use rolecall::catalog::Role;
/// use rolecall::model::Cause;
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let ann = &check(&config, &roster).people[0];
/// let cause = Cause::RoleGroup { group: "claude-users".to_owned(), role: Role::User };
/// assert!(ann.because.iter().any(|reason| reason.cause == cause));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
///
/// # Example
///
/// ```
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let cem = &check(&config, &roster).people[2];
/// assert_eq!(cem.because[0].text, "they are not in the directory");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Dependency;
    /// use rolecall::{Config, Roster, check};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// // One seat is free for Dee and Eve: whoever is synced first has it.
    /// let people = check(&config, &roster).people;
    /// assert_eq!(people[3].depends_on, [Dependency::ArrivalOrder]);
    /// assert_eq!(people[4].depends_on, [Dependency::ArrivalOrder]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Dependency {
        /// Who logs in, or is synced, first.
        ArrivalOrder = "arrival-order",
    }
}

/// What becomes of one person, and why.
///
/// # Example
///
/// ```
/// use rolecall::model::When;
/// use rolecall::{Config, Outcome, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let cem = &check(&config, &roster).people[2];
/// assert_eq!((cem.email.as_str(), cem.name.as_deref()), ("cem@acme.com", Some("Cem")));
/// assert_eq!((cem.outcome, cem.when), (Outcome::Removed, When::OnSave));
/// assert_eq!(cem.after, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
