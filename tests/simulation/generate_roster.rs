//! Random members and directory people: most stand on both sides, some on one, each side in its own order.

use crate::catalogue::Plan;
use crate::generate::{GROUPS, NAMES, Rows, disguised, group_word};
use crate::rng::Rng;
use serde_json::{Value, json};

pub fn emails(rng: &mut Rng) -> Vec<String> {
    let mut names = NAMES;
    rng.shuffle(&mut names);
    let count = rng.weighted(&[(2, 0), (12, 3), (30, 8), (56, 12)]);
    let count = if count == 0 { 0 } else { count / 2 + 1 + rng.below(count / 2) };
    let mut emails: Vec<String> = names[..count]
        .iter()
        .map(|name| {
            let domain = rng.weighted(&[
                (76, "@acme.com"),
                (8, "@acme.io"),
                (4, "@eu.acme.com"),
                (10, "@elsewhere.org"),
                (2, ""),
            ]);
            format!("{name}{domain}")
        })
        .collect();
    if rng.chance(4) {
        emails.push((*rng.pick(&["@acme.com", "ann lee@acme.com", "kai@"])).into());
    }
    emails
}

/// The rows of both sides.
pub fn sides(
    rng: &mut Rng,
    plan: &Plan,
    emails: &[String],
    rows: Rows,
) -> (Vec<Value>, Vec<Value>) {
    let (mut members, mut users) = (Vec::new(), Vec::new());
    let generous = rng.chance(75);
    let (on_both, on_one) = rng.weighted(&[(94, (50, 15)), (6, (8, 57))]);
    for email in emails {
        let (member, user) = rng.weighted(&[
            (on_both, (true, true)),
            (on_one, (true, false)),
            (33, (false, true)),
            (2, (false, false)),
        ]);
        if member {
            members.push(member_row(rng, plan, email));
        }
        if user {
            users.push(user_row(rng, email, generous));
        }
        if rows == Rows::MayRepeat {
            repeat(rng, &mut members, email, "kind", ["human", "service"].map(Value::from));
            repeat(rng, &mut users, email, "active", [true, false].map(Value::from));
        }
    }
    if rng.chance(25) {
        let mut member = member_row(rng, plan, "robin@acme.com");
        member["name"] = json!("Robin Vale");
        members.push(member);
        let mut user = user_row(rng, "robin.vale@acme.com", true);
        user["name"] = json!("Robin Vale");
        users.push(user);
        if rng.chance(20) {
            let mut namesake = user_row(rng, "robin@elsewhere.org", true);
            namesake["name"] = json!("Robin Vale");
            users.push(namesake);
        }
    }
    for row in [json!({ "email": " ", "role": "user" }), json!({ "name": "Nobody" })] {
        if rng.chance(3) {
            members.push(row.clone());
        }
        if rng.chance(3) {
            users.push(row);
        }
    }
    rng.shuffle(&mut members);
    rng.shuffle(&mut users);
    (members, users)
}

/// Now and then the last row once more: as it is, or with another value under `key`.
fn repeat(rng: &mut Rng, rows: &mut Vec<Value>, email: &str, key: &str, values: [Value; 2]) {
    let is_theirs = |row: &&Value| row["email"].as_str().is_some_and(|e| is_same(e, email));
    let Some(mut again) = rows.last().filter(is_theirs).cloned() else {
        return;
    };
    if rng.chance(3) {
        if rng.chance(60) {
            let [usual, other] = values;
            again[key] = if again[key] == other { usual } else { other };
            again["email"] = json!(disguised(rng, email));
        }
        rows.push(again);
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.to_lowercase()
}

fn member_row(rng: &mut Rng, plan: &Plan, email: &str) -> Value {
    let mut row = json!({ "email": disguised(rng, email) });
    let role = match rng.below(100) {
        0..6 => None,
        6..28 => Some(plan.administering),
        28..40 => Some("primary-owner"),
        40..44 => Some(*rng.pick(&["developer", "owner", "wizard"])),
        _ => Some(*rng.pick(plan.roles)),
    };
    if let Some(role) = role {
        row["role"] = json!(role);
    }
    if rng.chance(if plan.is_console() { 4 } else { 72 }) {
        let tier = if plan.tiers.is_empty() || rng.chance(4) {
            rng.pick(&["max", "premium", "chat"])
        } else {
            rng.pick(plan.tiers)
        };
        row["seatTier"] = json!(tier);
    }
    if rng.chance(30) {
        row["status"] = json!(rng.weighted(&[
            (50, Some("active")),
            (40, Some("pending")),
            (5, Some("asleep")),
            (5, None)
        ]));
    }
    if rng.chance(25) {
        row["kind"] = json!(rng.weighted(&[(50, "human"), (45, "service"), (5, "robot")]));
    }
    row
}

fn user_row(rng: &mut Rng, email: &str, generous: bool) -> Value {
    let mut row = json!({ "email": disguised(rng, email) });
    if rng.chance(40) {
        row["active"] = json!(rng.weighted(&[(4, None), (79, Some(true)), (17, Some(false))]));
    }
    if rng.chance(50) {
        row["assigned"] = json!(rng.weighted(&[(4, None), (81, Some(true)), (15, Some(false))]));
    }
    if rng.chance(94) {
        let mut groups: Vec<Value> = Vec::new();
        if generous {
            groups.push(json!("everyone"));
        }
        groups.extend((0..rng.below(3)).map(|_| group_word(rng, &GROUPS[..5])));
        groups.extend((0..rng.below(3)).map(|_| group_word(rng, &GROUPS[4..])));
        row["groups"] = json!(groups);
    }
    row
}

/// More groups than a claim carries, or just as many as it does.
fn crowd(rng: &mut Rng, users: &mut [Value]) {
    for user in users {
        if rng.chance(40) {
            let mut groups = user["groups"].as_array().cloned().unwrap_or_default();
            groups.truncate(rng.below(3));
            let crowd = 0..*rng.pick(&[100, 149, 150, 151]);
            groups.extend(crowd.map(|n| json!(format!("team-{n}"))));
            if rng.chance(40) {
                groups.push(json!("team-0"));
            }
            user["groups"] = json!(groups);
        }
    }
}

/// The groups that the directory lists by themselves: most of them, now and then two of one name or one in another.
fn groups(rng: &mut Rng) -> Vec<Value> {
    let mut groups: Vec<Value> = Vec::new();
    for (name, id) in GROUPS {
        match rng.below(100) {
            0..70 => groups.push(json!({ "name": name, "id": id })),
            70..85 => groups.push(json!({ "name": name })),
            _ => continue,
        }
        if rng.chance(4)
            && let Some(group) = groups.last_mut()
        {
            group["groups"] = (0..rng.below(3)).map(|_| group_word(rng, &GROUPS)).collect();
        }
    }
    if rng.chance(7) {
        groups.retain(|group| group["name"] != "owners" && group["name"] != "premium-seats");
        for (name, id) in [
            ("owners", "00g1"),
            ("owners", "00ga"),
            ("premium-seats", "00g6"),
            ("premium-seats", "00gb"),
        ] {
            groups.push(json!({ "name": name, "id": id }));
        }
    }
    groups
}

pub fn roster(rng: &mut Rng, members: Vec<Value>, mut users: Vec<Value>, crowded: bool) -> Value {
    if crowded {
        crowd(rng, &mut users);
    }
    let mut directory = json!({ "users": users });
    if rng.chance(85) {
        directory["groups"] = json!(groups(rng));
    }
    match rng.below(100) {
        0..55 => {}
        55..65 => directory["assignment"] = json!("listed"),
        65..79 => directory["assignment"] = json!("flagged"),
        79..83 => directory["assignment"] = json!("unknown"),
        83..84 => directory["assignment"] = json!("perhaps"),
        _ => {
            let chosen = match rng.below(10) {
                0 => vec![],
                1 => vec![group_word(rng, &GROUPS)],
                _ => vec![group_word(rng, &GROUPS), json!("everyone")],
            };
            directory["assignment"] = json!({ "groups": chosen });
        }
    }
    if rng.chance(16) {
        directory["complete"] = json!(rng.chance(50));
    }
    match rng.below(100) {
        0..2 => json!({ "members": members }),
        2..4 => json!({ "members": members, "directory": null }),
        4..5 => {
            if let Some(directory) = directory.as_object_mut() {
                directory.remove("users");
            }
            json!({ "members": members, "directory": directory })
        }
        _ => json!({ "members": members, "directory": directory }),
    }
}
