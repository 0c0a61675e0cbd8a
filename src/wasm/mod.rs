//! The functions that JavaScript calls. Bytes come in, plain objects go out; no logic.
//!
//! The package's entry modules wrap them: they turn objects and texts into bytes, and what is
//! thrown here into a `RolecallError`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::input::Options;
use crate::{Error, Locale};

/// Checks a configuration against a roster; each is JSON text in UTF-8. `options` may be empty.
///
/// # Errors
///
/// Throws the error as a plain object with `code`, `path`, `line`, `column`, `message`, `help`.
#[wasm_bindgen]
pub fn check(config: &[u8], roster: &[u8], options: &[u8]) -> Result<JsValue, JsValue> {
    let locale = Options::from_json(options).map_err(|error| thrown(&error, Locale::En))?.locale;
    let report =
        crate::check_json(config, roster, locale).map_err(|error| thrown(&error, locale))?;
    to_js(&report)
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

fn thrown(error: &Error, locale: Locale) -> JsValue {
    to_js(&error.report(locale)).unwrap_or_else(|failed| failed)
}

/// Plain objects, null for what is absent: what `JSON.parse` would have given.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
