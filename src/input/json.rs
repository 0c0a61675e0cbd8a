//! JSON text, with the place of what is wrong in it.

use serde::de::{DeserializeOwned, DeserializeSeed};
use serde_json::value::RawValue;

use crate::input::Error;
use crate::input::encoding::place;

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

/// Reads one JSON text after the other, as many as there are; `read` is told how many came before.
pub fn each<'a>(
    text: &'a str,
    path: &str,
    mut read: impl FnMut(
        usize,
        &mut serde_json::Deserializer<serde_json::de::StrRead<'a>>,
    ) -> Result<(), serde_json::Error>,
) -> Result<(), Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut index = 0;
    // `end` is an error as long as there is another text.
    while index == 0 || reader.end().is_err() {
        read(index, &mut reader).map_err(|error| not_json(path, &error))?;
        index += 1;
    }
    Ok(())
}

/// Finds places in JSON texts, remembering the list it looked into last.
#[derive(Default)]
pub struct Finder<'t> {
    list: Option<(String, Vec<&'t RawValue>)>,
}

impl<'t> Finder<'t> {
    /// Line and column, from 1, of what `pointer` points to in `text`.
    pub fn place(&mut self, text: &'t str, pointer: &str) -> Option<(usize, usize)> {
        let (parent, step) = pointer.rsplit_once('/').unwrap_or(("", ""));
        let found = match (&self.list, step.parse::<usize>()) {
            (Some((path, list)), Ok(index)) if path == parent => *list.get(index)?,
            _ => self.find(text, pointer)?,
        };
        let offset = found.get().as_ptr().addr().checked_sub(text.as_ptr().addr())?;
        Some(place(text.as_bytes(), offset))
    }

    fn find(&mut self, text: &'t str, pointer: &str) -> Option<&'t RawValue> {
        let texts = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
        let texts: Vec<_> = texts.map_while(Result::ok).collect();
        let (mut path, mut steps) = (String::new(), pointer.split('/').skip(1).peekable());
        let mut found = match texts.as_slice() {
            [only] => *only,
            several => match steps.next() {
                None => *several.first()?,
                Some(step) => *several.get(step.parse::<usize>().ok()?)?,
            },
        };
        for step in steps {
            found = if found.get().starts_with('[') {
                let list: Vec<&RawValue> = serde_json::from_str(found.get()).ok()?;
                let element = *list.get(step.parse::<usize>().ok()?)?;
                self.list = Some((path.clone(), list));
                element
            } else {
                let object: std::collections::BTreeMap<std::borrow::Cow<'_, str>, &RawValue> =
                    serde_json::from_str(found.get()).ok()?;
                object.get(step.replace("~1", "/").replace("~0", "~").as_str()).copied()?
            };
            path.push('/');
            path.push_str(step);
        }
        Some(found)
    }
}

fn not_json(path: &str, error: &serde_json::Error) -> Error {
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
        let place = |text, pointer| Finder::default().place(text, pointer);
        assert_eq!(place("[\n {},\n  {}]", "/1"), Some((3, 3)));
        assert_eq!(place("{\"Resources\":[\n{}]}", "/Resources/0"), Some((2, 1)));
        assert_eq!(place("{}\n{}\n", "/1"), Some((2, 1)));
        assert_eq!(place("{}\n{}\n", ""), Some((1, 1)));
        assert_eq!(place("[]", "/7"), None);
    }

    #[test]
    fn a_list_is_looked_into_once() {
        let (text, mut finder) = ("[\n1,\n2]", Finder::default());
        assert_eq!(finder.place(text, "/0"), Some((2, 1)));
        assert_eq!(finder.place(text, "/1"), Some((3, 1)));
        assert_eq!(finder.place(text, ""), Some((1, 1)));
    }
}
