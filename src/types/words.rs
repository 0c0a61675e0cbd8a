//! What the words of closed sets mean. TypeScript's unions of strings have no place for it but the
//! documentation of the union.

use std::collections::BTreeMap;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::crossing;

/// Every closed set by name, with a line a word.
pub(super) fn explained() -> BTreeMap<String, Vec<String>> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    macro_rules! know {
        ($($name:ty),+) => { $(generator.subschema_for::<$name>();)+ };
    }
    crossing!(know);
    lines(&generator)
}

fn lines(generator: &SchemaGenerator) -> BTreeMap<String, Vec<String>> {
    let sets = generator.definitions().iter().filter_map(|(name, schema)| {
        let words = schema.get("oneOf")?.as_array()?;
        let lines: Option<Vec<String>> = words.iter().map(line).collect();
        Some((name.clone(), lines?))
    });
    sets.collect()
}

/// A word with what it means; nothing where that is said by a name of Rust's.
fn line(word: &Value) -> Option<String> {
    let text = |key: &str| word.get(key).and_then(Value::as_str);
    let (word, meaning) = (text("const")?, text("description")?);
    (!meaning.contains("[`")).then(|| format!("- `{word}`: {}", meaning.replace('\n', " ")))
}
