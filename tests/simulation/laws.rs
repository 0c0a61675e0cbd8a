//! What has to hold between the reports of two related scenarios.

pub mod asked;
pub mod findings;

use crate::check;
use crate::compare::{Mismatches, rows};
use crate::generate::READINGS;
use crate::rng::Rng;
use crate::scenario::Scenario;
use crate::world::{Arrivals, World};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub fn by_email(report: &Value) -> BTreeMap<&str, &Value> {
    rows(report, "people")
        .iter()
        .map(|row| (row["email"].as_str().unwrap_or_default(), row))
        .collect()
}

/// The roster with the rows of both sides in another order.
pub fn permuted(roster: &Value, seed: u64) -> Value {
    let mut dice = Rng::new(!seed);
    let mut permuted = roster.clone();
    for list in ["/members", "/directory/users", "/directory/groups"] {
        if let Some(Value::Array(rows)) = permuted.pointer_mut(list) {
            dice.shuffle(rows);
        }
    }
    permuted
}

/// Shuffling the rows of both sides changes nobody's fate, except where the order of arrival decides.
pub fn permuted_rows(config: &Value, roster: &Value, seed: u64) -> Mismatches {
    let permuted = permuted(roster, seed);
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
