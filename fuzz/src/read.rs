//! Reading files as a caller does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rolecall::input::{Reader, Source, SourceOptions};
use rolecall::model::Format;
use rolecall::model::Side;
use rolecall::{Error, Roster};

use super::{given, laws};

/// A file that is to be read.
#[derive(Clone)]
pub struct File<'a> {
    /// Its side.
    pub side: Side,
    /// Its content.
    pub data: &'a [u8],
    /// What is said of it.
    pub options: SourceOptions,
    /// Whether it is a value of the caller's own.
    pub inline: bool,
}

impl<'a> File<'a> {
    /// A file of which nothing is said.
    pub fn new(side: Side, data: &'a [u8]) -> Self {
        Self { side, data, options: SourceOptions::default(), inline: false }
    }

    /// The same, its format said.
    pub fn format(mut self, format: Format) -> Self {
        self.options.format = Some(format);
        self
    }

    /// The same with a name.
    pub fn named(mut self, name: &str) -> Self {
        self.options.name = Some(name.to_owned());
        self
    }

    /// The file as the engine takes it.
    pub fn source<'s>(&'s self, path: &'s str) -> Source<'s> {
        let Self { side, data, ref options, inline } = *self;
        Source { side, data, path, options, inline }
    }
}

/// Reads the bytes in a format, beside a file of the other side.
pub fn in_format(data: &[u8], format: Format, group: Option<&str>) {
    let side = format.side().unwrap_or(Side::Directory);
    let mut file = File::new(side, data).format(format);
    file.options.group = group.map(str::to_owned);
    files(&given::with_other_side(file));
}

/// Reads files, twice, and holds what they are understood to be against the laws.
pub fn files(files: &[File<'_>]) {
    together(files, b"{}");
}

fn together(files: &[File<'_>], said: &[u8]) {
    let mut texts: Vec<_> = (0..)
        .zip(files)
        .map(|(index, file)| (format!("/roster/{}/{index}", file.side), file.data))
        .collect();
    let read = |mut reader: Reader| -> Result<Roster, Error> {
        reader.add_roster(said)?;
        for (file, (path, _)) in files.iter().zip(&texts) {
            reader.add(&file.source(path))?;
        }
        reader.finish()
    };
    let told = Rc::<Told>::default();
    let read_and_told = || {
        let told = Rc::clone(&told);
        let roster = read(Reader::with_progress(move |done, of| told.note(done, of)))?;
        Ok::<_, Error>(roster)
    };
    let (read, again) = (read(Reader::default()), read_and_told());
    if read.is_ok() {
        let lengths = files.iter().map(|file| file.data.len());
        let lengths: Vec<_> = std::iter::once(said.len()).chain(lengths).collect();
        assert_eq!(*told.whole.borrow(), lengths, "files of which the end was told");
    }
    match (read, again) {
        (Ok(roster), Ok(again)) => {
            laws::same(&roster, &again);
            // A value of the caller's own has no lines.
            let mut inline = files.iter().map(|file| file.inline);
            texts.retain(|_| inline.next() == Some(false));
            laws::roster(&roster, &texts);
        }
        (Err(error), again) => {
            assert_eq!(again.err().as_ref(), Some(&error), "the same files read differently");
            texts.push(("/roster".to_owned(), said));
            laws::error(&error, &texts);
        }
        (Ok(_), Err(error)) => panic!("what was read is an error the second time: {error}"),
    }
}

/// What was told of how far files are read.
#[derive(Default)]
struct Told {
    done: Cell<usize>,
    /// The lengths of the files that were read to their ends.
    whole: RefCell<Vec<usize>>,
}

impl Told {
    fn note(&self, done: usize, of: usize) {
        assert!(self.done.get() <= done && done <= of, "{done} of {of} after {}", self.done.get());
        self.done.set(done);
        if done == of {
            self.done.set(0);
            self.whole.borrow_mut().push(of);
        }
    }
}

/// Between two parts.
pub const BETWEEN: &[u8] = b"\n====\n";

/// Reads several files. Parts stand between lines `====`; the first line of each is `members` or
/// `directory` and what is said of the file, as JSON: `directory {"group":"claude-users"}`. What
/// follows `roster` is what a caller says beside the files. A part that begins otherwise is a file
/// of the directory.
pub fn parts(data: &[u8]) {
    let (mut several, mut said) = (Vec::new(), &b"{}"[..]);
    for part in split(data) {
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let (line, rest) = part.split_at(end);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let words = std::str::from_utf8(line).unwrap_or_default();
        let (word, options) = words.split_once(' ').unwrap_or((words, "{}"));
        let (side, data) = match word {
            "roster" => {
                said = rest;
                continue;
            }
            "members" => (Side::Members, rest),
            "directory" => (Side::Directory, rest),
            _ => (Side::Directory, part),
        };
        let path = "/roster/directory";
        let options = SourceOptions::from_json(options.as_bytes(), path).unwrap_or_default();
        several.push(File { options, ..File::new(side, data) });
    }
    together(&several, said);
}

fn split(data: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut rest) = (Vec::new(), data);
    while let Some(end) = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN) {
        parts.push(&rest[..end]);
        rest = &rest[end + BETWEEN.len()..];
    }
    parts.push(rest);
    parts
}
