//! A configuration and a roster as the domain's second section reads them.

use crate::catalogue::{PRIMARY_OWNER, Plan};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub struct Scenario {
    pub plan: &'static Plan,
    /// Seats bought; a tier that is left out has room without end.
    pub purchased: BTreeMap<&'static str, i64>,
    /// Tiers that seats are given for and the plan does not offer.
    pub strange_seats: BTreeSet<String>,
    pub parent: Option<Parent>,
    pub proposal: Settings,
    pub saved: Option<Settings>,
    pub actor: Option<String>,
    /// Members in roster order, then the directory's people who are not members in directory order.
    pub people: Vec<Person>,
    pub directory: Directory,
    readings: BTreeMap<String, String>,
    guards: BTreeMap<String, u64>,
}

pub struct Parent {
    pub kind: String,
    pub verified: BTreeSet<String>,
    pub has_sso: bool,
    pub has_directory_sync: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    Manual,
    Jit,
    Scim,
}

pub struct Settings {
    pub mode: Mode,
    pub mapping: Option<Mapping>,
    pub sso_required: bool,
}

/// Offered roles and tiers, each with the groups that were given for it.
pub struct Mapping {
    pub roles: BTreeMap<&'static str, BTreeSet<Group>>,
    pub tiers: BTreeMap<&'static str, BTreeSet<Group>>,
    pub strange_roles: BTreeSet<String>,
    pub strange_tiers: BTreeSet<String>,
}

/// A group by name and, where the directory gives one, id.
pub type Group = (String, Option<String>);

pub struct Person {
    pub email: String,
    pub member: Option<Member>,
    pub user: Option<User>,
}

pub struct Member {
    pub role: &'static str,
    pub tier: Option<&'static str>,
    pub pending: bool,
    pub service: bool,
}

pub struct User {
    active: bool,
    assigned: Option<bool>,
    pub groups: BTreeSet<Group>,
}

pub struct Directory {
    pub present: bool,
    complete: bool,
    assignment: Assignment,
    groups: BTreeSet<Group>,
}

enum Assignment {
    Listed,
    Flagged,
    Unknown,
    Groups(BTreeSet<Group>),
}

/// What the identity provider's side tells about one person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Assigned,
    NotAssigned,
    Unsaid,
}

impl Scenario {
    pub fn read(config: &Value, roster: &Value) -> Self {
        let organization = &config["organization"];
        let plan = Plan::named(text(&organization["plan"])).expect("a generated plan is known");
        let directory = Directory::read(&roster["directory"]);
        let parent = Parent::read(&config["parent"], plan);
        let required = config["parent"]["sso"]["required"].as_bool().unwrap_or(true);
        let settings = |value: &Value, sso_required| Settings {
            mode: match text(&value["mode"]) {
                "jit" => Mode::Jit,
                "scim" => Mode::Scim,
                _ => Mode::Manual,
            },
            mapping: value["groupMapping"]
                .is_object()
                .then(|| Mapping::read(&value["groupMapping"], plan, &directory)),
            sso_required,
        };
        let saved = &config["saved"];
        Scenario {
            plan,
            purchased: entries(&organization["seats"])
                .filter_map(|(tier, seats)| Some((plan.tier(tier)?, seats.as_i64()?)))
                .collect(),
            strange_seats: entries(&organization["seats"])
                .filter(|(_, seats)| seats.is_number())
                .map(|(tier, _)| tier.clone())
                .filter(|tier| plan.tier(tier).is_none())
                .collect(),
            proposal: settings(&config["provisioning"], required),
            saved: saved
                .is_object()
                .then(|| settings(saved, saved["ssoRequired"].as_bool().unwrap_or(required))),
            actor: address(&config["actor"]),
            people: people(roster, plan, &directory),
            readings: entries(&config["assumptions"])
                .map(|(id, value)| (id.clone(), text(value).to_owned()))
                .collect(),
            guards: entries(&config["guards"])
                .filter_map(|(guard, value)| Some((guard.clone(), value.as_u64()?)))
                .collect(),
            parent,
            directory,
        }
    }

    /// Whether the caller chose this alternative of a reading.
    pub fn takes(&self, reading: &str, alternative: &str) -> bool {
        self.readings.get(reading).is_some_and(|value| value == alternative)
    }

    pub fn guard(&self, name: &str) -> u64 {
        let default = match name {
            "minAdmins" => 2,
            "maxLoss" => 500,
            "maxLossPercent" => 20,
            "maxLossFloor" => 5,
            _ => unreachable!("no such guard: {name}"),
        };
        self.guards.get(name).copied().unwrap_or(default)
    }

    /// What the directory says of a person.
    pub fn word(&self, person: &Person) -> Word {
        let directory = &self.directory;
        if !directory.speaks() {
            return Word::Unsaid;
        }
        match &person.user {
            Some(user) if directory.assigns(user) => Word::Assigned,
            None if !directory.complete => Word::Unsaid,
            _ => Word::NotAssigned,
        }
    }

    pub fn is_exempt_owner(&self, person: &Person) -> bool {
        !self.takes("primaryOwnerExempt", "no")
            && person.member.as_ref().is_some_and(|member| member.role == PRIMARY_OWNER)
    }

    /// Whether single sign-on is the only way in for this address.
    pub fn is_sso_enforced(&self, settings: &Settings, email: &str) -> bool {
        let Some(parent) = &self.parent else {
            return false;
        };
        let covered = self.takes("outsideDomain", "enforced")
            || email.rsplit_once('@').is_some_and(|(_, domain)| parent.verified.contains(domain));
        parent.has_sso && settings.sso_required && covered
    }
}

impl Parent {
    fn read(value: &Value, plan: &Plan) -> Option<Self> {
        let own = if plan.is_enterprise() { "enterprise" } else { plan.name };
        value.is_object().then(|| Parent {
            kind: match text(&value["kind"]) {
                known @ ("team" | "enterprise" | "console") => known.to_owned(),
                _ => own.to_owned(),
            },
            verified: rows(&value["domains"])
                .filter(|domain| domain["verified"] == true)
                .map(|domain| text(&domain["name"]).to_lowercase())
                .collect(),
            has_sso: value["sso"]["connected"] == true,
            has_directory_sync: value["directorySync"]["connected"] == true,
        })
    }
}

impl Mapping {
    fn read(value: &Value, plan: &'static Plan, directory: &Directory) -> Self {
        let side = |key: &str, offered: &dyn Fn(&str) -> Option<&'static str>| {
            let mut known = BTreeMap::new();
            let mut strange = BTreeSet::new();
            for (word, groups) in entries(&value[key]).filter(|(_, groups)| groups.is_array()) {
                match offered(word) {
                    Some(target) => {
                        known.insert(target, directory.named(groups));
                    }
                    None => {
                        strange.insert(word.clone());
                    }
                }
            }
            (known, strange)
        };
        let (roles, strange_roles) = side("roles", &|word| plan.offered_role(word));
        let (tiers, strange_tiers) = side("seatTiers", &|word| plan.tier(word));
        Mapping { roles, tiers, strange_roles, strange_tiers }
    }
}

impl Directory {
    fn read(value: &Value) -> Self {
        let groups = rows(&value["groups"])
            .map(|group| (text(&group["name"]).to_owned(), group["id"].as_str().map(String::from)))
            .collect();
        let mut directory = Directory {
            present: value["users"].is_array(),
            complete: value["complete"].as_bool().unwrap_or(true),
            assignment: Assignment::Listed,
            groups,
        };
        directory.assignment = match &value["assignment"] {
            Value::Object(chosen) => Assignment::Groups(directory.named(&chosen["groups"])),
            word if word == "flagged" => Assignment::Flagged,
            word if word == "unknown" => Assignment::Unknown,
            _ => Assignment::Listed,
        };
        directory
    }

    /// Whether it can say of anyone that they are assigned.
    pub fn speaks(&self) -> bool {
        self.present && !self.says_no_assignment()
    }

    pub fn says_no_assignment(&self) -> bool {
        matches!(self.assignment, Assignment::Unknown)
    }

    fn assigns(&self, user: &User) -> bool {
        user.active
            && match &self.assignment {
                Assignment::Listed => user.assigned != Some(false),
                Assignment::Flagged => user.assigned == Some(true),
                Assignment::Groups(groups) => !user.groups.is_disjoint(groups),
                Assignment::Unknown => false,
            }
    }

    /// The groups that a list of names and ids means.
    fn named(&self, list: &Value) -> BTreeSet<Group> {
        let mut meant = BTreeSet::new();
        for word in rows(list).map(text) {
            let mut bearers = self
                .groups
                .iter()
                .filter(|(name, id)| name == word || id.as_deref() == Some(word))
                .peekable();
            if bearers.peek().is_none() {
                meant.insert((word.to_owned(), None));
            }
            meant.extend(bearers.cloned());
        }
        meant
    }
}

fn people(roster: &Value, plan: &'static Plan, directory: &Directory) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for row in rows(&roster["members"]) {
        let Some(email) = address(&row["email"]) else {
            continue;
        };
        if people.iter().any(|person| person.email == email) {
            continue;
        }
        let member = Member {
            role: plan.held_role(text(&row["role"])).unwrap_or("user"),
            tier: plan.tier(text(&row["seatTier"])),
            pending: row["status"] == "pending",
            service: row["kind"] == "service",
        };
        people.push(Person { email, member: Some(member), user: None });
    }
    for row in rows(&roster["directory"]["users"]) {
        let Some(email) = address(&row["email"]) else {
            continue;
        };
        let user = User {
            active: row["active"] != false,
            assigned: row["assigned"].as_bool(),
            groups: directory.named(&row["groups"]),
        };
        match people.iter_mut().find(|person| person.email == email) {
            Some(person) => {
                person.user.get_or_insert(user);
            }
            None => people.push(Person { email, member: None, user: Some(user) }),
        }
    }
    people
}

fn address(value: &Value) -> Option<String> {
    let address = text(value).trim().to_lowercase();
    (!address.is_empty()).then_some(address)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn rows(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
