//! Has one tab asked and asked: the tests of endurance whole, of which every run of the tests has a taste.

use anyhow::Result;

use crate::project::{path, root};
use crate::shell::{program_in, run as run_program};
use crate::{build, setup};

/// Runs them in Chromium.
pub fn run() -> Result<()> {
    setup::everything()?;
    build::package()?;
    let mut tests = program_in(root(), "node");
    tests.args(["--test", "--test-reporter=spec"]).arg(path("tests/e2e/endurance.test.mjs"));
    run_program(tests.env("ENDURE", "whole").env("CHROMIUM", setup::chromium()?))
}
