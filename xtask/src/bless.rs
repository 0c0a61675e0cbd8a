//! Writes anew what is made from the sources and kept in the repository.

use anyhow::Result;

use crate::project::cargo;
use crate::shell::run as run_program;

/// The rule reference, `docs/rules/`.
pub fn run() -> Result<()> {
    run_program(
        cargo()
            .args(["test", "--quiet", "--package=rolecall", "--test=reference"])
            .env("BLESS", "1"),
    )
}
