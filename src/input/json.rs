//! JSON text, with the place of what is wrong in it.

use serde_json::Value;

use crate::input::Error;
use crate::input::cursor::{Cursor, Malformed, Token};
use crate::input::encoding::place;
use crate::model::read::shorten;

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
    let text = text(bytes, path)?;
    let value = serde_json::from_str(text).map_err(|error| not_json(path, Some(error)))?;
    whole(text, path, Cursor::pass).map(|()| value)
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
        _ => Err(twice(&cursor, text, path)
            .unwrap_or_else(|| not_json(path, serde_json::from_str::<Value>(text).err()))),
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
        read(index, &mut cursor).map_err(|_| refused(&cursor, text, path))?;
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
    /// Where its JSON texts begin.
    texts: Vec<usize>,
    /// A list, and where its elements begin.
    list: Option<(String, Vec<usize>)>,
}

impl<'t> Finder<'t> {
    /// Looks through the text once. In one that is not JSON nothing is found.
    pub fn new(text: &'t str) -> Self {
        let mut texts = Vec::new();
        let read = each(text, "", |_, cursor| {
            texts.push(cursor.start());
            cursor.pass()
        });
        if read.is_err() {
            texts.clear();
        }
        Self { text, texts, list: None }
    }

    /// Line and column, from 1, of what `pointer` points to.
    pub fn place(&mut self, pointer: &str) -> Option<(usize, usize)> {
        let (parent, step) = pointer.rsplit_once('/').unwrap_or(("", ""));
        let found = match (&self.list, step.parse::<usize>()) {
            (Some((path, list)), Ok(index)) if path == parent => *list.get(index)?,
            _ => self.find(pointer)?,
        };
        Some(place(self.text.as_bytes(), found))
    }

    fn find(&mut self, pointer: &str) -> Option<usize> {
        if let [only] = *self.texts {
            return self.below(only, pointer, "");
        }
        // Of several texts the first step tells which.
        let (step, rest) = first_step(pointer)?;
        let start = *self.texts.get(step.parse::<usize>().ok()?)?;
        self.below(start, rest, &format!("/{step}"))
    }

    /// Where that begins which `pointer` points to, below the value that begins at `start` and that
    /// `path` points to.
    fn below(&mut self, start: usize, pointer: &str, path: &str) -> Option<usize> {
        let Some((step, rest)) = first_step(pointer) else { return Some(start) };
        let here = format!("{path}/{step}");
        let mut cursor = Cursor::at(self.text, start);
        match cursor.token().ok()? {
            Token::List => {
                let mut list = Vec::new();
                while cursor.element().ok()? {
                    list.push(cursor.start());
                    cursor.pass().ok()?;
                }
                let element = *list.get(step.parse::<usize>().ok()?)?;
                self.list = Some((path.to_owned(), list));
                self.below(element, rest, &here)
            }
            Token::Object => {
                let wanted = step.replace("~1", "/").replace("~0", "~");
                while let Some(key) = cursor.key().ok()? {
                    let start = cursor.start();
                    let found = if key == wanted { self.below(start, rest, &here) } else { None };
                    if found.is_some() {
                        return found;
                    }
                    cursor.pass().ok()?;
                }
                None
            }
            _ => None,
        }
    }
}

/// The first step of a pointer, and the pointer from there on; `None` where it goes no further.
fn first_step(pointer: &str) -> Option<(&str, &str)> {
    let steps = pointer.strip_prefix('/')?;
    Some(steps.split_at(steps.find('/').unwrap_or(steps.len())))
}

/// Why a text that may hold several JSON texts cannot be read, in the words of `serde_json`.
pub fn refused(cursor: &Cursor<'_>, text: &str, path: &str) -> Error {
    twice(cursor, text, path).unwrap_or_else(|| {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        not_json(path, values.find_map(Result::err))
    })
}

/// The error for a key that its object has already.
fn twice(cursor: &Cursor<'_>, text: &str, path: &str) -> Option<Error> {
    let start = cursor.repeated()?;
    let (line, column) = place(text.as_bytes(), start);
    let key = Cursor::at(text, start).scalar().ok()?;
    let reason = format!("the key {} stands twice in one object", shorten(&key.shown()));
    Some(Error::NotJson { path: path.to_owned(), line, column, reason })
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
    }

    #[test]
    fn a_list_is_looked_into_once() {
        let mut finder = Finder::new("[\n1,\n2]");
        assert_eq!(finder.place("/0"), Some((2, 1)));
        assert_eq!(finder.place("/1"), Some((3, 1)));
        assert_eq!(finder.place(""), Some((1, 1)));
    }
}
