//! The licences of whatever is compiled or bundled into the package.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::packages::{Package, packages};
use crate::project::{WASM, cargo, path};
use crate::shell::read;

/// A crate's licence as it comes with it: the shortest, where one may choose.
fn text(package: &Package) -> Result<String> {
    let folder = package.manifest_path.parent().unwrap_or(Path::new("."));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if file.is_file() && (name.starts_with("LICENSE") || name.starts_with("COPYING")) {
            files.push(fs::read_to_string(file)?.trim().replace("\r\n", "\n"));
        }
    }
    let shortest = files.into_iter().filter(|text| text.len() > 500).min_by_key(String::len);
    shortest.with_context(|| format!("{} comes without its licence", package.name))
}

/// The crates compiled into the WebAssembly with their licences, as Markdown.
pub fn of_crates() -> Result<String> {
    let packages = packages(&path("Cargo.toml"))?;
    let compiled_in = compiled_in()?;
    let named = |package: &Package| format!("{} v{}", package.name, package.version);
    let packages = packages.iter().filter(|it| compiled_in.contains(&named(it)));
    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let license = package.license.as_deref().unwrap_or("see below");
        let heading = format!("{} {} ({license})", package.name, package.version);
        by_text.entry(text(package)?).or_default().insert(heading);
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

/// The crates that rolecall depends on when it runs, and theirs, as `name v1.2.3`.
fn compiled_in() -> Result<BTreeSet<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package=rolecall", "--edges=normal,no-proc-macro"]);
    let tree = read(tree.args(["--target", WASM, "--prefix=none", "--format={p}"]))?;
    let named = |line: &str| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let found: BTreeSet<String> = tree.lines().map(named).collect();
    Ok(found.into_iter().filter(|name| !name.starts_with("rolecall ")).collect())
}
