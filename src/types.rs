//! TypeScript declarations of everything that crosses the boundary, written from the Rust types.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::catalog::{Role, SeatTier};
use crate::input::{ErrorReport, Options};
use crate::model::config::ConfigDocument;
use crate::model::entries::Catalog;
use crate::model::report::FullReport;
use crate::roster::{MemberKind, Status};
use crate::vocabulary::vocabulary;

/// The codes of the rules.
pub struct RuleCode;

impl TS for RuleCode {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        "RuleCode".to_owned()
    }

    fn inline(_: &Config) -> String {
        let codes = crate::rules::RULES.iter().map(|rule| format!("{:?}", rule.code));
        codes.collect::<Vec<_>>().join(" | ")
    }

    fn decl(config: &Config) -> String {
        format!("type RuleCode = {};", Self::inline(config))
    }

    fn docs() -> Option<String> {
        Some("/**\n * The code of a rule.\n */\n".to_owned())
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Some("RuleCode.ts".into())
    }
}

/// A roster: the organisation's own list and the identity provider's side.
#[derive(TS)]
#[ts(optional_fields = nullable, rename = "Roster")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
struct RosterDocument {
    /// The organisation's own user list.
    members: Option<Vec<MemberDocument>>,
    /// The identity provider's side; null or absent: not known.
    directory: Option<DirectoryDocument>,
}

/// One member of the organisation.
#[derive(TS)]
#[ts(optional_fields = nullable, rename = "Member", rename_all = "camelCase")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
struct MemberDocument {
    /// Their address; compared trimmed and in lower case.
    email: String,
    /// Their name.
    name: Option<String>,
    /// The identity provider's immutable id, where known.
    id: Option<String>,
    /// Their role; default `user`.
    role: Option<Role>,
    /// The seat tier they hold; null or absent: none.
    seat_tier: Option<SeatTier>,
    /// Whether they have accepted their invitation; default `active`.
    status: Option<Status>,
    /// What they are; default `human`.
    kind: Option<MemberKind>,
}

/// The identity provider's side.
#[derive(TS)]
#[ts(optional_fields = nullable, rename = "Directory")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
struct DirectoryDocument {
    /// Its people. Without this list there is no directory; an empty one has nobody in it.
    users: Option<Vec<UserDocument>>,
    /// Names groups that no user lists, and gives groups their ids.
    groups: Option<Vec<GroupDocument>>,
    /// How it tells who is assigned to the application; default `listed`.
    assignment: Option<AssignmentDocument>,
    /// Whether the list is whole; default true.
    complete: Option<bool>,
}

/// One user of the directory.
#[derive(TS)]
#[ts(optional_fields = nullable, rename = "User")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
struct UserDocument {
    /// Their address; compared trimmed and in lower case.
    email: String,
    /// Their name.
    name: Option<String>,
    /// The identity provider's immutable id.
    id: Option<String>,
    /// False: deprovisioned, and so not assigned; default true.
    active: Option<bool>,
    /// Whether they are assigned to the application, as `assignment` reads it.
    assigned: Option<bool>,
    /// The groups they are in, by name or id.
    groups: Option<Vec<String>>,
}

/// One group of the directory.
#[derive(TS)]
#[ts(optional_fields = nullable, rename = "Group")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
struct GroupDocument {
    /// Its name.
    name: String,
    /// Its immutable id; wherever a group is named, its id does as well.
    id: Option<String>,
    /// The groups that are members of it, by name or id: nested groups are not provisioned.
    groups: Option<Vec<String>>,
}

vocabulary! {
    /// How a directory tells who is assigned to the application.
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
#[derive(TS)]
#[ts(untagged, rename = "Assignment")]
#[allow(dead_code, reason = "a shape for TypeScript: rosters are read straight into columns")]
enum AssignmentDocument {
    Word(AssignmentWord),
    Groups { groups: Vec<String> },
}

/// The declarations, as the text of a TypeScript module.
pub fn declarations() -> String {
    let mut declared = Declared { config: Config::default(), types: BTreeMap::new() };
    declared.visit::<ConfigDocument>();
    declared.visit::<RosterDocument>();
    declared.visit::<FullReport>();
    declared.visit::<Catalog>();
    declared.visit::<ErrorReport>();
    declared.visit::<Options>();
    declared.visit::<crate::rules::reference::RuleDocument>();
    let types = declared.types.into_values().collect::<Vec<_>>().join("\n\n");
    format!("// Written from the Rust types by `cargo xtask build`.\n\n{types}\n")
}

/// The types declared so far, by name.
struct Declared {
    config: Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::name(&self.config);
        if T::output_path().is_none() || self.types.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}", T::decl(&self.config));
        self.types.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_type_named_is_declared() {
        let text = super::declarations();
        for name in ["Config", "Roster", "FullReport", "Finding", "RuleCode", "Catalog", "Reason"] {
            assert!(text.contains(&format!("export type {name} =")), "{name} is not declared");
        }
    }
}
