//! Random worlds: the engine against the simulation, and on this machine against WebAssembly.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::{cargo, path, root, target};
use crate::shell::{program_in, read, run as run_program, say};
use crate::{build, setup};

/// Processes that play at the same time.
const SHARDS: u64 = 2;

/// Some laws take a hundred checks a world, for they try everything that is offered to mend it: of so many worlds one is
/// enough.
const MENDING: u64 = 20;

/// The tests of those laws.
const MENDING_LAWS: [&str; 4] = [
    "fixes_do_what_they_say",
    "repairs_repair",
    "most_blocked_worlds_get_a_repair",
    "what_was_asked_before_changes_no_answer",
];

/// Worlds that are recorded at a time: a file of them is some 100 MB.
const RECORDED: u64 = 5_000;

/// What the records of a test run are of.
const RECORDED_IN_TESTS: u64 = 2_000;

/// The long run: the laws of so many worlds, and then the same worlds in WebAssembly.
pub fn run(first: u64, worlds: u64) -> Result<()> {
    setup::everything()?;
    build::package()?;
    let program = simulation()?;
    say(&format!("{worlds} worlds from {first} on against the simulation"));
    let other_laws: Vec<&str> = MENDING_LAWS.iter().flat_map(|law| ["--skip", law]).collect();
    at_once(in_shards(&program, first, worlds, &other_laws))?;
    let mended = worlds / MENDING;
    say(&format!("what is offered to mend them, {mended} worlds from {first} on"));
    at_once(in_shards(&program, first, mended, &MENDING_LAWS))?;
    let mut from = first;
    while from < first + worlds {
        let count = RECORDED.min(first + worlds - from);
        say(&format!("{count} worlds from {from} on in WebAssembly"));
        let record = record()?;
        let mut recording = played(&program, from, count);
        recording.args(["--ignored", "worlds_are_recorded"]);
        run_program(recording.env("ROLECALL_RECORD", &record))?;
        let mut compare = program_in(root(), "node");
        compare.args(["--test", "--test-reporter=spec", "tests/package/native.test.mjs"]);
        run_program(compare.env("ROLECALL_RECORD", &record))?;
        from += count;
    }
    Ok(())
}

/// Where worlds are recorded.
pub fn record() -> Result<PathBuf> {
    Ok(target()?.join("worlds.jsonl"))
}

/// Records the worlds of a test run, with the tests as they have been compiled for it.
pub fn record_for_tests() -> Result<()> {
    let mut test = cargo();
    test.args(["test", "--quiet", "--package=rolecall", "--all-features", "--test=simulation"]);
    test.args(["--", "--ignored", "worlds_are_recorded"]);
    test.env("ROLECALL_WORLDS", RECORDED_IN_TESTS.to_string());
    run_program(test.env("ROLECALL_RECORD", record()?))
}

/// The simulation's tests, as fast as the engine is when it is used, and with every check of the arithmetic.
fn simulation() -> Result<PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        executable: Option<PathBuf>,
    }

    say("compiling the simulation");
    let mut build = cargo();
    build.args(["test", "--no-run", "--release", "--package=rolecall", "--all-features"]);
    build.args(["--test=simulation", "--message-format=json", "--target-dir"]);
    build.arg(target()?.join("simulate"));
    for set in ["lto=false", "codegen-units=16", "debug-assertions=true", "overflow-checks=true"] {
        build.arg(format!("--config=profile.release.{set}"));
    }
    let said = read(&mut build)?;
    let mut built =
        said.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok()?.executable);
    built.next_back().context("cargo names no program that it built")
}

/// Calls of the simulation's laws that together are about so many worlds.
fn in_shards(program: &Path, first: u64, worlds: u64, laws: &[&str]) -> Vec<Command> {
    let shard = |shard| {
        let (from, to) = (worlds * shard / SHARDS, worlds * (shard + 1) / SHARDS);
        let mut test = played(program, first + from, to - from);
        test.args(laws);
        test
    };
    (0..SHARDS).map(shard).collect()
}

/// A call of the simulation about so many worlds.
fn played(program: &Path, first: u64, worlds: u64) -> Command {
    let mut test = program_in(&path(""), program);
    test.env("ROLECALL_FIRST", first.to_string());
    test.env("ROLECALL_WORLDS", worlds.to_string());
    test.args(["--test-threads=1"]);
    test
}

/// Runs all of them at the same time and to the end; every one must succeed.
fn at_once(commands: Vec<Command>) -> Result<()> {
    let start = |mut command: Command| command.spawn().context("the simulation cannot be started");
    let mut running = commands.into_iter().map(start).collect::<Result<Vec<Child>>>()?;
    let mut failed = 0;
    for child in &mut running {
        failed += usize::from(!child.wait()?.success());
    }
    if failed > 0 {
        bail!("the simulation and the engine differ: {failed} of {} runs failed", running.len());
    }
    Ok(())
}
