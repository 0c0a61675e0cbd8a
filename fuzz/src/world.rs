//! Organisations out of few words, so that their parts meet: what a fuzzer's bytes stand for where
//! readers of texts are not the question. Bytes that are missing stand for the usual.

mod words;

use arbitrary::{Arbitrary, Result, Unstructured};
use rolecall::model::Reading;
use serde::Serialize;
use serde_json::{Value, json};

use words::{
    AssignmentWord, Count, Domain, Email, Flag, GroupName, Id, Kind, Mode, Name, ParentKind,
    Percent, Plan, Provider, Role, Status, Tier, Yes,
};
pub use words::{Few, Keyed, Mostly};

/// A configuration, another proposal, and a roster.
#[derive(Arbitrary)]
pub struct World {
    settings: Settings,
    roster: People,
    crowd: Option<Crowd>,
    other: Provisioning,
    /// Whether nothing is written as null, or not at all.
    nulls: bool,
}

impl World {
    /// The world that bytes stand for.
    pub fn of(data: &[u8]) -> Option<Self> {
        World::arbitrary(&mut Unstructured::new(data)).ok()
    }

    /// `{ config, roster }`.
    pub fn document(&self) -> Value {
        let mut document = json!({ "config": self.settings, "roster": self.roster });
        if let Some(crowd) = &self.crowd {
            crowd.join(&mut document["roster"]);
        }
        if !self.nulls {
            leave_out_nulls(&mut document);
        }
        document
    }

    /// The same configuration with the other proposal.
    pub fn otherwise(&self, config: &Value) -> Value {
        let mut config = config.clone();
        config["provisioning"] = json!(self.other);
        config
    }
}

/// In lists they stay: rows keep their places.
fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|_, value| !value.is_null());
            entries.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(elements) => elements.iter_mut().for_each(leave_out_nulls),
        _ => {}
    }
}

#[derive(Arbitrary, Serialize)]
struct Settings {
    organization: Organization,
    parent: Mostly<Parent>,
    provisioning: Provisioning,
    saved: Option<Saved>,
    actor: Email,
    guards: Option<Guards>,
    expect: Few<Expectation>,
    assumptions: Assumptions,
}

#[derive(Arbitrary, Serialize)]
struct Organization {
    plan: Plan,
    name: Name,
    seats: Option<Keyed<Tier, Count>>,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Parent {
    kind: ParentKind,
    domains: Few<ParentDomain>,
    sso: Sso,
    directory_sync: DirectorySync,
    siblings: Few<Sibling>,
}

#[derive(Arbitrary, Serialize)]
struct ParentDomain {
    name: Domain,
    verified: Yes,
}

#[derive(Arbitrary, Serialize)]
struct Sso {
    connected: Yes,
    required: Yes,
}

#[derive(Arbitrary, Serialize)]
struct DirectorySync {
    connected: Yes,
    provider: Provider,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Sibling {
    name: Name,
    plan: Plan,
    mode: Mode,
    group_mapping: Flag,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Provisioning {
    mode: Mode,
    group_mapping: Option<Mapping>,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Mapping {
    roles: Keyed<Role, Few<GroupName>>,
    seat_tiers: Keyed<Tier, Few<GroupName>>,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Saved {
    mode: Mode,
    group_mapping: Option<Mapping>,
    sso_required: Flag,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Guards {
    min_admins: Count,
    max_loss: Count,
    max_loss_percent: Percent,
    max_loss_floor: Count,
    broad_admin_group: Count,
    broad_admin_percent: Percent,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Expectation {
    email: Option<Email>,
    group: Option<GroupName>,
    everyone: Flag,
    access: Flag,
    role: Option<Role>,
    seat_tier: Option<Tier>,
}

/// Readings, and which of their values is taken; one past the last is none of them.
#[derive(Arbitrary)]
struct Assumptions(Few<(u8, u8)>);

impl Serialize for Assumptions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let taken = self.0.iter().map(|(reading, value)| {
            let reading = Reading::ALL[usize::from(*reading) % Reading::ALL.len()];
            let values = reading.values();
            let value = values.get(usize::from(*value) % (values.len() + 1));
            (reading, value.copied().unwrap_or("perhaps"))
        });
        serializer.collect_map(taken)
    }
}

#[derive(Arbitrary, Serialize)]
struct People {
    members: Mostly<Few<Member>>,
    directory: Mostly<Directory>,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Member {
    email: Email,
    role: Role,
    seat_tier: Option<Tier>,
    name: Name,
    id: Id,
    status: Status,
    kind: Kind,
}

#[derive(Arbitrary, Serialize)]
#[serde(rename_all = "camelCase")]
struct Directory {
    users: Mostly<Few<User>>,
    groups: Few<Group>,
    assignment: Assignment,
    complete: Yes,
    groups_complete: Yes,
}

#[derive(Arbitrary, Serialize)]
struct User {
    email: Email,
    groups: Few<GroupName>,
    name: Name,
    id: Id,
    active: Yes,
    assigned: Flag,
}

#[derive(Arbitrary, Serialize)]
struct Group {
    name: GroupName,
    id: Id,
    groups: Few<GroupName>,
}

#[derive(Arbitrary, Serialize)]
#[serde(untagged)]
enum Assignment {
    Word(AssignmentWord),
    Groups { groups: Few<GroupName> },
}

/// Many who are alike, and one of them in more groups than a claim takes.
#[derive(Arbitrary)]
struct Crowd {
    size: u8,
    member: Option<Member>,
    user: Option<User>,
    has_many_groups: bool,
}

impl Crowd {
    fn join(&self, roster: &mut Value) {
        let size = usize::from(self.size) % 50;
        let alike = |row: Value| {
            (0..size).map(move |number| {
                let mut row = row.clone();
                row["email"] = json!(format!("p{number}@acme.com"));
                row["id"] = Value::Null;
                row
            })
        };
        let lists = [("/members", json!(self.member)), ("/directory/users", json!(self.user))];
        for (list, row) in lists {
            if let Some(Value::Array(rows)) = roster.pointer_mut(list).filter(|_| !row.is_null()) {
                rows.extend(alike(row));
            }
        }
        let users = roster.pointer_mut("/directory/users").and_then(Value::as_array_mut);
        if let Some(user) = users.and_then(|users| users.last_mut())
            && self.has_many_groups
        {
            user["groups"] = (0..151).map(|number| format!("g-{number}")).collect();
        }
    }
}
