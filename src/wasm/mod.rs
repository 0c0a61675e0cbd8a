//! The functions that JavaScript calls. Bytes come in, plain objects go out; no logic.
//!
//! The package's entry modules wrap them: they turn objects and texts into bytes, and what is
//! thrown here into a `RolecallError`.

mod reader;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub use reader::Reader;

use crate::input::{self, Options, SourceOptions};
use crate::model::read::Expected;
use crate::report::{Preview, Rendering};
use crate::vocabulary::Word;
use crate::{Config, Error, Locale, Roster};

/// A roster that stays in memory and is asked about configurations.
#[wasm_bindgen]
pub struct Session {
    roster: Roster,
}

#[wasm_bindgen]
impl Session {
    /// Checks a configuration, JSON text in UTF-8; `people`: with everyone in the answer.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn check(&self, config: &[u8], options: &[u8], people: bool) -> Result<JsValue, JsValue> {
        let locale = read_options(options)?.locale;
        let config = read_config(config, locale)?;
        let preview = Preview::new(&config, &self.roster);
        if people { to_js(&preview.full_report(locale)) } else { to_js(&preview.report(locale)) }
    }

    /// The answer as a text of its own: `people-csv`, `people-json` or `markdown`.
    ///
    /// # Errors
    ///
    /// Throws what keeps the configuration from being read.
    pub fn render(
        &self,
        config: &[u8],
        rendering: &str,
        options: &[u8],
    ) -> Result<String, JsValue> {
        let locale = read_options(options)?.locale;
        let config = read_config(config, locale)?;
        let unknown = || Error::wrong_shape("/options/as", Expected::OneOf(Rendering::WORDS));
        let rendering = Rendering::from_word(rendering).ok_or_else(unknown);
        let rendering = rendering.map_err(|error| thrown(&error, locale))?;
        Ok(Preview::new(&config, &self.roster).render(rendering, locale))
    }

    /// The roster as it is understood, in the shape of domain 2.
    ///
    /// # Errors
    ///
    /// None that can be foreseen.
    pub fn roster(&self) -> Result<JsValue, JsValue> {
        to_js(&self.roster.document())
    }
}

/// What a file is, without reading it whole.
///
/// # Errors
///
/// Throws what keeps it from being read, unless it is that its columns must be named first.
#[wasm_bindgen]
pub fn inspect(path: &str, data: &[u8], source: &[u8], options: &[u8]) -> Result<JsValue, JsValue> {
    let locale = read_options(options)?.locale;
    let options = SourceOptions::from_json(source, path);
    let inspected = options.and_then(|options| input::inspect(data, path, &options));
    to_js(&inspected.map_err(|error| thrown(&error, locale))?)
}

/// Plans, modes, readings, outcomes and rules.
///
/// # Errors
///
/// None that can be foreseen.
#[wasm_bindgen]
pub fn catalog() -> Result<JsValue, JsValue> {
    to_js(&crate::report::catalog())
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    crate::version().to_owned()
}

fn read_options(options: &[u8]) -> Result<Options, JsValue> {
    Options::from_json(options).map_err(|error| thrown(&error, Locale::En))
}

fn read_config(config: &[u8], locale: Locale) -> Result<Config, JsValue> {
    Config::from_json(config).map_err(|error| thrown(&error, locale))
}

fn thrown(error: &Error, locale: Locale) -> JsValue {
    to_js(&error.report(locale)).unwrap_or_else(|failed| failed)
}

/// Plain objects, null for what is absent: what `JSON.parse` would have given.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
