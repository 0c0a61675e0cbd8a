//! What is the matter with a file that cannot be read.

/// What a file is that is no text.
///
/// # Example
///
/// ```
/// use rolecall::Error;
/// use rolecall::input::{Binary, SourceOptions, inspect};
///
/// let found = inspect(b"%PDF-1.7 ...", "/roster/members", &SourceOptions::default());
/// assert!(matches!(found, Err(Error::NotText { kind: Binary::Pdf, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A PDF.
    Pdf,
    /// A workbook of a spreadsheet program, or an archive.
    Workbook,
    /// A picture.
    Picture,
    /// Something compressed.
    Compressed,
    /// Text in an encoding that is damaged or not known.
    Damaged,
    /// Something else.
    Other,
}

/// Why a text is no table with headings.
///
/// # Example
///
/// ```
/// use rolecall::Error;
/// use rolecall::input::{SourceOptions, TableMatter, inspect};
///
/// let rows = b"ann@acme.com,Ann\nben@acme.com,Ben\n";
/// let found = inspect(rows, "/roster/members", &SourceOptions::default());
/// assert!(matches!(found, Err(Error::BadTable { matter: TableMatter::NoHeadings, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableMatter {
    /// A quoted cell is never closed.
    OpenQuote,
    /// An address stands where the headings belong.
    NoHeadings,
    /// There is one heading only, and no rows.
    NotATable,
}
