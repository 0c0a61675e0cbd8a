//! Many short texts in one buffer, and the same with an index.

use hashbrown::HashTable;

use crate::digest::digest;

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

/// Texts of which each stands once and has a number, in the order of their coming.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Texts,
    /// By number: the text's digest, which is its hash as well. A table that grows need not look at
    /// the texts again.
    digests: Vec<u64>,
    numbers: HashTable<u32>,
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
        let number = self.find(digest, text).unwrap_or_else(|| self.add(digest, text));
        self.next = number.saturating_add(1);
        number
    }

    /// Sets room aside for so many more texts.
    pub fn reserve(&mut self, texts: usize) {
        self.digests.reserve(texts);
        let digests = &self.digests;
        self.numbers.reserve(texts, |number| digest_of(digests, *number));
    }

    fn add(&mut self, digest: u64, text: &str) -> u32 {
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text);
        self.digests.push(digest);
        let digests = &self.digests;
        self.numbers.insert_unique(digest, number, |number| digest_of(digests, *number));
        number
    }

    /// The number of a text that has come before.
    pub fn number(&self, text: &str) -> Option<u32> {
        self.find(digest(text), text)
    }

    fn find(&self, digest: u64, text: &str) -> Option<u32> {
        let is = |number: &u32| self.digest(*number) == digest && self.is(*number, text);
        self.numbers.find(digest, is).copied()
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
        let digests = &self.digests;
        self.numbers.shrink_to_fit(|number| digest_of(digests, *number));
    }
}

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
