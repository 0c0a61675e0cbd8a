//! What has to hold of the findings alone, or between them and the list of people in the same report.

use super::{by_email, permuted};
use crate::catalogue::Plan;
use crate::check;
use crate::compare::{Mismatches, rows};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

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
pub fn permuted_rows(config: &Value, roster: &Value, seed: u64) -> Mismatches {
    let (report, other) = (check(config, roster), check(config, &permuted(roster, seed)));
    let mut out = Mismatches::default();
    if by_email(&report) != by_email(&other) {
        return out;
    }
    let (findings, twins) = (by_id(&report), by_id(&other));
    let ids: BTreeSet<&str> = findings.keys().chain(twins.keys()).copied().collect();
    for id in ids {
        let severity_and_people = |findings: &BTreeMap<&str, &Value>| {
            findings.get(id).map(|f| json!([f["severity"], f["people"]["count"]]))
        };
        let about = format!("permuted finding: {}", id.split('#').next().unwrap_or_default());
        let twin = json!(severity_and_people(&twins));
        out.demand(&about, id, json!(severity_and_people(&findings)), &twin);
    }
    out
}

fn by_id(report: &Value) -> BTreeMap<&str, &Value> {
    rows(report, "findings")
        .iter()
        .map(|finding| (finding["id"].as_str().unwrap_or_default(), finding))
        .collect()
}

/// A report says the same in its findings as in its list of people, and names each finding once.
pub fn one_report(config: &Value, roster: &Value) -> Mismatches {
    let report = check(config, roster);
    let mut out = Mismatches::default();
    out.demand("ids", "", rows(&report, "findings").len(), &json!(by_id(&report).len()));
    let plan = config["organization"]["plan"].as_str().and_then(Plan::named);
    let Some(plan) = plan.filter(|_| report["counts"]["unknown"] == 0) else {
        return out;
    };
    let had_access = |row: &Value| row["before"]["access"] == true;
    let administers = |standing: &Value| {
        let role = standing["role"].as_str();
        standing["access"] == true && role.is_some_and(|role| plan.administers(role))
    };
    let leaves = |row: &Value| row["outcome"] == "removed" || row["outcome"] == "blocked";
    let is_jit = config["provisioning"]["mode"] == "jit";
    let is_scim = config["provisioning"]["mode"] == "scim";
    let is_manual = !is_jit && !is_scim;
    type Counts<'a> = &'a dyn Fn(&Value) -> bool;
    let exactly: [(&str, bool, Counts); 6] = [
        ("removal/members-removed", true, &|row| had_access(row) && row["outcome"] == "removed"),
        ("removal/stays-listed", is_jit, &|row| had_access(row) && row["outcome"] == "blocked"),
        ("removal/already-without", true, &|row| !had_access(row) && leaves(row)),
        ("removal/keys-stay-live", plan.is_console(), &|row| had_access(row) && leaves(row)),
        ("lockout/sso-shuts-out", is_manual, &|row| had_access(row) && leaves(row)),
        ("timing/next-login", is_jit, &|row| row["when"] == "next-login"),
    ];
    for (code, applies, counts) in exactly {
        let listed = rows(&report, "people").iter().filter(|row| counts(row)).count();
        let expected = if applies { listed } else { 0 };
        out.demand(
            &format!("people listed and found: {code}"),
            "",
            expected,
            &found(&report, code),
        );
    }

    let at_most: [(&str, Counts); 4] = [
        ("escalation/new-admins", &|row| {
            administers(&row["after"]) && !administers(&row["before"])
        }),
        ("lockout/admin-demoted", &|row| {
            administers(&row["before"]) && !administers(&row["after"])
        }),
        ("seats/tier-moves", &|row| row["before"]["seatTier"] != row["after"]["seatTier"]),
        ("seats/default-to-highest", &|row| {
            let highest = json!(plan.tiers.first());
            row["after"]["seatTier"] == highest && row["before"]["seatTier"] != highest
        }),
    ];
    for (code, counts) in at_most {
        let listed = rows(&report, "people").iter().filter(|row| counts(row)).count() as u64;
        let is_covered = found(&report, code).as_u64() <= Some(listed);
        out.demand(&format!("people listed and found: {code}"), "", true, &json!(is_covered));
    }
    let short = found(&report, "seats/shortage").as_u64();
    let waiting = report["counts"]["waiting"].as_u64();
    out.demand("people listed and found: seats/shortage", "", true, &json!(short >= waiting));
    let seats = rows(&report, "seats").iter();
    let oversold = seats.filter(|row| {
        row["purchased"].is_u64() && row["after"].as_u64() > row["purchased"].as_u64()
    });
    let times = rows(&report, "findings").iter().filter(|f| code(f) == "seats/oversold").count();
    out.demand("tiers listed and found: seats/oversold", "", oversold.count(), &json!(times));
    out
}

/// How many people the finding of this code concerns; nobody if there is none.
fn found(report: &Value, wanted: &str) -> Value {
    let finding = rows(report, "findings").iter().find(|finding| code(finding) == wanted);
    finding.map_or(json!(0), |finding| finding["people"]["count"].clone())
}
