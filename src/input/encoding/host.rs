//! Encodings other than Unicode's: their tables are large, so in WebAssembly the host's are used.

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecoded {
    /// No encoding of this label is known here.
    UnknownLabel,
    /// The bytes are not of this encoding.
    Malformed,
}

/// The text that `bytes` hold in the encoding of this label.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(bytes: &[u8], label: &str) -> Result<String, Undecoded> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
    let (text, _, malformed) = encoding.ok_or(Undecoded::UnknownLabel)?.decode(bytes);
    if malformed { Err(Undecoded::Malformed) } else { Ok(text.into_owned()) }
}

/// The text that `bytes` hold in the encoding of this label.
#[cfg(target_arch = "wasm32")]
pub fn decode(bytes: &[u8], label: &str) -> Result<String, Undecoded> {
    let options = js_sys::Object::new();
    // Setting a key of a new, plain object does not fail.
    let _ = js_sys::Reflect::set(&options, &"fatal".into(), &true.into());
    let decoder = TextDecoder::new(label, &options).map_err(|_| Undecoded::UnknownLabel)?;
    decoder.decode(bytes).map_err(|_| Undecoded::Malformed)
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
