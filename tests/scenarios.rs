//! Every file under `tests/scenarios/`: an input, and the parts of the answer that were worked out
//! by hand from the domain's rules. What a file does not mention is not compared.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use rolecall::Locale;
use serde_json::{Value, json};

#[test]
fn every_scenario_holds_in_every_language() {
    let mut files = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios")), &mut files);
    files.sort();
    assert!(files.len() >= 100, "only {} scenario files were found", files.len());
    let mut failures = Vec::new();
    for file in &files {
        let scenario = fs::read_to_string(file).unwrap();
        let scenario: Value = serde_json::from_str(&scenario)
            .unwrap_or_else(|error| panic!("{} is not JSON: {error}", file.display()));
        for locale in [Locale::En, Locale::Ja] {
            let wrong = differences(&scenario, &answer(&scenario, locale), locale);
            let name = file.display();
            failures.extend(wrong.into_iter().map(|wrong| format!("{name} ({locale}): {wrong}")));
        }
    }
    assert!(failures.is_empty(), "{} differences:\n{}", failures.len(), failures.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
}

fn answer(scenario: &Value, locale: Locale) -> Value {
    let text = |side: &str| scenario[side].to_string().into_bytes();
    match rolecall::check_json(&text("config"), &text("roster"), locale) {
        Ok(report) => serde_json::to_value(report).unwrap(),
        Err(error) => json!({ "error": serde_json::to_value(error).unwrap() }),
    }
}

/// What the answer has otherwise than the scenario expects.
fn differences(scenario: &Value, answer: &Value, locale: Locale) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(expected) = scenario["expect"].as_object() else {
        return vec!["nothing is expected".to_owned()];
    };
    if answer.get("error").is_some() && !expected.contains_key("error") {
        return vec![format!("refused: {}", answer["error"])];
    }
    for (key, expected) in expected {
        match key.as_str() {
            "people" => each(expected, &mut wrong, |email, expected, wrong| {
                let people = answer["people"].as_array().unwrap();
                match people.iter().find(|person| person["email"] == email) {
                    Some(person) => same_person(expected, person, email, wrong),
                    None if expected.is_null() => {}
                    None => wrong.push(format!("{email} is not in the answer")),
                }
            }),
            "findings" => each(expected, &mut wrong, |code, expected, wrong| {
                same_findings(code, expected, answer, locale, wrong);
            }),
            "absent" => each(expected, &mut wrong, |_, code, wrong| {
                if let Some(finding) = findings(answer, code.as_str().unwrap()).next() {
                    wrong.push(format!("{code} is given: {}", finding["message"]));
                }
            }),
            "assumptions" => each(expected, &mut wrong, |id, expected, wrong| {
                same_row("assumptions", "id", id, expected, answer, wrong);
            }),
            "assumptionsAbsent" => each(expected, &mut wrong, |_, id, wrong| {
                let rows = answer["assumptions"].as_array().unwrap();
                if let Some(row) = rows.iter().find(|row| row["id"] == *id) {
                    wrong.push(format!("the answer rests on {row}"));
                }
            }),
            "seats" => each(expected, &mut wrong, |tier, expected, wrong| {
                same_row("seats", "tier", tier, expected, answer, wrong);
            }),
            "roles" => each(expected, &mut wrong, |role, expected, wrong| {
                same_row("roles", "role", role, expected, answer, wrong);
            }),
            "readiness" => each(expected, &mut wrong, |id, state, wrong| {
                same_row(
                    "readiness",
                    "id",
                    id,
                    &serde_json::json!({ "state": state }),
                    answer,
                    wrong,
                );
            }),
            "waysBack" => same_ways("waysBack", expected, &answer["waysBack"], &mut wrong),
            "order" => {
                let people = answer["people"].as_array().unwrap();
                let order: Vec<_> = people.iter().map(|person| person["email"].clone()).collect();
                partial("order", expected, &Value::Array(order), &mut wrong);
            }
            other => partial(other, expected, &answer[other], &mut wrong),
        }
    }
    wrong
}

/// Runs over the entries of an object, or over the elements of a list with an empty name.
fn each(
    expected: &Value,
    wrong: &mut Vec<String>,
    mut compare: impl FnMut(&str, &Value, &mut Vec<String>),
) {
    match expected {
        Value::Object(entries) => entries.iter().for_each(|(key, one)| compare(key, one, wrong)),
        Value::Array(elements) => elements.iter().for_each(|one| compare("", one, wrong)),
        other => wrong.push(format!("the scenario has {other} where a list or an object belongs")),
    }
}

fn findings<'a>(answer: &'a Value, code: &'a str) -> impl Iterator<Item = &'a Value> {
    answer["findings"].as_array().unwrap().iter().filter(move |finding| finding["code"] == code)
}

fn same_person(expected: &Value, person: &Value, email: &str, wrong: &mut Vec<String>) {
    let Some(expected) = expected.as_object() else {
        return wrong.push(format!("{email} is in the answer"));
    };
    for (key, expected) in expected {
        let at = format!("{email}.{key}");
        if key == "because" {
            let reasons = person["because"].as_array().unwrap();
            for kind in expected.as_array().unwrap() {
                if !reasons.iter().any(|reason| reason["kind"] == *kind) {
                    wrong.push(format!("{at} lacks {kind}: {reasons:?}"));
                }
            }
        } else if key == "becauseExactly" {
            same_reasons(&at, expected, &person["because"], wrong);
        } else {
            partial(&at, expected, &person[key], wrong);
        }
    }
}

/// The reasons are these, in this order, each in the fields that are expected.
fn same_reasons(at: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    let kinds = |reasons: &Value| -> Vec<Value> {
        reasons.as_array().unwrap().iter().map(|reason| reason["kind"].clone()).collect()
    };
    if kinds(expected) != kinds(actual) {
        return wrong.push(format!("{at} is {:?}, not {:?}", kinds(actual), kinds(expected)));
    }
    for (expected, actual) in expected.as_array().unwrap().iter().zip(actual.as_array().unwrap()) {
        partial(at, expected, actual, wrong);
    }
}

/// Some finding of the code is as expected; where a list is expected, there are as many.
fn same_findings(
    code: &str,
    expected: &Value,
    answer: &Value,
    locale: Locale,
    wrong: &mut Vec<String>,
) {
    let Some(list) = expected.as_array() else {
        return same_finding(code, expected, answer, locale, wrong);
    };
    list.iter().for_each(|one| same_finding(code, one, answer, locale, wrong));
    let given = findings(answer, code).count();
    if given != list.len() {
        wrong.push(format!("{code} is given {given} times, not {}", list.len()));
    }
}

/// Some finding of the code is as expected. `says` is a piece of its message or help, by language.
fn same_finding(
    code: &str,
    expected: &Value,
    answer: &Value,
    locale: Locale,
    wrong: &mut Vec<String>,
) {
    let attempts: Vec<Vec<String>> = findings(answer, code)
        .map(|finding| {
            let mut wrong = Vec::new();
            for (key, expected) in expected.as_object().into_iter().flatten() {
                let at = format!("{code}.{key}");
                match (key.as_str(), expected, &finding[key]) {
                    ("swallowed" | "paths", Value::Array(_), Value::Array(actual)) => {
                        same_set(&at, expected, actual.iter().collect(), &mut wrong);
                    }
                    ("waysBack", expected, actual) => same_ways(&at, expected, actual, &mut wrong),
                    ("says", expected, _) => {
                        let texts = [&finding["message"], &finding["help"]];
                        let text = texts.map(|text| text.as_str().unwrap()).join("; ");
                        let piece = expected[locale.to_string()].as_str().unwrap();
                        if !text.contains(piece) {
                            wrong.push(format!("{at} is {text}, without {piece:?}"));
                        }
                    }
                    ("people", expected, actual) => {
                        partial(
                            &format!("{at}.count"),
                            &expected["count"],
                            &actual["count"],
                            &mut wrong,
                        );
                        if let Some(sample) = expected.get("sample") {
                            let actual = actual["sample"].as_array().unwrap().iter().collect();
                            same_set(&format!("{at}.sample"), sample, actual, &mut wrong);
                        }
                    }
                    (_, expected, actual) => partial(&at, expected, actual, &mut wrong),
                }
            }
            wrong
        })
        .collect();
    match attempts.into_iter().min_by_key(Vec::len) {
        None => wrong.push(format!("{code} is not given")),
        Some(attempt) => wrong.extend(attempt),
    }
}

/// The ways back are of these kinds; one that is expected as an object is so in its keys too.
fn same_ways(at: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    let none = Vec::new();
    let actual = actual.as_array().unwrap_or(&none);
    let expected = expected.as_array().unwrap();
    let kind = |way: &Value| if way.is_object() { way["kind"].clone() } else { way.clone() };
    let kinds = Value::Array(expected.iter().map(kind).collect());
    same_set(at, &kinds, actual.iter().map(|way| &way["kind"]).collect(), wrong);
    for way in expected.iter().filter(|way| way.is_object()) {
        if let Some(actual) = actual.iter().find(|actual| actual["kind"] == way["kind"]) {
            partial(at, way, actual, wrong);
        }
    }
}

fn same_row(
    list: &str,
    key: &str,
    id: &str,
    expected: &Value,
    answer: &Value,
    wrong: &mut Vec<String>,
) {
    match answer[list].as_array().unwrap().iter().find(|row| row[key] == id) {
        Some(row) => partial(&format!("{list}.{id}"), expected, row, wrong),
        None => wrong.push(format!("{list} has no {id}: {}", answer[list])),
    }
}

fn same_set(at: &str, expected: &Value, actual: Vec<&Value>, wrong: &mut Vec<String>) {
    let sorted = |values: Vec<&Value>| {
        let mut words: Vec<String> = values.into_iter().map(Value::to_string).collect();
        words.sort();
        words
    };
    let expected = sorted(expected.as_array().unwrap().iter().collect());
    let actual = sorted(actual);
    if expected != actual {
        wrong.push(format!("{at} is {actual:?}, not {expected:?}"));
    }
}

/// Objects are compared in the keys that are expected; everything else whole.
fn partial(at: &str, expected: &Value, actual: &Value, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, expected) in expected {
                let actual = actual.get(key).unwrap_or(&Value::Null);
                partial(&format!("{at}.{key}"), expected, actual, wrong);
            }
        }
        (Value::Null, Value::Null) => {}
        _ if expected == actual => {}
        _ => wrong.push(format!("{at} is {actual}, not {expected}")),
    }
}
