//! Rows out of JSON however it holds them: a list, pages of a list, one object a line, or pages of
//! pages. Keys are read without case, as SCIM has it.

use serde_json::{Map, Value};

use crate::input::cursor::{Cursor, Malformed, Token};
use crate::input::progress::Progress;
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
pub fn read(
    text: &str,
    path: &str,
    taker: &mut dyn Take,
    progress: &Progress,
) -> Result<(), Error> {
    let mut walk = Walk { taker, progress, rows: 0, path: path.to_owned() };
    let are_several = json::are_several(text);
    json::each(text, path, |index, cursor| {
        // Of several texts each is found at its number, as in a list.
        if are_several { walk.element_at(index, cursor) } else { walk.element(cursor) }
    })
}

/// Where the reading is.
struct Walk<'t> {
    taker: &'t mut dyn Take,
    progress: &'t Progress,
    rows: usize,
    path: String,
}

/// The keys under which a page has its rows: SCIM's, and that of most other APIs.
const LISTS: &[&str] = &["resources", "data"];

impl Walk<'_> {
    /// Reads a list of rows, a page of one, or a row.
    fn element(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
        match cursor.token()? {
            Token::List => {
                let mut index = 0;
                while cursor.element()? {
                    self.element_at(index, cursor)?;
                    index += 1;
                }
            }
            Token::Object => self.object(cursor)?,
            Token::Null => {}
            _ => self.row(None),
        }
        Ok(())
    }

    fn element_at(&mut self, index: usize, cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
        self.progress.at(cursor.offset());
        self.below(&index.to_string(), |walk| walk.element(cursor))
    }

    fn object(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
        let (mut fields, mut is_page, first) = (Row::new(), false, self.rows);
        while let Some(key) = cursor.key()? {
            let folded = key.to_lowercase();
            if LISTS.contains(&folded.as_str()) {
                is_page = true;
                self.below(&key, |walk| walk.element(cursor))?;
            } else {
                fields.insert(folded, value(cursor)?);
            }
        }
        // A list of nobody may go without its rows.
        if is_page || fields.contains_key("totalresults") {
            let number = |key| fields.get(key).and_then(Value::as_u64);
            let total = number("totalresults").and_then(|total| usize::try_from(total).ok());
            let more = fields.get("has_more") == Some(&Value::Bool(true));
            self.taker.page(&Page { rows: self.rows - first, total, more });
        } else {
            self.row(Some(fields));
        }
        Ok(())
    }

    fn row(&mut self, row: Option<Row>) {
        self.rows += 1;
        self.taker.row(row, &self.path);
    }

    /// Reads what is one step further down.
    fn below<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(step);
        let result = read(self);
        self.path.truncate(length);
        result
    }
}

/// The value that begins here, with the keys of all its objects in lower case.
fn value(cursor: &mut Cursor<'_>) -> Result<Value, Malformed> {
    Ok(match cursor.token()? {
        Token::Null => Value::Null,
        Token::Boolean(value) => Value::Bool(value),
        Token::Text(text) => Value::String(text.into_owned()),
        Token::Number(number) => serde_json::from_str(number).map_err(|_| Malformed)?,
        Token::List => {
            let mut list = Vec::new();
            while cursor.element()? {
                list.push(value(cursor)?);
            }
            Value::Array(list)
        }
        Token::Object => {
            let mut fields = Map::new();
            while let Some(key) = cursor.key()? {
                fields.insert(key.to_lowercase(), value(cursor)?);
            }
            Value::Object(fields)
        }
    })
}

/// The text at a pointer into a row; empty where there is none.
#[inline(never)] // Rows are read at many pointers: one copy keeps the WebAssembly small.
pub fn text<'r>(row: &'r Value, pointer: &str) -> &'r str {
    row.pointer(pointer).and_then(Value::as_str).unwrap_or_default().trim()
}

/// The elements of a list at a pointer into a row; none where there is no list.
pub fn list<'r>(row: &'r Value, pointer: &str) -> impl Iterator<Item = &'r Value> {
    elements(row, pointer).iter()
}

#[inline(never)]
fn elements<'r>(row: &'r Value, pointer: &str) -> &'r [Value] {
    row.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
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
