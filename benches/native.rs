//! The engine compiled for the machine that it runs on: `cargo bench --bench native`.
//!
//! The organisations are those of `input.mjs`, which Node writes: there is one that makes them.

use std::error::Error;
use std::hint::black_box;
use std::io;
use std::process::Command;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput};
use rolecall::{Config, Locale, Preview, Roster};

const SIZES: [u64; 3] = [1_000, 10_000, 100_000];

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .measurement_time(Duration::from_secs(5))
        .without_plots()
        .configure_from_args();
    for people in SIZES {
        reading(&mut criterion, people)?;
        answering(&mut criterion, people)?;
    }
    criterion.final_summary();
    Ok(())
}

/// From bytes to a roster that can be asked.
fn reading(criterion: &mut Criterion, people: u64) -> Result<(), Box<dyn Error>> {
    let text = input("roster", people)?;
    Roster::from_json(&text)?;
    let mut group = criterion.benchmark_group("from_json");
    group.throughput(Throughput::Elements(people));
    group.bench_function(BenchmarkId::from_parameter(people), |bencher| {
        // What is made is let go outside of what is timed.
        bencher.iter_with_large_drop(|| Roster::from_json(black_box(&text)));
    });
    group.finish();
    Ok(())
}

/// From a roster and a configuration to the report without the people.
fn answering(criterion: &mut Criterion, people: u64) -> Result<(), Box<dyn Error>> {
    let config = Config::from_json(&input("configuration", people)?)?;
    let roster = Roster::from_json(&input("roster", people)?)?;
    let mut group = criterion.benchmark_group("report");
    group.throughput(Throughput::Elements(people));
    group.bench_function(BenchmarkId::from_parameter(people), |bencher| {
        bencher
            .iter_with_large_drop(|| Preview::new(black_box(&config), &roster).report(Locale::En));
    });
    group.finish();
    Ok(())
}

/// What a function of `input.mjs` makes, as JSON.
fn input(function: &str, people: u64) -> io::Result<Vec<u8>> {
    let script = format!(
        "import {{ {function} }} from './input.mjs'; process.stdout.write(JSON.stringify({function}({people})))"
    );
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", &script])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/benches"))
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(output.stdout)
}
