//! What has to hold of fixes and repairs: patches are applied by another's hand, and what comes of it is checked by the
//! engine and by the world.

use crate::catalogue::PLANS;
use crate::check;
use crate::compare::{self, Mismatches, Tally, rows};
use crate::preview::preview;
use crate::scenario::Scenario;
use crate::world::{Arrivals, World};
use rolecall::Options;
use rolecall::{Config, Preview, Roster};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of how many fixes every subset is tried.
const MOST_SUBSETS: usize = 5;

fn repairs(config: &Value, roster: &Value) -> Value {
    let config = Config::from_json(config.to_string().as_bytes()).expect("a configuration");
    let roster = Roster::from_json(roster.to_string().as_bytes()).expect("a roster");
    let repairs = Preview::new(&config, &roster).repairs(&Options::default());
    serde_json::to_value(repairs).expect("repairs are JSON")
}

/// The roster as it is understood: what patches address.
fn understood(roster: &Value) -> Value {
    let roster = Roster::from_json(roster.to_string().as_bytes()).expect("a roster");
    serde_json::to_value(roster.document()).expect("a roster is JSON")
}

/// The document after patches, one after the other; what one of them cannot be applied to.
fn patched<'p>(document: &Value, patches: impl IntoIterator<Item = &'p Value>) -> Option<Value> {
    let mut document = document.clone();
    for patch in patches {
        let patch: json_patch::Patch = serde_json::from_value(patch.clone()).expect("a patch");
        json_patch::patch(&mut document, &patch).ok()?;
    }
    Some(document)
}

fn answer(document: &Value) -> Value {
    check(&document["config"], &document["roster"])
}

fn ids(report: &Value) -> BTreeSet<String> {
    let findings = rows(report, "findings").iter();
    findings.map(|finding| finding["id"].as_str().unwrap_or_default().to_owned()).collect()
}

fn errors(report: &Value) -> Vec<String> {
    let findings = rows(report, "findings").iter();
    let errors = findings.filter(|finding| finding["severity"] == "error");
    errors.map(|finding| finding["code"].as_str().unwrap_or_default().to_owned()).collect()
}

fn listed(list: &Value) -> BTreeSet<String> {
    let ids = list.as_array().into_iter().flatten();
    ids.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// Every fix clears what it is offered for, and clears and introduces exactly what it says.
pub fn fixes_are_exact(config: &Value, roster: &Value, tally: &mut Tally) -> Mismatches {
    let mut out = Mismatches::default();
    let roster = understood(roster);
    let document = json!({ "config": config, "roster": roster });
    let report = answer(&document);
    let before = ids(&report);
    for finding in rows(&report, "findings") {
        for fix in rows(finding, "fixes") {
            let code = finding["code"].as_str().unwrap_or_default();
            *tally.entry(format!("fix of {code}")).or_default() += 1;
            let Some(mended) = patched(&document, [&fix["patch"]]) else {
                out.demand(&format!("fix of {code}"), "applies", json!(true), fix);
                continue;
            };
            let report = answer(&mended);
            let after = ids(&report);
            let about = format!("fix of {code}: {}", fix["title"]);
            let cleared: BTreeSet<_> = before.difference(&after).cloned().collect();
            let introduced: BTreeSet<_> = after.difference(&before).cloned().collect();
            out.demand(&about, "clears", json!(cleared), &json!(listed(&fix["clears"])));
            out.demand(&about, "introduces", json!(introduced), &json!(listed(&fix["introduces"])));
            let worse = rows(&report, "findings").iter().any(|it| {
                it["severity"] == "error" && !before.contains(it["id"].as_str().unwrap_or_default())
            });
            out.demand(&about, "introduces an error", json!(false), &json!(worse));
        }
    }
    out
}

/// A repair leaves no error, as the engine and the world see it, and no proper subset of it does.
pub fn repairs_repair(config: &Value, roster: &Value, seed: u64, tally: &mut Tally) -> Mismatches {
    let mut out = Mismatches::default();
    let roster = understood(roster);
    let document = json!({ "config": config, "roster": roster });
    if errors(&answer(&document)).is_empty() {
        return out;
    }
    *tally.entry("blocked".into()).or_default() += 1;
    let answered = repairs(config, &document["roster"]);
    let repairs = rows(&answered, "repairs");
    let reasons = rows(&answered, "why");
    let checks = answered["search"]["checks"].as_u64().unwrap_or_default();
    out.demand("repairs", "at most 200 checks", json!(true), &json!(checks <= 200));
    out.demand(
        "repairs or reasons",
        "",
        json!(true),
        &json!(repairs.is_empty() != reasons.is_empty()),
    );
    if repairs.is_empty() {
        *tally.entry("blocked, without a repair".into()).or_default() += 1;
        for reason in reasons {
            *tally.entry(format!("why: {}", reason["code"])).or_default() += 1;
        }
    }
    for repair in repairs {
        let fixes = rows(repair, "fixes");
        *tally.entry(format!("repair of {} fixes", fixes.len())).or_default() += 1;
        let titles: Vec<&Value> = fixes.iter().map(|fix| &fix["title"]).collect();
        let about = format!("repair {titles:?}");
        let patches: Vec<&Value> = fixes.iter().map(|fix| &fix["patch"]).collect();
        let Some(mended) = patched(&document, patches.iter().copied()) else {
            out.demand("a repair applies", &about, json!(true), repair);
            continue;
        };
        let report = answer(&mended);
        out.demand("a repair leaves no error", &about, json!([]), &json!(errors(&report)));
        plan_locks_nobody_out(&document, repair, &mended, &mut out);
        let scenario = Scenario::read(&mended["config"], &mended["roster"]);
        let differs = compare::compare(&scenario, &report, seed, tally);
        out.0.extend(differs.0);
        if repair["minimality"] != "proven" || fixes.len() > MOST_SUBSETS {
            *tally.entry("repair without all subsets tried".into()).or_default() += 1;
            continue;
        }
        for subset in 0..(1_u32 << fixes.len()) - 1 {
            let some = patches.iter().enumerate().filter(|(at, _)| subset & 1 << at != 0);
            let some = patched(&document, some.map(|(_, patch)| *patch));
            let whole = some.is_some_and(|some| errors(&answer(&some)).is_empty());
            out.demand("a proper subset leaves no error", &about, json!(false), &json!(whole));
        }
    }
    out
}

/// Whoever has access today and in the end has it on the way too, with the settings in force today, but for those of
/// whom the plan says otherwise.
fn plan_locks_nobody_out(document: &Value, repair: &Value, end: &Value, out: &mut Mismatches) {
    if !document["config"]["saved"].is_object() {
        return; // whatever is in force, everyone has access
    }
    let (at_first, at_last) = (with_access(document, true), with_access(end, false));
    let steps = rows(repair, "plan");
    let followed: BTreeSet<u64> =
        steps.iter().flat_map(|step| rows(step, "fixes")).filter_map(Value::as_u64).collect();
    let fixes = rows(repair, "fixes").len() as u64;
    out.demand("a plan", "follows every fix", json!(fixes), &json!(followed.len()));
    let mut here = document.clone();
    for step in steps.iter().take_while(|step| step["id"] != "settings" && step["id"] != "save") {
        let patches = rows(step, "fixes").iter().filter_map(Value::as_u64);
        let patches: Vec<&Value> =
            patches.map(|fix| &repair["fixes"][fix as usize]["patch"]).collect();
        let Some(there) = patched(&here, patches) else {
            out.demand("a step of a plan applies", "", json!(true), step);
            return;
        };
        here = there;
        let now = with_access(&here, true);
        let locked_out: BTreeSet<_> = at_first
            .intersection(&at_last)
            .filter(|email| !now.contains(*email))
            .cloned()
            .collect();
        let said = listed(&step["lockedOut"]["sample"]);
        out.demand(
            "a plan locks nobody out",
            &step["id"].to_string(),
            json!(locked_out),
            &json!(said),
        );
    }
}

/// Who has access with the settings in force, or with the proposed ones.
fn with_access(document: &Value, in_force: bool) -> BTreeSet<String> {
    let scenario = Scenario::read(&document["config"], &document["roster"]);
    let settled =
        World { scenario: &scenario, settings: &scenario.proposal }.play(Arrivals::AsListed);
    let preview = preview(&scenario, settled);
    let people = scenario.people.iter().enumerate();
    let has_access = |index: usize| match in_force {
        true => preview.before[index].is_some_and(|standing| standing.access),
        false => {
            let fate = preview.after.fates[index].as_ref();
            fate.and_then(|fate| fate.standing).is_some_and(|standing| standing.access)
        }
    };
    people.filter(|(index, _)| has_access(*index)).map(|(_, person)| person.email.clone()).collect()
}

/// The configuration with expectations that could be met: at most one, of somebody else than who saves, or of a group.
pub fn fair(config: &Value) -> Value {
    let mut config = config.clone();
    let plan = config["organization"]["plan"].as_str().unwrap_or_default().to_owned();
    let offer = PLANS.iter().find(|offer| offer.name == plan).expect("a plan");
    let actor = config["actor"].as_str().unwrap_or_default().trim().to_lowercase();
    let is_fair = |entry: &&Value| {
        let is_offered =
            |key, offered: &[&str]| entry[key].as_str().is_none_or(|word| offered.contains(&word));
        let asks_more = entry["role"].is_string() || entry["seatTier"].is_string();
        let email = entry["email"].as_str().unwrap_or_default().trim().to_lowercase();
        is_offered("role", offer.roles)
            && is_offered("seatTier", offer.tiers)
            && !(entry["access"] == false && asks_more)
            && entry["everyone"] != true
            && entry["group"].is_null()
            && (email.is_empty() || email != actor)
    };
    if let Some(expect) = config["expect"].as_array() {
        config["expect"] = json!(expect.iter().find(is_fair).into_iter().collect::<Vec<_>>());
    }
    config
}

/// Whether the world is blocked, and has a repair.
pub fn is_repaired(config: &Value, roster: &Value) -> Option<bool> {
    let document = json!({ "config": config, "roster": understood(roster) });
    if errors(&answer(&document)).is_empty() {
        return None;
    }
    Some(!rows(&repairs(&document["config"], &document["roster"]), "repairs").is_empty())
}
