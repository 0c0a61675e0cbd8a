//! Many short texts in one buffer, and the same with an index.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// A row of texts, one after the other in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    buffer: String,
    /// How many texts come before the first that is not empty: a column of nothing takes no room.
    blank: usize,
    /// By text after those: where it ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Appends a text. A buffer past 4 GiB cannot be addressed: what no longer fits is empty.
    pub fn push(&mut self, text: &str) {
        if text.is_empty() && self.ends.is_empty() {
            self.blank += 1;
            return;
        }
        if u32::try_from(self.buffer.len() + text.len()).is_ok() {
            self.buffer.push_str(text);
        }
        self.ends.push(u32::try_from(self.buffer.len()).unwrap_or(u32::MAX));
    }

    /// The text of a row; empty where there is no such row.
    pub fn get(&self, row: usize) -> &str {
        let Some(row) = row.checked_sub(self.blank) else { return "" };
        let end = |row: usize| self.ends.get(row).map_or(0, |end| *end as usize);
        let start = if row == 0 { 0 } else { end(row - 1) };
        self.buffer.get(start..end(row)).unwrap_or_default()
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.blank + self.ends.len()
    }

    /// Gives back what was set aside for more texts.
    pub fn close(&mut self) {
        self.buffer.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Texts of which each stands once and has a number, in the order of their coming.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Texts,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Interner {
    /// The number of a text, new or not.
    pub fn intern(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        if let Some(number) = self.numbers.find(hash, |n| self.texts.get(*n as usize) == text) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text);
        let (texts, hasher) = (&self.texts, &self.hasher);
        self.numbers.insert_unique(hash, number, |n| hasher.hash_one(texts.get(*n as usize)));
        number
    }

    /// The number of a text that has come before.
    pub fn number(&self, text: &str) -> Option<u32> {
        let hash = self.hasher.hash_one(text);
        self.numbers.find(hash, |n| self.texts.get(*n as usize) == text).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The same texts with other numbers: the first is the one whose number comes first in `order`.
    pub fn renumbered(&self, order: impl IntoIterator<Item = u32>) -> Self {
        let mut renumbered = Self::default();
        for number in order {
            renumbered.intern(self.text(number));
        }
        renumbered
    }

    /// Gives back what was set aside for more texts.
    pub fn close(&mut self) {
        self.texts.close();
        let (texts, hasher) = (&self.texts, &self.hasher);
        self.numbers.shrink_to_fit(|n| hasher.hash_one(texts.get(*n as usize)));
    }
}
