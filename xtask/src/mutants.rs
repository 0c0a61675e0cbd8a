//! Changes the code in small ways and sees whether the native tests notice. Takes long: it runs by shards, and what it
//! finds is left in `target/mutants.out/`.

use anyhow::Result;

use crate::project::{cargo, root, target};
use crate::shell::{program_in, run as run_program};

/// The release that is installed when there is none.
const VERSION: &str = "27.1.0";

/// Mutates what is below `src/AREA`, shard K of N where one is named.
pub fn run(area: &str, shard: Option<&str>) -> Result<()> {
    let home = target()?.join("tools");
    let program = home.join("bin/cargo-mutants");
    if !program.exists() {
        let mut install = cargo();
        install.args(["install", "--locked", "--root"]).arg(&home);
        run_program(install.args(["cargo-mutants", "--version", VERSION]))?;
    }
    let mut mutants = program_in(root(), &program);
    mutants
        .args(["mutants", "--package=rolecall", "--minimum-test-timeout=120", "--output"])
        .arg(target()?)
        .arg(format!("--file=src/{area}/**/*.rs"));
    if let Some(shard) = shard {
        mutants.args(["--shard", shard]);
    }
    // The tests of the answers: what documentation and declarations say is not at stake.
    mutants.args(["--", "--lib", "--test=native", "--test=scenarios", "--test=simulation"]);
    run_program(&mut mutants)
}
