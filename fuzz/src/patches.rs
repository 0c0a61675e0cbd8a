//! A configuration and a roster that are good, edited as a caller may: by patches (RFC 6902).

use std::sync::LazyLock;

use arbitrary::{Arbitrary, Unstructured};
use json_patch::{Patch, PatchOperation};
use rolecall::input::Options;
use rolecall::{Locale, Preview, Verdict};
use serde_json::{Value, json};

use super::given::{self, CONFIGS};
use super::{check, laws};

/// An edit; its places are counted off among those that there are.
#[derive(Arbitrary)]
struct Edit {
    kind: u8,
    at: u8,
    from: u8,
    key: Option<u8>,
    value: u8,
}

const KEYS: &[&str] = &[
    "-",
    "0",
    "1",
    "00",
    "-1",
    "email",
    "name",
    "id",
    "role",
    "seatTier",
    "groups",
    "assigned",
    "members",
    "directory",
    "users",
    "complete",
    "mode",
    "groupMapping",
    "roles",
    "owner",
    "chat",
    "parent",
    "saved",
    "actor",
    "guards",
    "expect",
    "$schema",
    "modes",
    "a~1b~0",
    "",
    "__proto__",
];

/// No document is edited into a larger one.
const MOST_PLACES: usize = 4000;

/// Applies the edits that can be, and asks about what has become of it.
pub fn edited(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let which = u8::arbitrary(&mut bytes).unwrap_or_default();
    let config = &CONFIGS[usize::from(which) % CONFIGS.len()];
    let mut document = json!({ "config": **config, "roster": given::roster().document() });
    for edit in bytes.arbitrary_iter::<Edit>().into_iter().flatten().flatten().take(16) {
        let places = places(&document);
        if places.len() > MOST_PLACES {
            break;
        }
        // What cannot be applied is no edit.
        let _ = json_patch::patch(&mut document, &edit.patch(&places));
    }
    let Ok((config, roster)) = check::read(&document) else { return };
    laws::config_again(&config);
    laws::roster_again(&roster);
    let full = laws::answer(&config, &roster);
    let preview = Preview::new(&config, &roster);
    let _ = preview.fingerprint();
    let mut fixes: Vec<_> = full.report.findings.into_iter().flat_map(|it| it.fixes).collect();
    // What takes many checks, not every time.
    if which >= 224 {
        let repairs = preview.repairs(&Options::default()).repairs;
        let plan = preview.plan(&Options { locale: Locale::Ja, ..Options::default() });
        let is_stuck = full.report.verdict == Verdict::Block && repairs.is_empty();
        assert_eq!(plan.is_empty(), is_stuck, "a plan, or no way");
        fixes.extend(repairs.into_iter().filter_map(|repair| repair.fixes.into_iter().next()));
    }
    let understood = json!({ "config": document["config"], "roster": roster.document() });
    for fix in &fixes {
        let patch: Patch = serde_json::from_value(json!(fix.patch)).expect("a patch");
        let applied = json_patch::patch(&mut understood.clone(), &patch);
        assert!(applied.is_ok(), "{applied:?}: {fix:?} for {understood}");
    }
}

impl Edit {
    fn patch(&self, places: &[String]) -> Patch {
        static VALUES: LazyLock<Vec<Value>> = LazyLock::new(values);
        let place = |number: u8| &places[usize::from(number) * places.len() / 256];
        let key = |key: u8| format!("{}/{}", place(self.at), KEYS[usize::from(key) % KEYS.len()]);
        let path = self.key.map_or_else(|| place(self.at).clone(), key);
        let value = &VALUES[usize::from(self.value) % VALUES.len()];
        let from = place(self.from);
        let operation = match self.kind % 5 {
            0 => json!({ "op": "replace", "path": path, "value": value }),
            1 => json!({ "op": "add", "path": path, "value": value }),
            2 => json!({ "op": "remove", "path": path }),
            3 => json!({ "op": "move", "path": path, "from": from }),
            _ => json!({ "op": "copy", "path": path, "from": from }),
        };
        let operation: PatchOperation = serde_json::from_value(operation).expect("an operation");
        Patch(vec![operation])
    }
}

fn values() -> Vec<Value> {
    let mut values = json!([
        null, true, false, 0, 1, 2, -1, 0.5, 1e300, 4294967296_u64, "", "x", "owner", "user", "scim",
        "jit", "manual", "console", "team", "enterprise-seat-based", "premium", "claude-owners",
        "g1", "ann@acme.com", "Ben@acme.com ", "acme.com", "flagged", "unknown", "\u{0}", [], [[]],
        {}, [{}], { "groups": ["claude-users"] }, { "email": "zoë@acme.com" }, ["claude-owners", 1],
        { "": null }, { "name": "claude-users", "id": "g2", "groups": ["g1"] },
        { "roles": { "owner": ["g1"] } }, { "everyone": true, "role": "admin" },
    ]);
    let mut values = std::mem::take(values.as_array_mut().expect("a list"));
    values.push(json!("n".repeat(300)));
    values.push((0..100).fold(json!(null), |deep, _| json!([deep])));
    values
}

/// Pointers to all that there is.
fn places(document: &Value) -> Vec<String> {
    let mut places = Vec::new();
    note(document, String::new(), &mut places);
    places
}

fn note(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                note(value, format!("{place}/{key}"), places);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                note(value, format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}
