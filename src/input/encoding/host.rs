//! Encodings other than Unicode's: their tables are large, so in WebAssembly the host's are used.

/// The text that `bytes` hold in the encoding of this label, if they hold one.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let (text, _, malformed) = encoding.decode(bytes);
    (!malformed).then(|| text.into_owned())
}

/// The text that `bytes` hold in the encoding of this label, if they hold one and the host knows it.
#[cfg(target_arch = "wasm32")]
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"fatal".into(), &true.into()).ok()?;
    TextDecoder::new(label, &options).ok()?.decode(bytes).ok()
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &js_sys::Object) -> Result<TextDecoder, wasm_bindgen::JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, wasm_bindgen::JsValue>;
}
