//! What the bytes of a build are spent on: whose function each is, by its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

const FOR_JAVASCRIPT: &str = "functions for JavaScript (`wasm`, `wasm-bindgen`)";
const TEXTS: &str = "the standard library: numbers and texts";
const ITERATORS: &str =
    "the standard library: iterators, lists, closures, for one type after another";
const OTHERS: &str = "other crates, and what has no name";
const DATA: &str = "data: messages in two languages, words, tables";

/// Functions by what is in their names, the first of these that is.
const PARTS: [(&str, &str); 21] = [
    ("rolecall::rules::remedies", "what rules propose (`rules/remedies`)"),
    ("rolecall::rules", "rules (`rules`)"),
    ("rolecall::input", "reading (`input`)"),
    ("rolecall::repair", "repairs and plans (`repair`)"),
    ("rolecall::report", "the report (`report`)"),
    ("rolecall::resolve", "what becomes of people (`resolve`)"),
    ("rolecall::roster", "the roster (`roster`)"),
    ("rolecall::model", "the model (`model`)"),
    ("rolecall::wasm", FOR_JAVASCRIPT),
    ("rolecall::", "words, texts, tables, sorting (`vocabulary`, `text`, `catalog` and others)"),
    ("wasm_bindgen", FOR_JAVASCRIPT),
    ("js_sys", FOR_JAVASCRIPT),
    // As JavaScript calls them.
    ("reader_", FOR_JAVASCRIPT),
    ("session_", FOR_JAVASCRIPT),
    ("serde", "JSON and objects (`serde`, `serde_json`, `serde-wasm-bindgen`)"),
    ("btree", "the standard library: B-trees, for one type after another"),
    ("core::fmt", TEXTS),
    ("core::num", TEXTS),
    ("core::", ITERATORS),
    ("alloc::", ITERATORS),
    ("std::", ITERATORS),
];

/// Writes what each part is called into `parts.json`, and its bytes into files by their places there, in a folder of the
/// build's name.
pub fn write(build: &Path, folder: &Path) -> Result<()> {
    let wasm = fs::read(build).with_context(|| format!("{} cannot be read", build.display()))?;
    let folder = folder.join(build.file_stem().unwrap_or_default());
    fs::create_dir_all(&folder)?;
    let parts = parts(&wasm)?;
    for (place, bytes) in parts.values().enumerate() {
        fs::write(folder.join(place.to_string()), bytes)?;
    }
    let names: Vec<_> = parts.keys().collect();
    Ok(fs::write(folder.join("parts.json"), serde_json::to_string(&names)?)?)
}

/// The bytes of each part.
fn parts(wasm: &[u8]) -> Result<BTreeMap<&'static str, Vec<u8>>> {
    let mut parts: BTreeMap<_, Vec<u8>> = BTreeMap::new();
    let (mut names, mut bodies, mut imported) = (BTreeMap::new(), Vec::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => imported = section.count(),
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(section) => {
                let data = wasm.get(section.range()).unwrap_or_default();
                parts.insert(DATA, data.to_vec());
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for name in section {
                    let Name::Function(functions) = name? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name);
                    }
                }
            }
            _ => {}
        }
    }
    for (number, body) in (imported..).zip(bodies) {
        let name = names.get(&number).copied().unwrap_or_default();
        let body = wasm.get(body).unwrap_or_default();
        parts.entry(part(name)).or_default().extend(body);
    }
    Ok(parts)
}

fn part(name: &str) -> &'static str {
    let name = without_hashes(name);
    // Not where it ends a longer word: `serde_core::` is not `core::`.
    let begins_at = |(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    };
    let is_named = |named: &str| name.match_indices(named).any(begins_at);
    PARTS.iter().find(|(named, _)| is_named(named)).map_or(OTHERS, |(_, part)| *part)
}

/// The name without the digest that stands behind the name of a crate, as in `core[0123456789abcdef]::fmt`.
fn without_hashes(name: &str) -> String {
    let is_hash =
        |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let behind = |part: &str| match part.split_once(']') {
        Some((hash, rest)) if is_hash(hash) => rest.to_owned(),
        _ => format!("[{part}"),
    };
    let (first, others) =
        name.split_once('[').map_or((name, None), |(first, rest)| (first, Some(rest)));
    others
        .iter()
        .flat_map(|rest| rest.split('['))
        .map(behind)
        .fold(first.to_owned(), |name, part| name + &part)
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_function_belongs_to_whoever_is_named_first() {
        for (name, expected) in [
            ("rolecall::rules::remedies::mode::manual", "rules/remedies"),
            ("<alloc::vec::Vec<T> as rolecall::model::read::Read>::read", "`model`"),
            ("serde_json::de::Deserializer<R>::parse", "`serde_json`"),
            ("alloc::collections::btree::map::BTreeMap<K,V>::insert", "B-trees"),
            ("core::fmt::Formatter::pad", "numbers and texts"),
            ("<core::iter::adapters::map::Map<I,F>>::fold", "iterators"),
            (
                "<alloc[0123456789abcdef]::vec::Vec<T> as rolecall[0123456789abcdef]::model::Read>::read",
                "`model`",
            ),
            ("csv_core::reader::Reader::read", "other crates"),
            ("<[T]>::len", "no name"),
            ("dlmalloc::Dlmalloc<A>::malloc", "other crates"),
            ("", "no name"),
        ] {
            assert!(part(name).contains(expected), "{name}: {}", part(name));
        }
    }
}
