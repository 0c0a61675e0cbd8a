//! Rows out of JSON however it holds them: a list, pages of a list, one object a line, or pages of
//! pages. Keys are read without case, as SCIM has it.

use serde::de::{MapAccess, SeqAccess};
use serde_json::{Map, Value};

use crate::input::lenient::{At, Place, Scalar, next_key};
use crate::input::{Error, json};

/// A row, its keys in lower case on every level.
pub type Row = Map<String, Value>;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Page {
    /// How many rows it has.
    pub rows: usize,
    /// How many the whole list has, if it says.
    pub total: Option<usize>,
    /// Whether it says that there are more.
    pub more: bool,
}

/// What takes rows and pages as they are read.
pub trait Take {
    /// Takes a row; `None` for something that should be one.
    fn row(&mut self, row: Option<Row>, path: &str);

    /// Takes what a page said of itself, behind its rows.
    fn page(&mut self, page: &Page);
}

/// Reads all rows of a text; `path` points to it.
///
/// # Errors
///
/// The text is not JSON. What was read before that place has been taken.
pub fn read(text: &str, path: &str, taker: &mut dyn Take) -> Result<(), Error> {
    let mut walk = Walk { taker, rows: 0, path: path.to_owned() };
    let are_several = json::are_several(text);
    json::each(text, path, |index, reader| {
        // Of several texts each is found at its number, as in a list.
        let step = are_several.then_some(index);
        walk.within(step, |walk| serde::de::DeserializeSeed::deserialize(At(Element(walk)), reader))
    })
}

/// Where the reading is.
struct Walk<'t> {
    taker: &'t mut dyn Take,
    rows: usize,
    path: String,
}

impl Walk<'_> {
    fn within<T>(&mut self, step: Option<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if let Some(step) = step {
            self.path.push_str(&format!("/{step}"));
        }
        let result = read(self);
        self.path.truncate(length);
        result
    }

    fn row(&mut self, row: Option<Row>) {
        self.rows += 1;
        self.taker.row(row, &self.path);
    }
}

/// A list of rows, a page of one, or a row.
struct Element<'w, 't>(&'w mut Walk<'t>);

/// The keys under which a page has its rows: SCIM's, and that of most other APIs.
const LISTS: &[&str] = &["resources", "data"];

impl<'de> Place<'de> for Element<'_, '_> {
    type Value = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if scalar != Scalar::Null {
            self.0.row(None);
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            let read = |walk: &mut Walk<'_>| list.next_element_seed(At(Element(walk)));
            if self.0.within(Some(index), read)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let walk = self.0;
        let (mut fields, mut is_page, first) = (Row::new(), false, walk.rows);
        while let Some(key) = next_key(&mut object)? {
            let folded = key.to_lowercase();
            if LISTS.contains(&folded.as_str()) {
                is_page = true;
                let length = walk.path.len();
                walk.path.push_str(&format!("/{key}"));
                object.next_value_seed(At(Element(walk)))?;
                walk.path.truncate(length);
            } else {
                fields.insert(folded, lower(object.next_value()?));
            }
        }
        // A list of nobody may go without its rows.
        if is_page || fields.contains_key("totalresults") {
            let number = |key| fields.get(key).and_then(Value::as_u64);
            let total = number("totalresults").and_then(|total| usize::try_from(total).ok());
            let more = fields.get("has_more") == Some(&Value::Bool(true));
            walk.taker.page(&Page { rows: walk.rows - first, total, more });
        } else {
            walk.row(Some(fields));
        }
        Ok(())
    }
}

/// The value with the keys of all its objects in lower case.
fn lower(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key.to_lowercase(), lower(value)));
            Value::Object(fields.collect())
        }
        Value::Array(list) => list.into_iter().map(lower).collect(),
        other => other,
    }
}

/// The text at a pointer into a row; empty where there is none.
pub fn text<'r>(row: &'r Value, pointer: &str) -> &'r str {
    row.pointer(pointer).and_then(Value::as_str).unwrap_or_default().trim()
}

/// The elements of a list at a pointer into a row; none where there is no list.
pub fn list<'r>(row: &'r Value, pointer: &str) -> impl Iterator<Item = &'r Value> {
    row.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

/// A value as a message shows it.
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The first of some texts that is not empty.
pub fn first<'r>(texts: impl IntoIterator<Item = &'r str>) -> &'r str {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Yes or no, also as the texts and numbers that some systems write; `None` for anything else.
pub fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::String(text) => truth(text),
        Value::Number(number) => match number.as_u64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        _ => None,
    }
}

/// Yes or no as people and systems write it; `None` for anything else.
pub fn truth(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" | "y" | "はい" | "有効" => Some(true),
        "false" | "no" | "0" | "n" | "いいえ" | "無効" => Some(false),
        _ => None,
    }
}
