//! What a run must have met with.

use crate::compare::{Tally, rows};
use crate::generate::READINGS;
use serde_json::{Value, json};

/// Every finding that is counted again, with every severity that it can have.
const FINDINGS: &[&str] = &[
    "plan/no-parent error",
    "plan/sso-not-connected error",
    "plan/no-verified-domain error",
    "plan/directory-not-connected error",
    "plan/scim-on-team error",
    "plan/scim-under-team-parent error",
    "plan/parent-kind-mismatch warning",
    "plan/mapping-in-manual warning",
    "plan/role-not-offered error",
    "plan/tier-not-offered error",
    "plan/actor-may-not-save error",
    "lockout/actor-not-given info",
    "lockout/actor-loses-access error",
    "lockout/actor-demoted error",
    "lockout/no-admin-left error",
    "lockout/few-admins-left info",
    "lockout/few-admins-left warning",
    "lockout/admin-demoted warning",
    "lockout/admin-role-unmapped error",
    "lockout/admin-role-unmapped warning",
    "lockout/sso-shuts-out warning",
    "removal/members-removed warning",
    "removal/mass-loss error",
    "removal/stays-listed warning",
    "removal/already-without info",
    "removal/service-account warning",
    "removal/keys-stay-live info",
    "roster/no-directory error",
    "roster/no-directory info",
    "roster/assignment-unknown error",
    "removal/email-changed warning",
    "mapping/unknown-group warning",
    "mapping/empty-group warning",
    "mapping/group-on-several-roles warning",
    "mapping/group-on-several-tiers warning",
    "mapping/duplicate-group info",
    "mapping/role-without-group warning",
    "mapping/shadowed-group info",
    "mapping/incomparable-roles warning",
    "mapping/tier-group-only warning",
    "mapping/unassigned-in-group warning",
    "mapping/nested-group warning",
    "mapping/too-many-groups warning",
    "escalation/new-admins warning",
    "escalation/broad-admin-group error",
    "seats/shortage warning",
    "seats/shortage error",
    "seats/default-to-highest warning",
    "seats/tier-moves info",
    "seats/oversold warning",
    "seats/held-by-invitations info",
    "tenant/adds-everywhere warning",
    "timing/entra-delay info",
    "timing/next-login info",
    "roster/sides-do-not-match warning",
    "roster/duplicate-person warning",
    "roster/duplicate-person info",
    "roster/bad-email warning",
    "roster/email-case-differs info",
    "roster/outside-domains warning",
    "roster/ambiguous-group-name warning",
    "roster/unknown-value warning",
    "expect/not-met error",
    "expect/matches-nobody warning",
    "input/cut-list warning",
];

/// Takes down what a world and its report contain.
pub fn count(config: &Value, report: &Value, tally: &mut Tally) {
    let mut seen = |what: String| *tally.entry(what).or_default() += 1;
    let provisioning = &config["provisioning"];
    let mode = provisioning["mode"].as_str().unwrap_or("manual");
    let mapping = match provisioning["groupMapping"].as_object() {
        None => "off",
        Some(mapping) if mapping.is_empty() => "empty",
        Some(mapping) if mapping.len() == 2 => "roles and tiers",
        Some(mapping) if mapping.contains_key("roles") => "roles",
        Some(_) => "tiers",
    };
    seen(format!("plan {} mode {mode}", config["organization"]["plan"]));
    seen(format!("mode {mode} mapping {mapping}"));
    seen(format!("saved {} {}", config["saved"].is_object(), config["saved"]["mode"]));
    for row in rows(report, "people") {
        seen(format!("outcome {}", row["outcome"]));
        seen(format!("when {}", row["when"]));
        seen(format!("outcome {} mode {mode} mapping {mapping}", row["outcome"]));
        if row["dependsOn"] != json!([]) {
            seen("marked arrival-order".into());
        }
        if row["before"] != row["after"] && row["outcome"] == "kept" {
            seen("kept though before differs".into());
        }
    }
    for row in rows(report, "assumptions") {
        seen(format!("reading {}={}", row["id"], row["value"]));
    }
}

/// A run that never meets a case proves nothing about it.
pub fn assert_everything_occurred(tally: &Tally) {
    let mut rare = Vec::new();
    let mut at_least = |least: usize, what: &str| {
        let seen = tally.get(what).copied().unwrap_or_default();
        if seen < least {
            rare.push(format!("{what}: {seen}, wanted {least}"));
        }
    };
    for outcome in
        ["kept", "changed", "added", "removed", "blocked", "waiting", "not-a-member", "unknown"]
    {
        at_least(300, &format!("outcome \"{outcome}\""));
    }
    for when in ["on-save", "next-sync", "next-login", "when-seats-are-bought", "never"] {
        at_least(200, &format!("when \"{when}\""));
    }
    at_least(300, "marked arrival-order");
    at_least(300, "shuffle changes a marked person");
    for plan in crate::catalogue::PLANS.iter() {
        for mode in ["manual", "jit", "scim"] {
            at_least(30, &format!("plan \"{}\" mode {mode}", plan.name));
        }
    }
    for mode in ["manual", "jit", "scim"] {
        for mapping in ["off", "empty", "roles", "tiers", "roles and tiers"] {
            at_least(3, &format!("mode {mode} mapping {mapping}"));
        }
    }
    for (reading, values) in READINGS.iter().filter(|(id, _)| *id != "siblingScope") {
        for value in *values {
            at_least(5, &format!("reading \"{reading}\"=\"{value}\""));
        }
    }
    for finding in FINDINGS {
        at_least(15, &format!("finding {finding}"));
    }
    assert!(rare.is_empty(), "too rare to prove anything:\n{}", rare.join("\n"));
}
