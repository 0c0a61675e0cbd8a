//! Makes a failing example small: drops whatever can go while the same difference stays.

use serde_json::{Value, json};

pub fn shrink(config: Value, roster: Value, still_fails: &dyn Fn(&Value, &Value) -> bool) -> Value {
    let mut example = json!({ "config": config, "roster": roster });
    while let Some(smaller) = smaller(&example, still_fails) {
        example = smaller;
    }
    example
}

fn smaller(example: &Value, still_fails: &dyn Fn(&Value, &Value) -> bool) -> Option<Value> {
    let mut places = Vec::new();
    collect(example, String::new(), &mut places);
    places.into_iter().find_map(|place| {
        let mut candidate = example.clone();
        drop_at(&mut candidate, &place);
        still_fails(&candidate["config"], &candidate["roster"]).then_some(candidate)
    })
}

/// JSON Pointers of all entries and elements that may go, the large ones first.
fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => {
            map.iter().map(|(key, value)| (format!("{place}/{key}"), value)).collect()
        }
        Value::Array(list) => {
            list.iter().enumerate().map(|(i, value)| (format!("{place}/{i}"), value)).collect()
        }
        _ => return,
    };
    let needed = [
        "/config",
        "/roster",
        "/config/organization",
        "/config/organization/plan",
        "/roster/members",
    ];
    places
        .extend(children.iter().map(|(p, _)| p.clone()).filter(|p| !needed.contains(&p.as_str())));
    for (place, child) in children {
        collect(child, place, places);
    }
}

fn drop_at(value: &mut Value, place: &str) {
    let Some((parent, key)) = place.rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(map)) => {
            map.remove(key);
        }
        Some(Value::Array(list)) => {
            list.remove(key.parse().unwrap_or_default());
        }
        _ => {}
    }
}
