//! The rule reference in `docs/rules/` says what the rules' own files say, and the tables of
//! `docs/domain.md` what the engine's say. With `BLESS` set, as `cargo xtask bless` sets it, they are
//! written anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rolecall::Locale;
use rolecall::rules::pages;

#[test]
fn the_reference_is_as_the_rules_have_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let mut expected: BTreeMap<PathBuf, String> = BTreeMap::new();
    for locale in Locale::ALL {
        for (name, page) in pages(*locale).unwrap() {
            expected.insert(folder.join(name), page);
        }
    }
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&folder);
        for (file, page) in &expected {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, page).unwrap();
        }
    }
    let mut actual = Vec::new();
    files(&folder, &mut actual);
    for file in &actual {
        assert!(expected.contains_key(file), "{} belongs to no rule", file.display());
    }
    for (file, page) in &expected {
        let there = fs::read_to_string(file).unwrap_or_default();
        assert!(there == *page, "{} is stale: run cargo xtask bless", file.display());
    }
}

#[test]
fn the_domain_has_the_engines_tables_and_lists_the_facts_that_it_cites() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/domain.md");
    let mut text = fs::read_to_string(&file).unwrap();
    for (name, table) in rolecall::handbook_tables() {
        let (before, rest) = text.split_once(&format!("<!-- {name} -->\n")).unwrap();
        let (_, after) = rest.split_once("<!-- end -->").unwrap();
        text = format!("{before}<!-- {name} -->\n\n{table}\n<!-- end -->{after}");
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap();
    assert!(there == text, "docs/domain.md is stale: run cargo xtask bless");

    let (prose, facts) = text.split_once("<!-- facts -->").unwrap();
    let cited = prose.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|it| it.0);
    for fact in cited.flat_map(|list| list.split(", ")) {
        let number = fact.strip_prefix(['A', 'B', 'E']);
        let is_fact = number.is_some_and(|number| number.parse::<u32>().is_ok());
        assert!(!is_fact || facts.contains(&format!("- **{fact}** ")), "{fact} is not listed");
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}
