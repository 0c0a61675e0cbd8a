//! Reading a roster for JavaScript.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::{Session, read_options, thrown};
use crate::Locale;
use crate::input::{self, Options, Source, SourceOptions};
use crate::roster::Side;
use crate::vocabulary::Word;

/// A roster that is read file by file, the members' first.
#[wasm_bindgen]
pub struct Reader {
    reader: input::Reader,
    locale: Locale,
}

#[wasm_bindgen]
impl Reader {
    /// Nothing read yet. `options` as for a check: errors come in their language. `listener` is a
    /// function of bytes done and bytes in all, called now and then while a file is read.
    ///
    /// # Errors
    ///
    /// The options cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &[u8], listener: Option<Function>) -> Result<Self, JsValue> {
        let Options { locale, limits, .. } = read_options(options)?;
        let reader = listener.map_or_else(input::Reader::default, |listener| {
            input::Reader::with_progress(move |done, total| {
                // Whatever goes wrong with telling is no reason not to read.
                let _ = listener.call2(&JsValue::NULL, &number(done), &number(total));
            })
        });
        Ok(Self { reader: reader.limited(limits), locale })
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

    /// Reads one side of the caller's own in our form, the people of which are packed: numbers, and
    /// from `split` on texts.
    ///
    /// # Errors
    ///
    /// Throws what keeps it from being read.
    #[wasm_bindgen(js_name = addPacked)]
    pub fn add_packed(
        &mut self,
        side: &str,
        path: &str,
        data: &[u8],
        split: usize,
    ) -> Result<(), JsValue> {
        let side = Side::from_word(side).unwrap_or(Side::Directory);
        let added = self.reader.add_packed(side, data, split, path);
        added.map_err(|error| thrown(&error, self.locale))
    }

    /// What was read, joined. Nothing can be added to it any more.
    ///
    /// # Errors
    ///
    /// Throws where people are in more groups than the limits allow.
    pub fn finish(self) -> Result<Session, JsValue> {
        let roster = self.reader.finish().map_err(|error| thrown(&error, self.locale))?;
        Ok(Session::of(roster))
    }
}

/// As JavaScript counts: exact far beyond what memory holds.
fn number(bytes: usize) -> JsValue {
    JsValue::from_f64(bytes as f64)
}
