//! Tables with a line of headings: comma, semicolon or tab, as spreadsheets write them.

use csv::{ReaderBuilder, StringRecord};

use crate::input::Columns;
use crate::input::error::{Error, TableMatter};
use crate::input::progress::Progress;
use crate::roster::{Builder, Place, Trouble};

/// A table, of which the headings are read.
pub struct Table<'t> {
    path: &'t str,
    reader: csv::Reader<&'t [u8]>,
    lines: Lines<'t>,
    /// The headings as written, but for blanks around them.
    pub headings: Vec<String>,
    /// The same as headings are compared.
    folded: Vec<String>,
}

/// No list has more columns, or longer headings, in bytes: what has is no table.
const MOST_COLUMNS: usize = 1000;
const LONGEST_HEADING: usize = 1000;

/// One row of a table.
pub struct Row<'r> {
    record: &'r StringRecord,
    path: &'r str,
    line: usize,
}

impl Row<'_> {
    /// The cell of a column, without blanks around it; empty where there is none.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.record.get(column)).unwrap_or_default().trim()
    }

    /// The place of a cell: the file, the row's line and the number of the column.
    pub fn place(&self, column: Option<usize>) -> Place {
        let column = Some(column.map_or(1, |column| column + 1));
        Place { path: self.path.to_owned(), line: Some(self.line), column }
    }
}

/// A heading as headings are compared: without case, blanks, underscores and what stands in brackets.
pub fn folded(heading: &str) -> String {
    let heading = heading.split('[').next().unwrap_or_default();
    let letters = heading.chars().filter(|letter| !letter.is_whitespace() && *letter != '_');
    letters.flat_map(char::to_lowercase).collect()
}

impl<'t> Table<'t> {
    /// Reads the headings of a table.
    ///
    /// # Errors
    ///
    /// There are none: an address stands where they belong, or the text is no table.
    pub fn open(text: &'t str, path: &'t str) -> Result<Self, Error> {
        let (separator, start) = separator_line(text);
        let body = text.get(start..).unwrap_or_default();
        if heading_line(body).len() > MOST_COLUMNS * LONGEST_HEADING {
            let (path, matter) = (path.to_owned(), TableMatter::NotATable);
            return Err(Error::BadTable { path, line: 1, column: 1, matter });
        }
        let mut reader = ReaderBuilder::new()
            .delimiter(separator.unwrap_or_else(|| delimiter(body)))
            .flexible(true)
            .has_headers(false)
            .from_reader(body.as_bytes());
        let mut lines = Lines { text, start, offset: 0, line: 1 };
        let mut record = StringRecord::new();
        next(&mut reader, &mut record);
        let line = lines.of(&record);
        let bad = |matter, column| Error::BadTable { path: path.to_owned(), line, column, matter };
        if let Some(column) = record.iter().position(looks_like_an_address) {
            return Err(bad(TableMatter::NoHeadings, column + 1));
        }
        let too_long = record.iter().any(|cell| cell.len() > LONGEST_HEADING);
        let headings: Vec<_> =
            record.iter().take(MOST_COLUMNS).map(|cell| cell.trim().to_owned()).collect();
        let alone = headings.len() < 2 && Columns::guess(&headings, None).is_empty();
        if record.len() > MOST_COLUMNS || too_long || alone {
            return Err(bad(TableMatter::NotATable, 1));
        }
        let folded = headings.iter().map(|heading| folded(heading)).collect();
        Ok(Self { path, reader, lines, headings, folded })
    }

    /// The column of the first of these headings (folded) that there is.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let of = |name: &&str| self.folded.iter().position(|heading| heading == *name);
        names.iter().find_map(of)
    }

    /// Whether there are columns of all these headings (folded).
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(&[name]).is_some())
    }

    /// The error for a table whose columns the caller must name, with a guess.
    pub fn columns_needed(self) -> Error {
        let (path, headings) = (self.path.to_owned(), self.headings.clone());
        let mut addresses = vec![0_usize; headings.len()];
        self.scan(|row| {
            for (column, count) in addresses.iter_mut().enumerate() {
                *count += usize::from(looks_like_an_address(row.cell(Some(column))));
            }
        });
        let most = (0..).zip(&addresses).filter(|(_, count)| **count > 0);
        let most = most.max_by_key(|(column, count)| (**count, std::cmp::Reverse(*column)));
        let guess = Columns::guess(&headings, most.map(|(column, _)| column));
        Error::ColumnsNeeded { path, headings, guess }
    }

    /// Fails unless there is a column of one of these headings (folded), as it is usually written.
    pub fn needs(&self, names: &[&str], usual: &str) -> Result<(), Error> {
        match self.column(names) {
            Some(_) => Ok(()),
            None => Err(self.no_such_column(usual)),
        }
    }

    /// The error for a heading that the table does not have.
    pub fn no_such_column(&self, heading: &str) -> Error {
        Error::NoSuchColumn {
            path: self.path.to_owned(),
            column: heading.to_owned(),
            headings: self.headings.clone(),
        }
    }

    /// Goes through the rows without noting anything.
    pub fn scan(mut self, mut read: impl FnMut(&Row<'_>)) {
        let mut record = StringRecord::new();
        while next(&mut self.reader, &mut record) {
            read(&Row { record: &record, path: self.path, line: 0 });
        }
    }

    /// Reads the rows. One with more cells than headings is left out, and noted.
    ///
    /// # Errors
    ///
    /// A quoted cell is never closed: what follows it is not rows.
    pub fn each(
        mut self,
        builder: &mut Builder,
        progress: &Progress,
        mut read: impl FnMut(&Row<'_>, &mut Builder),
    ) -> Result<(), Error> {
        let mut record = StringRecord::new();
        let mut last_line = 1;
        while next(&mut self.reader, &mut record) {
            last_line = self.lines.of(&record);
            progress.at(self.lines.offset);
            let row = Row { record: &record, path: self.path, line: last_line };
            let surplus = self.headings.len();
            if record.iter().skip(surplus).any(|cell| !cell.trim().is_empty()) {
                builder.leave_out(Trouble::TooManyCells, || row.place(Some(surplus)));
            } else {
                read(&row, builder);
            }
        }
        if self.lines.ends_in_quotes() {
            let (path, matter) = (self.path.to_owned(), TableMatter::OpenQuote);
            return Err(Error::BadTable { path, line: last_line, column: 1, matter });
        }
        Ok(())
    }
}

/// Reads the next row that is not blank; false where there is none.
fn next(reader: &mut csv::Reader<&[u8]>, record: &mut StringRecord) -> bool {
    // A text in memory has no error that could be met here: rows may be of any length.
    while reader.read_record(record).unwrap_or(false) {
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            return true;
        }
    }
    false
}

/// Counts lines as rows go by.
struct Lines<'t> {
    text: &'t str,
    /// Where the table begins in it.
    start: usize,
    /// Counted up to here.
    offset: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line where a row begins.
    fn of(&mut self, record: &StringRecord) -> usize {
        let byte = record.position().map_or(0, csv::Position::byte);
        let row = self.start + usize::try_from(byte).unwrap_or(usize::MAX);
        // The reader counts blank lines to the row that they stand before.
        let rest = self.text.get(row..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let passed = self.text.get(self.offset..row + blank).unwrap_or_default();
        self.line += line_ends(passed);
        self.offset = self.offset.max(row + blank);
        self.line
    }

    /// Whether the last row runs to the end because a quotation mark is never closed.
    fn ends_in_quotes(&self) -> bool {
        let row = self.text.get(self.offset..).unwrap_or_default().trim_end();
        row.matches('"').count() % 2 == 1 && line_ends(row) > 0
    }
}

/// How many lines end in the text: with LF, CR LF or, as of old, CR alone.
fn line_ends(text: &str) -> usize {
    let count = |end| text.matches(end).count();
    count("\n") + count("\r") - count("\r\n")
}

/// The separator that a first line `sep=;` names, and where the table behind it begins.
fn separator_line(text: &str) -> (Option<u8>, usize) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), line.len()),
        _ => (None, 0),
    }
}

/// The first line that is not blank.
fn heading_line(text: &str) -> &str {
    text.trim_start().lines().next().unwrap_or_default()
}

/// The delimiter that stands most often in the line of headings, quoted cells apart.
fn delimiter(text: &str) -> u8 {
    let line = heading_line(text);
    let unquoted: String = line.split('"').step_by(2).collect();
    let count = |delimiter: &u8| unquoted.bytes().filter(|byte| byte == delimiter).count();
    // Of equally many, the last: a comma stands in headings less often than it parts them.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn looks_like_an_address(cell: &str) -> bool {
    let domain = cell.trim().split_once('@').map(|(_, domain)| domain);
    domain.is_some_and(|domain| domain.contains('.')) && !cell.trim().contains(' ')
}
