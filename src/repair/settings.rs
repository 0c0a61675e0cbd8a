//! A change of the configuration, as it was given, written down as JSON Patch.

use serde_json::{Value, json};

use super::document::Document;
use super::patch::Patch;
use crate::model::Config;
use crate::model::read::push_step;
use crate::roster::Interner;
use crate::rules::edit::{ConfigEdit, MappedTo};
use crate::vocabulary::Word;

const MAPPING: &str = "/provisioning/groupMapping";

/// The configuration with a change, if it can be made: what it changes must be there.
pub fn edited(config: &Config, edit: &ConfigEdit, patch: &mut Patch) -> Option<Config> {
    let mut document = Document::new("/config", config.given().clone(), patch);
    change(&mut document, edit)?;
    Config::from_value(document.value).ok()
}

fn change(document: &mut Document<'_>, edit: &ConfigEdit) -> Option<()> {
    match edit {
        ConfigEdit::Set(pointer, value) => set(document, pointer, value),
        ConfigEdit::Remove(pointer) => {
            document.test(pointer)?;
            document.remove(pointer)
        }
        ConfigEdit::Rename(pointer, key) => {
            let (parent, _) = pointer.rsplit_once('/')?;
            let mut renamed = parent.to_owned();
            push_step(&mut renamed, key);
            let value = document.get(pointer)?.clone();
            // What stands under the right key is not overwritten.
            if document.get(&renamed).is_some_and(|there| !there.is_null()) {
                return None;
            }
            document.test(pointer)?;
            document.remove(pointer)?;
            document.set(&renamed, value)
        }
        ConfigEdit::Map(target, group) => map(document, *target, group),
        ConfigEdit::Unmap(target, names) => unmap(document, &list_of(*target), names, 0),
        ConfigEdit::Once(target, names) => unmap(document, &list_of(*target), names, 1),
        ConfigEdit::Regroup(from, to) => regroup(document, from, to),
        ConfigEdit::Verify(domain) => verify(document, domain),
    }
}

fn set(document: &mut Document<'_>, pointer: &str, value: &Value) -> Option<()> {
    document.test(pointer);
    make_parents(document, pointer)?;
    document.set(pointer, value.clone())
}

/// Objects on the way to a value. A parent organisation is never made in passing.
fn make_parents(document: &mut Document<'_>, pointer: &str) -> Option<()> {
    let steps = pointer.match_indices('/').skip(1).map(|(end, _)| end);
    for end in steps {
        let object = pointer.get(..end)?;
        if object == "/parent" {
            document.get(object)?.as_object()?;
        } else {
            document.make_object(object)?;
        }
    }
    Some(())
}

fn list_of(target: MappedTo) -> String {
    match target {
        MappedTo::Role(role) => format!("{MAPPING}/roles/{}", role.word()),
        MappedTo::Tier(tier) => format!("{MAPPING}/seatTiers/{}", tier.word()),
    }
}

fn map(document: &mut Document<'_>, target: MappedTo, group: &str) -> Option<()> {
    let list = list_of(target);
    // Mapping a group does not turn group mapping on.
    document.get(MAPPING)?.as_object()?;
    // That there is no list cannot be tested, only that nothing else has come to what is to hold it.
    let (part, _) = list.rsplit_once('/')?;
    let tested = [list.as_str(), part, MAPPING].into_iter().find_map(|it| document.test(it));
    tested?;
    make_parents(document, &list)?;
    document.push(&list, json!(group))
}

/// Takes a group out of a list, but for where it stands first as often as `kept`.
fn unmap(document: &mut Document<'_>, list: &str, names: &[String], kept: usize) -> Option<()> {
    let named = |element: &Value| names.iter().any(|name| element.as_str() == Some(name));
    let elements = document.list(list)?;
    let positions: Vec<usize> = elements
        .iter()
        .enumerate()
        .filter(|(_, it)| named(it))
        .map(|(at, _)| at)
        .skip(kept)
        .collect();
    // Behind the last first: those before stay where they are.
    for position in positions.iter().rev() {
        let element = format!("{list}/{position}");
        document.test(&element)?;
        document.remove(&element)?;
    }
    (!positions.is_empty()).then_some(())
}

fn regroup(document: &mut Document<'_>, from: &str, to: &[String]) -> Option<()> {
    let mut found = false;
    for part in ["roles", "seatTiers"] {
        let part = format!("{MAPPING}/{part}");
        let keys = document.get(&part).and_then(Value::as_object);
        let keys: Vec<String> = keys.into_iter().flatten().map(|(key, _)| key.clone()).collect();
        for key in keys {
            let mut list = part.clone();
            push_step(&mut list, &key);
            let Some(elements) = document.list(&list) else { continue };
            if !elements.iter().any(|element| element.as_str() == Some(from)) {
                continue;
            }
            found = true;
            let mut names = Vec::new();
            for element in elements {
                match element.as_str() {
                    Some(name) if name == from => names.extend(to.iter().map(|name| json!(name))),
                    _ => names.push(element.clone()),
                }
            }
            let mut seen = Interner::default();
            names.retain(|name| seen.adds(&name.to_string()));
            document.test(&list)?;
            document.set(&list, Value::Array(names))?;
        }
    }
    found.then_some(())
}

fn verify(document: &mut Document<'_>, domain: &str) -> Option<()> {
    const DOMAINS: &str = "/parent/domains";
    let is = |known: &Value| {
        let name = known.get("name").and_then(Value::as_str);
        name.is_some_and(|name| name.trim().to_lowercase() == domain)
    };
    document.get("/parent")?.as_object()?;
    let listed = document.list(DOMAINS).and_then(|domains| domains.iter().position(is));
    match listed {
        Some(position) => {
            let listed = format!("{DOMAINS}/{position}");
            document.test(&format!("{listed}/name"))?;
            document.set(&format!("{listed}/verified"), json!(true))
        }
        None => {
            document.test(DOMAINS);
            document.push(DOMAINS, json!({ "name": domain, "verified": true }))
        }
    }
}
