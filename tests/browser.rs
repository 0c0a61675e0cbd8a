//! The boundary suite through WebAssembly, in a headless browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod boundary;
#[path = "boundary/wasm.rs"]
mod wasm;

use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_boundary_suite_holds() {
    for (name, case) in boundary::CASES {
        wasm_bindgen_test::console_log!("{name}");
        boundary::run(*case, wasm::engine);
    }
}

#[wasm_bindgen_test]
fn catalogue_and_version_are_plain_values() {
    let catalog = js_sys::JSON::stringify(&rolecall::wasm::catalog().unwrap()).unwrap();
    let catalog = catalog.as_string().unwrap();
    let catalog: serde_json::Value = serde_json::from_str(&catalog).unwrap();
    assert_eq!(catalog["plans"].as_array().unwrap().len(), 4);
    assert_eq!(catalog["plans"][3]["administeringRole"], "admin");
    assert_eq!(rolecall::wasm::version(), rolecall::version());
}

#[wasm_bindgen_test]
fn a_panic_is_an_error_that_names_its_place() -> Result<(), wasm_bindgen::JsValue> {
    wasm::a_panic_is_an_error_that_names_its_place()
}
