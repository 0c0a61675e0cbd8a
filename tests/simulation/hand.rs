//! The world itself, on cases worked out by hand from the rules, so that a mistake of the world is not blamed on the
//! engine.

use crate::scenario::Scenario;
use crate::world::{Arrivals, World};
use serde_json::{Value, json};

/// Each person as `name outcome role/tier when`, with a `*` on those who depend on the order of arrival.
fn played(config: Value, roster: Value) -> Vec<String> {
    let scenario = Scenario::read(&config, &roster);
    let settled =
        World { scenario: &scenario, settings: &scenario.proposal }.play(Arrivals::AsListed);
    let people = scenario.people.iter().zip(&settled.fates).enumerate();
    people
        .filter_map(|(index, (person, fate))| {
            let fate = fate.as_ref()?;
            let name = person.email.split('@').next().unwrap_or_default();
            let place = fate.standing.map_or("-".into(), |standing| {
                format!("{}/{}", standing.role, standing.tier.unwrap_or("none"))
            });
            let star = if settled.sitting.contested.contains(&index) { "*" } else { "" };
            Some(format!("{name}{star} {} {place} {}", fate.outcome, fate.when))
        })
        .collect()
}

fn config(plan: &str, mode: &str, mapping: Value, seats: Value) -> Value {
    json!({
        "organization": { "plan": plan, "seats": seats },
        "parent": {
            "domains": [{ "name": "acme.com", "verified": true }],
            "sso": { "connected": true },
            "directorySync": { "connected": true }
        },
        "provisioning": { "mode": mode, "groupMapping": mapping }
    })
}

fn member(name: &str, role: &str, tier: Option<&str>) -> Value {
    json!({ "email": format!("{name}@acme.com"), "role": role, "seatTier": tier })
}

fn user(name: &str, groups: &[&str]) -> Value {
    json!({ "email": format!("{name}@acme.com"), "groups": groups })
}

fn roster(members: &[Value], users: &[Value]) -> Value {
    json!({ "members": members, "directory": { "users": users } })
}

#[test]
fn modes_without_mapping_differ_in_what_becomes_of_the_unassigned() {
    let members = [
        member("ann", "owner", None),
        member("bob", "user", None),
        member("pat", "primary-owner", None),
        json!({ "email": "out@elsewhere.org", "role": "admin" }),
    ];
    let people = roster(&members, &[user("ann", &[]), user("new", &[])]);
    let play = |mode| {
        played(config("enterprise-seat-based", mode, Value::Null, json!({})), people.clone())
    };
    assert_eq!(
        play("manual"),
        [
            "ann kept owner/none never",
            "bob blocked user/none on-save",
            "pat blocked primary-owner/none on-save",
            "out kept admin/none never",
            "new not-a-member - never",
        ]
    );
    assert_eq!(
        play("jit"),
        [
            "ann kept owner/none never",
            "bob blocked user/none on-save",
            "pat blocked primary-owner/none on-save",
            "out kept admin/none never",
            "new added user/premium next-login",
        ]
    );
    assert_eq!(
        play("scim"),
        [
            "ann kept owner/none never",
            "bob removed - on-save",
            "pat blocked primary-owner/none on-save",
            "out removed - on-save",
            "new added user/premium on-save",
        ]
    );
}

#[test]
fn a_mapping_gives_the_highest_role_and_shuts_out_the_unmapped() {
    let mapping = json!({ "roles": { "admin": ["a"], "billing": ["b"], "user": ["u"] } });
    let members =
        [member("ann", "user", None), member("bob", "admin", None), member("cleo", "admin", None)];
    let users = [
        user("ann", &["u", "a"]),
        user("bob", &["u", "b"]),
        user("cleo", &["x"]),
        user("dan", &["u"]),
    ];
    assert_eq!(
        played(config("console", "scim", mapping.clone(), Value::Null), roster(&members, &users)),
        [
            "ann changed admin/none on-save",
            "bob changed billing/none on-save",
            "cleo removed - on-save",
            "dan added user/none on-save",
        ]
    );
    let mut config = config("console", "jit", mapping, Value::Null);
    config["assumptions"] = json!({ "unmappedMember": "falls-to-user" });
    assert_eq!(
        played(config, roster(&members, &users)),
        [
            "ann changed admin/none next-login",
            "bob changed billing/none next-login",
            "cleo changed user/none next-login",
            "dan added user/none next-login",
        ]
    );
}

#[test]
fn holders_keep_their_tier_and_the_rest_queue_for_it() {
    // Three ask for premium, ann holds it. Two were bought, so bob is served and cleo keeps standard. Dan waits.
    let mapping = json!({ "roles": { "user": ["u"] }, "seatTiers": { "premium": ["p"] } });
    let seats = json!({ "premium": 2, "standard": 9 });
    let members = [
        member("bob", "user", None),
        member("ann", "user", Some("premium")),
        member("cleo", "user", Some("standard")),
    ];
    let users: Vec<_> = ["dan", "ann", "bob", "cleo"].map(|name| user(name, &["u", "p"])).into();
    assert_eq!(
        played(config("team", "jit", mapping, seats), roster(&members, &users)),
        [
            "bob* changed user/premium next-login",
            "ann kept user/premium never",
            "cleo* kept user/standard never",
            "dan* waiting user/none when-seats-are-bought",
        ]
    );
}

#[test]
fn a_seat_that_is_given_up_is_free_even_if_its_holder_comes_back_to_it() {
    // Ann and bob want to swap. Nobody holds what they ask for, so each tier has its one seat to give.
    let mapping =
        json!({ "roles": { "user": ["u"] }, "seatTiers": { "premium": ["p"], "standard": ["s"] } });
    let members = [member("ann", "user", Some("premium")), member("bob", "user", Some("standard"))];
    let users = [user("ann", &["u", "s"]), user("bob", &["u", "p"])];
    let play =
        |seats| played(config("team", "scim", mapping.clone(), seats), roster(&members, &users));
    assert_eq!(
        play(json!({ "premium": 1, "standard": 1 })),
        ["ann changed user/standard on-save", "bob changed user/premium on-save"]
    );
    // Without a standard seat ann stays on premium, which bob is given all the same.
    assert_eq!(
        play(json!({ "premium": 1, "standard": 0 })),
        ["ann kept user/premium never", "bob changed user/premium on-save"]
    );
}

#[test]
fn those_who_default_take_the_highest_tier_with_room_in_their_turn() {
    // Ann defaults on the highest tier and keeps it. The other premium seat goes to bob, the first in line; cleo takes
    // back her standard seat's twin, dan the last one, and nothing is left for eve.
    let mapping = json!({ "roles": { "user": ["u"] }, "seatTiers": { "premium": ["nobody"] } });
    let members = [
        member("ann", "user", Some("premium")),
        member("bob", "user", Some("standard")),
        member("cleo", "user", Some("standard")),
    ];
    let users: Vec<_> = ["ann", "bob", "cleo", "dan", "eve"].map(|name| user(name, &["u"])).into();
    let seats = json!({ "premium": 2, "standard": 2 });
    let play = |seats| {
        played(
            config("enterprise-seat-based", "scim", mapping.clone(), seats),
            roster(&members, &users),
        )
    };
    assert_eq!(
        play(seats),
        [
            "ann kept user/premium never",
            "bob* changed user/premium on-save",
            "cleo* kept user/standard never",
            "dan* added user/standard on-save",
            "eve* waiting user/none when-seats-are-bought",
        ]
    );
    // Room for all of them on the highest tier, or on none: the order decides nothing.
    assert_eq!(play(json!({ "premium": 5, "standard": 0 }))[4], "eve added user/premium on-save");
    assert_eq!(
        play(json!({ "premium": 1, "standard": 0 }))[1..],
        [
            "bob kept user/standard never",
            "cleo kept user/standard never",
            "dan waiting user/none when-seats-are-bought",
            "eve waiting user/none when-seats-are-bought",
        ]
    );
}

#[test]
fn an_unused_tier_mapping_leaves_members_on_their_seats() {
    let mapping = json!({ "roles": { "user": ["u"] } });
    let members = [member("ann", "user", Some("chat")), member("bob", "user", None)];
    let users: Vec<_> = ["ann", "bob", "cleo"].map(|name| user(name, &["u"])).into();
    let mut config =
        config("enterprise-usage-based", "scim", mapping, json!({ "chat-and-claude-code": 1 }));
    let people = roster(&members, &users);
    assert_eq!(
        played(config.clone(), people.clone()),
        [
            "ann kept user/chat never",
            "bob kept user/none never",
            "cleo added user/chat-and-claude-code on-save",
        ]
    );
    config["assumptions"] = json!({ "tierMappingUnused": "highest-available" });
    assert_eq!(
        played(config, people),
        [
            "ann* changed user/chat-and-claude-code on-save",
            "bob* changed user/chat on-save",
            "cleo* added user/chat on-save",
        ]
    );
}

#[test]
fn where_nothing_is_known_nothing_is_said() {
    let members = [member("ann", "owner", Some("premium"))];
    let mut people = roster(&members, &[user("new", &[])]);
    people["directory"]["assignment"] = json!("unknown");
    let play =
        |mode, people: &Value| played(config("team", mode, Value::Null, json!({})), people.clone());
    assert_eq!(play("jit", &people), ["ann unknown - never"]);
    assert_eq!(
        play("manual", &people),
        ["ann kept owner/premium never", "new not-a-member - never"]
    );
    // A cut list is silent about those who are not in it.
    people["directory"] = json!({ "users": [user("new", &[])], "complete": false });
    assert_eq!(play("jit", &people), ["ann unknown - never", "new added user/premium next-login"]);
    // An empty list is a directory with nobody.
    people["directory"] = json!({ "users": [] });
    assert_eq!(play("jit", &people), ["ann blocked owner/premium on-save"]);
}
