//! The licences of whatever is compiled or bundled into the package.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::{WASM, cargo};
use crate::shell::read;

/// What `cargo metadata` says, as far as it is read here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

impl Package {
    /// Runs when something is compiled, and is no part of it.
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }

    /// Its licence as it comes with it: the shortest, where one may choose.
    fn text(&self) -> Result<String> {
        let folder = self.manifest_path.parent().unwrap_or(Path::new("."));
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            if file.is_file() && (name.starts_with("LICENSE") || name.starts_with("COPYING")) {
                files.push(fs::read_to_string(file)?.trim().replace("\r\n", "\n"));
            }
        }
        let shortest = files.into_iter().filter(|text| text.len() > 500).min_by_key(String::len);
        shortest.with_context(|| format!("{} comes without its licence", self.name))
    }
}

/// The crates compiled into the WebAssembly with their licences, as Markdown.
pub fn of_crates() -> Result<String> {
    let asked = ["metadata", "--format-version=1", "--locked", "--filter-platform", WASM];
    let metadata: Metadata = serde_json::from_str(&read(cargo().args(asked))?)?;
    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in metadata.compiled_in()? {
        let license = package.license.as_deref().unwrap_or("see below");
        let heading = format!("{} {} ({license})", package.name, package.version);
        by_text.entry(package.text()?).or_default().insert(heading);
    }
    let mut page = String::from(
        "# Others' work in this package\n\n\
         The WebAssembly holds, beside rolecall, the Rust standard library (MIT OR Apache-2.0) and these crates. \
         What `element.js` holds is listed in `element/THIRD-PARTY.md`.\n",
    );
    let mut sections: Vec<_> = by_text.into_iter().collect();
    sections.sort_by(|(_, one), (_, other)| one.cmp(other));
    for (text, crates) in sections {
        let crates: Vec<_> = crates.into_iter().collect();
        write!(page, "\n## {}\n\n```text\n{text}\n```\n", crates.join(", "))?;
    }
    Ok(page)
}

impl Metadata {
    /// The crates that rolecall depends on when it runs, and theirs.
    fn compiled_in(&self) -> Result<Vec<&Package>> {
        let package = |id: &str| self.packages.iter().find(|package| package.id == id);
        let Some(own) = self.packages.iter().find(|package| package.name == "rolecall") else {
            bail!("cargo does not know this package");
        };
        let mut found = Vec::new();
        let mut waiting = vec![own.id.as_str()];
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            let Some(package) = package(id).filter(|it| seen.insert(&it.id) && !it.is_macro())
            else {
                continue;
            };
            if package.id != own.id {
                found.push(package);
            }
            let node = self.resolve.nodes.iter().find(|node| node.id == id);
            let needed = node
                .into_iter()
                .flat_map(|node| &node.deps)
                .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            waiting.extend(needed.map(|dependency| dependency.pkg.as_str()));
        }
        Ok(found)
    }
}
