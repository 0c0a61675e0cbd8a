//! The functions that JavaScript calls. Bytes come in, plain objects go out; no logic.
//!
//! The package's entry modules wrap them: they turn objects and texts into bytes, and what is
//! thrown here into a `RolecallError`.

mod session;

pub use session::Session;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::input::{self, Options, Source, SourceOptions};
use crate::roster::Side;
use crate::vocabulary::Word;
use crate::{Error, Locale};

/// A roster that is read file by file, the members' first.
#[wasm_bindgen]
pub struct Reader {
    reader: input::Reader,
    locale: Locale,
}

#[wasm_bindgen]
impl Reader {
    /// Nothing read yet. `options` as for a check: errors come in their language.
    ///
    /// # Errors
    ///
    /// The options cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &[u8]) -> Result<Self, JsValue> {
        let locale = read_options(options)?.locale;
        Ok(Self { reader: input::Reader::default(), locale })
    }

    /// Reads a roster in our own JSON, whole or what stands beside its sides.
    ///
    /// # Errors
    ///
    /// Throws what keeps it from being read.
    #[wasm_bindgen(js_name = addRoster)]
    pub fn add_roster(&mut self, text: &[u8]) -> Result<(), JsValue> {
        self.reader.add_roster(text).map_err(|error| thrown(&error, self.locale))
    }

    /// Reads a file of one side, `members` or `directory`; `path` points to its data, `at` to what
    /// is said of it. `inline`: it is no file, but a value of the caller's own.
    ///
    /// # Errors
    ///
    /// Throws what keeps it from being read.
    pub fn add(
        &mut self,
        side: &str,
        path: &str,
        inline: bool,
        data: &[u8],
        at: &str,
        options: &[u8],
    ) -> Result<(), JsValue> {
        let side = Side::from_word(side).unwrap_or(Side::Directory);
        let options = SourceOptions::from_json(options, at);
        let added = options.and_then(|options| {
            self.reader.add(&Source { side, data, path, options: &options, inline })
        });
        added.map_err(|error| thrown(&error, self.locale))
    }

    /// What was read, joined. Nothing can be added to it any more.
    pub fn finish(self) -> Session {
        Session::of(self.reader.finish())
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

fn thrown(error: &Error, locale: Locale) -> JsValue {
    to_js(&error.report(locale)).unwrap_or_else(|failed| failed)
}

/// Plain objects, null for what is absent: what `JSON.parse` would have given. For what is small;
/// reports cross as JSON text, which is read faster than objects are put together.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
