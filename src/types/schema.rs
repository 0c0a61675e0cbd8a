//! JSON Schemas of what goes in and what comes out (domain 2; the report).

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, RestrictFormats, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::RuleCode;
use crate::catalog::{Mode, ParentKind, Plan};
use crate::model::FullReport;
use crate::model::config::ConfigDocument;
use crate::model::roster::RosterDocument;
use crate::rules::params::{Kind, Param};
use crate::rules::{DOCS, RULES};
use crate::vocabulary::Word;
use crate::{Locale, check_json};

/// The schemas by the names of their files. Each has an example of the whole: a rule's own.
///
/// # Errors
///
/// The example cannot be answered.
///
/// # Example
///
/// ```
/// let schemas = rolecall::types::schemas()?;
/// let (_, config) = schemas.iter().find(|(name, _)| *name == "config").unwrap();
/// assert_eq!(config["required"], serde_json::json!(["organization"]));
/// # Ok::<(), rolecall::Error>(())
/// ```
pub fn schemas() -> Result<Vec<(&'static str, Value)>, crate::Error> {
    let rule = RULES.iter().zip(DOCS).find(|(rule, _)| rule.code == EXAMPLE);
    let example: Value =
        rule.and_then(|(_, docs)| serde_json::from_str(docs.fails).ok()).unwrap_or_default();
    let side = |name: &str| example.get(name).cloned().unwrap_or_default();
    let (config, roster) = (side("config"), side("roster"));
    let report =
        check_json(config.to_string().as_bytes(), roster.to_string().as_bytes(), Locale::En)?;
    // Sizes of numbers in Rust are no formats of JSON Schema.
    let settings = || {
        SchemaSettings::draft2020_12()
            .with_transform(RestrictFormats::default())
            .with_transform(RecursiveTransform(without_example))
    };
    let read = || settings().for_deserialize().into_generator();
    let written = settings().for_serialize().into_generator();
    Ok(vec![
        ("config", whole(read().into_root_schema_for::<ConfigDocument>(), CONFIG, &config)),
        ("roster", whole(read().into_root_schema_for::<RosterDocument>(), ROSTER, &roster)),
        (
            "report",
            whole(written.into_root_schema_for::<FullReport>(), REPORT, &default_of(report)),
        ),
    ])
}

/// The rule whose failing example is that of the schemas.
const EXAMPLE: &str = "lockout/actor-demoted";

const CONFIG: &str = "A proposed identity configuration, as rolecall reads it";
const ROSTER: &str = "A roster in rolecall's own form";
const REPORT: &str = "A report of rolecall; one of a session is without `people`";

/// Ends a description before its example, which is Rust's own.
fn without_example(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description")
        && let Some(end) = description.find("\n\n# Example\n")
    {
        description.truncate(end);
    }
}

fn whole(mut schema: Schema, title: &str, example: &Value) -> Value {
    schema.insert("title".to_owned(), title.into());
    schema.insert("examples".to_owned(), json!([example]));
    schema.to_value()
}

/// Puts into a part of the configuration's schema what its derivation cannot know: which keys must
/// be there, that null is as good as none of the others, and that there are no more.
#[derive(Clone, Debug)]
pub struct Document {
    /// Keys that must be there.
    pub required: &'static [&'static str],
    /// Keys that are allowed and mean nothing.
    pub ignored: &'static [&'static str],
}

impl Transform for Document {
    fn transform(&mut self, schema: &mut Schema) {
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        for (key, property) in properties.iter_mut() {
            if !self.required.contains(&key.as_str()) {
                allow_null(property);
            }
        }
        for key in self.ignored {
            properties.insert((*key).to_owned(), json!({ "description": MEANS_NOTHING }));
        }
        schema.insert("required".to_owned(), self.required.into());
        schema.insert("additionalProperties".to_owned(), false.into());
    }
}

/// Makes the schema of a value take null as well.
fn allow_null(schema: &mut Value) {
    let Value::Object(schema) = schema else { return };
    match schema.get_mut("type") {
        Some(Value::String(kind)) => {
            let kinds = json!([kind, "null"]);
            schema.insert("type".to_owned(), kinds);
        }
        Some(_) => {}
        None => {
            if let Some(reference) = schema.remove("$ref") {
                schema
                    .insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
            }
        }
    }
}

/// A default as the schema writes it.
pub fn default_of<T: serde::Serialize>(value: T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Adds to a roster's schema what may be said of the directory beside it, as beside files.
pub fn roster(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    let beside = [
        (
            "assignment",
            json!({
                "description": "As `directory.assignment`, and stands above it.",
                "anyOf": [{ "$ref": "#/$defs/Assignment" }, { "type": "null" }],
            }),
        ),
        (
            "complete",
            json!({
                "description": "As `directory.complete`, and stands above it.",
                "type": ["boolean", "null"],
            }),
        ),
        ("$schema", json!({ "description": MEANS_NOTHING })),
    ];
    properties.extend(beside.map(|(key, schema)| (key.to_owned(), schema)));
}

const MEANS_NOTHING: &str = "Allowed, and without meaning.";

/// Takes the people of a report for optional: the report of a session has none.
pub fn without_people(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|key| key != "people");
    }
}

/// The words of a closed set.
pub fn words<T: Word>() -> Value {
    json!({ "enum": T::WORDS })
}

impl JsonSchema for RuleCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RuleCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        json_schema!({ "type": "string", "enum": codes, "description": "The code of a rule." })
    }
}

/// Says of a finding's schema what its parameters are, by its code.
pub fn params_by_code(schema: &mut Schema) {
    let rules = RULES.iter().zip(DOCS).map(|(rule, docs)| {
        json!({
            "if": { "properties": { "code": { "const": rule.code } }, "required": ["code"] },
            "then": { "properties": { "params": params(docs.params) } },
        })
    });
    schema.insert("allOf".to_owned(), rules.collect());
}

fn params(params: &[Param]) -> Value {
    let properties: Map<String, Value> = params
        .iter()
        .map(|Param { name, kind, says, .. }| {
            let mut schema = of_kind(*kind);
            if let Value::Object(schema) = &mut schema {
                schema.insert("description".to_owned(), json!(says));
            }
            ((*name).to_owned(), schema)
        })
        .collect();
    let required: Vec<_> =
        params.iter().filter(|param| param.always).map(|param| param.name).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn of_kind(kind: Kind) -> Value {
    let definition = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let target = || json!({ "anyOf": [definition("Role"), definition("SeatTier")] });
    match kind {
        Kind::Person | Kind::Group | Kind::Text => json!({ "type": "string" }),
        Kind::Setting => json!({ "type": "string", "pattern": "^/" }),
        Kind::Role => definition("Role"),
        Kind::SeatTier => definition("SeatTier"),
        Kind::Target => target(),
        Kind::Targets => json!({ "type": "array", "items": target() }),
        Kind::Mode => words::<Mode>(),
        Kind::Plan => words::<Plan>(),
        Kind::ParentKind => words::<ParentKind>(),
        Kind::Number => json!({ "type": "integer", "minimum": 0 }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
    }
}
