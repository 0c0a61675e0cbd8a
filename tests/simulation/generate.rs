//! Random configurations and rosters in the shapes of the domain's second section: small organisations in which
//! seats are scarce, people are half known and settings are half finished.

use crate::catalogue::{PLANS, Plan};
use crate::generate_roster::{emails, roster, sides};
use crate::rng::Rng;
use serde_json::{Map, Value, json};

/// Rosters may repeat a person, or name each once a side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    MayRepeat,
    Unique,
}

pub const NAMES: [&str; 16] = [
    "ann", "bob", "cleo", "dan", "eve", "finn", "gus", "hana", "ivo", "jörg", "kai", "lea", "max",
    "noa", "ole", "pia",
];

/// Groups that may be mapped, with the identifiers that a directory would give them.
pub const GROUPS: [(&str, &str); 9] = [
    ("owners", "00g1"),
    ("admins", "00g2"),
    ("everyone", "00g3"),
    ("devs", "00g4"),
    ("finance", "00g5"),
    ("premium-seats", "00g6"),
    ("standard-seats", "00g7"),
    ("Owners", "00g8"),
    ("contractors", "00g9"),
];

pub fn scenario(rng: &mut Rng, rows: Rows) -> (Value, Value) {
    let plan = rng.weighted(&[(20, &PLANS[0]), (30, &PLANS[1]), (28, &PLANS[2]), (22, &PLANS[3])]);
    let emails = emails(rng);
    let (members, users) = sides(rng, plan, &emails, rows);
    let mut config = config(rng, plan, &members);
    if rng.chance(45) {
        config["expect"] = expectations(rng, plan, &emails);
    }
    let has_entra_claims = config["provisioning"]["mode"] == "jit"
        && config["parent"]["directorySync"]["provider"] == "entra";
    let crowded = rng.chance(if has_entra_claims { 70 } else { 2 });
    let roster = roster(rng, members, users, crowded);
    (unsettled(rng, config), roster)
}

/// Now and then one value that nobody knows, or none where there might be one: both read as absent.
fn unsettled(rng: &mut Rng, mut config: Value) -> Value {
    let places = [
        "/parent/kind",
        "/parent/sso/required",
        "/parent/directorySync",
        "/organization/seats/premium",
        "/organization/seats",
        "/provisioning/groupMapping/roles/owner",
        "/provisioning/groupMapping/seatTiers",
        "/provisioning",
        "/saved/mode",
        "/saved/ssoRequired",
        "/guards/minAdmins",
        "/guards",
        "/assumptions/tierUnmapped",
        "/assumptions",
        "/actor",
    ];
    let place = *rng.pick(&places);
    if rng.chance(12)
        && let Some(value) = config.pointer_mut(place)
    {
        *value = if rng.chance(50) { json!("perhaps") } else { Value::Null };
    }
    config
}

fn config(rng: &mut Rng, plan: &Plan, members: &[Value]) -> Value {
    let mut config = Map::new();
    let mut organization = json!({ "name": "Acme", "plan": plan.name });
    if rng.chance(94) {
        organization["seats"] = seats(rng, plan);
    }
    config.insert("organization".into(), organization);
    match rng.below(100) {
        0..8 => {}
        8..11 => {
            config.insert("parent".into(), Value::Null);
        }
        _ => {
            config.insert("parent".into(), parent(rng));
        }
    }
    let proposal =
        settings(rng, plan, &[(2, ""), (1, "saml"), (14, "manual"), (37, "jit"), (46, "scim")]);
    let saved = match rng.below(100) {
        0..24 => None,
        24..30 => Some(Value::Null),
        30..40 => Some(json!({})),
        // What is in force is what is proposed, or nearly.
        40..55 => Some(proposal.clone()),
        _ => Some(settings(rng, plan, &[(5, ""), (25, "manual"), (35, "jit"), (35, "scim")])),
    };
    if let Some(mut saved) = saved {
        if saved.is_object() && rng.chance(45) {
            saved["ssoRequired"] = json!(rng.chance(50));
        }
        config.insert("saved".into(), saved);
    }
    if proposal != json!({}) || rng.chance(50) {
        config.insert("provisioning".into(), proposal);
    }
    match rng.below(100) {
        0..8 => {}
        8..11 => {
            config.insert("actor".into(), json!("  "));
        }
        11..22 => {
            let someone = format!("{}@acme.com", rng.pick(&NAMES));
            config.insert("actor".into(), json!(someone));
        }
        _ => {
            let actor = members.iter().find(|row| row["role"] == plan.administering);
            let actor = actor.filter(|_| rng.chance(60)).or_else(|| members.first());
            if let Some(email) = actor.and_then(|row| row["email"].as_str()) {
                config.insert("actor".into(), json!(disguised(rng, email.trim())));
            }
        }
    }
    if rng.chance(55) {
        config.insert("guards".into(), guards(rng));
    }
    if rng.chance(70) {
        config.insert("assumptions".into(), assumptions(rng));
    }
    Value::Object(config)
}

fn seats(rng: &mut Rng, plan: &Plan) -> Value {
    let mut seats = Map::new();
    for tier in plan.tiers {
        let count = rng.weighted(&[(8, None), (10, Some(0)), (76, Some(4)), (6, Some(40))]);
        if let Some(count) = count {
            let count = if count == 4 { rng.below(5) } else { count };
            seats.insert((*tier).into(), json!(count));
        }
    }
    if rng.chance(4) {
        seats.insert((*rng.pick(&["max", "premium", "chat"])).into(), json!(rng.below(3)));
    }
    Value::Object(seats)
}

fn parent(rng: &mut Rng) -> Value {
    let mut parent = Map::new();
    if rng.chance(35) {
        parent.insert(
            "kind".into(),
            json!(rng.pick(&["team", "enterprise", "enterprise", "console"])),
        );
    }
    if rng.chance(95) {
        let mut domains = vec![domain(rng, "acme.com", 90)];
        if rng.chance(30) {
            domains.push(domain(rng, "ACME.io", 70));
        }
        if rng.chance(15) {
            domains.push(domain(rng, "eu.acme.com", 50));
        }
        parent.insert("domains".into(), json!(domains));
    }
    let mut sso = Map::new();
    if rng.chance(92) {
        sso.insert("connected".into(), json!(rng.chance(92)));
    }
    if rng.chance(60) {
        sso.insert("required".into(), json!(rng.chance(65)));
    }
    parent.insert("sso".into(), Value::Object(sso));
    if rng.chance(90) {
        let mut sync = json!({ "connected": rng.chance(90) });
        if rng.chance(60) {
            sync["provider"] = json!(rng.pick(&["okta", "entra", "entra", "google", "other"]));
        }
        parent.insert("directorySync".into(), sync);
    }
    if rng.chance(50) {
        let count = rng.below(4);
        parent.insert("siblings".into(), (0..count).map(|_| sibling(rng)).collect());
    }
    Value::Object(parent)
}

fn sibling(rng: &mut Rng) -> Value {
    let mut sibling = json!({ "name": "Acme API", "plan": rng.pick(&["console", "team"]) });
    if rng.chance(70) {
        sibling["mode"] = json!(rng.pick(&["manual", "jit", "scim", "scim"]));
    }
    if rng.chance(60) {
        sibling["groupMapping"] = json!(rng.pick(&[None, Some(false), Some(true), Some(true)]));
    }
    sibling
}

/// One to three entries with subjects and demands of every kind.
fn expectations(rng: &mut Rng, plan: &Plan, emails: &[String]) -> Value {
    let mut entry = || {
        let mut entry = Map::new();
        let subject = rng.weighted(&[(50, "email"), (30, "group"), (16, "everyone"), (4, "")]);
        let value = match subject {
            "email" if rng.chance(85) && !emails.is_empty() => {
                let email = rng.pick(emails).clone();
                json!(disguised(rng, &email))
            }
            "email" => json!("nobody@acme.com"),
            "group" if rng.chance(90) => group_word(rng, &GROUPS),
            "group" => json!("no such group"),
            _ => json!(rng.chance(90)),
        };
        if !subject.is_empty() {
            entry.insert(subject.into(), value);
        }
        if rng.chance(45) {
            entry.insert("access".into(), json!(rng.chance(70)));
        }
        if rng.chance(50) {
            let strange = *rng.pick(&["primary-owner", "owner", "developer"]);
            let role = if rng.chance(12) { strange } else { rng.pick(plan.roles) };
            entry.insert("role".into(), json!(role));
        }
        if rng.chance(if plan.is_console() { 4 } else { 40 }) {
            let tiers = if plan.is_console() { &["premium", "chat"] } else { plan.tiers };
            entry.insert("seatTier".into(), json!(rng.pick(tiers)));
        }
        Value::Object(entry)
    };
    let mut entries = vec![entry()];
    entries.extend((0..2).map(|_| entry()));
    entries.truncate(1 + rng.below(3));
    json!(entries)
}

fn domain(rng: &mut Rng, name: &str, verified: usize) -> Value {
    if rng.chance(verified) {
        json!({ "name": name, "verified": true })
    } else if rng.chance(50) {
        json!({ "name": name, "verified": false })
    } else {
        json!({ "name": name })
    }
}

fn settings(rng: &mut Rng, plan: &Plan, modes: &[(usize, &'static str)]) -> Value {
    let mut settings = Map::new();
    let mode = rng.weighted(modes);
    if !mode.is_empty() {
        settings.insert("mode".into(), json!(mode));
    }
    if rng.chance(if matches!(mode, "jit" | "scim") { 76 } else { 22 }) {
        settings.insert("groupMapping".into(), mapping(rng, plan));
    } else if rng.chance(15) {
        settings.insert("groupMapping".into(), Value::Null);
    }
    Value::Object(settings)
}

fn mapping(rng: &mut Rng, plan: &Plan) -> Value {
    let (with_roles, with_tiers) = rng.weighted(&[
        (6, (false, false)),
        (30, (true, false)),
        (8, (false, true)),
        (56, (true, true)),
    ]);
    let mut mapping = Map::new();
    if with_roles {
        let mut roles = Map::new();
        for role in plan.roles {
            let likely = match *role {
                "billing" | "developer" | "claude-code-user" => 65,
                "user" => 82,
                role if role == plan.administering => 82,
                _ => 45,
            };
            if rng.chance(likely) {
                let mut groups = group_list(rng, &GROUPS[..5]);
                if *role == "user" && rng.chance(60) {
                    groups = json!(["everyone"]);
                }
                roles.insert((*role).into(), groups);
            }
        }
        if rng.chance(7) {
            let strange = rng.pick(&["primary-owner", "developer", "owner", "billing", "wizard"]);
            let groups = group_list(rng, &GROUPS[..5]);
            roles.entry(*strange).or_insert(groups);
        }
        mapping.insert("roles".into(), Value::Object(roles));
    }
    if with_tiers {
        let mut tiers = Map::new();
        for tier in plan.tiers {
            if rng.chance(70) {
                tiers.insert((*tier).into(), group_list(rng, &GROUPS[4..8]));
            }
        }
        if rng.chance(5) {
            let strange = rng.pick(&["premium", "chat", "max"]);
            let groups = group_list(rng, &GROUPS[4..8]);
            tiers.entry(*strange).or_insert(groups);
        }
        mapping.insert("seatTiers".into(), Value::Object(tiers));
    }
    Value::Object(mapping)
}

/// None to three groups, each by name or by identifier.
fn group_list(rng: &mut Rng, from: &[(&str, &str)]) -> Value {
    let count = rng.weighted(&[(7, 0), (68, 1), (20, 2), (5, 3)]);
    (0..count).map(|_| group_word(rng, from)).collect()
}

pub fn group_word(rng: &mut Rng, from: &[(&str, &str)]) -> Value {
    let (name, id) = *rng.pick(from);
    json!(if rng.chance(20) { id } else { name })
}

fn guards(rng: &mut Rng) -> Value {
    let mut guards = Map::new();
    for (name, values) in [
        ("minAdmins", [0, 1, 2, 3, 4]),
        ("maxLoss", [0, 1, 2, 5, 500]),
        ("maxLossPercent", [0, 20, 33, 50, 100]),
        ("maxLossFloor", [0, 1, 2, 3, 5]),
        ("broadAdminGroup", [0, 1, 1, 2, 5]),
        ("broadAdminPercent", [0, 10, 20, 50, 100]),
    ] {
        if rng.chance(60) {
            guards.insert(name.into(), json!(rng.pick(&values)));
        }
    }
    Value::Object(guards)
}

/// The readings with their defaults first.
pub const READINGS: [(&str, &[&str]); 9] = [
    ("defaultRole", &["user", "claude-code-user"]),
    ("accessGroup", &["role-group", "any-mapped-group"]),
    ("unmappedMember", &["loses-access", "falls-to-user"]),
    ("jitUnassigned", &["stays-listed", "removed"]),
    ("tierUnmapped", &["highest-available", "keep-current", "removed"]),
    ("tierMappingUnused", &["keep-current", "highest-available"]),
    ("outsideDomain", &["email-login", "enforced"]),
    ("primaryOwnerExempt", &["yes", "no"]),
    ("siblingScope", &["scim-only", "all"]),
];

fn assumptions(rng: &mut Rng) -> Value {
    let mut chosen = Map::new();
    for (reading, values) in READINGS {
        if rng.chance(42) {
            chosen.insert(reading.into(), json!(rng.pick(values)));
        }
    }
    Value::Object(chosen)
}

/// The same address as somebody else might have typed it.
pub fn disguised(rng: &mut Rng, email: &str) -> String {
    match rng.below(100) {
        0..6 => email.to_uppercase(),
        6..10 => format!("  {email}\t"),
        10..13 => email.replace("acme", "Acme"),
        _ => email.to_owned(),
    }
}
