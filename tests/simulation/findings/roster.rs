//! What is odd about the rows of both sides.

use super::{Case, Findings};
use crate::scenario::{Mode, Scenario, address, rows};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn findings(scenario: &Scenario, found: &mut Findings) {
    let needs_directory = scenario.proposal.mode != Mode::Manual;
    let directory = &scenario.directory;
    if !directory.present {
        found.add("roster/no-directory", if needs_directory { "error" } else { "info" }, None);
    } else if needs_directory && directory.says_no_assignment() {
        found.add("roster/assignment-unknown", "error", None);
    }
    if directory.present && !directory.complete {
        found.add("input/cut-list", "warning", None);
    }

    let members = || scenario.people.iter().filter(|person| person.member.is_some());
    let on_both_sides = members().filter(|person| person.user.is_some()).count();
    if directory.present && 2 * on_both_sides < members().count() {
        found.add("roster/sides-do-not-match", "warning", None);
    }

    for side in ["/members", "/directory/users"] {
        let side = scenario.roster.pointer(side).unwrap_or(&Value::Null);
        if rows(side).any(|row| address(&row["email"]).is_none()) {
            found.add("roster/bad-email", "warning", Some(0));
        }
        repeated(side, found);
    }
    let bad = scenario.people.iter().filter(|person| !is_address(&person.email));
    found.add_for("roster/bad-email", "warning", bad.count());

    let differs = members().filter(|person| {
        let typed = person.member.as_ref().zip(person.user.as_ref());
        typed.is_some_and(|(member, user)| member.typed != user.typed)
    });
    found.add_for("roster/email-case-differs", "info", differs.count());

    unknown_values(scenario, found);
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !text.contains(char::is_whitespace)
    })
}

fn repeated(side: &Value, found: &mut Findings) {
    let mut by_address: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for row in rows(side) {
        if let Some(email) = address(&row["email"]) {
            by_address.entry(email).or_default().push(row);
        }
    }
    by_address.retain(|_, rows| rows.len() > 1);
    let is_same = |rows: &&Vec<&Value>| rows.iter().all(|row| says(row) == says(rows[0]));
    let same = by_address.values().filter(is_same).count();
    found.add_for("roster/duplicate-person", "info", same);
    found.add_for("roster/duplicate-person", "warning", by_address.len() - same);
}

/// What a row says: in which order it names groups, and how often, is not part of it.
fn says(row: &Value) -> Value {
    let mut row = row.clone();
    if let Some(groups) = row.get_mut("groups").and_then(Value::as_array_mut) {
        groups.sort_by_key(Value::to_string);
        groups.dedup();
    }
    row
}

/// One finding for each word that stands where it means nothing.
fn unknown_values(scenario: &Scenario, found: &mut Findings) {
    let plan = scenario.plan;
    let is_known = |key: &str, word: &str| match key {
        "role" => plan.held_role(word).is_some(),
        "seatTier" => plan.tier(word).is_some(),
        "status" => matches!(word, "active" | "pending"),
        _ => matches!(word, "human" | "service"),
    };
    let mut strange: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for row in rows(&scenario.roster["members"]) {
        for key in ["role", "seatTier", "status", "kind"] {
            if let Some(word) = row[key].as_str().filter(|word| !is_known(key, word)) {
                strange.entry((key, word)).or_default().extend(address(&row["email"]));
            }
        }
    }
    if scenario.roster["directory"]["assignment"] == "perhaps" {
        strange.insert(("assignment", "perhaps"), BTreeSet::new());
    }
    for people in strange.into_values() {
        found.add("roster/unknown-value", "warning", Some(people.len()));
    }
}

/// People who are given a place under a domain that single sign-on does not cover.
pub fn outside_domains(case: &Case, found: &mut Findings) {
    if case.mode() == Mode::Manual {
        return;
    }
    let is_covered = |email: &str| {
        case.scenario
            .parent
            .as_ref()
            .zip(email.rsplit_once('@'))
            .is_some_and(|(parent, (_, domain))| parent.verified.contains(domain))
    };
    let outside = case.count(|passage| {
        case.world.is_entitled(passage.person) && !is_covered(&passage.person.email)
    });
    found.add_for("roster/outside-domains", "warning", outside);
}
