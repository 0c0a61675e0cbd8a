//! What a file is: its text, and its format.

use serde::Serialize;

use crate::input::encoding::{Decoded, decode};
use crate::input::limits::within;
use crate::input::table::Table;
use crate::input::{Columns, Error, Part, Source, SourceOptions, recognise};
use crate::model::outcome::Side;
use crate::model::{Format, Limits};

/// What a file is, told without reading it whole.
///
/// # Example
///
/// ```
/// use rolecall::input::{Column, SourceOptions, inspect};
///
/// let table = b"UPN,Full name\nann@acme.com,Ann\nben@acme.com,Ben\n";
/// let inspection = inspect(table, "/roster/directory", &SourceOptions::default())?;
/// assert_eq!(inspection.format, None);
/// let guess = inspection.columns.unwrap_or_default();
/// assert_eq!(guess.heading(Column::Email), Some("UPN"));
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Inspection {
    /// Its format; null where its columns must be named first.
    pub format: Option<Format>,
    /// The side that the format belongs to; null where it may be either.
    pub side: Option<Side>,
    /// Its encoding, where that is not UTF-8.
    pub encoding: Option<&'static str>,
    /// The headings of a table.
    pub headings: Option<Vec<String>>,
    /// What the columns of a table of no known format might be: to be shown and confirmed.
    pub columns: Option<Columns>,
}

/// Says what a file is; `path` points to it.
///
/// # Errors
///
/// It cannot be read at all.
///
/// # Example
///
/// ```
/// use rolecall::input::{SourceOptions, inspect};
/// use rolecall::model::{Format, Side};
///
/// let table = b"Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n";
/// let inspection = inspect(table, "/roster/members", &SourceOptions::default())?;
/// assert_eq!(inspection.format, Some(Format::ClaudeMembersCsv));
/// assert_eq!(inspection.side, Some(Side::Members));
/// # Ok::<(), rolecall::Error>(())
/// ```
pub fn inspect(data: &[u8], path: &str, options: &SourceOptions) -> Result<Inspection, Error> {
    let Decoded { text, encoding } = decoded(data, path, options, &Limits::default())?;
    let source = Source { side: Side::Members, data, path, options, inline: false };
    let (format, columns) = match format_of(&text, &source) {
        Ok(format) => (Some(format), None),
        Err(Error::ColumnsNeeded { guess, .. }) => (None, Some(guess)),
        Err(error) => return Err(error),
    };
    let headings = match !Part::Files.is_there() || recognise::is_json(&text) {
        true => None,
        false => Some(Table::open(&text, path)?.headings),
    };
    Ok(Inspection { format, side: format.and_then(Format::side), encoding, headings, columns })
}

/// The text of a file, unless it is too large, none or empty.
pub fn decoded<'a>(
    data: &'a [u8],
    path: &str,
    options: &SourceOptions,
    limits: &Limits,
) -> Result<Decoded<'a>, Error> {
    match options.max_bytes {
        Some(most) => within(most, data.len(), path)?,
        None => limits.admit(data.len(), path)?,
    }
    let decoded = decode(data, options.encoding.as_deref(), path)?;
    match decoded.text.trim().is_empty() {
        true => Err(Error::Empty { path: path.to_owned() }),
        false => Ok(decoded),
    }
}

/// The format of a file: as its caller says, else as its content tells.
pub fn format_of(text: &str, source: &Source<'_>) -> Result<Format, Error> {
    let format = match source.options.format {
        Some(format) => format,
        None if source.inline || recognise::is_json(text) => json_format_of(text, source)?,
        None if Part::Files.is_there() => table_format_of(text, source)?,
        None => Format::Csv,
    };
    match format {
        Format::RolecallJson => Ok(format),
        _ if Part::Files.is_there() => Ok(format),
        _ => Err(Part::Files.missing(source.path)),
    }
}

fn json_format_of(text: &str, source: &Source<'_>) -> Result<Format, Error> {
    match recognise::json_format(text, source.path) {
        Err(Error::UnknownFormat { .. }) if source.inline => Ok(Format::RolecallJson),
        format => format,
    }
}

fn table_format_of(text: &str, source: &Source<'_>) -> Result<Format, Error> {
    if source.options.columns.is_some() {
        return Ok(Format::Csv);
    }
    let table = Table::open(text, source.path)?;
    let (name, group) = (source.options.name.as_deref(), source.group());
    recognise::table_format(&table, name, group).ok_or_else(|| table.columns_needed())
}
