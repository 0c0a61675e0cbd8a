//! The identity provider's side: who is in it, in which groups, and what it says of the application.

use super::{rows, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// A group by name and, where the directory gives one, id.
pub type Group = (String, Option<String>);

pub struct User {
    pub active: bool,
    assigned: Option<bool>,
    pub groups: BTreeSet<Group>,
    pub name: Option<String>,
    /// As it was typed, without the blanks around it.
    pub typed: String,
}

impl User {
    pub fn read(row: &Value, directory: &Directory) -> Self {
        User {
            active: row["active"] != false,
            assigned: row["assigned"].as_bool(),
            groups: directory.named(&row["groups"]),
            name: row["name"].as_str().map(String::from),
            typed: text(&row["email"]).trim().to_owned(),
        }
    }

    pub fn is_in(&self, groups: &BTreeSet<Group>) -> bool {
        !self.groups.is_disjoint(groups)
    }
}

pub struct Directory {
    pub present: bool,
    pub complete: bool,
    /// The groups that it lists by themselves.
    pub groups: BTreeSet<Group>,
    /// The groups that its rows of people name.
    pub mentioned: BTreeSet<Group>,
    /// The groups that have groups as members.
    pub nesting: BTreeSet<Group>,
    assignment: Assignment,
}

enum Assignment {
    Listed,
    Flagged,
    Unknown,
    Groups(BTreeSet<Group>),
}

impl Directory {
    pub fn read(value: &Value) -> Self {
        let group =
            |row: &Value| (text(&row["name"]).to_owned(), row["id"].as_str().map(String::from));
        let has_nested = |row: &&Value| rows(&row["groups"]).next().is_some();
        let mut directory = Directory {
            present: value["users"].is_array(),
            complete: value["complete"].as_bool().unwrap_or(true),
            assignment: Assignment::Listed,
            groups: rows(&value["groups"]).map(group).collect(),
            mentioned: BTreeSet::new(),
            nesting: rows(&value["groups"]).filter(has_nested).map(group).collect(),
        };
        directory.assignment = match &value["assignment"] {
            chosen if chosen.is_object() => Assignment::Groups(directory.named(&chosen["groups"])),
            word if word == "flagged" => Assignment::Flagged,
            word if word == "unknown" => Assignment::Unknown,
            _ => Assignment::Listed,
        };
        directory.mentioned =
            rows(&value["users"]).flat_map(|row| directory.named(&row["groups"])).collect();
        directory
    }

    /// Whether it can say of anyone that they are assigned.
    pub fn speaks(&self) -> bool {
        self.present && !self.says_no_assignment()
    }

    pub fn says_no_assignment(&self) -> bool {
        matches!(self.assignment, Assignment::Unknown)
    }

    pub fn assigns(&self, user: &User) -> bool {
        user.active
            && match &self.assignment {
                Assignment::Listed => user.assigned != Some(false),
                Assignment::Flagged => user.assigned == Some(true),
                Assignment::Groups(groups) => !user.groups.is_disjoint(groups),
                Assignment::Unknown => false,
            }
    }

    /// The groups that a list of names and ids means.
    pub fn named(&self, list: &Value) -> BTreeSet<Group> {
        rows(list).map(text).flat_map(|word| self.meant(word)).collect()
    }

    /// The groups that a name or an id means: a name may mean several.
    pub fn meant(&self, word: &str) -> BTreeSet<Group> {
        let bears = |(name, id): &&Group| name == word || id.as_deref() == Some(word);
        let bearers: BTreeSet<Group> = self.groups.iter().filter(bears).cloned().collect();
        if bearers.is_empty() { BTreeSet::from([(word.to_owned(), None)]) } else { bearers }
    }
}
