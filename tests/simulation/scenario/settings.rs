//! The parent organisation and the settings that Save would write, or that are in force.

use super::{Directory, Group, entries, rows, text};
use crate::catalogue::Plan;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub struct Parent {
    pub kind: String,
    pub verified: BTreeSet<String>,
    pub has_sso: bool,
    pub has_directory_sync: bool,
    pub is_entra: bool,
    pub siblings: Vec<Sibling>,
}

/// Another organisation under the same parent.
pub struct Sibling {
    pub mode: Option<Mode>,
    pub maps_groups: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    Manual,
    Jit,
    Scim,
}

impl Mode {
    fn named(word: &str) -> Option<Self> {
        match word {
            "manual" => Some(Mode::Manual),
            "jit" => Some(Mode::Jit),
            "scim" => Some(Mode::Scim),
            _ => None,
        }
    }
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
    /// Every group that was written down for an offered role or tier, one for each time.
    pub given: Vec<Given>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    Role,
    Tier,
}

/// One word in a list of groups, and the groups that it means.
pub struct Given {
    pub kind: Kind,
    pub target: &'static str,
    pub word: String,
    pub means: BTreeSet<Group>,
}

impl Parent {
    pub fn read(value: &Value, plan: &Plan) -> Option<Self> {
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
            is_entra: value["directorySync"]["provider"] == "entra",
            siblings: rows(&value["siblings"])
                .map(|row| Sibling {
                    mode: Mode::named(text(&row["mode"])),
                    maps_groups: row["groupMapping"] == true,
                })
                .collect(),
        })
    }
}

impl Settings {
    pub fn read(
        value: &Value,
        plan: &'static Plan,
        directory: &Directory,
        sso_required: bool,
    ) -> Self {
        let mapping = &value["groupMapping"];
        Settings {
            mode: Mode::named(text(&value["mode"])).unwrap_or(Mode::Manual),
            mapping: mapping.is_object().then(|| Mapping::read(mapping, plan, directory)),
            sso_required,
        }
    }

    /// The mapping, where it decides anything.
    pub fn mapping_in_force(&self) -> Option<&Mapping> {
        self.mapping.as_ref().filter(|_| self.mode != Mode::Manual)
    }
}

impl Mapping {
    fn read(value: &Value, plan: &'static Plan, directory: &Directory) -> Self {
        let mut given = Vec::new();
        let mut side = |key: &str, kind, offered: &dyn Fn(&str) -> Option<&'static str>| {
            let mut known = BTreeMap::new();
            let mut strange = BTreeSet::new();
            for (word, groups) in entries(&value[key]).filter(|(_, groups)| groups.is_array()) {
                let Some(target) = offered(word) else {
                    strange.insert(word.clone());
                    continue;
                };
                known.insert(target, directory.named(groups));
                given.extend(rows(groups).map(text).map(|word| Given {
                    kind,
                    target,
                    word: word.to_owned(),
                    means: directory.meant(word),
                }));
            }
            (known, strange)
        };
        let (roles, strange_roles) = side("roles", Kind::Role, &|word| plan.offered_role(word));
        let (tiers, strange_tiers) = side("seatTiers", Kind::Tier, &|word| plan.tier(word));
        Mapping { roles, tiers, strange_roles, strange_tiers, given }
    }
}
