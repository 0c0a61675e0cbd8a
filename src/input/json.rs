//! JSON text, with the place of what is wrong in it.

use serde_json::Value;
use serde_json::value::RawValue;

use crate::input::Error;
use crate::input::cursor::{Cursor, Malformed};
use crate::input::encoding::place;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of bytes in UTF-8, without a byte order mark.
pub fn text<'t>(bytes: &'t [u8], path: &str) -> Result<&'t str, Error> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (line, column) = place(bytes, error.valid_up_to());
        Error::NotJson { path: path.to_owned(), line, column, reason: "not in UTF-8".to_owned() }
    })
}

/// Reads one JSON text whole.
pub fn value(bytes: &[u8], path: &str) -> Result<Value, Error> {
    serde_json::from_str(text(bytes, path)?).map_err(|error| not_json(path, Some(error)))
}

/// Goes through one JSON text whole.
pub fn whole<'t, T>(
    text: &'t str,
    path: &str,
    read: impl FnOnce(&mut Cursor<'t>) -> Result<T, Malformed>,
) -> Result<T, Error> {
    let mut cursor = Cursor::new(text);
    match read(&mut cursor) {
        Ok(value) if cursor.is_at_end() => Ok(value),
        _ => Err(not_json(path, serde_json::from_str::<Value>(text).err())),
    }
}

/// Goes through one JSON text after the other, as many as there are; `read` is told how many came
/// before.
pub fn each<'t>(
    text: &'t str,
    path: &str,
    mut read: impl FnMut(usize, &mut Cursor<'t>) -> Result<(), Malformed>,
) -> Result<(), Error> {
    let mut cursor = Cursor::new(text);
    let mut index = 0;
    while index == 0 || !cursor.is_at_end() {
        read(index, &mut cursor).map_err(|_| refused(text, path))?;
        index += 1;
    }
    Ok(())
}

/// Whether more than one JSON text stands in `text`, one after the other.
pub fn are_several(text: &str) -> bool {
    let mut cursor = Cursor::new(text);
    cursor.pass().is_ok() && !cursor.is_at_end()
}

/// Finds places in what holds one JSON text or several, remembering the list it looked into last.
pub struct Finder<'t> {
    text: &'t str,
    /// Its JSON texts.
    values: Vec<&'t RawValue>,
    list: Option<(String, Vec<&'t RawValue>)>,
}

impl<'t> Finder<'t> {
    /// Looks through the text once. In one that is not JSON nothing is found.
    pub fn new(text: &'t str) -> Self {
        let values = serde_json::Deserializer::from_str(text).into_iter();
        Self { text, values: values.collect::<Result<_, _>>().unwrap_or_default(), list: None }
    }

    /// Line and column, from 1, of what `pointer` points to.
    pub fn place(&mut self, pointer: &str) -> Option<(usize, usize)> {
        let (parent, step) = pointer.rsplit_once('/').unwrap_or(("", ""));
        let found = match (&self.list, step.parse::<usize>()) {
            (Some((path, list)), Ok(index)) if path == parent => *list.get(index)?,
            _ => self.find(pointer)?,
        };
        let offset = found.get().as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        Some(place(self.text.as_bytes(), offset))
    }

    fn find(&mut self, pointer: &str) -> Option<&'t RawValue> {
        if let [only] = *self.values {
            return self.below(only, pointer, "");
        }
        // Of several texts the first step tells which.
        let steps = pointer.strip_prefix('/')?;
        let (step, rest) = steps.split_at(steps.find('/').unwrap_or(steps.len()));
        let value = *self.values.get(step.parse::<usize>().ok()?)?;
        self.below(value, rest, &format!("/{step}"))
    }

    /// What `pointer` points to below a value that `path` points to. Where a key stands twice in
    /// an object, that under which it is found.
    fn below(&mut self, value: &'t RawValue, pointer: &str, path: &str) -> Option<&'t RawValue> {
        let Some(steps) = pointer.strip_prefix('/') else { return Some(value) };
        let (step, rest) = steps.split_at(steps.find('/').unwrap_or(steps.len()));
        let here = format!("{path}/{step}");
        if value.get().starts_with('[') {
            let list: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
            let element = *list.get(step.parse::<usize>().ok()?)?;
            self.list = Some((path.to_owned(), list));
            return self.below(element, rest, &here);
        }
        let key = step.replace("~1", "/").replace("~0", "~");
        let Fields(fields) = serde_json::from_str(value.get()).ok()?;
        let of_key = fields.into_iter().filter(|(known, _)| *known == key);
        of_key.into_iter().find_map(|(_, value)| self.below(value, rest, &here))
    }
}

/// The fields of an object in their order; a key may stand twice.
struct Fields<'t>(Vec<(String, &'t RawValue)>);

impl<'de> serde::Deserialize<'de> for Fields<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> serde::de::Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

/// Why a text that may hold several JSON texts cannot be read, in the words of `serde_json`.
pub fn refused(text: &str, path: &str) -> Error {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    not_json(path, values.find_map(Result::err))
}

fn not_json(path: &str, error: Option<serde_json::Error>) -> Error {
    let error = error.unwrap_or_else(|| serde::de::Error::custom("not JSON"));
    let reason = error.to_string();
    // The parser ends its sentence with the place, which has fields of its own here.
    let reason = reason.split(" at line ").next().unwrap_or(&reason).to_owned();
    // Behind a line's end the parser counts from 0.
    let (line, column) = (error.line().max(1), error.column().max(1));
    Error::NotJson { path: path.to_owned(), line, column, reason }
}

#[cfg(test)]
mod tests {
    use super::Finder;

    #[test]
    fn places_are_found_in_lists_pages_and_lines() {
        let place = |text, pointer| Finder::new(text).place(pointer);
        assert_eq!(place("[\n {},\n  {}]", "/1"), Some((3, 3)));
        assert_eq!(place("{\"Resources\":[\n{}]}", "/Resources/0"), Some((2, 1)));
        assert_eq!(place("{}\n{}\n", "/1"), Some((2, 1)));
        assert_eq!(place("{}\n{}\n", "/0"), Some((1, 1)));
        assert_eq!(place("[]", "/7"), None);
        assert_eq!(place("[{}]\n[{},\n{}]", "/1/1"), Some((3, 1)));
        assert_eq!(place("[{}]\n[{},\n{}]", "/0/0"), Some((1, 2)));
        assert_eq!(place("{\"data\":[\n{}],\"data\":[]}", "/data/0"), Some((2, 1)));
    }

    #[test]
    fn a_list_is_looked_into_once() {
        let mut finder = Finder::new("[\n1,\n2]");
        assert_eq!(finder.place("/0"), Some((2, 1)));
        assert_eq!(finder.place("/1"), Some((3, 1)));
        assert_eq!(finder.place(""), Some((1, 1)));
    }
}
