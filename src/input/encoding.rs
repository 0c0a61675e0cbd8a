//! From the bytes of a file to its text.

mod host;

use std::borrow::Cow;

use crate::input::Error;
use crate::input::error::Binary;
use crate::model::read::Expected;
use host::Undecoded;

/// A text, and the encoding it was in where that is not UTF-8.
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// What it was written in.
    pub encoding: Option<&'static str>,
}

const UTF_8: &[u8] = b"\xEF\xBB\xBF";
const UTF_16_LE: &[u8] = b"\xFF\xFE";
const UTF_16_BE: &[u8] = b"\xFE\xFF";

/// How the files begin that people mistake for lists.
const BINARIES: &[(&[u8], Binary)] = &[
    (b"%PDF", Binary::Pdf),
    (b"PK\x03\x04", Binary::Workbook),
    (b"\xD0\xCF\x11\xE0", Binary::Workbook),
    (b"\x89PNG", Binary::Picture),
    (b"\xFF\xD8\xFF", Binary::Picture),
    (b"GIF8", Binary::Picture),
    (b"\x1F\x8B", Binary::Compressed),
];

/// Decodes a file: as `declared` says, else as its bytes do.
pub fn decode<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
    path: &str,
) -> Result<Decoded<'a>, Error> {
    let refused = |kind, place| Error::NotText { path: path.to_owned(), kind, place };
    if let Some((_, kind)) = BINARIES.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(refused(*kind, None));
    }
    if let Some(label) = declared {
        return match host::decode(bytes, label) {
            Ok(text) => Ok(Decoded { text: Cow::Owned(text), encoding: None }),
            Err(Undecoded::Malformed) => Err(refused(Binary::Damaged, None)),
            Err(Undecoded::UnknownLabel) => {
                Err(Error::wrong_shape(&format!("{path}/encoding"), Expected::Encoding))
            }
        };
    }
    if let Some((encoding, order)) = utf_16(bytes) {
        let text = decode_utf_16(bytes, order).ok_or_else(|| refused(Binary::Damaged, None))?;
        return Ok(Decoded { text: Cow::Owned(text), encoding: Some(encoding) });
    }
    let bytes = bytes.strip_prefix(UTF_8).unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => return Err(refused(Binary::Other, None)),
        Ok(text) => return Ok(Decoded { text: Cow::Borrowed(text), encoding: None }),
        Err(error) => error,
    };
    if bytes.contains(&0) {
        return Err(refused(Binary::Other, None));
    }
    if is_mostly_utf_8(bytes) {
        return Err(refused(Binary::Damaged, Some(place(bytes, error.valid_up_to()))));
    }
    let japanese = host::decode(bytes, "shift_jis").ok().filter(|text| is_japanese(text));
    let decoded = match japanese {
        Some(text) => Some((text, "Shift_JIS")),
        None => host::decode(bytes, "windows-1252").ok().map(|text| (text, "windows-1252")),
    };
    match decoded {
        Some((text, encoding)) => Ok(Decoded { text: Cow::Owned(text), encoding: Some(encoding) }),
        None => Err(refused(Binary::Damaged, Some(place(bytes, error.valid_up_to())))),
    }
}

type ByteOrder = fn([u8; 2]) -> u16;

/// The byte order, where the text is UTF-16: by its mark, else by where the zeros of its letters are.
fn utf_16(bytes: &[u8]) -> Option<(&'static str, ByteOrder)> {
    const LE: (&str, ByteOrder) = ("UTF-16LE", u16::from_le_bytes);
    const BE: (&str, ByteOrder) = ("UTF-16BE", u16::from_be_bytes);
    if bytes.starts_with(UTF_16_LE) {
        return Some(LE);
    }
    if bytes.starts_with(UTF_16_BE) {
        return Some(BE);
    }
    let (pairs, _) = bytes.get(..bytes.len().min(512))?.as_chunks::<2>();
    let first_is_zero = pairs.iter().filter(|[first, second]| *first == 0 && *second != 0).count();
    let second_is_zero = pairs.iter().filter(|[first, second]| *first != 0 && *second == 0).count();
    let most = |count: usize| pairs.len() >= 2 && count * 3 > pairs.len() * 2;
    match (most(first_is_zero), most(second_is_zero)) {
        (true, _) => Some(BE),
        (_, true) => Some(LE),
        _ => None,
    }
}

fn decode_utf_16(bytes: &[u8], order: ByteOrder) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| order(*pair));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().ok()?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    (rest.is_empty() && !text.contains('\0')).then(|| text.to_owned())
}

/// Whether more of the letters beyond ASCII are whole in UTF-8 than are not: then it is UTF-8, damaged.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether a text decoded as Shift_JIS is one: Japanese letters stand in runs, while a Western
/// text misread has one here and there.
fn is_japanese(text: &str) -> bool {
    let (mut in_runs, mut alone, mut run) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars().chain([' ']) {
        if !letter.is_ascii() {
            run += 1;
            continue;
        }
        if run == 1 {
            alone += 1;
        } else {
            in_runs += run;
        }
        run = 0;
    }
    let private = text.chars().any(|letter| ('\u{E000}'..='\u{F8FF}').contains(&letter));
    !private && in_runs > alone
}

/// Line and column of a byte, from 1.
pub fn place(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::input::Error;
    use crate::input::error::Binary;

    fn text(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = decode(bytes, None, "/roster").unwrap();
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn what_excel_writes_is_told_apart() {
        assert_eq!(text("氏名,ä".as_bytes()), ("氏名,ä".to_owned(), None));
        assert_eq!(text(b"\xEF\xBB\xBFName"), ("Name".to_owned(), None));
        let (japanese, ..) =
            encoding_rs::SHIFT_JIS.encode("氏名,メール\r\n山田 花子,hanako@example.jp\r\n");
        assert_eq!(text(&japanese).1, Some("Shift_JIS"));
        let (western, ..) =
            encoding_rs::WINDOWS_1252.encode("Name;E-Mail\r\nJérôme Müller;jm@example.com\r\n");
        assert_eq!(text(&western).1, Some("windows-1252"));
        let utf_16: Vec<u8> =
            "\u{FEFF}Name\tメール".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf_16), ("Name\tメール".to_owned(), Some("UTF-16LE")));
        let unmarked: Vec<u8> = "Name\tEmail".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&unmarked), ("Name\tEmail".to_owned(), Some("UTF-16BE")));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let kind = |bytes: &[u8]| match decode(bytes, None, "/roster") {
            Err(Error::NotText { kind, place, .. }) => Some((kind, place)),
            _ => None,
        };
        assert_eq!(kind(b"%PDF-1.7"), Some((Binary::Pdf, None)));
        assert_eq!(kind(b"PK\x03\x04 xl/workbook.xml"), Some((Binary::Workbook, None)));
        assert_eq!(kind(b"a\0\0\0\0b"), Some((Binary::Other, None)));
        assert_eq!(
            kind("名前\n山\u{7530}".as_bytes().get(..11).unwrap()),
            Some((Binary::Damaged, Some((2, 4))))
        );
    }
}
