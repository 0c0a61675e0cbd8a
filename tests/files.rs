//! Files as the systems write them, each under `tests/files/` with what is to be read of it. The
//! expectations are worked out by hand; see the README there.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use rolecall::input::{Reader, Source, SourceOptions};
use rolecall::model::Side;
use rolecall::{Config, Error, Locale, Preview, Roster};
use serde_json::{Value, json};

#[test]
fn every_file_is_read_as_expected() {
    let mut cases: Vec<PathBuf> =
        fs::read_dir("tests/files").unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|case| case.is_dir());
    cases.sort();
    let mut failures = Vec::new();
    for case in &cases {
        let differences = differences(case);
        if !differences.is_empty() {
            failures.push(format!("{}:\n  {}", case.display(), differences.join("\n  ")));
        }
    }
    assert!(!cases.is_empty(), "there are no cases");
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// What is read again of what was understood is the same.
#[test]
fn what_was_understood_reads_the_same_again() {
    for case in fs::read_dir("tests/files").unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(text) = fs::read_to_string(case.join("case.json")) else { continue };
        let Ok(roster) = read(&case, &serde_json::from_str(&text).unwrap()) else { continue };
        let document = serde_json::to_vec(&roster.document()).unwrap();
        let again = Roster::from_json(&document).unwrap();
        assert_eq!(again.document(), roster.document(), "{}", case.display());
    }
}

fn differences(case: &Path) -> Vec<String> {
    let text = fs::read_to_string(case.join("case.json")).unwrap();
    let case_document: Value = serde_json::from_str(&text).unwrap();
    let expected = &case_document["expect"];
    match (read(case, &case_document), &expected["error"]) {
        (Err(error), Value::Null) => vec![format!("unexpected error: {error}")],
        (Err(error), expected) => {
            let mut differences = Vec::new();
            compare("error", expected, &serde_json::to_value(&error).unwrap(), &mut differences);
            differences
        }
        (Ok(_), error) if !error.is_null() => vec![format!("no error, but {error} is expected")],
        (Ok(roster), _) => {
            let mut differences = Vec::new();
            compare_roster(&expected["roster"], &roster, &mut differences);
            compare_answer(&case_document, &roster, &mut differences);
            differences
        }
    }
}

/// Reads the files of a case, as a caller would who gives them.
fn read(folder: &Path, case: &Value) -> Result<Roster, Error> {
    let mut reader = Reader::default();
    let said: serde_json::Map<_, _> = ["assignment", "complete"]
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), case.get(key)?.clone())))
        .collect();
    reader.add_roster(Value::Object(said).to_string().as_bytes())?;
    for (side, key) in [(Side::Members, "members"), (Side::Directory, "directory")] {
        let files = case[key].as_array().map(Vec::as_slice).unwrap_or_default();
        for (index, file) in files.iter().enumerate() {
            let path = match files.len() {
                1 => format!("/roster/{key}"),
                _ => format!("/roster/{key}/{index}"),
            };
            let data = fs::read(folder.join(file["file"].as_str().unwrap())).unwrap();
            let mut options = file.clone();
            let given = options.as_object_mut().unwrap();
            let name = given.remove("file").unwrap();
            given.entry("name").or_insert(name);
            let options = SourceOptions::from_json(options.to_string().as_bytes(), &path)?;
            let source =
                Source { side, data: &data, path: &path, options: &options, inline: false };
            reader.add(&source)?;
        }
    }
    reader.finish()
}

fn compare_roster(expected: &Value, roster: &Roster, differences: &mut Vec<String>) {
    let mut actual = serde_json::to_value(roster.document()).unwrap();
    for list in ["/members", "/directory/users"] {
        for row in actual.pointer_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            // What is absent is the default, in what is expected as in what is read.
            let row = row.as_object_mut().unwrap();
            let email = row["email"].as_str().unwrap().to_lowercase();
            row.insert("email".to_owned(), email.into());
            let defaults = json!({
                "role": "user", "seatTier": null, "status": "active", "kind": "human", "active": true,
                "assigned": false, "name": null, "id": null, "groups": []
            });
            for (key, value) in defaults.as_object().unwrap() {
                row.entry(key).or_insert(value.clone());
            }
        }
    }
    compare("roster", expected, &actual, differences);
}

fn compare_answer(case: &Value, roster: &Roster, differences: &mut Vec<String>) {
    let expected = &case["expect"];
    let config = match &case["config"] {
        Value::Null => json!({ "organization": { "plan": "enterprise-seat-based" } }),
        config => config.clone(),
    };
    let config = Config::from_json(config.to_string().as_bytes()).unwrap();
    let report = Preview::new(&config, roster).report(Locale::En);
    let report = serde_json::to_value(&report).unwrap();
    let codes: Vec<_> =
        report["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
    for code in expected["findings"].as_array().into_iter().flatten() {
        if !codes.contains(&code) {
            differences.push(format!("no finding {code} among {codes:?}"));
        }
    }
    for code in expected["absent"].as_array().into_iter().flatten() {
        if codes.contains(&code) {
            differences.push(format!("a finding {code}"));
        }
    }
    if !expected["sources"].is_null() {
        compare("sources", &expected["sources"], &report["sources"], differences);
    }
}

/// Everything that is expected is there; lists of rows are whole and in order, those of texts need
/// only hold what is named.
fn compare(place: &str, expected: &Value, actual: &Value, differences: &mut Vec<String>) {
    let mut differ = |what: &str| {
        differences.push(format!("{place}: {what}: expected {expected}, got {actual}"));
    };
    match (expected, actual) {
        (Value::Object(expected), Value::Object(fields)) => {
            for (key, expected) in expected {
                let place = format!("{place}.{key}");
                match key.as_str() {
                    "says" => says(&place, expected, &fields["message"], differences),
                    // A pointer into the file may follow the one to it.
                    "path" if place.contains(".problems") => {
                        let path = fields[key].as_str().unwrap();
                        if !path.starts_with(expected.as_str().unwrap()) {
                            compare(&place, expected, &fields[key], differences);
                        }
                    }
                    "said" => said(&place, expected, actual, differences),
                    _ => compare(
                        &place,
                        expected,
                        fields.get(key).unwrap_or(&Value::Null),
                        differences,
                    ),
                }
            }
        }
        (Value::Array(expected), Value::Array(actual)) if place.ends_with(".notes") => {
            for expected in expected.iter().filter_map(Value::as_str) {
                if !actual.iter().filter_map(Value::as_str).any(|note| note.contains(expected)) {
                    differences.push(format!("{place}: no note says {expected}: {actual:?}"));
                }
            }
        }
        (Value::Array(groups), Value::Array(actual)) if place.ends_with("directory.groups") => {
            for group in groups {
                let found = actual.iter().find(|found| found["name"] == group["name"]);
                compare(place, group, found.unwrap_or(&Value::Null), differences);
            }
        }
        (Value::Array(names), Value::Array(actual)) if place.ends_with(".groups") => {
            let sorted = |names: &[Value]| {
                let mut names: Vec<_> = names.iter().map(ToString::to_string).collect();
                names.sort();
                names
            };
            if sorted(names) != sorted(actual) {
                differ("groups");
            }
        }
        (Value::Array(expected), Value::Array(actual)) => {
            if expected.len() != actual.len() {
                differ("another length");
                return;
            }
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(&format!("{place}[{index}]"), expected, actual, differences);
            }
        }
        // A flag that is not there is not set.
        (Value::Bool(false), Value::Null) => {}
        _ if expected != actual => differ("another value"),
        _ => {}
    }
}

fn says(place: &str, expected: &Value, message: &Value, differences: &mut Vec<String>) {
    let (expected, message) = (expected.as_str().unwrap(), message.as_str().unwrap());
    if !message.contains(expected) {
        differences.push(format!("{place}: {message:?} does not say {expected:?}"));
    }
}

/// Some note or some problem of the source says it.
fn said(place: &str, expected: &Value, source: &Value, differences: &mut Vec<String>) {
    let notes = source["notes"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let problems = source["problems"].as_array().into_iter().flatten();
    let messages = problems.filter_map(|problem| problem["message"].as_str());
    let texts: Vec<_> = notes.chain(messages).collect();
    let expected: Vec<_> = match expected {
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    for expected in expected {
        if !texts.iter().any(|text| text.contains(expected)) {
            differences.push(format!("{place}: nothing says {expected:?}: {texts:?}"));
        }
    }
}
