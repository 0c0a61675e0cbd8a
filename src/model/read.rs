//! From a JSON value to the model, keeping note of everything that could not be understood.
//!
//! Deserialising with serde alone stops at the first wrong value and passes over unknown keys.
//! An administrator needs all of it at once, with places; so a value that is not understood is
//! noted and reads as absent (domain 2).

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::vocabulary::Word;

/// Something in the input that the engine did not understand.
///
/// # Example
///
/// ```
/// use rolecall::Config;
/// use rolecall::model::{Expected, Problem};
///
/// let config = Config::from_json(br#"{ "organization": { "plan": "team", "name": 5 } }"#)?;
/// let unread = &config.unread()[0];
/// assert_eq!(unread.path, "/config/organization/name");
/// assert!(matches!(unread.problem, Problem::UnknownValue { expected: Expected::Text, .. }));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// JSON Pointer to it, from the root of its document.
    pub path: String,
    /// What is the matter with it.
    pub problem: Problem,
}

/// What is the matter with a key or a value.
///
/// # Example
///
/// ```
/// use rolecall::Config;
/// use rolecall::model::Problem;
///
/// let config = Config::from_json(br#"{ "organization": { "plan": "team", "seat": {} } }"#)?;
/// let known: &[&str] = &["plan", "name", "seats"];
/// assert_eq!(config.unread()[0].problem, Problem::UnknownKey { key: "seat".to_owned(), known });
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A key that means nothing here.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The keys that would mean something.
        known: &'static [&'static str],
    },
    /// A value outside the ones that the place takes.
    UnknownValue {
        /// The value, shortened.
        value: String,
        /// What the place takes.
        expected: Expected,
    },
}

/// What a place in the configuration takes.
///
/// # Example
///
/// ```
/// use rolecall::model::Expected;
/// use rolecall::{Config, Error};
///
/// let error = Config::from_json(b"[]").unwrap_err();
/// assert!(matches!(error, Error::WrongShape { expected: Expected::Object, .. }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One word of a set.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Boolean,
    /// Anything but nothing.
    Something,
    /// Any text.
    Text,
    /// A whole number from 0 up.
    Count,
    /// A number from 0 to 100.
    Percent,
    /// The label of a text encoding.
    Encoding,
    /// A JSON array.
    List,
    /// A JSON object.
    Object,
}

/// Where the reading is, and what it could not understand so far.
#[derive(Default)]
pub struct Notes {
    path: String,
    unread: Vec<Unread>,
}

impl Notes {
    /// Runs `read` one step further down.
    pub fn within<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.enter(step);
        let result = read(self);
        self.path.truncate(length);
        result
    }

    #[inline(never)]
    fn enter(&mut self, step: &str) -> usize {
        let length = self.path.len();
        push_step(&mut self.path, step);
        length
    }

    /// Notes that the value at the present place is none of those it takes.
    pub fn unknown_value(&mut self, value: &Value, expected: Expected) {
        self.unread.push(Unread {
            path: self.path.clone(),
            problem: Problem::UnknownValue { value: shortened(value), expected },
        });
    }

    /// Notes that the present object lacks a key it must have, unless its value was noted already.
    pub fn missing(&mut self, key: &str) {
        let unread = self.unread.len();
        let noted = self.within(key, |notes| {
            notes.unread.iter().take(unread).any(|noted| noted.path.starts_with(&notes.path))
        });
        if !noted {
            self.within(key, |notes| notes.unknown_value(&Value::Null, Expected::Something));
        }
    }

    /// Notes a key of the present object that means nothing.
    pub fn unknown_key(&mut self, key: &str, known: &'static [&'static str]) {
        let mut path = self.path.clone();
        push_step(&mut path, key);
        let problem = Problem::UnknownKey { key: shorten(key), known };
        self.unread.push(Unread { path, problem });
    }

    /// Everything noted.
    pub fn into_unread(self) -> Vec<Unread> {
        self.unread
    }
}

/// Appends one reference token to a JSON Pointer (RFC 6901).
pub fn push_step(path: &mut String, step: &str) {
    path.push('/');
    path.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

/// A text short enough to be one word of a message.
pub fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    match shortened_to(LONGEST, text) {
        short if short.len() < text.len() => format!("{short}…"),
        _ => text.to_owned(),
    }
}

/// The beginning of a text, at most so many characters.
pub fn shortened_to(longest: usize, text: &str) -> &str {
    let end = text.char_indices().nth(longest).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

fn shortened(value: &Value) -> String {
    match value {
        Value::String(text) => shorten(text),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        other => shorten(&other.to_string()),
    }
}

/// A type that can be read from a JSON value; `None` means that it could not, and was noted.
pub trait Read: Sized {
    /// Reads `value`, which is never null.
    fn read(value: Value, notes: &mut Notes) -> Option<Self>;
}

impl Read for bool {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        if value.as_bool().is_none() {
            notes.unknown_value(&value, Expected::Boolean);
        }
        value.as_bool()
    }
}

impl Read for String {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            other => {
                notes.unknown_value(&other, Expected::Text);
                None
            }
        }
    }
}

/// The number if it is whole: JavaScript writes 5 and 5.0 alike.
fn whole(value: &Value) -> Option<u32> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
    // In range and whole, so the conversion is exact.
    (0.0..=f64::from(u32::MAX)).contains(&number).then_some(number as u32)
}

impl Read for u32 {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        let number = whole(&value);
        if number.is_none() {
            notes.unknown_value(&value, Expected::Count);
        }
        number
    }
}

impl Read for f64 {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        let number = value.as_f64().filter(|number| (0.0..=100.0).contains(number));
        if number.is_none() {
            notes.unknown_value(&value, Expected::Percent);
        }
        number
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        let Value::Array(elements) = value else {
            notes.unknown_value(&value, Expected::List);
            return None;
        };
        let read = |(index, element): (usize, Value)| {
            notes.within(&index.to_string(), |notes| T::read(element, notes))
        };
        Some(elements.into_iter().enumerate().filter_map(read).collect())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: Value, notes: &mut Notes) -> Option<Self> {
        let mut read = Self::new();
        for (key, value) in object(value, notes)? {
            if let Some(value) = field(&key, value, notes) {
                read.insert(key, value);
            }
        }
        Some(read)
    }
}

/// The entries of an object.
pub fn object(value: Value, notes: &mut Notes) -> Option<Map<String, Value>> {
    match value {
        Value::Object(entries) => Some(entries),
        other => {
            notes.unknown_value(&other, Expected::Object);
            None
        }
    }
}

/// Reads a value that may be null, which is absent.
pub fn optional<T: Read>(value: Value, notes: &mut Notes) -> Option<T> {
    if value.is_null() { None } else { T::read(value, notes) }
}

/// Reads the value of a key, which may be null. Compiled once for a type, not for every key.
#[inline(never)]
pub fn field<T: Read>(key: &str, value: Value, notes: &mut Notes) -> Option<T> {
    notes.within(key, |notes| optional(value, notes))
}

/// Reads one word of a closed set. Not inlined: its instances side by side are less to download.
#[inline(never)]
pub fn word<T: Word>(value: &Value, notes: &mut Notes) -> Option<T> {
    let word = value.as_str().and_then(T::from_word);
    if word.is_none() {
        notes.unknown_value(value, Expected::OneOf(T::WORDS));
    }
    word
}

/// Makes closed sets of words readable.
macro_rules! read_words {
    ($($name:ty),+ $(,)?) => {
        $(impl $crate::model::read::Read for $name {
            fn read(
                value: serde_json::Value,
                notes: &mut $crate::model::read::Notes,
            ) -> Option<Self> {
                $crate::model::read::word(&value, notes)
            }
        })+
    };
}
pub(crate) use read_words;

/// Declares a part of the configuration from one list: its type, the key and default of every
/// field, how it is read, and its TypeScript.
///
/// Fields come in four sections: `required` (without it the whole part cannot be read), `maybe`
/// (an `Option`), `default`, and `keyed` (a map by words, of which unknown ones stay as written;
/// empty by default). Keys in `ignored` are allowed and mean nothing.
macro_rules! document {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( required { $( $(#[$r_meta:meta])* $r_key:literal => $r:ident : $r_type:ty; )+ } )?
            $( maybe { $( $(#[$m_meta:meta])* $m_key:literal => $m:ident : $m_type:ty; )+ } )?
            $( default { $( $(#[$d_meta:meta])* $d_key:literal => $d:ident : $d_type:ty = $value:expr; )+ } )?
            $( keyed { $( $(#[$k_meta:meta])* $k_key:literal => $k:ident : $k_type:ty, by $words:ty as $declared:literal; )+ } )?
            $( ignored { $( $i_key:literal )+ } )?
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
        #[cfg_attr(feature = "types", schemars(transform = $crate::types::schema::Document {
            required: &[$($($r_key),+)?],
            ignored: &[$($($i_key),+)?],
        }))]
        $(#[$meta])*
        pub struct $name {
            $($( $(#[$r_meta])* #[serde(rename = $r_key)] pub $r: $r_type, )+)?
            $($( $(#[$m_meta])* #[serde(rename = $m_key, skip_serializing_if = "Option::is_none")]
                #[cfg_attr(feature = "types", ts(optional = nullable))]
                pub $m: Option<$m_type>, )+)?
            $($( $(#[$d_meta])* #[serde(rename = $d_key)]
                #[cfg_attr(feature = "types", ts(as = "Option<_>", optional = nullable))]
                #[cfg_attr(feature = "types", schemars(extend(
                    "default" = $crate::types::schema::default_of::<$d_type>($value)
                )))]
                pub $d: $d_type, )+)?
            $($( $(#[$k_meta])* #[serde(rename = $k_key)]
                #[cfg_attr(feature = "types", ts(as = $declared, optional = nullable))]
                #[cfg_attr(feature = "types", schemars(extend(
                    "default" = serde_json::json!({}),
                    "propertyNames" = $crate::types::schema::words::<$words>(),
                )))]
                pub $k: std::collections::BTreeMap<String, $k_type>, )+)?
        }

        $crate::model::read::document_default! {
            $name { $($($r)+)? } $($($m = None,)+)? $($($d = $value,)+)?
                $($($k = std::collections::BTreeMap::new(),)+)?
        }

        impl $crate::model::read::Read for $name {
            fn read(
                value: serde_json::Value,
                notes: &mut $crate::model::read::Notes,
            ) -> Option<Self> {
                #[allow(unused_imports, reason = "not every part has each section")]
                use $crate::model::read::{field, object};
                const KEYS: &[&str] = &[
                    $($($r_key,)+)? $($($m_key,)+)? $($($d_key,)+)? $($($k_key,)+)? $($($i_key,)+)?
                ];
                $($( let mut $r: Option<$r_type> = None; )+)?
                $($( let mut $m: Option<$m_type> = None; )+)?
                $($( let mut $d: Option<$d_type> = None; )+)?
                $($( let mut $k: Option<std::collections::BTreeMap<String, $k_type>> = None; )+)?
                for (key, value) in object(value, notes)? {
                    match key.as_str() {
                        $($( $r_key => $r = field(&key, value, notes), )+)?
                        $($( $m_key => $m = field(&key, value, notes), )+)?
                        $($( $d_key => $d = field(&key, value, notes), )+)?
                        $($( $k_key => $k = field(&key, value, notes), )+)?
                        $( $( $i_key )|+ => {} )?
                        unknown => notes.unknown_key(unknown, KEYS),
                    }
                }
                $($( if $r.is_none() { notes.missing($r_key); } )+)?
                Some(Self {
                    $($( $r: $r?, )+)?
                    $($( $m, )+)?
                    $($( $d: $d.unwrap_or_else(|| $value), )+)?
                    $($( $k: $k.unwrap_or_default(), )+)?
                })
            }
        }
    };
}
pub(crate) use document;

/// The default of a part that requires nothing; a part that does has none.
macro_rules! document_default {
    ($name:ident { } $($field:ident = $value:expr,)*) => {
        impl Default for $name {
            fn default() -> Self {
                Self { $($field: $value),* }
            }
        }
    };
    ($name:ident { $($required:ident)+ } $($field:ident = $value:expr,)*) => {};
}
pub(crate) use document_default;
