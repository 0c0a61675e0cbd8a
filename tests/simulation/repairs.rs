//! What has to hold of fixes and repairs: patches are applied by another's hand, and what comes of it is checked by the
//! engine and by the world.

use crate::check;
use crate::compare::{self, Mismatches, Tally, rows};
use crate::scenario::Scenario;
use rolecall::input::Options;
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
        if std::env::var("ROLECALL_WHY").is_ok() {
            println!("NOREPAIR seed {seed} {config} {} => {}", document["roster"], answered);
        }
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
