//! A file of a roster, and what is said of it.

use crate::input::strict::strict;
use crate::input::{Columns, Error};
use crate::model::Format;
use crate::model::outcome::Side;
use crate::model::read::{document, read_words};

read_words!(Format);

document! {
    /// What is said of a file beside its content.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::{SourceOptions, inspect};
    ///
    /// let options = SourceOptions { max_bytes: Some(4), ..SourceOptions::default() };
    /// assert!(inspect(b"too long", "/roster/members", &options).is_err());
    /// ```
    #[derive(Eq)]
    #[cfg_attr(feature = "types", ts(rename = "SourceOptions"))]
    pub struct SourceOptions {
        maybe {
            /// What it is called, for people; a group's list may be named so after the group.
            "name" => name: String;
            /// Its format; left out: as its content tells.
            "format" => format: Format;
            /// Its encoding, by a label of the web's encoding standard; left out: as its bytes tell.
            "encoding" => encoding: String;
            /// What its columns are, for a table of no known format.
            "columns" => columns: Columns;
            /// The group whose members it lists.
            "group" => group: String;
            /// More bytes than this are refused; left out: as the limits say.
            "maxBytes" => max_bytes: u32;
        }
    }
}

impl SourceOptions {
    /// Reads options from JSON text in UTF-8; `path` points to the file.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or something in it is not what it must be: a mistyped column would
    /// otherwise be one that is not read.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::SourceOptions;
    ///
    /// let options = SourceOptions::from_json(br#"{ "group": "claude-users" }"#, "/roster/directory/0")?;
    /// assert_eq!(options.group.as_deref(), Some("claude-users"));
    ///
    /// let mistyped = SourceOptions::from_json(br#"{ "grop": "claude-users" }"#, "/roster/directory/0");
    /// assert_eq!(mistyped.unwrap_err().path(), "/roster/directory/0/grop");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8], path: &str) -> Result<Self, Error> {
        strict(text, path)
    }
}

/// A file that is to be read.
///
/// # Example
///
/// ```
/// use rolecall::input::{Reader, Source, SourceOptions};
/// use rolecall::model::Side;
///
/// let source = Source {
///     side: Side::Directory,
///     data: b"email,groups\nann@acme.com,claude-users\n",
///     path: "/roster/directory",
///     options: &SourceOptions::from_json(
///         br#"{ "columns": { "email": "email", "groups": "groups" } }"#,
///         "/roster/directory",
///     )?,
///     inline: false,
/// };
/// let mut reader = Reader::default();
/// reader.add(&source)?;
/// assert_eq!(reader.finish()?.len(), 1);
/// # Ok::<(), rolecall::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The side it belongs to.
    pub side: Side,
    /// Its content.
    pub data: &'a [u8],
    /// Pointer to it, for example `/roster/directory/1`.
    pub path: &'a str,
    /// What is said of it.
    pub options: &'a SourceOptions,
    /// Whether it is a value of the caller's own, no file: then it may be in our own form with mistakes.
    pub inline: bool,
}

impl Source<'_> {
    /// The group whose members the file lists, if its caller names one.
    pub(crate) fn group(&self) -> Option<&str> {
        self.options.group.as_deref().map(str::trim).filter(|group| !group.is_empty())
    }
}
