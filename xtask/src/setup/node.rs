//! Node, npm, and the npm packages of the workspace.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::project::{is_stale, path};
use crate::shell::{ask, program_in, run, say};

/// The oldest Node that the page's build tool runs on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// The folders that have a `package-lock.json`.
pub const FOLDERS: [&str; 4] = ["xtask", "www", "examples", "tests/consumers"];

/// Installs Node where it is missing and may be installed, and the packages of the lock files where they are not in place.
pub fn set_up() -> Result<()> {
    if ask(Command::new("npm").arg("--version")).is_none() {
        debian::install(&["nodejs", "npm"]).context("Node and npm are needed")?;
    }
    let version = ask(Command::new("node").arg("--version")).context(
        "Node is needed and not on this machine: install it from your system's packages",
    )?;
    let (major, minor) = OLDEST_NODE;
    if parse(&version).is_none_or(|found| found < OLDEST_NODE) {
        bail!(
            "Node {major}.{minor} or newer is needed, and this one is {version}: install a newer one"
        );
    }
    for folder in FOLDERS {
        install_packages(folder)?;
    }
    Ok(())
}

fn install_packages(folder: &str) -> Result<()> {
    let folder_path = path(folder);
    let lock = folder_path.join("package-lock.json");
    // npm writes this file last, as its own record of what it laid down.
    let record = folder_path.join("node_modules/.package-lock.json");
    if !is_stale(&record, &[lock])? {
        return Ok(());
    }
    say(&format!("installing the npm packages of {folder}/"));
    let mut install = program_in(&folder_path, "npm");
    // None of the packages needs a script of its own to be run, and so none may.
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(&mut install)
}

/// Major and minor of a version like `v20.19.2`.
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(parse("v20.19.2"), Some((20, 19)));
        assert!(parse("v20.9.0") < parse("v20.19.0"));
        assert_eq!(parse("unknown"), None);
    }
}
