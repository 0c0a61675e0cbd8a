//! Measures the engine against plain JavaScript. What is measured and how is in `benches/`; here it is built and called.

mod spent;

use std::fs;

use anyhow::Result;
use clap::ValueEnum;

use crate::project::{cargo, path, root, target};
use crate::shell::{program_in, run as run_program};
use crate::{build, setup};

/// How many people the organisations have.
pub const PEOPLE: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// A part that can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Part {
    /// Sessions, checks, cold processes and memory, in Node
    Node,
    /// Sessions and checks, and the start of a page, in Chromium
    Chromium,
    /// What is downloaded
    Size,
    /// The engine compiled for this machine, by criterion
    Native,
}

/// Measures the named parts, or all, and prints the tables. Only a whole run writes them to `docs/`.
pub fn run(people: &[u32], parts: &[Part]) -> Result<()> {
    setup::everything()?;
    build::package()?;
    let is_measured = |part: &Part| parts.is_empty() || parts.contains(part);
    let parts: Vec<_> = Part::value_variants().iter().copied().filter(is_measured).collect();
    let is_whole = parts.len() == Part::value_variants().len() && people == PEOPLE;

    let results = target()?.join("bench");
    fs::create_dir_all(&results)?;
    let out = if is_whole { path("docs/performance.md") } else { results.join("performance.md") };
    let mut tables = program_in(root(), "node");
    tables.arg(path("benches/main.mjs")).arg(format!("--out={}", out.display()));
    tables.arg(format!("--people={}", listed(people)));
    if parts.contains(&Part::Native) {
        native()?;
        tables.arg(format!("--criterion={}", target()?.join("criterion").display()));
    }
    if parts.contains(&Part::Size) {
        let spent = results.join("spent");
        for build in build::build_named(&results)? {
            spent::write(&build, &spent)?;
        }
        tables.arg(format!("--spent={}", spent.display()));
    }
    tables.args(parts.iter().map(|part| format!("{part:?}").to_lowercase()));
    tables.env("CHROMIUM", setup::chromium()?);
    run_program(&mut tables)?;
    println!("written to {}", out.display());
    if !is_whole {
        println!("docs/performance.md is written only when all parts are measured, at all sizes");
    }
    Ok(())
}

fn native() -> Result<()> {
    let mut bench = cargo();
    bench.args(["bench", "--package=rolecall", "--bench=native"]);
    run_program(bench.env("CRITERION_HOME", target()?.join("criterion")))
}

fn listed(people: &[u32]) -> String {
    people.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}
