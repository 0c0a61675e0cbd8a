//! A case: a configuration and a roster, and what is asked about them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rolecall::Options;
use rolecall::model::PeopleQuery;
use rolecall::{Config, Locale, Preview, Roster};
use serde_json::{Value, json};

pub struct Case {
    pub name: String,
    pub given: Value,
    /// `{ config, roster }`, the roster as it is understood: what patches address.
    pub document: Value,
}

/// Every case in a folder, those that are refused left out.
pub fn all(folder: &Path) -> Vec<Case> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let of_file = |file: &PathBuf| {
        let name = file.strip_prefix(folder).unwrap().display().to_string();
        let text = fs::read_to_string(file).unwrap();
        Case::of_value(
            &name,
            serde_json::from_str(&text).unwrap_or_else(|it| panic!("{name}: {it}")),
        )
    };
    files.iter().filter_map(of_file).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
}

impl Case {
    pub fn of_text(name: &str, text: &str) -> Self {
        Self::of_value(name, serde_json::from_str(text).unwrap()).unwrap()
    }

    fn of_value(name: &str, given: Value) -> Option<Self> {
        let roster = Roster::from_json(given["roster"].to_string().as_bytes()).ok()?;
        Config::from_json(given["config"].to_string().as_bytes()).ok()?;
        let document = json!({ "config": given["config"], "roster": roster.document() });
        Some(Self { name: name.to_owned(), given, document })
    }

    /// The codes of which a case expects some fix.
    pub fn expected_fixes(&self) -> BTreeSet<String> {
        let fixes = self.given["expect"]["fixes"].as_object().into_iter().flatten();
        fixes
            .filter(|(_, it)| it.get("some").or(it.get("first")).is_some())
            .map(|(code, _)| code.clone())
            .collect()
    }

    pub fn answer(&self, locale: Locale) -> Value {
        answer(&self.document, &json!({ "locale": locale }))
    }

    pub fn repairs(&self, locale: Locale) -> Value {
        let repairs = |preview: &Preview<'_>, options: &Options| {
            serde_json::to_value(preview.repairs(options)).unwrap()
        };
        ask(&self.document, &self.options(locale), repairs)
    }

    pub fn plan(&self, locale: Locale) -> Value {
        let plan = |preview: &Preview<'_>, options: &Options| {
            serde_json::to_value(preview.plan(options)).unwrap()
        };
        ask(&self.document, &self.options(locale), plan)
    }

    /// The means that are allowed.
    pub fn means(&self) -> Value {
        match &self.given["means"] {
            Value::Null => json!(["settings", "identity-provider", "dns", "billing", "vendor"]),
            means => means.clone(),
        }
    }

    fn options(&self, locale: Locale) -> Value {
        json!({ "locale": locale, "means": self.means() })
    }
}

/// The answer about a document, with everyone in it.
pub fn answer(document: &Value, options: &Value) -> Value {
    ask(document, options, |preview, options| {
        let mut answer = serde_json::to_value(preview.answer(options)).unwrap();
        let everyone = PeopleQuery { limit: u32::MAX, ..PeopleQuery::default() };
        let everyone = preview.people(&everyone, Locale::En).people;
        answer["people"] = serde_json::to_value(everyone).unwrap();
        answer
    })
}

fn ask(document: &Value, options: &Value, of: impl Fn(&Preview<'_>, &Options) -> Value) -> Value {
    let config = Config::from_json(document["config"].to_string().as_bytes()).unwrap();
    let roster = Roster::from_json(document["roster"].to_string().as_bytes()).unwrap();
    let options = Options::from_json(options.to_string().as_bytes()).unwrap();
    of(&Preview::new(&config, &roster), &options)
}

/// A document after patches, one after the other, by another's hand.
pub fn patched<'p>(
    document: &Value,
    patches: impl IntoIterator<Item = &'p Value>,
) -> Result<Value, String> {
    let mut document = document.clone();
    for patch in patches {
        let ops: json_patch::Patch =
            serde_json::from_value(patch.clone()).map_err(|error| format!("{error}: {patch}"))?;
        json_patch::patch(&mut document, &ops).map_err(|error| format!("{error}: {patch}"))?;
    }
    Ok(document)
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The code that the id of a finding begins with.
pub fn code(id: &Value) -> &str {
    text(id).split('#').next().unwrap_or_default()
}

/// The ids of findings, or those of the errors among them.
pub fn ids(report: &Value, severity: Option<&str>) -> BTreeSet<String> {
    let findings = list(&report["findings"]).iter();
    let asked = findings.filter(|it| severity.is_none_or(|severity| it["severity"] == severity));
    asked.map(|finding| text(&finding["id"]).to_owned()).collect()
}
