//! The way in that JavaScript has.

use serde_json::Value;
use wasm_bindgen::JsValue;

/// Calls the exported function and takes its objects apart again.
pub fn engine(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value> {
    match rolecall::wasm::check(config, roster, options) {
        Ok(report) => Ok(value(&report)),
        Err(error) => Err(value(&error)),
    }
}

/// What `JSON.stringify` makes of it: nothing but plain objects survives that.
fn value(js: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(js).unwrap().as_string().unwrap();
    serde_json::from_str(&text).unwrap()
}
