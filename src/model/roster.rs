//! A roster in the shape of domain 2: what is written down of one, and what patches address.

use serde::Serialize;

use crate::catalog::{Role, SeatTier};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a member has accepted their invitation.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// use rolecall::model::Status;
    ///
    /// let roster = Roster::from_json(br#"{ "members": [{ "email": "ann@acme.com", "status": "pending" }] }"#)?;
    /// assert_eq!(roster.document().members.unwrap()[0].status, Some(Status::Pending));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum Status {
        /// They have.
        Active = "active",
        /// They have not yet.
        Pending = "pending",
    }
}

vocabulary! {
    /// What a member is.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// use rolecall::model::MemberKind;
    ///
    /// let roster = Roster::from_json(br#"{ "members": [{ "email": "ci@acme.com", "kind": "service" }] }"#)?;
    /// assert_eq!(roster.document().members.unwrap()[0].kind, Some(MemberKind::Service));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum MemberKind {
        /// A human being.
        Human = "human",
        /// A service account.
        Service = "service",
    }
}

/// A roster: the organisation's own list and the identity provider's side (domain 2).
///
/// # Example
///
/// ```
/// use rolecall::Roster;
///
/// let document = Roster::from_json(br#"{ "members": [{ "email": "ann@acme.com" }] }"#)?.document();
/// assert_eq!(document.members.map(|members| members.len()), Some(1));
/// assert_eq!(document.directory, None, "not known");
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields = nullable, rename = "RosterDocument"))]
#[cfg_attr(feature = "types", schemars(rename = "RosterDocument", deny_unknown_fields, transform = crate::types::schema::roster))]
pub struct RosterDocument {
    /// The organisation's own user list.
    pub members: Option<Vec<MemberDocument>>,
    /// The identity provider's side; null or absent: not known.
    pub directory: Option<DirectoryDocument>,
}

/// One member of the organisation.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
/// use rolecall::catalog::SeatTier;
///
/// let roster = Roster::from_json(br#"{ "members": [{ "email": " Ann@acme.com", "seatTier": "premium" }] }"#)?;
/// let ann = &roster.document().members.unwrap()[0];
/// assert_eq!(ann.seat_tier, Some(SeatTier::Premium));
/// assert_eq!(ann.role, None, "reads as user");
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields = nullable, rename = "Member"))]
#[cfg_attr(feature = "types", schemars(rename = "Member", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct MemberDocument {
    /// Their address; compared trimmed and in lower case.
    #[cfg_attr(feature = "types", schemars(extend("examples" = ["ann@acme.com"])))]
    pub email: String,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The identity provider's immutable id, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Their role; default `user`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The seat tier they hold; null or absent: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat_tier: Option<SeatTier>,
    /// Whether they have accepted their invitation; default `active`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What they are; default `human`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<MemberKind>,
}

/// The identity provider's side.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
///
/// let roster = Roster::from_json(br#"{ "directory": { "users": [], "complete": false } }"#)?;
/// assert_eq!(roster.document().directory.unwrap().complete, Some(false));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields = nullable, rename = "Directory"))]
#[cfg_attr(feature = "types", schemars(rename = "Directory", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct DirectoryDocument {
    /// Its people. Without this list there is no directory; an empty one has nobody in it.
    pub users: Option<Vec<UserDocument>>,
    /// Names groups that no user lists, and gives groups their ids.
    pub groups: Option<Vec<GroupDocument>>,
    /// How it tells who is assigned to the application; default `listed`.
    pub assignment: Option<AssignmentDocument>,
    /// Whether the list is whole; default true.
    pub complete: Option<bool>,
    /// Whether its list of groups is whole; default true. Where it is not, group mapping cannot be
    /// worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups_complete: Option<bool>,
}

/// One user of the directory.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
///
/// let roster = Roster::from_json(br#"{
///     "directory": { "users": [{ "email": "ann@acme.com", "groups": ["claude-users"] }] }
/// }"#)?;
/// let users = roster.document().directory.unwrap().users.unwrap();
/// assert_eq!(users[0].groups.as_deref(), Some(&["claude-users".to_owned()][..]));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields = nullable, rename = "User"))]
#[cfg_attr(feature = "types", schemars(rename = "User", deny_unknown_fields))]
pub struct UserDocument {
    /// Their address; compared trimmed and in lower case.
    #[cfg_attr(feature = "types", schemars(extend("examples" = ["ann@acme.com"])))]
    pub email: String,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The identity provider's immutable id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// False: deprovisioned, and so not assigned; default true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Whether they are assigned to the application, as `assignment` reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<bool>,
    /// The groups they are in, by name or id.
    #[cfg_attr(feature = "types", schemars(extend("examples" = [["claude-users"]])))]
    pub groups: Option<Vec<String>>,
}

/// One group of the directory.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
///
/// let roster = Roster::from_json(br#"{
///     "directory": { "users": [], "groups": [{ "name": "claude-users", "id": "00g1" }] }
/// }"#)?;
/// let groups = roster.document().directory.unwrap().groups.unwrap();
/// assert_eq!((groups[0].name.as_str(), groups[0].id.as_deref()), ("claude-users", Some("00g1")));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema), ts(optional_fields = nullable, rename = "Group"))]
#[cfg_attr(feature = "types", schemars(rename = "Group", deny_unknown_fields))]
pub struct GroupDocument {
    /// Its name.
    pub name: String,
    /// Its immutable id; wherever a group is named, its id does as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The groups that are members of it, by name or id: nested groups are not provisioned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
}

vocabulary! {
    /// How a directory tells who is assigned to the application.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// use rolecall::model::{AssignmentDocument, AssignmentWord};
    ///
    /// let roster = Roster::from_json(br#"{ "directory": { "users": [], "assignment": "unknown" } }"#)?;
    /// let assignment = roster.directory_summary().unwrap().assignment;
    /// assert_eq!(assignment, AssignmentDocument::Word(AssignmentWord::Unknown));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum AssignmentWord {
        /// Everyone listed, unless `assigned` is false.
        Listed = "listed",
        /// Only where `assigned` is true.
        Flagged = "flagged",
        /// It does not.
        Unknown = "unknown",
    }
}

/// How a directory tells who is assigned to the application: by a word, or the members of groups.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
/// use rolecall::model::AssignmentDocument;
///
/// let roster = Roster::from_json(br#"{
///     "directory": { "users": [], "assignment": { "groups": ["claude-users"] } }
/// }"#)?;
/// let groups = vec!["claude-users".to_owned()];
/// assert_eq!(roster.directory_summary().unwrap().assignment, AssignmentDocument::Groups { groups });
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "types",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(rename = "Assignment"),
    schemars(rename = "Assignment")
)]
#[serde(untagged)]
pub enum AssignmentDocument {
    /// By a word.
    Word(AssignmentWord),
    /// By groups.
    Groups {
        /// Their names or ids.
        groups: Vec<String>,
    },
}

/// The directory at a glance: what a form needs that maps groups, without the people.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let summary = roster.directory_summary().unwrap();
/// assert_eq!((summary.users, summary.groups.len()), (4, 2));
/// assert!(summary.complete);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DirectorySummary {
    /// How many users it lists.
    pub users: usize,
    /// How it tells who is assigned to the application.
    pub assignment: AssignmentDocument,
    /// Whether the list is whole.
    pub complete: bool,
    /// Its groups.
    pub groups: Vec<GroupSummary>,
}

/// A group of the directory at a glance.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let groups = roster.directory_summary().unwrap().groups;
/// let users = groups.iter().find(|group| group.name == "claude-users").unwrap();
/// assert_eq!(users.people, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GroupSummary {
    /// Its name.
    pub name: String,
    /// Its immutable id, where known.
    pub id: Option<String>,
    /// How many people are in it.
    pub people: usize,
}
