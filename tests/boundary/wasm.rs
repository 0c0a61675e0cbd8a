//! The way in that JavaScript has.

use rolecall::wasm::Reader;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// Reads the roster, asks about the configuration and about everyone, and takes the answers apart.
pub fn engine(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value> {
    let answer = || -> Result<[String; 2], JsValue> {
        let mut reader = Reader::new(options, None)?;
        reader.add_roster(roster)?;
        let session = reader.finish();
        let report = session.check(config, options, false)?;
        Ok([report, session.render(config, "people-json", options)?])
    };
    let [mut report, people] = match answer() {
        Ok(texts) => texts.map(|text| serde_json::from_str::<Value>(&text).unwrap()),
        Err(error) => return Err(value(&error)),
    };
    report["people"] = people;
    Ok(report)
}

/// What `JSON.stringify` makes of it: nothing but plain objects survives that.
fn value(js: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(js).unwrap().as_string().unwrap();
    serde_json::from_str(&text).unwrap()
}
