//! Random organisations, played out as events and compared with the engine's resolution.
//!
//! The world in `world.rs` and `seats.rs` is written from the domain's text alone and shares no code with the engine:
//! people log in, a sync walks over them, seats are handed out at a desk; what became of each is then read off the
//! member list. Every random scenario is played in the listed order, where it has to equal the report in everything,
//! and in shuffled orders, where it has to equal it for everyone who is not marked `arrival-order`.
//!
//! `ROLECALL_SEED=17` replays one seed and prints it whole; `ROLECALL_WORLDS=50000` plays more than the usual 2,000, from
//! `ROLECALL_FIRST=50000` on. `cargo xtask simulate` does that in several processes.
//!
//! # Named assumptions
//!
//! Where the domain's text leaves room, the world takes these readings:
//!
//! - `changed` compares with the member list of the roster, not with the state before.
//! - Under `manual`, an assignment of `unknown` keeps every member, those with `active: false` too.
//! - `tierUnmapped: removed` removes the member, and not merely the seat.
//! - Someone who waits under `saved` stands before as they would after: with the role they were to get, no seat, no access.
//! - Seat numbers count everyone who sits on a seat: the blocked, the invited and the unknown too. Role numbers count
//!   people with access, so an `unknown` member counts before and not after.
//! - `short` adds up, over the tiers, to one seat for each person who asked for a seat in vain.
//! - Only *members* lose access or are demoted: not someone whom `saved` would have added and the proposal would not.
//! - A role or tier that is not offered is looked for in the proposal and in `seats`, not in `saved`;
//!   an entry that is `null` or of the wrong type names nothing.
//! - Somebody is entitled to the administering role by a group when they are assigned and in a group mapped to it, a
//!   primary owner too.
//! - The seats that step 2 leaves over depend on who came first, and with them, now and then, what step 3 has to give.
//!   The rules mark nobody for that; a shuffle that opens step 3 with other room spares its people.
//! - Someone is about to lose access, for a changed address, who is without it afterwards, whatever was before; someone
//!   is about to be added who waits for a seat too.
//! - A mapped name that several groups bear is one thing that is mapped; a group that a row without an address names is
//!   one that the directory has.
//! - A group that is written twice on two roles is found twice; a broad administering group is found for itself.
//! - `roster/bad-email` is said once a side of rows without an address and once of people whose address is none;
//!   `roster/unknown-value` once a word, of the rows that are left out and the repeated ones too.
//! - An expectation of a role or tier of another plan is not met by anyone. Somebody whom an expectation names by an
//!   address on either side is somebody, spoken of or not.
//! - Rows repeat each other "with different content" only if what they say differs; the worlds leave no room for doubt.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod catalogue;
mod compare;
mod coverage;
mod findings;
mod generate;
mod generate_roster;
mod hand;
mod laws;
mod preview;
mod record;
mod repairs;
mod rng;
mod scenario;
mod seats;
mod shrink;
mod world;

use compare::{Mismatch, Mismatches, Tally};
use generate::Rows;
use rng::Rng;
use scenario::Scenario;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;

const WORLDS: u64 = 2_000;

/// In each of these everything that is offered to mend it is tried, which takes hundreds of checks.
const WORLDS_TO_MEND: u64 = 400;

/// The seeds to play, so many where nothing else is asked for, and whether that is the one that was asked for.
fn seeds(worlds: u64) -> (Range<u64>, bool) {
    let number = |name| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
    match number("ROLECALL_SEED") {
        Some(seed) => (seed..seed + 1, true),
        None => {
            let first = number("ROLECALL_FIRST").unwrap_or(0);
            (first..first + number("ROLECALL_WORLDS").unwrap_or(worlds), false)
        }
    }
}

/// What the engine makes of a scenario.
fn check(config: &Value, roster: &Value) -> Value {
    let (config, roster) = (config.to_string(), roster.to_string());
    let report = rolecall::check_json(config.as_bytes(), roster.as_bytes(), rolecall::Locale::En);
    match report {
        Ok(report) => serde_json::to_value(report).expect("a report is JSON"),
        Err(error) => panic!("the engine refused {config} {roster}: {}", serde_json::json!(error)),
    }
}

/// Names the seed if the engine brings the test down.
struct Playing(u64);

impl Drop for Playing {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("while playing ROLECALL_SEED={}", self.0);
        }
    }
}

/// Runs `law` over all seeds and fails with the smallest example of each kind of difference.
fn for_every_world(
    rows: Rows,
    law: &dyn Fn(&Value, &Value, u64, &mut Tally) -> Mismatches,
) -> Tally {
    for_worlds(WORLDS, rows, law)
}

fn for_worlds(
    worlds: u64,
    rows: Rows,
    law: &dyn Fn(&Value, &Value, u64, &mut Tally) -> Mismatches,
) -> Tally {
    let (seeds, replay) = seeds(worlds);
    let mut tally = Tally::new();
    let mut failures: BTreeMap<String, Vec<(u64, Mismatch)>> = BTreeMap::new();
    for seed in seeds {
        let _playing = Playing(seed);
        let (config, roster) = generate::scenario(&mut Rng::new(seed), rows);
        if replay {
            println!(
                "seed {seed}\nconfig {config}\nroster {roster}\nreport {}",
                check(&config, &roster)
            );
        }
        for mismatch in law(&config, &roster, seed, &mut tally).0 {
            failures.entry(mismatch.about.clone()).or_default().push((seed, mismatch));
        }
    }
    let complaints: Vec<String> =
        failures.iter().map(|(about, all)| complaint(rows, law, about, all)).collect();
    assert!(complaints.is_empty(), "the world and the engine differ\n{}", complaints.join("\n"));
    tally
}

fn complaint(
    rows: Rows,
    law: &dyn Fn(&Value, &Value, u64, &mut Tally) -> Mismatches,
    about: &str,
    all: &[(u64, Mismatch)],
) -> String {
    let (seed, _) = all[0];
    let (config, roster) = generate::scenario(&mut Rng::new(seed), rows);
    let of_this_kind = |config: &Value, roster: &Value| {
        let found = law(config, roster, seed, &mut Tally::new()).0;
        found.into_iter().find(|mismatch| mismatch.about == about)
    };
    let example = shrink::shrink(config, roster, &|c, r| of_this_kind(c, r).is_some());
    let shown = of_this_kind(&example["config"], &example["roster"]).expect("it still differs");
    format!(
        "\n{about}: {} times, first with ROLECALL_SEED={seed}\n  config {}\n  roster {}\n  {} expected {} got {}",
        all.len(),
        example["config"],
        example["roster"],
        shown.who,
        shown.expected,
        shown.got
    )
}

#[test]
fn the_settled_world_equals_the_resolution() {
    let tally = for_every_world(Rows::MayRepeat, &|config, roster, seed, tally| {
        let scenario = Scenario::read(config, roster);
        let report = check(config, roster);
        coverage::count(config, &report, tally);
        compare::compare(&scenario, &report, seed, tally)
    });
    for (what, times) in &tally {
        println!("{times:>7} {what}");
    }
    let (seeds, replay) = seeds(WORLDS);
    if !replay && seeds.end - seeds.start >= WORLDS {
        coverage::assert_everything_occurred(&tally);
    }
}

#[test]
fn the_order_of_rows_decides_nothing_but_who_comes_first() {
    for_every_world(Rows::Unique, &|config, roster, seed, _| {
        laws::permuted_rows(config, roster, seed)
    });
}

#[test]
fn with_seats_without_end_nobody_waits() {
    for_every_world(Rows::MayRepeat, &|config, roster, _, _| laws::endless_seats(config, roster));
}

#[test]
fn what_has_settled_stays_as_it_is() {
    for_every_world(Rows::MayRepeat, &|config, roster, _, _| laws::settled_again(config, roster));
}

#[test]
fn a_reading_that_is_not_named_does_not_matter() {
    for_every_world(Rows::MayRepeat, &|config, roster, seed, _| {
        laws::unnamed_readings(config, roster, seed)
    });
}

#[test]
fn saving_what_is_in_force_finds_no_change() {
    for_every_world(Rows::MayRepeat, &|config, roster, _, _| {
        laws::findings::nothing_changes(config, roster)
    });
}

#[test]
fn what_was_asked_before_changes_no_answer() {
    for_worlds(WORLDS_TO_MEND, Rows::MayRepeat, &|config, roster, seed, _| {
        laws::asked::again(config, roster, seed)
    });
}

#[test]
fn the_order_of_rows_changes_no_finding() {
    let tally = for_every_world(Rows::Unique, &|config, roster, seed, tally| {
        laws::findings::permuted_rows(config, roster, seed, tally)
    });
    let (seeds, replay) = seeds(WORLDS);
    let compared = tally.get("order decides nothing").copied().unwrap_or_default() as u64;
    assert!(
        replay || 2 * compared > seeds.end - seeds.start,
        "only {compared} worlds prove anything"
    );
}

#[test]
fn findings_agree_with_the_list_of_people() {
    for_every_world(Rows::MayRepeat, &|config, roster, _, _| {
        laws::findings::one_report(config, roster)
    });
}

#[test]
fn fixes_do_what_they_say() {
    let tally = for_worlds(WORLDS_TO_MEND, Rows::MayRepeat, &|config, roster, _, tally| {
        repairs::fixes_are_exact(config, roster, tally)
    });
    for (what, times) in &tally {
        println!("{times:>7} {what}");
    }
}

#[test]
fn repairs_repair() {
    let tally = for_worlds(WORLDS_TO_MEND, Rows::MayRepeat, &|config, roster, seed, tally| {
        repairs::repairs_repair(config, roster, seed, tally)
    });
    for (what, times) in &tally {
        println!("{times:>7} {what}");
    }
}

#[test]
fn most_blocked_worlds_get_a_repair() {
    let tally = for_worlds(WORLDS_TO_MEND, Rows::MayRepeat, &|config, roster, _, tally| {
        if let Some(repaired) = repairs::is_repaired(&repairs::fair(config), roster) {
            *tally.entry("blocked".into()).or_default() += 1;
            *tally.entry("repaired".into()).or_default() += usize::from(repaired);
        }
        Mismatches::default()
    });
    let of = |what: &str| tally.get(what).copied().unwrap_or_default();
    println!("{} of {} blocked worlds get a repair", of("repaired"), of("blocked"));
    assert!(100 * of("repaired") >= 95 * of("blocked"), "{tally:?}");
}
