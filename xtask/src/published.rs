//! The crate as its users have it: what is public is documented, and what is packed builds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::Value;

use crate::project::{cargo, target};
use crate::shell::{read, run};

/// Every public item has an example, and no link in the documentation is broken. That there is documentation at all
/// is the compiler's lint `missing_docs`; that examples hold is `cargo test`.
pub fn documentation() -> Result<()> {
    let folder = target()?.join("documentation");
    let mut rustdoc = cargo();
    rustdoc
        .args(["rustdoc", "--package=rolecall", "--lib", "--all-features", "--target-dir"])
        .arg(&folder)
        // rustdoc says what is public only by an option that stable compilers refuse. Nothing that is built depends on it;
        // the folder is another one because crates that look at this variable would be compiled anew each time.
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["--", "-Dwarnings", "-Zunstable-options", "--output-format=json"]);
    run(&mut rustdoc)?;
    let written = fs::read(folder.join("doc/rolecall.json"))?;
    let (public, without) = serde_json::from_slice::<Documented>(&written)?.without_example();
    if public == 0 {
        bail!("rustdoc names no public item: does it write another form now?");
    }
    if !without.is_empty() {
        bail!(
            "{} of {public} public items have no example:\n{}",
            without.len(),
            without.join("\n")
        );
    }
    println!("{public} public items, each with an example");
    Ok(())
}

/// What rustdoc writes about a crate, as far as it is read here.
#[derive(Deserialize)]
struct Documented {
    /// What is public, and what is implemented for it, by number.
    index: BTreeMap<String, Item>,
}

#[derive(Deserialize)]
struct Item {
    crate_id: u32,
    name: Option<String>,
    docs: Option<String>,
    span: Option<Span>,
    /// By one key, the kind of the item.
    inner: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
struct Span {
    filename: String,
    begin: (u32, u32),
}

impl Item {
    /// Whether an example can show it.
    fn can_be_shown(&self) -> bool {
        let kinds = ["function", "struct", "enum", "trait", "macro"];
        self.crate_id == 0 && kinds.iter().any(|kind| self.inner.contains_key(*kind))
    }

    /// An example is the last thing in the documentation: the TypeScript declarations end before it.
    fn has_example(&self) -> bool {
        let docs = format!("\n{}", self.docs.as_deref().unwrap_or_default());
        let example = docs.split_once("\n# Example\n\n```\n");
        example.is_some_and(|(_, code)| {
            code.trim_end().ends_with("```") && code.matches("```").count() == 1
        })
    }

    /// The numbers of what is implemented of a trait: that is documented where the trait is.
    fn of_trait(&self) -> Vec<String> {
        let implementation =
            self.inner.get("impl").filter(|it| it.get("trait").is_some_and(Value::is_object));
        let items = implementation.and_then(|it| it.get("items")).and_then(Value::as_array);
        items.into_iter().flatten().map(Value::to_string).collect()
    }
}

impl Documented {
    /// How many public items there are that an example can show, and the places of those without one. rustdoc's own
    /// count of examples (`--show-coverage`) passes over what is public only through a re-export.
    fn without_example(&self) -> (usize, Vec<String>) {
        let of_traits: BTreeSet<String> = self.index.values().flat_map(Item::of_trait).collect();
        let shown =
            self.index.iter().filter(|(id, item)| item.can_be_shown() && !of_traits.contains(*id));
        let shown: Vec<&Item> = shown.map(|(_, item)| item).collect();
        let without = shown.iter().filter(|item| !item.has_example()).map(|item| {
            let name = item.name.as_deref().unwrap_or_default();
            let place = item.span.as_ref().map(|it| format!("{}:{}", it.filename, it.begin.0));
            format!("{} {name}", place.unwrap_or_default())
        });
        let mut without: Vec<String> = without.collect();
        without.sort();
        (shown.len(), without)
    }
}

/// What lies in the packed crate, but for what cargo itself puts there.
const PACKED: [&str; 9] = [
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "build.rs",
    "examples",
    "src",
];

/// The packed crate builds, and holds what belongs into it and nothing else.
pub fn package() -> Result<()> {
    let package = || {
        let mut package = cargo();
        // Nothing is published: changes that are not committed yet are packed as they are.
        package.args(["package", "--package=rolecall", "--offline", "--allow-dirty", "--quiet"]);
        package
    };
    let listed = read(package().arg("--list"))?;
    let names = listed.lines().map(|file| file.split(['/', '\\']).next().unwrap_or(file));
    let made_by_cargo = [".cargo_vcs_info.json", "Cargo.toml.orig"];
    let names: BTreeSet<&str> = names.filter(|name| !made_by_cargo.contains(name)).collect();
    let expected: BTreeSet<&str> = PACKED.into_iter().collect();
    if names != expected {
        bail!("the packed crate holds {names:?}, not {expected:?}");
    }
    run(&mut package())
}
