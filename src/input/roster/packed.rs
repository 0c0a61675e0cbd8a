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

    /// The next number, of things that follow: each takes a byte at least.
    pub fn count(&mut self) -> usize {
        self.number().min(self.left())
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
        for _ in 0..self.count() {
            let number = self.number();
            if number == self.groups.len() {
                let name = self.text();
                // Nobody packs a group without a name.
                if name.is_empty() {
                    continue;
                }
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

#[cfg(test)]
mod tests {
    use crate::Roster;
    use crate::input::{Reader, Source, SourceOptions};
    use crate::roster::Side;

    /// Packs numbers below 128, and texts.
    #[derive(Default)]
    struct Packing {
        numbers: Vec<u8>,
        texts: String,
    }

    impl Packing {
        fn numbers(mut self, numbers: &[u8]) -> Self {
            self.numbers.extend(numbers);
            self
        }

        fn texts(mut self, texts: &[&str]) -> Self {
            for text in texts {
                self.numbers.push(u8::try_from(text.encode_utf16().count()).unwrap());
                if !text.is_empty() {
                    self.texts += &format!("{text}\n");
                }
            }
            self
        }

        fn read(self, reader: &mut Reader, side: Side) {
            let split = self.numbers.len();
            let data = [self.numbers, self.texts.into_bytes()].concat();
            reader.add_packed(side, &data, split, &format!("/roster/{side}")).unwrap();
        }
    }

    fn as_json(sides: [(Side, &str); 2]) -> Roster {
        let mut reader = Reader::default();
        for (side, json) in sides {
            let (path, options) = (format!("/roster/{side}"), SourceOptions::default());
            let (data, path, options) = (json.as_bytes(), path.as_str(), &options);
            reader.add(&Source { side, data, path, options, inline: true }).unwrap();
        }
        reader.finish().unwrap()
    }

    #[test]
    fn people_who_are_packed_are_those_of_the_json() {
        let members = r#"[{"email":"Zoë@acme.com","name":"文 🧑\n","role":"owner","seatTier":"chat"},
            {},{"email":"zoë@acme.com","id":"1","status":"pending","kind":"service"}]"#;
        let directory = r#"{"groups":[{"name":"h","id":"7"}],"users":[
            {"email":"a@acme.com","groups":["g","7","g"],"active":false},{"groups":["k"]},
            {"email":"b@acme.com","groups":["k","h"],"assigned":true}],"assignment":"lsited"}"#;
        let json = as_json([(Side::Members, members), (Side::Directory, directory)]);

        let mut reader = Reader::default();
        let members = Packing::default().texts(&["[]"]).numbers(&[3, 0x42]);
        let members = members.texts(&["Zoë@acme.com", "文 🧑\n", ""]).numbers(&[0]);
        let members = members.texts(&["", "", ""]).numbers(&[0x80, 0x44]);
        members.texts(&["zoë@acme.com", "", "1"]).read(&mut reader, Side::Members);
        let beside = r#"{"groups":[{"name":"h","id":"7"}],"users":[],"assignment":"lsited"}"#;
        let users = Packing::default().texts(&[beside]).numbers(&[3, 1]);
        let users = users.texts(&["a@acme.com", "", ""]).numbers(&[3, 0]).texts(&["g"]);
        let users = users.numbers(&[1]).texts(&["7"]).numbers(&[0, 0]).texts(&["", "", ""]);
        let users = users.numbers(&[1, 2]).texts(&["k"]).numbers(&[0x20]);
        let users = users.texts(&["b@acme.com", "", ""]).numbers(&[2, 2, 3]);
        users.texts(&["h"]).read(&mut reader, Side::Directory);
        let packed = reader.finish().unwrap();

        assert_eq!(packed.notes(), json.notes());
        let document = |roster: &Roster| serde_json::to_value(roster.document()).unwrap();
        assert_eq!(document(&packed), document(&json));
    }

    #[test]
    fn what_nobody_packed_is_read_to_its_end() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        for _ in 0..500 {
            let split = usize::from(random());
            let beside = [2, 0xff, 0xff, 0xff, 0xff, 0xff];
            let numbers: Vec<u8> = beside.into_iter().chain((0..split).map(|_| random())).collect();
            let texts = ["[]\n".to_owned(), (0..40).map(|_| char::from(random())).collect()];
            let data = [&numbers, texts.concat().as_bytes()].concat();
            for (side, split) in [
                (Side::Members, numbers.len()),
                (Side::Directory, numbers.len()),
                (Side::Directory, data.len() + 1),
            ] {
                let _ = Reader::default().add_packed(side, &data, split, "/roster");
            }
        }
    }
}
