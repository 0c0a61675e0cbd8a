//! People whom JavaScript has taken apart already: numbers, and texts after them. The package's `packed.js` writes this.

use crate::roster::{Builder, Numbers};

/// Numbers and texts that have not been read yet.
#[derive(Debug)]
pub struct Packed<'t> {
    numbers: Numbers<'t>,
    texts: &'t str,
    /// By number: the designations of the groups named so far.
    groups: Vec<u32>,
}

impl<'t> Packed<'t> {
    /// People take about so many times more bytes in JSON.
    pub const IN_JSON: usize = 5;

    /// Both in one piece; the texts begin at `split`. What is not in UTF-8 is nobody's.
    pub fn new(data: &'t [u8], split: usize) -> Self {
        let (numbers, texts) = data.split_at_checked(split).unwrap_or_default();
        let texts = std::str::from_utf8(texts).unwrap_or_default();
        Self { numbers: Numbers::of(numbers), texts, groups: Vec::new() }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.numbers.left() + self.texts.len()
    }

    /// The next number; 0 where none is left.
    pub fn number(&mut self) -> usize {
        self.numbers.next().unwrap_or_default() as usize
    }

    /// The next text. Its length is JavaScript's, in units of UTF-16; a line's end closes it.
    pub fn text(&mut self) -> &'t str {
        let units = self.number();
        if units == 0 {
            return "";
        }
        let plain = self.texts.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii);
        let length = if plain { units } else { length(self.texts, units) };
        let (text, rest) = self.texts.split_at_checked(length).unwrap_or((self.texts, ""));
        self.texts = rest.get(1..).unwrap_or_default();
        text
    }

    /// Names the groups of the user who comes next: by number, and those that are new by name.
    pub fn groups(&mut self, builder: &mut Builder) {
        for _ in 0..self.number() {
            let number = self.number();
            if number == self.groups.len() {
                let name = self.text();
                self.groups.push(builder.designation(name));
            }
            if let Some(designation) = self.groups.get(number) {
                builder.users_designation(*designation);
            }
        }
    }
}

/// How many bytes so many units of UTF-16 are.
fn length(text: &str, units: usize) -> usize {
    let mut left = units;
    let within = text.chars().take_while(|letter| {
        let before = left;
        left = left.saturating_sub(letter.len_utf16());
        before > 0
    });
    within.map(char::len_utf8).sum()
}

/// A word by its number among the bits of a row, from 1; 0 stands for none.
pub fn word<T: Copy>(all: &[T], bits: usize, shift: u32) -> Option<T> {
    let number = bits >> shift & 0xf;
    all.get(number.checked_sub(1)?).copied()
}
