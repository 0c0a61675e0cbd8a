//! Runs the checks and the tests, stage by stage, to the end, and sums up.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::project::{WASM, cargo, path, root, this_program};
use crate::shell::{program_in, run as run_program};
use crate::{build, deny, published, reproduce, setup, simulate};

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Stage {
    /// The code is formatted
    Format,
    /// Clippy has nothing to say, for this machine and for wasm32, what is public is documented with examples, and what is
    /// depended upon is allowed
    Lint,
    /// The tests on this machine, and the crate as it is packed
    Native,
    /// The engine's boundary, in Node
    Node,
    /// The engine's boundary, in headless Chromium
    Chromium,
    /// The built npm package, as its users have it
    Package,
    /// The engine, built from nothing in another folder, is the same
    Reproduce,
    /// The package in every bundler and runtime that it is for
    Consumers,
    /// The page and the examples: their types, and their tests in Chromium
    Page,
}

impl Stage {
    fn run(self) -> Result<()> {
        match self {
            Self::Format => format(),
            Self::Lint => lint(),
            Self::Native => native(),
            Self::Node => in_wasm("node"),
            Self::Chromium => in_wasm("browser"),
            Self::Package => package_tests(),
            Self::Reproduce => reproduce::engine(),
            Self::Consumers => package("tests/consumers"),
            Self::Page => page(),
        }
    }

    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// Runs the named stages, or all.
pub fn run(stages: &[Stage]) -> Result<()> {
    setup::everything()?;
    let mut results = Vec::new();
    for &stage in Stage::value_variants() {
        if !stages.is_empty() && !stages.contains(&stage) {
            continue;
        }
        println!("\n==> {}", stage.name());
        let begun = Instant::now();
        let result = stage.run();
        if let Err(error) = &result {
            println!("{} FAILED: {error:#}", stage.name());
        }
        results.push((stage, result.is_ok(), begun.elapsed()));
    }
    println!();
    for (stage, passed, time) in &results {
        let word = if *passed { "passed" } else { "FAILED" };
        println!("{word} {:9} {:6.1} s", stage.name(), time.as_secs_f32());
    }
    let passed = results.iter().filter(|(_, passed, _)| *passed).count();
    let failed = results.len() - passed;
    println!("stages: {passed} passed, {failed} failed");
    if failed > 0 {
        bail!("not all stages passed");
    }
    Ok(())
}

/// Runs a test binary for wasm32, in Node or in Chromium as it asks for.
pub fn run_wasm_tests(arguments: Vec<OsString>) -> Result<()> {
    let program = OsString::from("wasm-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(
        std::iter::once(program).chain(arguments),
    )
}

fn format() -> Result<()> {
    run_program(cargo().args(["fmt", "--all", "--check"]))?;
    // Modules that a macro declares, as the registry of rules does, are not found by `cargo fmt`.
    let mut rustfmt = program_in(root(), "rustfmt");
    rustfmt.args(["--check", "--edition=2024"]).args(rust_files(&path("src/rules"))?);
    run_program(&mut rustfmt)
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn lint() -> Result<()> {
    // With and without features: what is unused without them is seen only without.
    for features in [&[][..], &["--all-features"]] {
        let mut clippy = cargo();
        clippy.args(["clippy", "--workspace", "--all-targets"]).args(features);
        run_program(clippy.args(["--", "-Dwarnings"]))?;
    }
    let mut for_wasm = build::cargo_for_wasm()?;
    for_wasm.args(["clippy", "--package=rolecall", "--target", WASM]);
    for_wasm.args(["--lib", "--test=node", "--test=browser"]);
    run_program(for_wasm.args(["--", "-Dwarnings"]))?;
    published::documentation()?;
    deny::licences_and_sources()
}

fn native() -> Result<()> {
    // One at a time: together, each would be built with what the other wants of their common dependencies.
    run_program(cargo().args(["test", "--package=rolecall", "--all-features", "--no-fail-fast"]))?;
    run_program(cargo().args(["test", "--package=xtask"]))?;
    published::package()
}

/// Runs a file of `tests/` compiled for wasm32.
fn in_wasm(test: &str) -> Result<()> {
    let program = this_program()?;
    let runner =
        format!("target.{WASM}.runner=[{:?}, \"wasm-test-runner\"]", program.to_string_lossy());
    let mut tests = build::cargo_for_wasm()?;
    tests
        .args(["test", "--package=rolecall", "--target", WASM])
        .args(["--test", test, "--config", &runner])
        .env("CHROMEDRIVER", setup::chromedriver()?)
        // An unoptimised build on a busy machine may take longer than the runner's own 20 seconds.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run_program(&mut tests)
}

fn package_tests() -> Result<()> {
    simulate::record_for_tests()?;
    package("tests/package")
}

/// Runs the tests of a folder on the built package.
fn package(folder: &str) -> Result<()> {
    build::package()?;
    let mut tests = program_in(root(), "node");
    // Two files at a time: by itself Node leaves one processor idle, which on small machines is half of them.
    tests.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    tests.env("CHROMIUM", setup::chromium()?).env("ROLECALL_RECORD", simulate::record()?);
    // Named one by one: what Node makes of a folder or a pattern differs from version to version.
    for entry in fs::read_dir(path(folder))? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.mjs") {
            tests.arg(file);
        }
    }
    run_program(&mut tests)
}

fn page() -> Result<()> {
    build::page()?;
    build::examples()?;
    let npm = |folder: &str, script: &str| -> Command {
        let mut npm = program_in(&path(folder), "npm");
        npm.args(["run", "--silent", script]);
        npm
    };
    for folder in ["www", "examples"] {
        run_program(&mut npm(folder, "check"))?;
    }
    run_program(npm("www", "test:e2e").env("CHROMIUM", setup::chromium()?))
}
