//! Changes the code in small ways and sees whether the native tests notice. Takes long: it runs by shards, on a clone of
//! the last commit, and what it finds is left in `target/mutants-AREA/`.

use std::fs;

use anyhow::{Context, Result};

use crate::project::{root, target};
use crate::setup;
use crate::shell::{program_in, run as run_program};

/// The release that is installed when there is none.
const VERSION: &str = "27.1.0";

/// Mutates what is below `src/AREA`, shard K of N where one is named.
pub fn run(area: &str, shard: Option<&str>) -> Result<()> {
    let program = setup::cargo_tool("cargo-mutants", VERSION)?;
    let clone = target()?.join("mutants-source");
    if clone.exists() {
        fs::remove_dir_all(&clone)?;
    }
    let mut git = program_in(root(), "git");
    run_program(git.args(["clone", "--quiet", "--local", "."]).arg(&clone))?;
    // Modules that a macro declares are not found: here the registry of rules is written out.
    let registry = clone.join("src/rules/mod.rs");
    let written_out = written_out(&fs::read_to_string(&registry)?)
        .context("src/rules/mod.rs has no registry to write out")?;
    fs::write(&registry, written_out)?;
    let mut mutants = program_in(&clone, &program);
    mutants
        .args(["mutants", "--package=rolecall", "--minimum-test-timeout=120", "--output"])
        .arg(target()?.join(format!("mutants-{area}")))
        .arg(format!("--file=src/{area}/**/*.rs"));
    if let Some(shard) = shard {
        mutants.args(["--shard", shard]);
    }
    // The tests of the answers and of the reference: what declarations say is not at stake.
    let tests = ["files", "native", "reference", "scenarios", "simulation"];
    mutants.args(["--", "--lib"]).args(tests.map(|test| format!("--test={test}")));
    // A mistake that a few hundred worlds do not show is what the long runs are for.
    run_program(mutants.env("ROLECALL_WORLDS", "300"))
}

/// The registry's lines as the modules and tables that its macro makes of them.
fn written_out(source: &str) -> Option<String> {
    let (before, rest) = source.split_once("\nregistry! {\n")?;
    let (lines, after) = rest.split_once("\n}\n")?;
    let (mut modules, mut rules) = (String::new(), Vec::new());
    for category in lines.split('}').filter(|category| !category.trim().is_empty()) {
        let (category, names) = category.split_once('{')?;
        let category = category.trim();
        modules.push_str(&format!("mod {category} {{\n"));
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            modules.push_str(&format!("    pub mod {name};\n"));
            rules.push(format!("&{category}::{name}"));
        }
        modules.push_str("}\n");
    }
    let table =
        |item: &str| rules.iter().map(|rule| format!("{rule}::{item}, ")).collect::<String>();
    Some(format!(
        "{before}\n{modules}\npub static RULES: &[&Rule] = &[{}];\n\
         #[cfg(not(target_arch = \"wasm32\"))]\npub static DOCS: &[&Docs] = &[{}];\n{after}",
        table("RULE"),
        table("DOCS"),
    ))
}

#[cfg(test)]
mod tests {
    use super::written_out;

    #[test]
    fn the_registry_is_written_out_whole() {
        let source =
            "a\nregistry! {\n    plan { one, two }\n    seats {\n        three,\n    }\n}\nz\n";
        let text = written_out(source).unwrap_or_default();
        assert!(
            text.starts_with("a\nmod plan {\n    pub mod one;\n    pub mod two;\n}\nmod seats {\n")
        );
        assert!(text.contains(
            "RULES: &[&Rule] = &[&plan::one::RULE, &plan::two::RULE, &seats::three::RULE, ];"
        ));
        assert!(text.contains("DOCS") && text.ends_with("z\n"));
    }
}
