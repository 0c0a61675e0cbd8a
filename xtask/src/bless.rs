//! Writes anew what is made from the sources and kept in the repository.

use anyhow::Result;

use crate::project::cargo;
use crate::shell::run as run_program;

/// The rule reference, `docs/rules/`, and the declarations that changes of the types are seen in.
pub fn run() -> Result<()> {
    let mut tests = cargo();
    tests.args(["test", "--quiet", "--package=rolecall", "--all-features"]);
    run_program(tests.args(["--test=reference", "--test=declarations"]).env("BLESS", "1"))
}
