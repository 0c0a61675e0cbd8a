//! What has to hold of the findings alone, or between them and the list of people in the same report.

use super::{by_email, permuted};
use crate::catalogue::Plan;
use crate::check;
use crate::compare::{Mismatches, Tally, rows};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The findings that compare before with after.
const COMPARING: [&str; 11] = [
    "lockout/admin-demoted",
    "lockout/sso-shuts-out",
    "removal/members-removed",
    "removal/mass-loss",
    "removal/stays-listed",
    "removal/service-account",
    "removal/keys-stay-live",
    "escalation/new-admins",
    "escalation/broad-admin-group",
    "seats/default-to-highest",
    "seats/tier-moves",
];

fn code(finding: &Value) -> &str {
    finding["code"].as_str().unwrap_or_default()
}

/// Saving what is in force already sets nothing in motion.
pub fn nothing_changes(config: &Value, roster: &Value) -> Mismatches {
    let mut in_force = config.clone();
    let proposal = &config["provisioning"];
    in_force["saved"] = if proposal.is_object() { proposal.clone() } else { json!({}) };
    let report = check(&in_force, roster);
    let mut out = Mismatches::default();
    for finding in rows(&report, "findings").iter().filter(|f| COMPARING.contains(&code(f))) {
        let about = format!("in force already: {}", code(finding));
        out.demand(&about, "", Value::Null, &finding["message"]);
    }
    out
}

/// Where nobody's fate hangs on the order of rows, no finding does.
pub fn permuted_rows(config: &Value, roster: &Value, seed: u64, tally: &mut Tally) -> Mismatches {
    let (report, other) = (check(config, roster), check(config, &permuted(roster, seed)));
    let mut out = Mismatches::default();
    if by_email(&report) != by_email(&other) {
        return out;
    }
    *tally.entry("order decides nothing".into()).or_default() += 1;
    let (findings, twins) = (summary(&report), summary(&other));
    let differing: BTreeSet<&Summary> = findings.symmetric_difference(&twins).collect();
    for summary in differing {
        let about = format!("permuted finding: {}", summary.0);
        let is_first = findings.contains(summary);
        let (expected, got) =
            if is_first { (json!(summary), Value::Null) } else { (Value::Null, json!(summary)) };
        out.demand(&about, "", expected, &got);
    }
    out
}

/// Code, identifier, severity, how many people. Strange keys and values are known by their places, which are the rows'.
type Summary<'r> = (&'r str, Option<&'r str>, Option<&'r str>, Option<u64>);

fn summary(report: &Value) -> BTreeSet<Summary<'_>> {
    let is_placed = |f: &Value| matches!(code(f), "input/unknown-key" | "input/unknown-value");
    rows(report, "findings")
        .iter()
        .map(|f| {
            let id = f["id"].as_str().filter(|_| !is_placed(f));
            (code(f), id, f["severity"].as_str(), f["people"]["count"].as_u64())
        })
        .collect()
}

/// A report says the same in its findings as in its list of people, and names each finding once.
pub fn one_report(config: &Value, roster: &Value) -> Mismatches {
    let report = check(config, roster);
    let mut out = Mismatches::default();
    let ids: BTreeSet<_> = rows(&report, "findings").iter().map(|f| f["id"].as_str()).collect();
    out.demand("ids", "", rows(&report, "findings").len(), &json!(ids.len()));
    let plan = config["organization"]["plan"].as_str().and_then(Plan::named);
    if let Some(plan) = plan.filter(|_| report["counts"]["unknown"] == 0) {
        let mode = config["provisioning"]["mode"].as_str().unwrap_or_default();
        people_are_those_listed(plan, mode, &report, &mut out);
        seats_are_those_listed(&report, &mut out);
    }
    out
}

fn people_are_those_listed(plan: &Plan, mode: &str, report: &Value, out: &mut Mismatches) {
    let had_access = |row: &Value| row["before"]["access"] == true;
    let leaves = |row: &Value| row["outcome"] == "removed" || row["outcome"] == "blocked";
    let administers = |standing: &Value| {
        let role = standing["role"].as_str();
        standing["access"] == true && role.is_some_and(|role| plan.administers(role))
    };
    let is_jit = mode == "jit";
    let is_manual = !is_jit && mode != "scim";
    let highest = json!(plan.tiers.first());
    type Counts<'a> = &'a dyn Fn(&Value) -> bool;

    let exactly: [(&str, bool, Counts); 6] = [
        ("removal/members-removed", true, &|row| had_access(row) && row["outcome"] == "removed"),
        ("removal/stays-listed", is_jit, &|row| had_access(row) && row["outcome"] == "blocked"),
        ("removal/already-without", true, &|row| !had_access(row) && leaves(row)),
        ("removal/keys-stay-live", plan.is_console(), &|row| had_access(row) && leaves(row)),
        ("lockout/sso-shuts-out", is_manual, &|row| had_access(row) && leaves(row)),
        ("timing/next-login", is_jit, &|row| row["when"] == "next-login"),
    ];
    let listed =
        |counts: Counts| rows(report, "people").iter().filter(|row| counts(row)).count() as u64;
    for (code, applies, counts) in exactly {
        let expected = if applies { listed(counts) } else { 0 };
        out.demand(&format!("listed and found: {code}"), "", expected, &json!(found(report, code)));
    }

    // The list does not say what someone holds in the roster, nor who administers as a machine or an invitation.
    let at_most: [(&str, Counts); 4] = [
        ("escalation/new-admins", &|row| {
            administers(&row["after"]) && !administers(&row["before"])
        }),
        ("lockout/admin-demoted", &|row| {
            administers(&row["before"]) && !administers(&row["after"])
        }),
        ("seats/tier-moves", &|row| row["before"]["seatTier"] != row["after"]["seatTier"]),
        ("seats/default-to-highest", &|row| {
            row["after"]["seatTier"] == highest && row["before"]["seatTier"] != highest
        }),
    ];
    for (code, counts) in at_most {
        let is_covered = found(report, code) <= listed(counts);
        out.demand(&format!("listed and found: {code}"), "", true, &json!(is_covered));
    }
}

fn seats_are_those_listed(report: &Value, out: &mut Mismatches) {
    let waiting = report["counts"]["waiting"].as_u64().unwrap_or_default();
    let holds_all = found(report, "seats/shortage") >= waiting;
    out.demand("listed and found: seats/shortage", "", true, &json!(holds_all));
    let is_oversold = |row: &&Value| {
        row["purchased"].is_u64() && row["after"].as_u64() > row["purchased"].as_u64()
    };
    let oversold = rows(report, "seats").iter().filter(is_oversold).count();
    let times = rows(report, "findings").iter().filter(|f| code(f) == "seats/oversold").count();
    out.demand("listed and found: seats/oversold", "", oversold, &json!(times));
}

/// How many people the finding of this code concerns; nobody if there is none.
fn found(report: &Value, wanted: &str) -> u64 {
    let finding = rows(report, "findings").iter().find(|finding| code(finding) == wanted);
    finding.and_then(|finding| finding["people"]["count"].as_u64()).unwrap_or_default()
}
