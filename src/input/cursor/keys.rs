//! Whether an object has a key twice.

use serde_json::{Map, Value};

use super::{Cursor, Malformed};

/// The keys that an object has so far.
pub struct Keys {
    /// Where its first entry begins.
    start: usize,
    /// A bit for each key, the same for some.
    bits: u64,
    /// All of them, from the first bit on that was there already.
    all: Option<Map<String, Value>>,
}

impl Cursor<'_> {
    pub(super) fn open_object(&mut self) -> Result<(), Malformed> {
        self.open()?;
        if !self.is_collecting {
            self.keys.push(Keys { start: self.offset, bits: 0, all: None });
        }
        Ok(())
    }

    /// Whether the object has the key, which ends here, already.
    #[inline(never)]
    pub(super) fn repeats(&mut self, key: &str) -> bool {
        let Some(keys) = self.keys.last_mut() else { return false };
        if let Some(all) = &mut keys.all {
            return all.insert(key.to_owned(), Value::Null).is_some();
        }
        // Of the keys of our own rows, and of most that other systems write, no two have the same.
        let (first, last) = (key.as_bytes().first(), key.as_bytes().last());
        let letter = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default());
        let bit = 1 << ((letter(first) + 15 * letter(last) + 57 * key.len()) % 64);
        if keys.bits & bit == 0 {
            keys.bits |= bit;
            return false;
        }
        let mut all = Map::new();
        let mut before =
            Cursor { is_first: true, is_collecting: true, ..Cursor::at(self.text, keys.start) };
        while let Ok(Some(key)) = before.key() {
            if all.insert(key.into_owned(), Value::Null).is_some() {
                return true;
            }
            if before.offset > self.offset || before.pass().is_err() {
                break;
            }
        }
        keys.all = Some(all);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cursor;

    #[test]
    fn takes_no_object_that_has_a_key_twice() {
        let many = |last: &str| {
            let keys: Vec<_> = (0..500).map(|key| format!("\"k{key}\":{{\"a\":1}}")).collect();
            format!("{{{},\"{last}\":1}}", keys.join(","))
        };
        for (text, at) in [
            (r#"{"a":1,"b":2,"a":3}"#.to_owned(), Some(13)),
            (r#"{"a":{"b":1},"b":{"a":1}}"#.to_owned(), None),
            (r#"[{"a":1},{"a":1}]"#.to_owned(), None),
            (r#"{"a":[{"a":1,"c":{},"a":1}]}"#.to_owned(), Some(20)),
            // The same bit, and another key; the same key, written in another way.
            (r#"{"ab":1,"b":2,"ef":3,"f":4,"c":5}"#.to_owned(), None),
            (r#"{"a":1,"\u0061":2}"#.to_owned(), Some(7)),
            (r#"{"":1,"":2}"#.to_owned(), Some(6)),
            (many("k500"), None),
            (many("k7"), many("k7").rfind("\"k7\"")),
        ] {
            let mut cursor = Cursor::new(&text);
            assert_eq!(cursor.pass().is_ok(), at.is_none(), "{text}");
            assert_eq!(cursor.repeated(), at, "{text}");
        }
    }
}
