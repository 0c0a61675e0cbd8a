//! Going through JSON that may hold anything anywhere, front to back: whoever reads a place sees
//! what stands there, and takes it or passes over it.
//!
//! With serde every place would be a visitor, and the parser compiled once more for each: in
//! WebAssembly a large roster then takes nearly twice the time to parse. Here the structure is
//! walked, and what is rare and intricate, escapes and numbers, is left to `serde_json`. A text is
//! taken if and only if `serde_json` takes it as a value and no object in it has a key twice: which
//! of the two is meant nobody can know.
//!
//! What is done once a value is inlined always: everywhere else the build inlines little, for the
//! sake of the download.

mod keys;

use std::borrow::Cow;

use keys::Keys;
use serde_json::Value;

/// The text is not JSON: where and why, `serde_json` says, but for a key that stands twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// A value that begins. A list or object is open then, and to be read to its end.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A text, borrowed where it stands in the input without escapes.
    Text(Cow<'t, str>),
    /// A number, as written.
    Number(&'t str),
    /// A list: call [`Cursor::element`] until there is none.
    List,
    /// An object: call [`Cursor::key`] until there is none.
    Object,
}

/// What a JSON value is, when only scalars matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A text.
    Text(Cow<'t, str>),
    /// Anything else, as it would be shown in a message.
    Other(&'t str),
}

/// A place in a JSON text.
pub struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    /// How many lists and objects are open.
    depth: usize,
    /// Whether one was opened just now: its first entry has no comma before it.
    is_first: bool,
    /// The keys of the objects that are open; none are kept while keys are collected.
    keys: Vec<Keys>,
    is_collecting: bool,
    /// Where a key stands that its object has already.
    repeated: Option<usize>,
}

/// As deep as `serde_json` goes: no list of people is deeper, and readers may call themselves.
const DEEPEST: usize = 127;

impl<'t> Cursor<'t> {
    /// The beginning of a text.
    pub fn new(text: &'t str) -> Self {
        Self::at(text, 0)
    }

    /// The place of a value in a text, as [`start`](Self::start) gave it.
    pub fn at(text: &'t str, offset: usize) -> Self {
        let keys = Vec::new();
        Self { text, offset, depth: 0, is_first: false, keys, is_collecting: false, repeated: None }
    }

    /// Where a key stands that its object has already, if that is why the text was not taken.
    pub fn repeated(&self) -> Option<usize> {
        self.repeated
    }

    /// How many bytes are read.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Where the value that is next begins.
    pub fn start(&mut self) -> usize {
        self.peek();
        self.offset
    }

    /// Whether nothing but blanks is left.
    pub fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// Takes what begins here.
    #[inline]
    pub fn token(&mut self) -> Result<Token<'t>, Malformed> {
        match self.peek().ok_or(Malformed)? {
            b'"' => self.string().map(Token::Text),
            b'[' => self.open().map(|()| Token::List),
            b'{' => self.open_object().map(|()| Token::Object),
            b't' => self.literal("true").map(|()| Token::Boolean(true)),
            b'f' => self.literal("false").map(|()| Token::Boolean(false)),
            b'n' => self.literal("null").map(|()| Token::Null),
            _ => self.number().map(Token::Number),
        }
    }

    /// Takes what begins here, a list or object whole.
    #[inline(always)]
    pub fn scalar(&mut self) -> Result<Scalar<'t>, Malformed> {
        // Nearly all of them are texts.
        if self.peek() == Some(b'"') {
            return self.string().map(Scalar::Text);
        }
        let token = self.token()?;
        self.scalar_of(token)
    }

    /// The same where it has begun already.
    pub fn scalar_of(&mut self, token: Token<'t>) -> Result<Scalar<'t>, Malformed> {
        self.rest_of(&token)?;
        Ok(match token {
            Token::Null => Scalar::Null,
            Token::Boolean(value) => Scalar::Boolean(value),
            Token::Text(text) => Scalar::Text(text),
            Token::Number(number) => Scalar::Other(number),
            Token::List => Scalar::Other("[…]"),
            Token::Object => Scalar::Other("{…}"),
        })
    }

    /// Passes over what begins here.
    pub fn pass(&mut self) -> Result<(), Malformed> {
        let token = self.token()?;
        self.rest_of(&token)
    }

    /// Passes over what is left of a value that has begun.
    pub fn rest_of(&mut self, token: &Token<'_>) -> Result<(), Malformed> {
        match token {
            Token::List => {
                while self.element()? {
                    self.pass()?;
                }
            }
            Token::Object => {
                while self.key()?.is_some() {
                    self.pass()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether a further element begins here; else the list is closed.
    #[inline(always)]
    pub fn element(&mut self) -> Result<bool, Malformed> {
        self.entry(b']')
    }

    /// The key of a further value, which begins here; else the object is closed.
    #[inline(always)]
    pub fn key(&mut self) -> Result<Option<Cow<'t, str>>, Malformed> {
        if !self.entry(b'}')? {
            return Ok(None);
        }
        self.expect(b'"')?;
        let start = self.offset;
        let key = self.string()?;
        if self.repeats(&key) {
            self.repeated = Some(start);
            return Err(Malformed);
        }
        self.expect(b':')?;
        self.offset += 1;
        Ok(Some(key))
    }

    #[inline(always)]
    fn entry(&mut self, end: u8) -> Result<bool, Malformed> {
        let is_first = std::mem::take(&mut self.is_first);
        match self.peek() {
            Some(byte) if byte == end => {
                self.offset += 1;
                self.depth -= 1;
                if end == b'}' {
                    self.keys.pop();
                }
                Ok(false)
            }
            Some(b',') if !is_first => {
                self.offset += 1;
                Ok(true)
            }
            Some(_) if is_first => Ok(true),
            _ => Err(Malformed),
        }
    }

    fn open(&mut self) -> Result<(), Malformed> {
        self.offset += 1;
        self.depth += 1;
        self.is_first = true;
        if self.depth > DEEPEST { Err(Malformed) } else { Ok(()) }
    }

    /// The next byte that is no blank.
    #[inline(always)]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match *self.text.as_bytes().get(self.offset)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.offset += 1,
                byte => return Some(byte),
            }
        }
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.peek() == Some(byte) { Ok(()) } else { Err(Malformed) }
    }

    fn literal(&mut self, word: &str) -> Result<(), Malformed> {
        let rest = self.text.as_bytes().get(self.offset..).unwrap_or_default();
        self.offset += word.len();
        if rest.starts_with(word.as_bytes()) { Ok(()) } else { Err(Malformed) }
    }

    /// The text behind the quotation mark that stands here: the most of the work, and never a call.
    #[inline(always)]
    fn string(&mut self) -> Result<Cow<'t, str>, Malformed> {
        let start = self.offset + 1;
        let end = self.end_of_plain(start);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return self.escaped(end);
        }
        self.offset = end + 1;
        // Between quotation marks there are whole characters.
        Ok(Cow::Borrowed(self.text.get(start..end).unwrap_or_default()))
    }

    /// The same where something else than the end comes first.
    #[cold]
    fn escaped(&mut self, mut end: usize) -> Result<Cow<'t, str>, Malformed> {
        while self.text.as_bytes().get(end) == Some(&b'\\') {
            end = self.end_of_plain(end + 2);
        }
        let written = self.text.get(self.offset..=end).ok_or(Malformed)?;
        self.offset = end + 1;
        match serde_json::from_str(written) {
            Ok(Value::String(text)) => Ok(Cow::Owned(text)),
            _ => Err(Malformed),
        }
    }

    /// Where, from `start` on, the first byte is that ends a text or must be looked at.
    #[inline(always)]
    fn end_of_plain(&self, start: usize) -> usize {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let (chunks, tail) = rest.as_chunks::<8>();
        let mut end = start;
        for chunk in chunks {
            let marked = marked(u64::from_le_bytes(*chunk));
            if marked != 0 {
                return end + marked.trailing_zeros() as usize / 8;
            }
            end += chunk.len();
        }
        let is_marked = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        end + tail.iter().position(is_marked).unwrap_or(tail.len())
    }

    fn number(&mut self) -> Result<&'t str, Malformed> {
        let rest = self.text.get(self.offset..).unwrap_or_default();
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(|byte| is_part(byte)).count();
        let written = rest.get(..length).unwrap_or_default();
        self.offset += length;
        // Whether it is one is not for a reader of lists of people to say.
        serde_json::from_str::<Value>(written).map_err(|_| Malformed)?;
        Ok(written)
    }
}

/// The highest bit of each byte of eight that is a quotation mark, a backslash or a control
/// character, up to the first that is: behind it others may be marked as well. Eight at a time as
/// in Mycroft's search for a zero byte.
#[inline(always)]
fn marked(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let below = |eight: u64, limit: u64| eight.wrapping_sub(ONES * limit) & !eight;
    let quotes = below(eight ^ (ONES * u64::from(b'"')), 1);
    let backslashes = below(eight ^ (ONES * u64::from(b'\\')), 1);
    (quotes | backslashes | below(eight, 0x20)) & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Cursor, Malformed, Scalar};

    /// What stands in JSON texts, in all combinations of three.
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\"a\"",
        "\"é\\n\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\x\"",
        "\"\t\"",
        "\"12345678",
        "\"\\",
        "0",
        "-1.5e3",
        "01",
        "1e999",
        "-",
        "true",
        "tru",
        "null",
        "\u{feff}",
        "\u{0}",
    ];

    fn is_taken(text: &str) -> bool {
        let mut cursor = Cursor::new(text);
        cursor.pass().is_ok() && cursor.is_at_end()
    }

    #[test]
    fn takes_what_serde_json_takes() {
        for frame in ["_", "[_]", "{\"a\":_}", "{\"a\":[_,1]}", "{_:1}", "[1,_"] {
            for first in PIECES {
                for second in PIECES {
                    for third in PIECES {
                        let text = frame.replace('_', &format!("{first}{second}{third}"));
                        let expected = serde_json::from_str::<Value>(&text).is_ok();
                        assert_eq!(is_taken(&text), expected, "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn goes_as_deep_as_serde_json() {
        for depth in 120..135 {
            for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
                let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
                assert_eq!(
                    is_taken(&text),
                    serde_json::from_str::<Value>(&text).is_ok(),
                    "{depth}"
                );
            }
        }
    }

    #[test]
    fn texts_end_where_they_end_wherever_they_begin() {
        for length in 0..40 {
            for end in ["\"", "\\\"\"", "\\\\\"", "é\"", "\u{7f}\""] {
                let written = format!("\"{}{end}", "x".repeat(length));
                let expected: String = serde_json::from_str(&written).unwrap();
                assert_eq!(
                    Cursor::new(&format!("{written} ,")).scalar(),
                    Ok(Scalar::Text(expected.into()))
                );
            }
            let broken = format!("\"{}\u{1f}\"", "x".repeat(length));
            assert_eq!(Cursor::new(&broken).scalar(), Err(Malformed));
        }
    }
}
