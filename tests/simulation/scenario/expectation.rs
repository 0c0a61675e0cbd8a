//! What the caller expects of the save.

use super::{Directory, Group, address, text};
use crate::catalogue::{PLANS, Plan};
use serde_json::Value;
use std::collections::BTreeSet;

pub struct Expectation {
    pub subject: Subject,
    pub access: Option<bool>,
    /// A word of any plan's: what this plan does not offer nobody has.
    pub role: Option<String>,
    pub tier: Option<String>,
}

pub enum Subject {
    Email(String),
    Group(BTreeSet<Group>),
    Everyone,
    Nobody,
}

impl Expectation {
    pub fn read(entry: &Value, directory: &Directory) -> Self {
        let subject = if let Some(email) = address(&entry["email"]) {
            Subject::Email(email)
        } else if let Some(group) = entry["group"].as_str() {
            Subject::Group(directory.meant(group))
        } else if entry["everyone"] == true {
            Subject::Everyone
        } else {
            Subject::Nobody
        };
        let word = |key: &str, is_known: &dyn Fn(&Plan, &str) -> bool| {
            let word = text(&entry[key]);
            PLANS.iter().any(|plan| is_known(plan, word)).then(|| word.to_owned())
        };
        Expectation {
            subject,
            access: entry["access"].as_bool(),
            role: word("role", &|plan, word| plan.held_role(word).is_some()),
            tier: word("seatTier", &|plan, word| plan.tier(word).is_some()),
        }
    }
}
