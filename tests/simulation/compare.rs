//! The engine's report held against the settled world.

use crate::findings::{Expected, expected};
use crate::preview::{Preview, preview};
use crate::rng::Rng;
use crate::scenario::{Person, Scenario};
use crate::world::{Arrivals, Fate, Standing, World};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// One point on which the two differ.
pub struct Mismatch {
    /// What kind of difference it is: the same for all worlds that show it.
    pub about: String,
    pub who: String,
    pub expected: Value,
    pub got: Value,
}

#[derive(Default)]
pub struct Mismatches(pub Vec<Mismatch>);

impl Mismatches {
    pub fn demand(&mut self, about: &str, who: &str, expected: impl Into<Value>, got: &Value) {
        let expected = expected.into();
        if expected != *got {
            let (about, who) = (about.to_owned(), who.to_owned());
            self.0.push(Mismatch { about, who, expected, got: got.clone() });
        }
    }
}

/// How often each thing was seen.
pub type Tally = BTreeMap<String, usize>;

pub fn standing(standing: Option<Standing>) -> Value {
    standing.map_or(Value::Null, |standing| {
        json!({ "role": standing.role, "seatTier": standing.tier, "access": standing.access })
    })
}

pub fn rows<'v>(report: &'v Value, key: &str) -> &'v [Value] {
    report[key].as_array().map_or(&[], Vec::as_slice)
}

/// Plays the scenario in the listed order, and in others where order decides, and compares all with the report.
pub fn compare(scenario: &Scenario, report: &Value, seed: u64, tally: &mut Tally) -> Mismatches {
    let mut mismatches = Mismatches::default();
    let world = World { scenario, settings: &scenario.proposal };
    let preview = preview(scenario, world.play(Arrivals::AsListed));
    compare_people(scenario, &preview, report, &mut mismatches);
    compare_numbers(scenario, &preview, report, &mut mismatches);
    compare_findings(scenario, &preview, report, &mut mismatches, tally);
    for round in 0..8 {
        let dice = Rng::new(seed ^ (round + 1) << 40);
        let arrivals = Arrivals::Shuffled { dice, queues: round % 2 == 0 };
        compare_shuffled(&world, &preview, arrivals, report, &mut mismatches, tally);
    }
    mismatches
}

fn spoken_of<'a>(
    scenario: &'a Scenario,
    preview: &'a Preview,
) -> Vec<(usize, &'a Person, &'a Fate)> {
    let fates = preview.after.fates.iter();
    let all = scenario.people.iter().zip(fates).enumerate();
    all.filter_map(|(index, (person, fate))| Some((index, person, fate.as_ref()?))).collect()
}

fn compare_people(scenario: &Scenario, preview: &Preview, report: &Value, out: &mut Mismatches) {
    let people = spoken_of(scenario, preview);
    let listed: Value = rows(report, "people").iter().map(|row| row["email"].clone()).collect();
    let order: Value = people.iter().map(|(_, person, _)| json!(person.email)).collect();
    out.demand("the list of people", "", order.clone(), &listed);
    if order != listed {
        return;
    }
    for ((index, person, fate), row) in people.into_iter().zip(rows(report, "people")) {
        let who = &person.email;
        out.demand("outcome", who, fate.outcome, &row["outcome"]);
        out.demand("after", who, standing(fate.standing), &row["after"]);
        out.demand("before", who, standing(preview.before[index]), &row["before"]);
        out.demand("when", who, fate.when, &row["when"]);
        let contested = preview.after.sitting.contested.contains(&index);
        let depends = if contested { json!(["arrival-order"]) } else { json!([]) };
        out.demand("dependsOn", who, depends, &row["dependsOn"]);
    }
}

const OUTCOMES: [&str; 8] =
    ["kept", "changed", "added", "removed", "blocked", "waiting", "not-a-member", "unknown"];

fn compare_numbers(scenario: &Scenario, preview: &Preview, report: &Value, out: &mut Mismatches) {
    let people = spoken_of(scenario, preview);
    for outcome in OUTCOMES {
        let count = people.iter().filter(|(.., fate)| fate.outcome == outcome).count();
        out.demand("counts", outcome, count, &report["counts"][outcome]);
    }

    let tiers: Value = rows(report, "seats").iter().map(|row| row["tier"].clone()).collect();
    out.demand("tiers", "", json!(scenario.plan.tiers), &tiers);
    for row in rows(report, "seats") {
        let tier = row["tier"].as_str().unwrap_or_default();
        let before = preview.seat_before.iter().filter(|seat| **seat == Some(tier)).count();
        let after = people.iter().filter(|(.., fate)| fate.seat == Some(tier)).count();
        out.demand("seats.purchased", tier, json!(scenario.purchased.get(tier)), &row["purchased"]);
        out.demand("seats.before", tier, before, &row["before"]);
        out.demand("seats.after", tier, after, &row["after"]);
    }

    let short = rows(report, "seats").iter().filter_map(|row| row["short"].as_u64()).sum::<u64>();
    out.demand("seats.short", "all tiers", preview.after.sitting.unserved.len(), &json!(short));

    let holds = |standing: Option<Standing>, role: &str| {
        standing.is_some_and(|standing| standing.access && standing.role == role)
    };
    for role in scenario.plan.roles.iter().chain(&[crate::catalogue::PRIMARY_OWNER]) {
        let before = preview.before.iter().filter(|before| holds(**before, role)).count();
        let after = people.iter().filter(|(.., fate)| holds(fate.standing, role)).count();
        let row = rows(report, "roles").iter().find(|row| row["role"] == **role);
        let nobody = json!({ "before": 0, "after": 0 });
        let row = row.unwrap_or(&nobody);
        out.demand("roles.before", role, before, &row["before"]);
        out.demand("roles.after", role, after, &row["after"]);
    }
}

/// The codes that are counted again here; others are none of the simulation's business.
fn is_counted(code: &str) -> bool {
    !matches!(code, "input/unknown-key" | "input/unknown-value" | "roster/confusable-name")
}

/// What is compared of the findings of one code.
type Grave = Vec<(String, Option<u64>)>;

fn compare_findings(
    scenario: &Scenario,
    preview: &Preview,
    report: &Value,
    out: &mut Mismatches,
    tally: &mut Tally,
) {
    let mut got: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for finding in rows(report, "findings") {
        let code = finding["code"].as_str().unwrap_or_default();
        if is_counted(code) {
            got.entry(code).or_default().push(finding);
        }
    }
    let mut due: BTreeMap<&str, Vec<Expected>> = BTreeMap::new();
    for finding in expected(scenario, preview).0 {
        *tally.entry(format!("finding {} {}", finding.code, finding.severity)).or_default() += 1;
        due.entry(finding.code).or_default().push(finding);
    }
    let codes: BTreeSet<&str> = got.keys().chain(due.keys()).copied().collect();
    for code in codes {
        let got = got.get(code).map_or(&[][..], Vec::as_slice);
        let due = due.get(code).map_or(&[][..], Vec::as_slice);
        out.demand(&format!("times {code}"), "", due.len(), &json!(got.len()));
        if due.len() != got.len() {
            continue;
        }
        let says_people = due.iter().all(|due| due.people.is_some());
        let mut wanted: Grave =
            due.iter().map(|due| (due.severity.to_owned(), due.people.map(|n| n as u64))).collect();
        let mut given: Grave = got
            .iter()
            .map(|got| {
                let people = says_people.then(|| got["people"]["count"].as_u64()).flatten();
                (got["severity"].as_str().unwrap_or_default().to_owned(), people)
            })
            .collect();
        wanted.sort();
        given.sort();
        out.demand(&format!("severity and people {code}"), "", json!(wanted), &json!(given));
        let swallows = due.first().map_or(&[][..], |due| due.swallows);
        for finding in got.iter().filter(|_| !swallows.is_empty()) {
            out.demand(&format!("swallowed {code}"), "", json!(swallows), &finding["swallowed"]);
        }
    }

    let severities = || rows(report, "findings").iter().map(|finding| &finding["severity"]);
    let verdict = if severities().any(|severity| severity == "error") {
        "block"
    } else if severities().any(|severity| severity == "warning") {
        "confirm"
    } else {
        "pass"
    };
    out.demand("verdict", "", verdict, &report["verdict"]);
}

/// Whoever the engine does not mark has the same fate whatever the order, and the role never hangs on it.
fn compare_shuffled(
    world: &World,
    preview: &Preview,
    arrivals: Arrivals,
    report: &Value,
    out: &mut Mismatches,
    tally: &mut Tally,
) {
    let shuffled = world.play(arrivals);
    let is_other_room =
        shuffled.sitting.room_for_defaulting != preview.after.sitting.room_for_defaulting;
    if is_other_room && !shuffled.sitting.defaulted.is_empty() {
        *tally.entry("shuffle leaves other room for defaulting".into()).or_default() += 1;
    }
    let people = spoken_of(world.scenario, preview);
    if people.len() != rows(report, "people").len() {
        return;
    }
    for ((index, person, _), row) in people.into_iter().zip(rows(report, "people")) {
        let Some(fate) = &shuffled.fates[index] else {
            continue;
        };
        let after = standing(fate.standing);
        out.demand("shuffled role", &person.email, after["role"].clone(), &row["after"]["role"]);
        let is_knocked_on = is_other_room && shuffled.sitting.defaulted.contains(&index);
        let differs = after != row["after"];
        if row["dependsOn"] == json!(["arrival-order"]) {
            *tally.entry("shuffle changes a marked person".into()).or_default() +=
                usize::from(differs);
        } else if is_knocked_on {
            *tally.entry("shuffle changes an unmarked person".into()).or_default() +=
                usize::from(differs);
        } else {
            out.demand("shuffled after", &person.email, after, &row["after"]);
            out.demand("shuffled outcome", &person.email, fate.outcome, &row["outcome"]);
        }
    }
}
