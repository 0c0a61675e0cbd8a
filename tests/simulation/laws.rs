//! What has to hold between the reports of two related scenarios, and what a run must have met with.

use crate::check;
use crate::compare::{Mismatches, Tally, rows};
use crate::generate::READINGS;
use crate::rng::Rng;
use crate::scenario::Scenario;
use crate::world::{Arrivals, World};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn by_email(report: &Value) -> BTreeMap<&str, &Value> {
    rows(report, "people")
        .iter()
        .map(|row| (row["email"].as_str().unwrap_or_default(), row))
        .collect()
}

/// Shuffling the rows of both sides changes nobody's fate, except where the order of arrival decides.
pub fn permuted_rows(config: &Value, roster: &Value, seed: u64) -> Mismatches {
    let mut dice = Rng::new(!seed);
    let mut permuted = roster.clone();
    for list in ["/members", "/directory/users", "/directory/groups"] {
        if let Some(Value::Array(rows)) = permuted.pointer_mut(list) {
            dice.shuffle(rows);
        }
    }
    let room = |roster: &Value| {
        let scenario = Scenario::read(config, roster);
        let settled =
            World { scenario: &scenario, settings: &scenario.proposal }.play(Arrivals::AsListed);
        let defaulted = settled.sitting.defaulted.iter().map(|i| scenario.people[*i].email.clone());
        (settled.sitting.room_for_defaulting, defaulted.collect::<Vec<_>>())
    };
    let ((room_before, defaulted), (room_after, _)) = (room(roster), room(&permuted));
    let (report, other) = (check(config, roster), check(config, &permuted));
    let mut out = Mismatches::default();
    let people = by_email(&other);
    out.demand("permuted people", "", rows(&report, "people").len(), &json!(people.len()));
    for (email, row) in by_email(&report) {
        let Some(twin) = people.get(email) else {
            continue;
        };
        out.demand("permuted role", email, row["after"]["role"].clone(), &twin["after"]["role"]);
        let is_spared = row["dependsOn"] != json!([])
            || room_before != room_after && defaulted.iter().any(|other| other == email);
        if !is_spared {
            for key in ["outcome", "after", "when", "dependsOn"] {
                out.demand(&format!("permuted {key}"), email, row[key].clone(), &twin[key]);
            }
        }
    }
    out
}

/// With room for everyone there is nothing to wait for, and whoever did not wait keeps role and access.
pub fn endless_seats(config: &Value, roster: &Value) -> Mismatches {
    let mut endless = config.clone();
    if let Some(organization) = endless["organization"].as_object_mut() {
        organization.remove("seats");
    }
    let (report, other) = (check(config, roster), check(&endless, roster));
    let mut out = Mismatches::default();
    out.demand("endless seats: waiting", "", 0, &other["counts"]["waiting"]);
    for (row, twin) in rows(&report, "people").iter().zip(rows(&other, "people")) {
        let email = row["email"].as_str().unwrap_or_default();
        out.demand("endless seats: dependsOn", email, json!([]), &twin["dependsOn"]);
        if row["outcome"] == "waiting" {
            out.demand("endless seats: outcome", email, "added", &twin["outcome"]);
        } else {
            out.demand(
                "endless seats: access",
                email,
                row["after"]["access"].clone(),
                &twin["after"]["access"],
            );
        }
        out.demand(
            "endless seats: role",
            email,
            row["after"]["role"].clone(),
            &twin["after"]["role"],
        );
    }
    out
}

/// What has settled stays as it is: the same settings over the list that they led to change nobody.
///
/// With one exception that the readings make: `tierUnmapped: removed` spares the newly added and takes them as members.
pub fn settled_again(config: &Value, roster: &Value) -> Mismatches {
    let mut out = Mismatches::default();
    if config["assumptions"]["tierUnmapped"] == "removed" {
        return out;
    }
    let report = check(config, roster);
    let listed: BTreeMap<_, _> = Scenario::read(config, roster)
        .people
        .into_iter()
        .filter_map(|person| Some((person.email, person.member?)))
        .collect();
    let members: Vec<Value> = rows(&report, "people")
        .iter()
        .filter_map(|row| match row["outcome"].as_str()? {
            "waiting" | "removed" | "not-a-member" => None,
            "unknown" => {
                let member = listed.get(row["email"].as_str()?)?;
                Some(json!({ "email": row["email"], "role": member.role, "seatTier": member.tier }))
            }
            _ => {
                let mut member = row["after"].clone();
                member["email"] = row["email"].clone();
                member.as_object_mut()?.remove("access");
                Some(member)
            }
        })
        .collect();
    let (mut again, mut settled) = (config.clone(), roster.clone());
    again["saved"] = config["provisioning"].clone();
    settled["members"] = json!(members);
    let other = check(&again, &settled);
    let people = by_email(&other);
    for (email, row) in by_email(&report) {
        let Some(twin) = people.get(email) else {
            continue;
        };
        let outcome = match &row["outcome"] {
            came if came == "added" || came == "changed" => json!("kept"),
            gone if gone == "removed" => json!("not-a-member"),
            same => same.clone(),
        };
        out.demand("settled again: outcome", email, outcome, &twin["outcome"]);
        out.demand("settled again: after", email, row["after"].clone(), &twin["after"]);
    }
    out
}

/// A reading that the report does not name can be taken otherwise without any difference to people. One reading a world.
pub fn unnamed_readings(config: &Value, roster: &Value, seed: u64) -> Mismatches {
    let report = check(config, roster);
    let (reading, values) = READINGS[..READINGS.len() - 1][seed as usize % (READINGS.len() - 1)];
    let mut out = Mismatches::default();
    if rows(&report, "assumptions").iter().any(|row| row["id"] == reading) {
        return out;
    }
    for value in values {
        let mut otherwise = config.clone();
        if !otherwise["assumptions"].is_object() {
            otherwise["assumptions"] = json!({});
        }
        otherwise["assumptions"][reading] = json!(value);
        let other = check(&otherwise, roster);
        for (row, twin) in rows(&report, "people").iter().zip(rows(&other, "people")) {
            let email = row["email"].as_str().unwrap_or_default();
            for key in ["outcome", "before", "after"] {
                let about = format!("unnamed {reading}={value}: {key}");
                out.demand(&about, email, row[key].clone(), &twin[key]);
            }
        }
    }
    out
}

/// Takes down what a world and its report contain.
pub fn count(config: &Value, report: &Value, tally: &mut Tally) {
    let mut seen = |what: String| *tally.entry(what).or_default() += 1;
    let provisioning = &config["provisioning"];
    let mode = provisioning["mode"].as_str().unwrap_or("manual");
    let mapping = match provisioning["groupMapping"].as_object() {
        None => "off",
        Some(mapping) if mapping.is_empty() => "empty",
        Some(mapping) if mapping.len() == 2 => "roles and tiers",
        Some(mapping) if mapping.contains_key("roles") => "roles",
        Some(_) => "tiers",
    };
    seen(format!("plan {} mode {mode}", config["organization"]["plan"]));
    seen(format!("mode {mode} mapping {mapping}"));
    seen(format!("saved {} {}", config["saved"].is_object(), config["saved"]["mode"]));
    for row in rows(report, "people") {
        seen(format!("outcome {}", row["outcome"]));
        seen(format!("when {}", row["when"]));
        seen(format!("outcome {} mode {mode} mapping {mapping}", row["outcome"]));
        if row["dependsOn"] != json!([]) {
            seen("marked arrival-order".into());
        }
        if row["before"] != row["after"] && row["outcome"] == "kept" {
            seen("kept though before differs".into());
        }
    }
    for row in rows(report, "assumptions") {
        seen(format!("reading {}={}", row["id"], row["value"]));
    }
}

/// A run that never meets a case proves nothing about it.
pub fn assert_everything_occurred(tally: &Tally) {
    let mut rare = Vec::new();
    let mut at_least = |least: usize, what: &str| {
        let seen = tally.get(what).copied().unwrap_or_default();
        if seen < least {
            rare.push(format!("{what}: {seen}, wanted {least}"));
        }
    };
    for outcome in
        ["kept", "changed", "added", "removed", "blocked", "waiting", "not-a-member", "unknown"]
    {
        at_least(300, &format!("outcome \"{outcome}\""));
    }
    for when in ["on-save", "next-sync", "next-login", "when-seats-are-bought", "never"] {
        at_least(200, &format!("when \"{when}\""));
    }
    at_least(300, "marked arrival-order");
    at_least(300, "shuffle changes a marked person");
    for plan in crate::catalogue::PLANS.iter() {
        for mode in ["manual", "jit", "scim"] {
            at_least(30, &format!("plan \"{}\" mode {mode}", plan.name));
        }
    }
    for mode in ["manual", "jit", "scim"] {
        for mapping in ["off", "empty", "roles", "tiers", "roles and tiers"] {
            at_least(3, &format!("mode {mode} mapping {mapping}"));
        }
    }
    for (reading, values) in READINGS.iter().filter(|(id, _)| *id != "siblingScope") {
        for value in *values {
            at_least(5, &format!("reading \"{reading}\"=\"{value}\""));
        }
    }
    for finding in [
        "plan/no-parent error",
        "plan/sso-not-connected error",
        "plan/no-verified-domain error",
        "plan/directory-not-connected error",
        "plan/scim-on-team error",
        "plan/scim-under-team-parent error",
        "plan/parent-kind-mismatch warning",
        "plan/mapping-in-manual warning",
        "plan/role-not-offered error",
        "plan/tier-not-offered error",
        "plan/actor-may-not-save error",
        "lockout/actor-not-given info",
        "lockout/actor-loses-access error",
        "lockout/actor-demoted error",
        "lockout/no-admin-left error",
        "lockout/few-admins-left info",
        "lockout/few-admins-left warning",
        "lockout/admin-demoted warning",
        "lockout/admin-role-unmapped error",
        "lockout/admin-role-unmapped warning",
        "lockout/sso-shuts-out warning",
        "removal/members-removed warning",
        "removal/mass-loss error",
        "removal/stays-listed warning",
        "removal/already-without info",
        "removal/service-account warning",
        "removal/keys-stay-live info",
        "roster/no-directory error",
        "roster/no-directory info",
        "roster/assignment-unknown error",
    ] {
        at_least(8, &format!("finding {finding}"));
    }
    assert!(rare.is_empty(), "too rare to prove anything:\n{}", rare.join("\n"));
}
