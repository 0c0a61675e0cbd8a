//! Random worlds with what the engine answers on this machine, a line of JSON a world, for the package's tests: they ask
//! the engine in WebAssembly the same (`tests/package/native.test.mjs`).

use crate::generate::{self, Rows};
use crate::rng::Rng;
use crate::seeds;
use rolecall::model::PeopleQuery;
use rolecall::{Config, Locale, Options, Preview, Roster};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};

const WORLDS: u64 = 2_000;

/// In one world of so many everything is asked: repairs and plans take hundreds of checks.
const WHOLE: u64 = 10;

#[test]
#[ignore = "run by xtask before the package's tests: ROLECALL_RECORD names the file"]
fn worlds_are_recorded() {
    let file = std::env::var_os("ROLECALL_RECORD").expect("ROLECALL_RECORD names a file");
    let mut lines = BufWriter::new(File::create(file).expect("the file can be written"));
    for seed in seeds(WORLDS).0 {
        writeln!(lines, "{}", world(seed)).expect("the file can be written");
    }
    lines.flush().expect("the file can be written");
}

/// A roster, its configuration and the next world's, and what the engine answers about them.
fn world(seed: u64) -> Value {
    let scenario = |seed| generate::scenario(&mut Rng::new(seed), Rows::MayRepeat);
    let ((config, roster), (other, _)) = (scenario(seed), scenario(seed + 1));
    let read = |config: &Value| {
        Config::from_json(config.to_string().as_bytes()).expect("a configuration can be read")
    };
    let people = Roster::from_json(roster.to_string().as_bytes()).expect("a roster can be read");
    let (understood, second) = (read(&config), read(&other));
    let preview = Preview::new(&understood, &people);
    let mut line = json!({
        "seed": seed,
        "config": config,
        "roster": roster,
        "report": preview.full_report(Locale::En),
        "fingerprint": preview.fingerprint(),
        "flow": preview.flow(),
    });
    if seed.is_multiple_of(WHOLE) {
        let query =
            json!({ "sort": "harm", "limit": 7, "outcome": ["removed", "changed", "added"] });
        let asked = PeopleQuery::from_json(query.to_string().as_bytes()).expect("it is a query");
        let second = Preview::new(&second, &people);
        line["whole"] = json!({
            "query": query,
            "people": preview.people(&asked, Locale::En),
            "japanese": preview.full_report(Locale::Ja),
            "repairs": preview.repairs(&Options::default()),
            "plan": preview.plan(&Options::default()),
            "other": other,
            "second": second.full_report(Locale::En),
            "comparison": preview.compare(&second, &asked, Locale::En),
        });
    }
    line
}
