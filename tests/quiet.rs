//! A sane change in a large organisation is quiet. The small ones are files, under
//! `tests/scenarios/quiet/`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use rolecall::{Locale, Outcome, Verdict, check_json};
use serde_json::{Value, json};

const MEMBERS: usize = 50_000;
const CONTRACTORS: usize = 200;

fn mapping(users: &[&str]) -> Value {
    json!({
        "roles": { "owner": ["claude-owners"], "admin": ["claude-admins"], "user": users },
        "seatTiers": { "premium": ["claude-premium"], "standard": ["claude-standard"] }
    })
}

/// Fifty thousand people under SCIM, settled; one more group of two hundred is mapped to user.
fn input() -> (Value, Value) {
    let config = json!({
        "organization": {
            "plan": "enterprise-seat-based",
            "seats": { "premium": 10_000, "standard": 45_000 }
        },
        "parent": {
            "kind": "enterprise",
            "domains": [{ "name": "example.com", "verified": true }],
            "sso": { "connected": true, "required": true },
            "directorySync": { "connected": true, "provider": "okta" }
        },
        "provisioning": {
            "mode": "scim",
            "groupMapping": mapping(&["claude-users", "claude-contractors"])
        },
        "saved": { "mode": "scim", "groupMapping": mapping(&["claude-users"]) },
        "actor": "person7@example.com"
    });
    let (mut members, mut users) = (Vec::new(), Vec::new());
    for person in 0..MEMBERS {
        let email = format!("person{person}@example.com");
        let (role, group) = match person {
            0..20 => ("owner", "claude-owners"),
            20..200 => ("admin", "claude-admins"),
            _ => ("user", "claude-users"),
        };
        let premium = person % 6 == 0;
        let tier = if premium { "premium" } else { "standard" };
        members.push(json!({ "email": email, "role": role, "seatTier": tier }));
        users.push(json!({ "email": email, "groups": [group, format!("claude-{tier}")] }));
    }
    for person in 0..CONTRACTORS {
        let email = format!("contractor{person}@example.com");
        users.push(json!({ "email": email, "groups": ["claude-contractors", "claude-standard"] }));
    }
    (config, json!({ "members": members, "directory": { "users": users } }))
}

#[test]
fn fifty_thousand_people_and_one_more_group_pass() {
    let (config, roster) = input();
    let answer =
        check_json(config.to_string().as_bytes(), roster.to_string().as_bytes(), Locale::En);
    let report = answer.unwrap().report;
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    assert_eq!(report.verdict, Verdict::Pass);
    assert_eq!(report.counts.get(&Outcome::Kept), Some(&MEMBERS));
    assert_eq!(report.counts.get(&Outcome::Added), Some(&CONTRACTORS));
}
