//! What could not be understood of a roster. Rows may be many: the same thing is kept once, with
//! its first place and how often it came.

use std::collections::HashSet;

use super::normalized;
use crate::digest::digest;
use crate::model::outcome::Side;

/// A key of a row, or of the roster itself, that means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// Pointer to its first place.
    pub path: String,
    /// The key.
    pub key: String,
    /// The keys that would mean something.
    pub known: &'static [&'static str],
    /// How often it came.
    pub count: usize,
}

/// A field of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// The words it takes; empty where it takes another type.
    pub words: &'static [&'static str],
}

/// A value of a row that means nothing; it reads as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownWord {
    /// Pointer to its first place.
    pub path: String,
    /// The field.
    pub field: Field,
    /// The value, shortened.
    pub value: String,
    /// How often it came.
    pub count: usize,
    /// How many people have it, of those with an address.
    pub people_count: usize,
    /// The first few of those addresses.
    pub people: Vec<String>,
    /// The sum of the digests of all of them: the same in whatever order the rows come.
    pub people_digests: u64,
    /// The digests of those counted: a person counts once.
    seen: HashSet<u64>,
}

impl UnknownWord {
    fn add_person(&mut self, email: &str) {
        let email = normalized(email);
        let digest = digest(&email);
        if email.is_empty() || !self.seen.insert(digest) {
            return;
        }
        self.people_count += 1;
        self.people_digests = self.people_digests.wrapping_add(digest);
        if self.people.len() < PEOPLE_KEPT {
            self.people.push(email);
        }
    }
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It has no address.
    NoAddress,
    /// It is not an object.
    NotARow,
    /// It repeats a person of the same side: the first row counts.
    Repeated,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutRow {
    /// Which side it is on.
    pub side: Side,
    /// Pointer to it.
    pub path: String,
    /// Why.
    pub why: LeftOut,
}

/// A row that repeats an address of its side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Which side it is on.
    pub side: Side,
    /// Pointer to it.
    pub path: String,
    /// The address, as people are told apart by.
    pub email: String,
    /// Whether it says the same as the first row of that address.
    pub identical: bool,
}

/// How many rows left out are kept one by one; beyond, they are only counted.
const LEFT_OUT_KEPT: usize = 100;
/// How many different unknown keys or values are kept.
const DIFFERENT_KEPT: usize = 100;
/// How many people are kept with an unknown value.
const PEOPLE_KEPT: usize = 20;

/// Everything that could not be understood of a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterNotes {
    /// Keys that mean nothing.
    pub unknown_keys: Vec<UnknownKey>,
    /// How many more there were than are kept.
    pub more_unknown_keys: usize,
    /// Values that mean nothing.
    pub unknown_words: Vec<UnknownWord>,
    /// How many more there were than are kept.
    pub more_unknown_words: usize,
    /// Rows left out: the first hundred.
    pub left_out: Vec<LeftOutRow>,
    /// Rows left out for want of an address: of members, of the directory's users.
    pub(crate) no_address: (usize, usize),
    /// Rows that repeat an address of their side.
    pub repeats: Vec<Repeat>,
    /// Rows read of the member list.
    pub member_rows: usize,
    /// Rows read of the directory's users.
    pub user_rows: usize,
    /// Whether a side was given at all.
    pub members_given: bool,
}

impl RosterNotes {
    pub(crate) fn unknown_key(
        &mut self,
        path: impl FnOnce() -> String,
        key: &str,
        known: &'static [&'static str],
    ) {
        let same = |note: &&mut UnknownKey| note.key == key && note.known == known;
        if let Some(note) = self.unknown_keys.iter_mut().find(same) {
            note.count += 1;
        } else if self.unknown_keys.len() < DIFFERENT_KEPT {
            let (path, key) = (path(), crate::model::read::shorten(key));
            self.unknown_keys.push(UnknownKey { path, key, known, count: 1 });
        } else {
            self.more_unknown_keys += 1;
        }
    }

    pub(crate) fn unknown_word(
        &mut self,
        path: impl FnOnce() -> String,
        field: Field,
        value: &str,
        email: &str,
    ) {
        let value = crate::model::read::shorten(value);
        let same = |note: &&mut UnknownWord| note.field == field && note.value == value;
        if let Some(note) = self.unknown_words.iter_mut().find(same) {
            note.count += 1;
            note.add_person(email);
        } else if self.unknown_words.len() < DIFFERENT_KEPT {
            let path = path();
            let mut note = UnknownWord { path, field, value, count: 1, ..UnknownWord::default() };
            note.add_person(email);
            self.unknown_words.push(note);
        } else {
            self.more_unknown_words += 1;
        }
    }

    /// How many rows of a side were left out for want of an address.
    pub fn without_address(&self, side: Side) -> usize {
        match side {
            Side::Members => self.no_address.0,
            Side::Directory => self.no_address.1,
        }
    }

    pub(crate) fn left_out(&mut self, side: Side, path: impl FnOnce() -> String, why: LeftOut) {
        match (why, side) {
            (LeftOut::NoAddress, Side::Members) => self.no_address.0 += 1,
            (LeftOut::NoAddress, Side::Directory) => self.no_address.1 += 1,
            _ => {}
        }
        if self.left_out.len() < LEFT_OUT_KEPT {
            self.left_out.push(LeftOutRow { side, path: path(), why });
        }
    }
}
