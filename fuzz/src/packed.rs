//! People as JavaScript packs them, in numbers and texts.

use std::collections::BTreeMap;

use rolecall::Word;
use rolecall::catalog::{Role, SeatTier};
use rolecall::input::{Reader, Source, SourceOptions};
use rolecall::model::{MemberKind, Side, Status};
use serde_json::{Value, json};

use super::laws;
use super::world::World;

/// What nobody packed: the side, where texts begin, and what there is.
pub fn raw(data: &[u8]) {
    let [side, low, high, data @ ..] = data else { return };
    let side = Side::ALL[usize::from(*side) % Side::ALL.len()];
    let split = usize::from(u16::from_le_bytes([*low, *high])) % (data.len() + 2);
    let path = format!("/roster/{side}");
    let mut reader = Reader::default();
    match reader.add_packed(side, data, split, &path).and_then(|()| reader.finish()) {
        Ok(roster) => laws::roster(&roster, &[]),
        Err(error) => laws::error(&error, &[(path, data)]),
    }
}

/// The people of a world are the same packed and in JSON.
pub fn as_in_json(world: &World) {
    let mut roster = world.document()["roster"].take();
    let [mut packed, mut plain] = [Reader::default(), Reader::default()];
    for side in [Side::Members, Side::Directory] {
        let mut whole = roster[side.word()].take();
        let (pointer, keys) = match side {
            Side::Members => ("", MEMBER),
            Side::Directory => ("/users", USER),
        };
        let Some(Value::Array(rows)) = whole.pointer_mut(pointer) else { continue };
        let mut people = Packing::default();
        rows.retain(|row| people.row(row, keys));
        let count = rows.len();
        let text = whole.to_string();
        if let Some(rows) = whole.pointer_mut(pointer) {
            *rows = json!([]);
        }
        let (data, split) = people.end(&whole, count);
        let path = format!("/roster/{side}");
        let options = &SourceOptions::default();
        let source = Source { side, data: text.as_bytes(), path: &path, options, inline: true };
        let (unpacked, read) = (packed.add_packed(side, &data, split, &path), plain.add(&source));
        assert_eq!(unpacked, read, "{text}");
        if read.is_err() {
            return;
        }
    }
    let read = [packed, plain].map(|reader| reader.finish().expect("a small roster"));
    let [packed, plain] = read;
    laws::same(&packed, &plain);
    assert_eq!(packed.directory_summary(), plain.directory_summary());
    laws::roster(&packed, &[]);
}

/// The keys of a row beside its texts: their place among its bits, and their values.
type Keys = &'static [(&'static str, u32, fn(&Value) -> Option<usize>)];

const MEMBER: Keys = &[
    ("role", 0, place::<Role>),
    ("seatTier", 4, place::<SeatTier>),
    ("status", 8, place::<Status>),
    ("kind", 12, place::<MemberKind>),
];

const USER: Keys = &[("active", 0, flag), ("assigned", 4, flag)];

fn place<T: Word>(value: &Value) -> Option<usize> {
    T::WORDS.iter().position(|word| value == word)
}

fn flag(value: &Value) -> Option<usize> {
    value.as_bool().map(usize::from)
}

/// What the package's `packed.js` makes of rows.
#[derive(Default)]
struct Packing {
    numbers: Vec<u8>,
    texts: String,
    groups: BTreeMap<String, usize>,
}

impl Packing {
    /// Packs a row if it is plain, and says whether it was.
    fn row(&mut self, row: &Value, keys: Keys) -> bool {
        let texts = ["email", "name", "id"].map(|key| match &row[key] {
            Value::Null => Some(""),
            text => text.as_str(),
        });
        let [Some(email), Some(name), Some(id)] = texts else { return false };
        let mut bits = 0;
        for (key, shift, place) in keys {
            if row[*key].is_null() {
                continue;
            }
            let Some(place) = place(&row[*key]) else { return false };
            bits |= (place + 1) << shift;
        }
        let groups = match &row["groups"] {
            Value::Array(groups) => groups.iter().map(Value::as_str).collect(),
            _ => Some(Vec::new()),
        };
        let Some(groups) = groups.filter(|groups| !groups.contains(&"")) else { return false };
        self.number(bits);
        [email, name, id].into_iter().for_each(|text| self.text(text));
        if std::ptr::eq(keys, USER) {
            self.number(groups.len());
            for group in groups {
                let new = self.groups.len();
                let number = *self.groups.entry(group.to_owned()).or_insert(new);
                self.number(number);
                if number == new {
                    self.text(group);
                }
            }
        }
        true
    }

    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.numbers.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.encode_utf16().count());
        if !text.is_empty() {
            self.texts += text;
            self.texts.push('\n');
        }
    }

    /// All in one piece, after what stands beside the rows; and where the texts begin.
    fn end(self, beside: &Value, count: usize) -> (Vec<u8>, usize) {
        let mut whole = Packing::default();
        whole.text(&beside.to_string());
        whole.number(count);
        let numbers = [whole.numbers, self.numbers].concat();
        let split = numbers.len();
        ([&numbers, whole.texts.as_bytes(), self.texts.as_bytes()].concat(), split)
    }
}
