//! The functions that JavaScript calls. Bytes come in, JSON text or plain objects go out; no logic.
//!
//! The package's entry modules wrap them: they turn objects and texts into bytes, and what is
//! thrown here into a `RolecallError`.

mod panic;
mod reader;
mod session;

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub use panic::name_bugs;
pub use reader::Reader;
pub use session::Session;

use crate::input::{self, ErrorReport, Options, SourceOptions};
use crate::report::json;
use crate::{Error, Locale};

/// What a file is, without reading it whole.
///
/// # Errors
///
/// Throws what keeps it from being read, unless it is that its columns must be named first.
#[wasm_bindgen]
pub fn inspect(path: &str, data: &[u8], source: &[u8], options: &[u8]) -> Result<JsValue, JsValue> {
    let Options { locale, limits, .. } = read_options(options)?;
    let inspected = SourceOptions::from_json(source, path).and_then(|mut options| {
        options.max_bytes.get_or_insert(limits.bytes);
        input::inspect(data, path, &options)
    });
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

fn thrown(error: &Error, locale: Locale) -> JsValue {
    thrown_report(&error.report(locale))
}

fn thrown_report(report: &ErrorReport) -> JsValue {
    to_js(report).unwrap_or_else(|failed| failed)
}

/// Plain objects, null for what is absent: what `JSON.parse` would have given. For what is small;
/// reports cross as JSON text, which is read faster than objects are put together.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    // By way of its text, whose code is there anyway: a second way to write every type would be downloaded, too.
    let value: Value = serde_json::from_str(&json(value)).unwrap_or_default();
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
