//! What the project depends on: licences, sources, bans, and what is known to be unsafe. `deny.toml` says what may be.
//!
//! The tool that knows all of it takes minutes to compile, and its list of advisories is not to be had on every machine; so
//! every test run holds licences and sources against `deny.toml` by itself, and the rest is a command.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::packages::{Package, packages};
use crate::project::{path, root};
use crate::setup;
use crate::shell::{ask, program_in, run as run_program, say};

/// The release of cargo-deny that is installed when there is none.
const VERSION: &str = "0.20.2";

/// The manifests that have a lock file.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// Where crates may come from, as lock files write it.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The folder whose npm packages go to others, bundled into the page and the element.
const SHIPPED: &str = "www";

/// Everything: what every test run looks at, then cargo-deny, then npm's advisories.
pub fn run() -> Result<()> {
    licences_and_sources()?;
    let deny = setup::cargo_tool("cargo-deny", VERSION)?;
    let command = |arguments: &[&str]| {
        let mut command = program_in(root(), &deny);
        command.args(arguments);
        command
    };
    let known = ask(&mut command(&["fetch", "db"])).is_some();
    for manifest in MANIFESTS {
        let mut check = command(&["--manifest-path", manifest, "--config", "deny.toml"]);
        // Of two lock files with one list of exceptions, each has only some.
        check.args(["--locked", "check", "--allow=unmatched-skip", "--allow=unnecessary-skip"]);
        check.args(["licenses", "bans", "sources"]);
        run_program(if known { check.arg("advisories") } else { &mut check })?;
    }
    if !known {
        say("crates: the database of advisories cannot be reached from here; NOT checked");
    }
    let mut vulnerable = Vec::new();
    for folder in setup::NPM_FOLDERS {
        vulnerable.extend(audit(folder)?);
    }
    if !vulnerable.is_empty() {
        bail!("vulnerable npm packages:\n{}", vulnerable.join("\n"));
    }
    Ok(())
}

/// The npm packages of a folder that an advisory names.
fn audit(folder: &str) -> Result<Vec<String>> {
    // It fails where there are any, and where it cannot ask: what it printed tells which.
    let output = program_in(&path(folder), "npm").args(["audit", "--json"]).output()?;
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let Some(found) = answer.get("vulnerabilities").and_then(Value::as_object) else {
        say(&format!("npm, {folder}: the advisories cannot be reached from here; NOT checked"));
        return Ok(Vec::new());
    };
    let line = |(name, entry): (&String, &Value)| {
        format!("{folder}: {name} ({})", entry.get("severity").unwrap_or(&Value::Null))
    };
    Ok(found.iter().map(line).collect())
}

/// Every crate comes from the one registry under a licence that is allowed; so does what is bundled of npm's packages, and
/// every one of them is pinned by a digest.
pub fn licences_and_sources() -> Result<()> {
    let allowed = allowed()?;
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for manifest in MANIFESTS {
        for package in packages(&path(manifest))? {
            looked_at += 1;
            let name = format!("{manifest}: {} {}", package.name, package.version);
            wrong.extend(of_crate(&package, &allowed).map(|it| format!("{name}: {it}")));
        }
    }
    for folder in setup::NPM_FOLDERS {
        let lock = fs::read(path(folder).join("package-lock.json"))?;
        let Lock { packages } = serde_json::from_slice(&lock)
            .with_context(|| format!("{folder}/package-lock.json cannot be read"))?;
        for (name, package) in packages {
            looked_at += 1;
            let name_and = |it| format!("{folder}/package-lock.json: {name}: {it}");
            wrong.extend(package.wrong(&name, folder == SHIPPED, &allowed).map(name_and));
        }
    }
    if !wrong.is_empty() {
        bail!("{} of {looked_at} packages:\n{}", wrong.len(), wrong.join("\n"));
    }
    println!("{looked_at} packages, from where they may come and under licences that are allowed");
    Ok(())
}

/// The licences that `deny.toml` allows.
fn allowed() -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Deny {
        licenses: Licenses,
    }
    #[derive(Deserialize)]
    struct Licenses {
        allow: Vec<String>,
    }

    let text = fs::read_to_string(path("deny.toml"))?;
    let deny: Deny = toml::from_str(&text).context("deny.toml cannot be read")?;
    Ok(deny.licenses.allow)
}

/// What is wrong with a crate.
fn of_crate(package: &Package, allowed: &[String]) -> Option<String> {
    match &package.source {
        // Of our own, and not to be published without one: cargo would say so.
        None if package.manifest_path.starts_with(root()) => None,
        None => Some("lies outside of the project".to_owned()),
        Some(source) if source != REGISTRY => Some(format!("comes from {source}")),
        Some(_) => licence_refused(package.license.as_deref(), allowed),
    }
}

/// Why a licence does not do.
fn licence_refused(licence: Option<&str>, allowed: &[String]) -> Option<String> {
    let Some(licence) = licence else { return Some("names no licence".to_owned()) };
    // As cargo-deny has it: older crates write `MIT/Apache-2.0`.
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return Some(format!("`{licence}` is no licence expression"));
    };
    let may_be = expression.evaluate(|requirement| allowed.contains(&requirement.to_string()));
    (!may_be).then(|| format!("{licence} is not allowed"))
}

/// npm's lock file, as far as it is looked at here.
#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Locked>,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
struct Locked {
    integrity: Option<String>,
    resolved: Option<String>,
    license: Option<String>,
    link: bool,
    dev: bool,
}

impl Locked {
    /// What is wrong with it.
    fn wrong(&self, name: &str, is_shipped: bool, allowed: &[String]) -> Option<String> {
        // Of our own: the folder itself, the package beside it, and the way there.
        if !name.starts_with("node_modules/") || self.link {
            return None;
        }
        if !self.integrity.as_deref().is_some_and(|digest| digest.starts_with("sha512-")) {
            return Some("is not pinned by a digest".to_owned());
        }
        if let Some(from) = self.resolved.as_deref().filter(|from| !from.starts_with("https://")) {
            return Some(format!("comes from {from}"));
        }
        // What only builds and tests is given to nobody.
        let goes_along = is_shipped && !self.dev;
        goes_along.then(|| licence_refused(self.license.as_deref(), allowed)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{Locked, REGISTRY, licence_refused, of_crate};
    use crate::packages::Package;

    fn allowed() -> Vec<String> {
        ["MIT", "Unicode-3.0"].map(String::from).to_vec()
    }

    #[test]
    fn a_licence_is_allowed_if_one_may_choose_such_a_one() {
        let refused = |licence| licence_refused(licence, &allowed());
        assert_eq!(refused(Some("MIT")), None);
        assert_eq!(refused(Some("GPL-3.0-only OR MIT")), None);
        assert_eq!(refused(Some("Apache-2.0/MIT")), None);
        assert_eq!(refused(Some("(MIT OR Apache-2.0) AND Unicode-3.0")), None);
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "no such thing"] {
            assert!(refused(Some(licence)).is_some(), "{licence}");
        }
        assert!(refused(None).is_some());
    }

    #[test]
    fn a_crate_comes_from_the_registry() {
        let from = |source: Option<&str>| {
            let package = Package {
                name: "one".into(),
                version: "1.0.0".into(),
                license: Some("MIT".into()),
                source: source.map(String::from),
                manifest_path: "/elsewhere/Cargo.toml".into(),
            };
            of_crate(&package, &allowed())
        };
        assert_eq!(from(Some(REGISTRY)), None);
        assert!(from(Some("git+https://example.com/one#0123")).is_some());
        assert!(from(None).is_some());
    }

    #[test]
    fn an_npm_package_is_pinned() {
        let licence = Some("MIT".to_owned());
        let sound =
            Locked { integrity: Some("sha512-x".into()), license: licence, ..Locked::default() };
        let wrong = |locked: &Locked| locked.wrong("node_modules/one", true, &allowed());
        assert_eq!(wrong(&sound), None);
        assert!(wrong(&Locked { integrity: None, ..sound.clone() }).is_some());
        assert!(wrong(&Locked { resolved: Some("git+ssh://x".into()), ..sound.clone() }).is_some());
        let copyleft = Locked { license: Some("GPL-3.0-only".into()), ..sound };
        assert!(wrong(&copyleft).is_some());
        assert_eq!(wrong(&Locked { dev: true, ..copyleft }), None);
    }
}
