//! What is said when the engine has a bug.

use std::panic::set_hook;

use wasm_bindgen::prelude::*;

/// Has a panic become an error of JavaScript that names its place, and nothing else: what a panic
/// says may hold people's data.
#[wasm_bindgen(start)]
pub fn name_bugs() {
    set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            wasm_bindgen::throw_str(&format!("panic at {place}"));
        }
    }));
}
