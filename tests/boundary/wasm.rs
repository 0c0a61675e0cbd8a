//! The way in that JavaScript has.

use rolecall::wasm::Reader;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// Reads the roster, asks about the configuration as the package does, and takes the objects apart.
pub fn engine(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value> {
    let answer = || -> Result<JsValue, JsValue> {
        let mut reader = Reader::new(options, None)?;
        reader.add_roster(roster)?;
        reader.finish().check(config, options, true)
    };
    match answer() {
        Ok(report) => Ok(value(&report)),
        Err(error) => Err(value(&error)),
    }
}

/// What `JSON.stringify` makes of it: nothing but plain objects survives that.
fn value(js: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(js).unwrap().as_string().unwrap();
    serde_json::from_str(&text).unwrap()
}
