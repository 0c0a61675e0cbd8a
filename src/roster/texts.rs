//! Many short texts in one buffer, the same for few rows, and the same with an index.

use hashbrown::HashTable;
use serde_json::{Map, Value};

use crate::digest::{Scatter, digest};

/// A row of texts, one after the other in one buffer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    #[inline(always)]
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

/// Texts that only few rows have.
#[derive(Clone, Debug, Default)]
pub struct SparseTexts {
    /// The rows that have one, in their order.
    rows: Vec<usize>,
    texts: Texts,
}

impl SparseTexts {
    /// Adds the text of a row, which comes behind those that have one.
    pub fn push(&mut self, row: usize, text: &str) {
        self.rows.push(row);
        self.texts.push(text);
    }

    /// The text of a row, where it has one.
    pub fn get(&self, row: usize) -> Option<&str> {
        self.rows.binary_search(&row).ok().map(|position| self.texts.get(position))
    }

    /// The rows that have one, in their order.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }
}

/// Texts of which each stands once and has a number, in the order of their coming. Made for the
/// purpose, they are found no more slowly than others.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Texts,
    /// By number: the text's digest. A table that grows need not look at the texts again.
    digests: Vec<u64>,
    /// Of each digest the first number.
    numbers: HashTable<u32>,
    scatter: Scatter,
    /// The numbers of the texts whose digest another had before them. By chance there are none. A
    /// map of this type is part of every build.
    rivals: Map<String, Value>,
    /// The number that is likeliest to be asked for next: two lists of the same people are often in
    /// the same order.
    next: u32,
}

impl Interner {
    /// The number of a text, new or not.
    pub fn intern(&mut self, text: &str) -> u32 {
        if self.is(self.next, text) {
            self.next += 1;
            return self.next - 1;
        }
        let digest = digest(text);
        let first = self.first(digest);
        let number = self.find(first, text).unwrap_or_else(|| self.add(digest, first, text));
        self.next = number.saturating_add(1);
        number
    }

    /// Whether a text is new; from now on it is not.
    pub fn adds(&mut self, text: &str) -> bool {
        let known = self.len();
        self.intern(text) as usize == known
    }

    /// Sets room aside for so many more texts.
    pub fn reserve(&mut self, texts: usize) {
        self.digests.reserve(texts);
        let (digests, scatter) = (&self.digests, self.scatter);
        self.numbers.reserve(texts, |number| scatter.of(digest_of(digests, *number)));
    }

    fn add(&mut self, digest: u64, first: Option<u32>, text: &str) -> u32 {
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text);
        self.digests.push(digest);
        if first.is_some() {
            self.rivals.insert(text.to_owned(), Value::from(number));
            return number;
        }
        let (digests, scatter) = (&self.digests, self.scatter);
        let place = |number: &u32| scatter.of(digest_of(digests, *number));
        self.numbers.insert_unique(scatter.of(digest), number, place);
        number
    }

    /// The number of a text that has come before.
    pub fn number(&self, text: &str) -> Option<u32> {
        self.find(self.first(digest(text)), text)
    }

    /// The first number of a digest.
    fn first(&self, digest: u64) -> Option<u32> {
        let is = |number: &u32| self.digest(*number) == digest;
        self.numbers.find(self.scatter.of(digest), is).copied()
    }

    /// The number of a text, given the first of its digest.
    fn find(&self, first: Option<u32>, text: &str) -> Option<u32> {
        let first = first?;
        if self.is(first, text) {
            return Some(first);
        }
        self.rivals.get(text)?.as_u64()?.try_into().ok()
    }

    /// The digest of the text of a number.
    pub fn digest(&self, number: u32) -> u64 {
        digest_of(&self.digests, number)
    }

    #[inline(always)]
    fn is(&self, number: u32, text: &str) -> bool {
        (number as usize) < self.texts.len() && alike(self.texts.get(number as usize), text)
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
        self.digests.shrink_to_fit();
        let (digests, scatter) = (&self.digests, self.scatter);
        self.numbers.shrink_to_fit(|number| scatter.of(digest_of(digests, *number)));
    }
}

/// What is found where follows from the texts.
impl PartialEq for Interner {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
    }
}

impl Eq for Interner {}

fn digest_of(digests: &[u64], number: u32) -> u64 {
    digests.get(number as usize).copied().unwrap_or_default()
}

/// Whether two texts are the same, eight bytes at a time: WebAssembly has no faster comparison.
#[inline(always)]
fn alike(one: &str, other: &str) -> bool {
    let ((one, one_tail), (other, other_tail)) =
        (one.as_bytes().as_chunks::<8>(), other.as_bytes().as_chunks::<8>());
    let same =
        |(one, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    one.len() == other.len()
        && one_tail.len() == other_tail.len()
        && one.iter().zip(other).all(same)
        && one_tail.iter().zip(other_tail).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::Interner;
    use crate::digest::tests::of_one_digest;

    #[test]
    fn texts_of_one_digest_are_told_apart() {
        let texts: Vec<_> = of_one_digest().take(3000).collect();
        let mut interner = Interner::default();
        interner.intern("a");
        let numbers: Vec<_> = texts.iter().map(|text| interner.intern(text)).collect();
        assert_eq!(numbers, (1..=3000).collect::<Vec<u32>>());
        // In the table there is one of them, where it would take a look at each to find the last.
        assert_eq!((interner.numbers.len(), interner.rivals.len()), (2, 2999));
        interner.close();
        for (number, text) in (1..).zip(&texts) {
            assert_eq!((interner.number(text), interner.intern(text)), (Some(number), number));
            assert_eq!(interner.text(number), text);
        }
        assert_eq!(interner.number("b"), None);
        let reversed = interner.renumbered((0..=3000).rev());
        assert_eq!((reversed.number("a"), reversed.number(&texts[0])), (Some(3000), Some(2999)));
    }
}
