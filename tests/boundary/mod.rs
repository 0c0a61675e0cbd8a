//! One suite for the boundary, run natively, in Node and in a browser: the same inputs through
//! whatever way in there is, and the same answers out of it.

use serde_json::{Value, json};

/// A way into the engine: bytes in, the answer or the error out.
pub type Engine = fn(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value>;

/// One case: what it shows, through any way in.
pub type Case = fn(Engine);

/// Every case, by name.
pub const CASES: &[(&str, Case)] = &[
    ("answers_the_whole_report", answers_the_whole_report),
    ("speaks_japanese", speaks_japanese),
    ("absent_is_null", absent_is_null),
    ("text_that_is_not_json_is_an_error_with_its_place", not_json),
    ("a_byte_order_mark_is_passed_over", byte_order_mark),
    ("the_wrong_shape_is_an_error_with_its_path", wrong_shape),
    ("without_a_known_plan_nothing_is_said", no_plan),
    ("unknown_keys_are_findings", unknown_keys),
    ("unknown_values_are_findings", unknown_values),
    ("values_of_the_wrong_type_are_findings", wrong_types),
    ("rows_that_cannot_be_read_lose_no_others", bad_rows),
    ("an_empty_roster_is_answered", empty_roster),
    ("ten_megabytes_of_garbage_are_refused", garbage),
    ("a_depth_bomb_is_refused", depth_bomb),
    ("names_are_not_interpreted", names_are_text),
];

/// Runs a case, and shows that the same instance answers as before afterwards.
pub fn run(case: Case, engine: Engine) {
    let before = check(engine, &sane(), &roster());
    case(engine);
    assert_eq!(check(engine, &sane(), &roster()), before, "the instance answers otherwise now");
}

fn check(engine: Engine, config: &Value, roster: &Value) -> Value {
    let answer = engine(config.to_string().as_bytes(), roster.to_string().as_bytes(), b"");
    answer.unwrap_or_else(|error| panic!("refused: {error}"))
}

fn refused(engine: Engine, config: &[u8], roster: &[u8]) -> Value {
    match engine(config, roster, b"") {
        Ok(answer) => panic!("answered: {}", answer["headline"]),
        Err(error) => {
            assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{error}");
            assert!(error["help"].as_str().is_some_and(|text| !text.is_empty()), "{error}");
            error
        }
    }
}

fn finding<'a>(answer: &'a Value, code: &str, path: &str) -> &'a Value {
    let findings = answer["findings"].as_array().unwrap();
    let at = |finding: &&Value| finding["code"] == code && finding["paths"][0] == path;
    let found = findings.iter().find(at);
    found.unwrap_or_else(|| panic!("no {code} at {path} in {findings:#?}"))
}

/// Domain 3, SCIM with mapping: Ann stays owner, Ben is in no mapped group, Cem is new.
fn sane() -> Value {
    json!({
        "organization": { "plan": "enterprise-seat-based", "seats": { "premium": 5 } },
        "parent": {
            "domains": [{ "name": "example.com", "verified": true }],
            "sso": { "connected": true },
            "directorySync": { "connected": true, "provider": "okta" }
        },
        "provisioning": {
            "mode": "scim",
            "groupMapping": { "roles": { "owner": ["owners"], "user": ["users"] } }
        },
        "actor": "ann@example.com"
    })
}

fn roster() -> Value {
    json!({
        "members": [
            { "email": "ann@example.com", "name": "Ann", "role": "owner", "seatTier": "premium" },
            { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
        ],
        "directory": {
            "users": [
                { "email": "ann@example.com", "groups": ["owners"] },
                { "email": "ben@example.com", "groups": [] },
                { "email": "cem@example.com", "groups": ["users"] }
            ]
        }
    })
}

fn answers_the_whole_report(engine: Engine) {
    let answer = check(engine, &sane(), &roster());
    assert_eq!(answer["schemaVersion"], 1);
    assert_eq!(
        answer["counts"],
        json!({
            "kept": 1, "changed": 0, "added": 1, "removed": 1, "blocked": 0, "waiting": 0,
            "not-a-member": 0, "unknown": 0
        })
    );
    let people = answer["people"].as_array().unwrap();
    let emails: Vec<_> = people.iter().map(|person| person["email"].as_str().unwrap()).collect();
    assert_eq!(emails, ["ann@example.com", "ben@example.com", "cem@example.com"]);
    let standing = json!({ "role": "owner", "seatTier": "premium", "access": true });
    assert_eq!(people[0]["before"], standing);
    assert_eq!(people[0]["after"], standing);
    assert_eq!(people[1]["outcome"], "removed");
    assert_eq!(people[1]["after"], Value::Null);
    assert_eq!(people[1]["when"], "on-save");
    assert_eq!(people[2]["outcome"], "added");
    assert!(people.iter().all(|person| !person["because"].as_array().unwrap().is_empty()));
}

fn speaks_japanese(engine: Engine) {
    let (config, roster) = (sane().to_string(), roster().to_string());
    let options = br#"{"locale":"ja"}"#;
    let answer = engine(config.as_bytes(), roster.as_bytes(), options).unwrap();
    assert!(!answer["headline"].as_str().unwrap().is_ascii());
    let english = check(engine, &sane(), &self::roster());
    assert!(english["headline"].as_str().unwrap().is_ascii(), "{}", english["headline"]);
    assert_eq!(answer["findings"][0]["id"], english["findings"][0]["id"]);
    let error = engine(b"{", b"{}", options).unwrap_err();
    assert!(error["path"] == "/config", "{error}");
}

fn absent_is_null(engine: Engine) {
    let answer = check(engine, &json!({ "organization": { "plan": "console" } }), &roster());
    assert_eq!(answer["people"][0]["after"]["seatTier"], Value::Null);
    assert_eq!(answer["people"][2]["before"], Value::Null);
    assert_eq!(answer["people"][2].get("name"), None);
    assert_eq!(answer["seats"], json!([]));
}

fn not_json(engine: Engine) {
    let error = refused(engine, b"{\n  \"organization\": {,", b"{}");
    assert_eq!(error["code"], "input/not-json");
    assert_eq!(error["path"], "/config");
    assert_eq!((&error["line"], &error["column"]), (&json!(2), &json!(20)));
    for text in ["", "\u{feff}", "nul", "{} {}", "[1,]", "{\"a\":\"\u{1}\"}", "%PDF-1.7\u{7f}"] {
        let error = refused(engine, sane().to_string().as_bytes(), text.as_bytes());
        assert_eq!(error["code"], "input/not-json", "{text:?}");
        assert_eq!(error["path"], "/roster", "{text:?}");
    }
    let error = refused(engine, b"{\"organization\":{\"plan\":\"\xff\"}}", b"{}");
    assert_eq!(error["code"], "input/not-json");
}

fn byte_order_mark(engine: Engine) {
    let config = format!("\u{feff}{}", sane());
    let roster = format!("\u{feff}{}", roster());
    assert!(engine(config.as_bytes(), roster.as_bytes(), b"").is_ok());
}

fn wrong_shape(engine: Engine) {
    for config in ["[]", "5", "\"team\"", "null"] {
        let error = refused(engine, config.as_bytes(), b"{}");
        assert_eq!(error["code"], "input/wrong-shape", "{config}");
        assert_eq!(error["path"], "/config", "{config}");
    }
    let sane = sane().to_string();
    for (roster, path) in [
        ("[]", "/roster"),
        ("null", "/roster"),
        (r#"{"members":5}"#, "/roster/members"),
        (r#"{"members":[],"directory":[]}"#, "/roster/directory"),
        (r#"{"directory":{"users":{}}}"#, "/roster/directory/users"),
        (r#"{"directory":{"users":[],"groups":"all"}}"#, "/roster/directory/groups"),
    ] {
        let error = refused(engine, sane.as_bytes(), roster.as_bytes());
        assert_eq!(error["code"], "input/wrong-shape", "{roster}");
        assert_eq!(error["path"], path, "{roster}");
    }
}

fn no_plan(engine: Engine) {
    for config in ["{}", r#"{"organization":{}}"#, r#"{"organization":{"plan":null}}"#] {
        let error = refused(engine, config.as_bytes(), b"{}");
        assert_eq!(error["code"], "input/no-plan", "{config}");
        assert_eq!(error["path"], "/config/organization/plan", "{config}");
    }
    let error = refused(engine, br#"{"organization":{"plan":"Enterprise-Seat-Basd"}}"#, b"{}");
    assert_eq!(error["code"], "input/unknown-plan");
    assert!(error["help"].as_str().unwrap().contains("enterprise-seat-based"), "{error}");
}

fn unknown_keys(engine: Engine) {
    let mut config = sane();
    config["provisionning"] = json!({});
    config["parent"]["sso"]["conected"] = json!(true);
    config["parent"]["a/b~c"] = json!(1);
    let mut roster = roster();
    roster["members"][1]["rôle"] = json!("owner");
    roster["directory"]["users"][0]["departement"] = json!("x");
    roster["directory"]["users"][1]["departement"] = json!("y");
    let answer = check(engine, &config, &roster);
    for (path, suggestion) in [
        ("/config/provisionning", Some("provisioning")),
        ("/config/parent/sso/conected", Some("connected")),
        ("/config/parent/a~1b~0c", None),
        ("/roster/members/1/rôle", Some("role")),
        ("/roster/directory/users/0/departement", None),
    ] {
        let finding = finding(&answer, "input/unknown-key", path);
        assert_eq!(finding["severity"], "warning");
        match suggestion {
            Some(key) => assert_eq!(finding["params"]["suggestion"], key),
            None => assert_eq!(finding["params"].get("suggestion"), None, "{path}"),
        }
    }
}

fn unknown_values(engine: Engine) {
    let mut config = sane();
    config["provisioning"]["mode"] = json!("Scim ");
    config["parent"]["directorySync"]["provider"] = json!("azure");
    config["assumptions"] = json!({ "tierUnmapped": "keep" });
    let mut roster = roster();
    roster["members"][1]["role"] = json!("Onwer");
    let answer = check(engine, &config, &roster);
    let mode = finding(&answer, "input/unknown-value", "/config/provisioning/mode");
    assert_eq!(mode["severity"], "error");
    assert_eq!(mode["params"]["suggestion"], "scim");
    finding(&answer, "input/unknown-value", "/config/parent/directorySync/provider");
    finding(&answer, "input/unknown-value", "/config/assumptions/tierUnmapped");
    let role = finding(&answer, "roster/unknown-value", "/roster/members/1/role");
    assert_eq!(role["people"], json!({ "count": 1, "sample": ["ben@example.com"] }));
    assert_eq!(role["params"]["suggestion"], "owner");
    // What is not understood reads as absent: mode manual, role user.
    assert_eq!(answer["counts"]["removed"], 0);
    assert_eq!(answer["people"][1]["before"]["role"], "user");
}

fn wrong_types(engine: Engine) {
    let mut config = sane();
    config["provisioning"]["mode"] = json!(5);
    config["parent"]["domains"] = json!("example.com");
    config["parent"]["sso"]["connected"] = json!("true");
    config["organization"]["seats"] = json!({ "premium": -1, "standard": "10" });
    config["actor"] = json!(["ann@example.com"]);
    config["guards"] = json!({ "maxLossPercent": 400, "minAdmins": 1.5 });
    config["expect"] = json!([7]);
    let mut roster = roster();
    roster["members"][0]["name"] = json!(7);
    roster["directory"]["users"][2]["active"] = json!("False");
    roster["directory"]["users"][2]["groups"] = json!(["users", 5]);
    let answer = check(engine, &config, &roster);
    for path in [
        "/config/provisioning/mode",
        "/config/parent/domains",
        "/config/parent/sso/connected",
        "/config/organization/seats/premium",
        "/config/organization/seats/standard",
        "/config/actor",
        "/config/guards/maxLossPercent",
        "/config/guards/minAdmins",
        "/config/expect/0",
    ] {
        finding(&answer, "input/unknown-value", path);
    }
    for path in [
        "/roster/members/0/name",
        "/roster/directory/users/2/active",
        "/roster/directory/users/2/groups",
    ] {
        finding(&answer, "roster/unknown-value", path);
    }
}

fn bad_rows(engine: Engine) {
    let mut roster = roster();
    let rows = [json!(null), json!("dee@example.com"), json!({ "name": "Dee" }), json!({})];
    roster["members"].as_array_mut().unwrap().extend(rows);
    roster["members"].as_array_mut().unwrap().push(json!({ "email": "eve@example.com" }));
    roster["members"].as_array_mut().unwrap().push(json!({ "email": " ANN@example.com" }));
    let answer = check(engine, &sane(), &roster);
    let source = &answer["sources"][0];
    assert_eq!((&source["rows"], &source["people"]), (&json!(8), &json!(3)));
    assert_eq!(source["leftOut"], 5);
    let places: Vec<_> =
        source["problems"].as_array().unwrap().iter().map(|row| row["path"].clone()).collect();
    let expected = [2, 3, 4, 5, 7].map(|row| json!(format!("/roster/members/{row}")));
    assert_eq!(places, expected);
}

fn empty_roster(engine: Engine) {
    for roster in
        [json!({}), json!({ "members": [] }), json!({ "members": null, "directory": null })]
    {
        let answer = check(engine, &sane(), &roster);
        assert_eq!(answer["people"], json!([]));
        finding(&answer, "roster/no-directory", "/roster/directory");
    }
    let answer = check(engine, &sane(), &json!({ "members": [], "directory": { "users": [] } }));
    assert_eq!(answer["verdict"], "block");
}

fn garbage(engine: Engine) {
    // Deterministic noise, as a dropped photograph would be.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let noise: Vec<u8> = (0..10 << 20)
        .map(|_| {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (state >> 33) as u8
        })
        .collect();
    assert_eq!(refused(engine, &noise, b"{}")["code"], "input/not-json");
    let sane = sane().to_string();
    assert_eq!(refused(engine, sane.as_bytes(), &noise)["code"], "input/not-json");
    // A valid beginning, and then nothing but more of the same.
    let endless = format!("{{\"members\":[{}", "{\"email\":\"a@b.example\"},".repeat(400_000));
    assert_eq!(refused(engine, sane.as_bytes(), endless.as_bytes())["code"], "input/not-json");
}

fn depth_bomb(engine: Engine) {
    for open in ["[", "{\"a\":"] {
        let bomb = format!("{{\"organization\":{}", open.repeat(200_000));
        assert_eq!(refused(engine, bomb.as_bytes(), b"{}")["code"], "input/not-json");
        let bomb = format!("{{\"members\":{}", open.repeat(200_000));
        let sane = sane().to_string();
        assert_eq!(refused(engine, sane.as_bytes(), bomb.as_bytes())["code"], "input/not-json");
    }
}

fn names_are_text(engine: Engine) {
    let mut roster = roster();
    let name = "<img src=x onerror=alert(1)> {who} {n|a|b} \u{202e}\u{0}";
    roster["members"][0]["name"] = json!(name);
    roster["members"][1]["email"] = json!("{actor}@example.com");
    let answer = check(engine, &sane(), &roster);
    assert_eq!(answer["people"][0]["name"], name);
    let messages: Vec<_> = answer["findings"].as_array().unwrap().iter().collect();
    let said = messages.iter().any(|finding| {
        finding["message"].as_str().is_some_and(|text| text.contains("{actor}@example.com"))
    });
    assert!(said, "the address is named as it is written");
}
