//! The one tool of the project: `cargo xtask`.
//!
//! A command is a module with a function `run`, and one line in [`Command`] and in [`dispatch`].

mod bench;
mod bless;
mod build;
mod deny;
mod endure;
mod fuzz;
mod mutants;
mod notices;
mod packages;
mod project;
mod published;
mod reproduce;
mod serve;
mod setup;
mod shell;
mod simulate;
mod test;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, serves and tests rolecall. Every command first sets up what it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install whatever is missing: the wasm32 standard library, npm packages, Chromium and its driver
    Setup,
    /// Build the npm package into pkg/ and the page into www/dist/
    Build,
    /// Build what is stale and serve the page
    Serve {
        /// The port on this machine
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run all the checks and tests, or only the named stages
    Test {
        /// The stages to run; all when none is named
        #[arg(value_name = "STAGE")]
        stages: Vec<test::Stage>,
    },
    /// Write the rule reference in docs/ anew
    Bless,
    /// Measure speed, memory and size against plain JavaScript, all parts or only the named (long)
    Bench {
        /// The numbers of people
        #[arg(long, value_delimiter = ',', default_values_t = bench::PEOPLE)]
        people: Vec<u32>,
        /// The parts to measure; all when none is named
        #[arg(value_name = "PART")]
        parts: Vec<bench::Part>,
    },
    /// Mutate the code and see whether the native tests notice (long)
    Mutants {
        /// The folder below src/
        #[arg(default_value = "resolve")]
        area: String,
        /// One shard of several, such as 0/8
        #[arg(long)]
        shard: Option<String>,
    },
    /// Feed the engine whatever a fuzzer thinks of (long); goes on where it stopped the last time
    Fuzz {
        /// How long each target runs
        #[arg(long, default_value_t = 15)]
        minutes: u32,
        /// How many targets run at a time
        #[arg(long, default_value_t = 1)]
        jobs: usize,
        /// Then choose anew the few inputs that are kept in fuzz/corpus/
        #[arg(long)]
        keep: bool,
        /// The targets to run, as fuzz/fuzz_targets/ has them; all when none is named
        #[arg(value_name = "TARGET")]
        targets: Vec<String>,
    },
    /// Ask one tab 100,000 times, and see that its memory does not grow (a minute or two)
    Endure,
    /// Play random worlds: the engine against the simulation, and natively against WebAssembly (long)
    Simulate {
        /// How many worlds
        #[arg(long, default_value_t = 100_000)]
        worlds: u64,
        /// The number of the first one
        #[arg(long, default_value_t = 0)]
        first: u64,
    },
    /// Hold licences, sources, versions and known vulnerabilities of all dependencies against deny.toml (long at first)
    Deny,
    /// Build the package twice from nothing, in two folders, and compare it byte for byte (long)
    Reproduce,
    /// What is run in a copy of the project, to build there
    #[command(hide = true)]
    BuildCopy { part: reproduce::Part },
    /// What cargo runs a test binary for wasm32 with
    #[command(hide = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    match dispatch(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<()> {
    match command {
        Command::Setup => setup::everything(),
        Command::Build => build::everything(),
        Command::Serve { port } => serve::run(port),
        Command::Test { stages } => test::run(&stages),
        Command::Bless => bless::run(),
        Command::Bench { people, parts } => bench::run(&people, &parts),
        Command::Mutants { area, shard } => mutants::run(&area, shard.as_deref()),
        Command::Fuzz { minutes, jobs, keep, targets } => fuzz::run(minutes, jobs, keep, &targets),
        Command::Endure => endure::run(),
        Command::Simulate { worlds, first } => simulate::run(first, worlds),
        Command::Deny => deny::run(),
        Command::Reproduce => reproduce::run(),
        Command::BuildCopy { part } => part.build(),
        Command::WasmTestRunner { arguments } => test::run_wasm_tests(arguments),
    }
}
