//! The boundary suite, natively.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod boundary;

use rolecall::Options;
use serde_json::Value;

fn engine(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value> {
    let locale = Options::from_json(options).unwrap().locale;
    match rolecall::check_json(config, roster, locale) {
        Ok(report) => Ok(serde_json::to_value(report).unwrap()),
        Err(error) => Err(serde_json::to_value(error.report(locale)).unwrap()),
    }
}

#[test]
fn the_boundary_suite_holds_natively() {
    for (name, case) in boundary::CASES {
        println!("{name}");
        boundary::run(*case, engine);
    }
}
