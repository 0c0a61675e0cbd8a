//! What holds whatever was read.

use std::collections::BTreeSet;

use rolecall::Word;
use rolecall::input::{Options, inspect};
use rolecall::model::Side;
use rolecall::model::{PeopleQuery, Person, Rendering, Severity};
use rolecall::roster::{SourceNotes, Trouble};
use rolecall::{Config, Error, FullReport, Locale, Preview, Roster, Verdict};

use super::given::{self, CONFIGS};
use super::read::File;

/// What is understood is whole, reads the same when it is written down, and can be answered for.
/// `texts` are the files by their pointers.
pub fn roster(roster: &Roster, texts: &[(String, &[u8])]) {
    for source in &roster.notes().sources {
        let text = texts.iter().find(|(path, _)| *path == source.path).map(|(_, text)| *text);
        self::source(roster, source, text);
    }
    let emails: BTreeSet<_> = roster.people().map(|person| roster.email(person)).collect();
    assert_eq!(emails.len(), roster.len(), "every person has an address of their own");
    assert!(!emails.contains(""), "everybody has an address");
    let of_members = roster.notes().of_side(Side::Members).map(|source| source.people);
    assert_eq!(of_members.sum::<usize>(), roster.member_count(), "members come from their files");

    let Some(again) = roster_again(roster) else { return };
    let config = &CONFIGS[roster.len() % CONFIGS.len()];
    let report = answer(config, roster);
    let people = everyone(&Preview::new(config, &again));
    assert_eq!(people, report.people, "what becomes of everyone when the document is read again");
}

/// A roster that was written down and read again; `None` where one name or id is that of two groups:
/// nothing written down can tell them apart.
pub fn roster_again(roster: &Roster) -> Option<Roster> {
    let is_shared = |designation: &str| roster.groups().named(designation).len() > 1;
    let mut groups = roster.groups().all().iter();
    if groups.any(|group| is_shared(&group.name) || group.id.as_deref().is_some_and(is_shared)) {
        return None;
    }
    let written = serde_json::to_vec(&roster.document()).expect("a document can be written");
    let again = Roster::from_json(&written).expect("what was written is read");
    assert_eq!(again.document(), roster.document(), "the document read again");
    let notes = again.notes();
    assert!(notes.unknown_keys.is_empty() && notes.unknown_words.is_empty(), "{notes:?}");
    Some(again)
}

/// The same files are the same roster.
pub fn same(one: &Roster, other: &Roster) {
    assert_eq!(one.document(), other.document());
    assert_eq!(one.notes(), other.notes());
}

fn source(roster: &Roster, source: &SourceNotes, text: Option<&[u8]>) {
    let left_out = source.problems.iter().filter(|problem| problem.trouble.leaves_out()).count();
    assert!(left_out <= source.left_out && source.no_address <= source.left_out, "{source:?}");
    assert!(source.problems.len() >= source.left_out.min(100), "{source:?}");
    assert!(source.left_out <= source.rows, "more is left out than there is: {source:?}");
    assert!(source.people <= roster.len(), "more people than there are: {source:?}");
    // A list of groups has more people in it than rows.
    let is_table = source.format.word().ends_with("csv");
    if source.side == Side::Members || is_table {
        assert!(source.people + source.left_out <= source.rows, "people without rows: {source:?}");
    }
    let Some(text) = text else { return };
    for problem in &source.problems {
        let place = &problem.place;
        assert!(place.path.starts_with(&source.path), "{problem:?} is not in its file");
        if let (Some(line), Some(column)) = (place.line, place.column) {
            lies_within(text, is_table, line, column);
        } else {
            // A scalar between texts may be none itself.
            let needed = problem.trouble.leaves_out() && problem.trouble != Trouble::NotARow;
            assert!(!needed, "a row left out has no place: {problem:?}");
        }
    }
}

/// Line and column are of the text; where it is in UTF-8, there is something on that line.
fn lies_within(text: &[u8], is_table: bool, line: usize, column: usize) {
    assert!(column > 0, "columns count from 1");
    // What holds zeros is UTF-16.
    let Some(text) = std::str::from_utf8(text).ok().filter(|text| !text.contains('\0')) else {
        let ends = text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        assert!((1..=ends + 1).contains(&line), "line {line} of {}", ends + 1);
        return;
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if !is_table {
        // In JSON lines end with LF, and the column is that of a value.
        let at = line.checked_sub(1).and_then(|line| text.split('\n').nth(line));
        let at = at.unwrap_or_else(|| panic!("no line {line}"));
        let value = at.as_bytes().get(column - 1);
        assert!(
            value.is_some_and(|byte| b"{[\"-tfn".contains(byte) || byte.is_ascii_digit()),
            "no value begins in column {column} of {at:?}"
        );
    } else {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let at = line.checked_sub(1).and_then(|line| text.split('\n').nth(line));
        let at = at.unwrap_or_else(|| panic!("no line {line}"));
        assert!(!at.trim().is_empty(), "line {line} is empty");
    }
}

/// An error points at the file, and at a place in it.
pub fn error(error: &Error, texts: &[(String, &[u8])]) {
    let path = error.path();
    assert!(
        texts.iter().any(|(known, _)| path.starts_with(known.as_str())),
        "{error:?} is of none of the files"
    );
    for locale in [Locale::En, Locale::Ja] {
        let report = error.report(locale);
        assert!(!report.message.is_empty() && !report.help.is_empty(), "{report:?}");
    }
    let text = texts.iter().find(|(known, _)| known == path).map(|(_, text)| *text);
    if let (Some(text), Some((line, column))) = (text, error.place()) {
        let ends = text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        assert!((1..=ends + 1).contains(&line), "line {line} of {}: {error:?}", ends + 1);
        assert!(column > 0, "columns count from 1: {error:?}");
    }
}

/// A configuration reads the same when it is written down, and can be answered for.
pub fn config(config: &Config) {
    let again = config_again(config);
    let roster = given::roster();
    let report = answer(config, roster);
    let people = everyone(&Preview::new(&again, roster));
    assert_eq!(people, report.people, "what becomes of everyone under what is read again");
}

/// A configuration that was written down and read again.
pub fn config_again(config: &Config) -> Config {
    let written = serde_json::to_vec(&**config).expect("a configuration can be written");
    let again = Config::from_json(&written).expect("what was written is read");
    assert_eq!(*again, **config, "the configuration read again");
    assert!(again.unread().is_empty(), "{:?}", again.unread());
    again
}

/// What becomes of everyone, without the findings.
pub fn everyone(preview: &Preview<'_>) -> Vec<Person> {
    let query = PeopleQuery { limit: u32::MAX, ..PeopleQuery::default() };
    preview.people(&query, Locale::En).people
}

/// The answer, in every language and rendering.
pub fn answer(config: &Config, roster: &Roster) -> FullReport {
    let preview = Preview::new(config, roster);
    let full = preview.full_report(Locale::En);
    let (report, people) = (&full.report, &full.people);
    for (outcome, count) in &report.counts {
        let found = people.iter().filter(|person| person.outcome == *outcome).count();
        assert_eq!(found, *count, "{outcome} people");
    }
    assert_eq!(report.counts.values().sum::<usize>(), people.len(), "counts add up to the people");
    assert!(people.len() == roster.len() || people.len() == roster.member_count());
    for finding in &report.findings {
        let people = &finding.people;
        assert!(people.sample.len() <= people.count.min(20), "{finding:?}");
        let known = |path: &String| path.starts_with("/config") || path.starts_with("/roster");
        assert!(finding.paths.iter().all(known), "{finding:?}");
    }
    let ids: BTreeSet<_> = report.findings.iter().map(|finding| &finding.id).collect();
    assert_eq!(ids.len(), report.findings.len(), "findings are told apart by their ids");
    let worst = report.findings.iter().map(|finding| finding.severity).min();
    let verdict = match worst {
        Some(Severity::Error) => Verdict::Block,
        Some(Severity::Warning) => Verdict::Confirm,
        _ => Verdict::Pass,
    };
    assert_eq!(report.verdict, verdict, "the verdict is that of the worst finding");

    // Fixes once, for the sake of speed.
    let in_japanese = Options { locale: Locale::Ja, fixes: Some(false), ..Options::default() };
    let japanese = preview.answer(&in_japanese);
    let ids = |report: &rolecall::Report| -> Vec<_> {
        report.findings.iter().map(|finding| finding.id.clone()).collect()
    };
    assert_eq!(ids(&japanese), ids(report), "the findings are the same in every language");
    // One of the renderings, for the sake of speed.
    match (report.findings.len() + people.len()) % 3 {
        0 => table(&preview.render(Rendering::PeopleCsv, &Options::default()), people.len()),
        1 => list(&preview.render(Rendering::PeopleJson, &Options::default()), people.len()),
        _ => assert!(preview.render(Rendering::Markdown, &in_japanese).ends_with('\n')),
    }
    full
}

/// A table of people has a row each, all of one length, and no cell that a spreadsheet would run.
fn table(text: &str, people: usize) {
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("rows of one length")).collect();
    assert_eq!(rows.len(), people + 1);
    let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(!rows.iter().flatten().any(runs), "a cell runs in {text:?}");
}

/// A list of people is JSON.
fn list(text: &str, people: usize) {
    let list: Vec<serde_json::Value> = serde_json::from_str(text).expect("a list in JSON");
    assert_eq!(list.len(), people);
}

/// What a file is said to be without being read whole is what it is read as.
pub fn inspection(file: &File<'_>) {
    let path = format!("/roster/{}", file.side);
    let mut reader = rolecall::input::Reader::default();
    let read = reader.add(&file.source(&path)).and_then(|()| reader.finish());
    match (inspect(file.data, &path, &file.options), read) {
        (Ok(inspection), Ok(roster)) => {
            let format = roster.notes().sources.first().map(|source| source.format);
            assert_eq!(inspection.format, format, "read as another format");
        }
        (Err(error), read) => assert_eq!(read.err(), Some(error), "another error"),
        (Ok(inspection), Err(error)) => {
            let columns_needed = matches!(error, Error::ColumnsNeeded { .. });
            assert_eq!(
                inspection.format.is_none(),
                columns_needed,
                "{inspection:?}, but {error:?}"
            );
        }
    }
}

/// A text in UTF-8 that can be read reads the same in UTF-16, either way round.
pub fn utf_16(file: &File<'_>) {
    let Ok(text) = std::str::from_utf8(file.data) else { return };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\0') {
        // It was UTF-16 to begin with.
        return;
    }
    let read = |data: &[u8]| {
        let file = File { data, ..File::new(file.side, data) };
        let mut reader = rolecall::input::Reader::default();
        let path = format!("/roster/{}", file.side);
        reader.add(&file.source(&path))?;
        Ok::<_, Error>(reader.finish()?.document())
    };
    let Ok(expected) = read(file.data) else { return };
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        let bytes: Vec<u8> = units.flat_map(order).collect();
        assert_eq!(read(&bytes).as_ref(), Ok(&expected), "read in UTF-16");
    }
}
