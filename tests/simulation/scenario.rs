//! A configuration and a roster as the domain's second section reads them.

mod directory;
mod expectation;
mod settings;

pub use directory::{Directory, Group, User};
pub use expectation::{Expectation, Subject};
pub use settings::{Given, Kind, Mapping, Mode, Parent, Settings};

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
    pub expectations: Vec<Expectation>,
    /// The rows of both sides as they were handed in.
    pub roster: Value,
    readings: BTreeMap<String, String>,
    guards: BTreeMap<String, u64>,
}

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
    pub name: Option<String>,
    /// As it was typed, without the blanks around it.
    pub typed: String,
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
        let settings =
            |value: &Value, sso_required| Settings::read(value, plan, &directory, sso_required);
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
            expectations: rows(&config["expect"])
                .map(|entry| Expectation::read(entry, &directory))
                .collect(),
            roster: roster.clone(),
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
            "maxLossFloor" | "broadAdminGroup" => 5,
            "maxLossPercent" | "broadAdminPercent" => 20,
            _ => panic!("no such guard: {name}"),
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
            name: row["name"].as_str().map(String::from),
            typed: text(&row["email"]).trim().to_owned(),
        };
        people.push(Person { email, member: Some(member), user: None });
    }
    for row in rows(&roster["directory"]["users"]) {
        let Some(email) = address(&row["email"]) else {
            continue;
        };
        let user = User::read(row, directory);
        match people.iter_mut().find(|person| person.email == email) {
            Some(person) => {
                person.user.get_or_insert(user);
            }
            None => people.push(Person { email, member: None, user: Some(user) }),
        }
    }
    people
}

pub fn address(value: &Value) -> Option<String> {
    let address = text(value).trim().to_lowercase();
    (!address.is_empty()).then_some(address)
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

pub fn rows(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
