//! The fuzz targets on what was found and kept, on files as the systems write them, and on small
//! random changes of both: always the same ones.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "simulation/rng.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod rng;
#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use rng::Rng;
use rolecall::Word;
use rolecall::input::{SourceOptions, inspect};
use serde_json::Value;
use targets::{TARGETS, Target};

/// How many changed inputs each target is run on, and those whose answers take many checks.
const CHANGED: usize = 200;
const CHANGED_OF_SLOW: (usize, &[&str]) = (30, &["repair", "patches"]);

#[test]
fn every_target_has_a_program_and_a_small_corpus() {
    let names: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let stems = |folder| -> BTreeSet<String> {
        let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        entries(Path::new(folder)).into_iter().map(stem).collect()
    };
    assert_eq!(stems("fuzz/fuzz_targets"), names);
    assert_eq!(stems("fuzz/corpus"), names);
    for name in &names {
        let corpus = files(&Path::new("fuzz/corpus").join(name));
        assert!((1..=64).contains(&corpus.len()), "{name}: {} files", corpus.len());
        assert!(corpus.iter().all(|file| fs::metadata(file).unwrap().len() < 4096), "{name}");
    }
}

#[test]
fn what_was_kept_holds() {
    let mut failures = Vec::new();
    for (name, target) in TARGETS {
        for file in files(&Path::new("fuzz/corpus").join(name)) {
            failures.extend(failure(name, *target, &fs::read(&file).unwrap(), &file));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn files_as_the_systems_write_them_hold() {
    let mut failures = Vec::new();
    for case in entries(Path::new("tests/files")).into_iter().filter(|case| case.is_dir()) {
        for file in files(&case).into_iter().filter(|file| !file.ends_with("case.json")) {
            let data = fs::read(&file).unwrap();
            for (name, target) in fitting(&data) {
                failures.extend(failure(name, target, &data, &file));
            }
        }
        let together = together(&case);
        failures.extend(failure("join", targets::join, &together, &case));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn small_changes_hold() {
    let (words, everything) = (words(), files(Path::new("tests/files")));
    let mut failures = Vec::new();
    for (number, (name, target)) in TARGETS.iter().enumerate() {
        let mut rng = Rng::new(number as u64);
        let corpus = files(&Path::new("fuzz/corpus").join(name));
        let (few, slow) = CHANGED_OF_SLOW;
        for _ in 0..if slow.contains(name) { few } else { CHANGED } {
            let from = if rng.chance(80) { &corpus } else { &everything };
            let file = rng.pick(from);
            let mut data = fs::read(file).unwrap();
            for _ in 0..=rng.below(4) {
                change(&mut data, &words, &mut rng);
            }
            failures.extend(failure(name, *target, &data, file));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The targets that a file is for: that of its format, and those that take anything.
fn fitting(data: &[u8]) -> impl Iterator<Item = (&'static str, Target)> {
    let inspection = inspect(data, "/roster", &SourceOptions::default());
    let format = inspection.ok().and_then(|inspection| inspection.format);
    let word = format.map(|format| format.word().replace('-', "_"));
    let fits = move |name: &str| match &word {
        Some(word) => word.starts_with(name) || name.starts_with(word),
        None => name == "csv_columns",
    };
    let any = |name| matches!(name, "recognise" | "encoding");
    TARGETS.iter().copied().filter(move |(name, _)| fits(name) || any(*name))
}

/// The files of a case as they stand together in the input of `join`.
fn together(case: &Path) -> Vec<u8> {
    let text = fs::read_to_string(case.join("case.json")).unwrap();
    let case_document: Value = serde_json::from_str(&text).unwrap();
    let mut parts = Vec::new();
    for side in ["members", "directory"] {
        for options in case_document[side].as_array().into_iter().flatten() {
            let mut options = options.clone();
            let name = options.as_object_mut().unwrap().remove("file").unwrap();
            let data = fs::read(case.join(name.as_str().unwrap())).unwrap();
            options.as_object_mut().unwrap().entry("name").or_insert(name);
            parts.push([format!("{side} {options}\n").as_bytes(), &data].concat());
        }
    }
    parts.join(targets::BETWEEN)
}

/// What a target had to say of an input, if it did not hold.
fn failure(name: &str, target: Target, data: &[u8], file: &Path) -> Option<String> {
    let panic = catch_unwind(|| target(data)).err()?;
    let said = panic.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
    let input = data.escape_ascii();
    Some(format!("{name}: {said}\n  input {input}\n  made from {}", file.display()))
}

/// Changes one thing.
fn change(data: &mut Vec<u8>, words: &[Vec<u8>], rng: &mut Rng) {
    let start = rng.below(data.len() + 1);
    let end = data.len().min(start + rng.below(20));
    match rng.below(5) {
        0 => drop(data.drain(start..end)),
        1 => data.truncate(start),
        2 => {
            let again = data[start..end].to_vec();
            data.splice(end..end, again);
        }
        3 if start < data.len() => data[start] ^= 1 << rng.below(8),
        _ => drop(data.splice(start..start, rng.pick(words).iter().copied())),
    }
}

/// The words of the fuzzer's dictionary.
fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string("fuzz/words.dict").unwrap();
    let quoted = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), word.as_bytes());
    loop {
        rest = match rest {
            [] => return bytes,
            [b'\\', b'x', first, second, rest @ ..] => {
                let digits = [*first, *second];
                bytes.push(u8::from_str_radix(str::from_utf8(&digits).unwrap(), 16).unwrap());
                rest
            }
            [b'\\', byte, rest @ ..] | [byte, rest @ ..] => {
                bytes.push(*byte);
                rest
            }
        };
    }
}

/// The files in a folder and those below it, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (folders, mut files): (Vec<_>, Vec<_>) =
        entries(folder).into_iter().partition(|path| path.is_dir());
    files.extend(folders.iter().flat_map(|folder| self::files(folder)));
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}
