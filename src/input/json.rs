//! JSON text, with the place of what is wrong in it.

use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::input::Error;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads one JSON text whole.
pub fn value<T: DeserializeOwned>(text: &[u8], path: &str) -> Result<T, Error> {
    seeded(text, path, std::marker::PhantomData)
}

/// Reads one JSON text whole into what `seed` makes of it.
pub fn seeded<'a, S: DeserializeSeed<'a>>(
    text: &'a [u8],
    path: &str,
    seed: S,
) -> Result<S::Value, Error> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_slice(text);
    seed.deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|error| not_json(path, &error))
}

fn not_json(path: &str, error: &serde_json::Error) -> Error {
    let reason = error.to_string();
    // The parser ends its sentence with the place, which has fields of its own here.
    let reason = reason.split(" at line ").next().unwrap_or(&reason).to_owned();
    Error::NotJson { path: path.to_owned(), line: error.line(), column: error.column(), reason }
}
