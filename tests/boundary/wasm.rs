//! The way in that JavaScript has.

use rolecall::wasm::{Reader, name_bugs};
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// Reads the roster, asks about the configuration and about everyone, and takes the answers apart.
pub fn engine(config: &[u8], roster: &[u8], options: &[u8]) -> Result<Value, Value> {
    let answer = || -> Result<[String; 2], JsValue> {
        let mut reader = Reader::new(options, None)?;
        reader.add_roster(roster)?;
        let session = reader.finish()?;
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

/// A bug of the engine, called from JavaScript as the engine is: what is thrown names the place of
/// the panic, and nothing of what it says. To be the last test: whoever was thrown out of a panic is
/// panicking for good, so that this one must not fail by panicking either.
pub fn a_panic_is_an_error_that_names_its_place() -> Result<(), JsValue> {
    let panics = Closure::<dyn Fn(String)>::new(bug);
    name_bugs();
    let call: &js_sys::Function = panics.as_ref().unchecked_ref();
    let thrown = call.call1(&JsValue::NULL, &"ann@acme.com".into());
    let thrown = thrown.err().unwrap_or_default();
    let message = thrown.dyn_ref().map(|error: &js_sys::Error| String::from(error.message()));
    let message = message.unwrap_or_default();
    let place = message.strip_prefix(&format!("panic at {}:{LINE_OF_BUG}:", file!()));
    let is_named = place.is_some_and(|column| column.parse::<u32>().is_ok());
    if is_named { Ok(()) } else { Err(thrown) }
}

const LINE_OF_BUG: u32 = line!() + 3;

fn bug(email: String) {
    panic!("{email} has no seat");
}
