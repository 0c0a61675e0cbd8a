//! Every file under `tests/repairs/`: an input, and what can be done about it, worked out by hand from the domain's rules.
//! What a file does not mention is not compared; what has to hold of every fix there is, is (`laws`).
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "repairs/case.rs"]
mod case;
#[path = "repairs/expected.rs"]
mod expected;
#[path = "repairs/laws.rs"]
mod laws;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use case::Case;
use rolecall::Locale;
use rolecall::model::Severity;
use rolecall::rules::{RuleDocument, documents};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/repairs");
const SCENARIOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios");

/// Errors about which nothing can be done by a fix: none.
const WITHOUT_FIX: &[&str] = &[];

#[test]
fn every_case_holds_in_every_language() {
    let cases = case::all(Path::new(FOLDER));
    assert!(cases.len() >= 70, "only {} cases were found", cases.len());
    let mut failures = Vec::new();
    for case in &cases {
        for locale in [Locale::En, Locale::Ja] {
            let wrong = expected::differences(case, locale);
            let name = &case.name;
            failures.extend(wrong.into_iter().map(|wrong| format!("{name} ({locale}): {wrong}")));
        }
    }
    assert!(failures.is_empty(), "{} differences:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_laws_hold_of_every_case() {
    let cases = case::all(Path::new(FOLDER)).into_iter();
    let cases = cases.chain(case::all(Path::new(SCENARIOS))).chain(examples());
    let failures: Vec<String> = cases.flat_map(|case| laws::broken(&case)).collect();
    assert!(failures.is_empty(), "{} breaches:\n{}", failures.len(), failures.join("\n"));
}

fn rules() -> Vec<RuleDocument> {
    documents(Locale::En).unwrap()
}

/// The documented example of every rule.
fn examples() -> impl Iterator<Item = Case> {
    rules().into_iter().map(|rule| Case::of_text(rule.code, &rule.fails.to_string()))
}

/// The documented example of every rule that blocks has a fix.
#[test]
fn every_error_has_a_fix() {
    let (mut without, mut of_cases) = (Vec::new(), BTreeMap::<String, BTreeSet<String>>::new());
    for case in case::all(Path::new(FOLDER)) {
        for code in case.expected_fixes() {
            of_cases.entry(code).or_default().insert(case.name.clone());
        }
    }
    for (rule, case) in rules().iter().zip(examples()) {
        let report = case.answer(Locale::En);
        let errors = report["findings"].as_array().unwrap().iter();
        let mut errors = errors.filter(|it| it["code"] == rule.code && it["severity"] == "error");
        let lacks = |finding: &serde_json::Value| finding["fixes"].as_array().unwrap().is_empty();
        let known = WITHOUT_FIX.contains(&rule.code);
        if errors.any(lacks) != known {
            without.push(format!("{}: its example has no fix", rule.code));
        }
        if rule.severity == Severity::Error && !known && !of_cases.contains_key(rule.code) {
            without.push(format!("{}: no case expects a fix", rule.code));
        }
    }
    assert!(without.is_empty(), "{}", without.join("\n"));
}
