//! What stops the engine from answering at all.

mod matter;
mod words;

use serde::Serialize;
use serde_json::Value;

use crate::input::{Columns, Part};
#[cfg(doc)]
use crate::model::Limits;
use crate::model::outcome::Side;
use crate::model::read::{Expected, shorten};
use crate::model::{Format, TooMany};
use crate::text::Locale;
use crate::vocabulary::vocabulary;

pub use matter::{Binary, TableMatter};

/// Input that cannot be read, or about which nothing can be said.
///
/// # Example
///
/// ```
/// use rolecall::{Error, Roster};
///
/// let error = Roster::from_json(br#"{ "members": [,] }"#).unwrap_err();
/// assert!(matches!(error, Error::NotJson { line: 1, .. }));
/// assert_eq!(error.path(), "/roster");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is not JSON.
    #[error("{}", self.message(Locale::En))]
    NotJson {
        /// Pointer to the side that was being read: `/config`, `/roster` or `/options`.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What the parser expected.
        reason: String,
    },
    /// A document or a list in it is of another JSON type than it must be.
    #[error("{}", self.message(Locale::En))]
    WrongShape {
        /// Pointer to the value.
        path: String,
        /// What must stand there.
        expected: Expected,
    },
    /// `organization.plan` is absent.
    #[error("{}", self.message(Locale::En))]
    NoPlan,
    /// `organization.plan` is not a plan the engine knows.
    #[error("{}", self.message(Locale::En))]
    UnknownPlan {
        /// The value as given, shortened.
        value: String,
    },
    /// A file holds no text.
    #[error("{}", self.message(Locale::En))]
    NotText {
        /// Pointer to the file.
        path: String,
        /// What it is instead.
        kind: Binary,
        /// The place of the first byte that is no text, where it is nearly one.
        place: Option<(usize, usize)>,
    },
    /// A file holds nothing.
    #[error("{}", self.message(Locale::En))]
    Empty {
        /// Pointer to the file.
        path: String,
    },
    /// A file is larger than the limit.
    #[error("{}", self.message(Locale::En))]
    TooLarge {
        /// Pointer to the file.
        path: String,
        /// How large it is, in bytes.
        bytes: usize,
        /// How large it may be, in bytes.
        limit: usize,
    },
    /// There is more of something than [`Limits`] allow.
    #[error("{}", self.message(Locale::En))]
    TooMany {
        /// Pointer to the file that brings the roster to more, or to the side.
        path: String,
        /// Of what.
        what: TooMany,
        /// How many there may be.
        limit: usize,
    },
    /// A file is JSON of none of the formats.
    #[error("{}", self.message(Locale::En))]
    UnknownFormat {
        /// Pointer to the file.
        path: String,
        /// The keys that its first object has.
        keys: Vec<String>,
    },
    /// A file belongs to the other side.
    #[error("{}", self.message(Locale::En))]
    WrongSide {
        /// Pointer to the file.
        path: String,
        /// Its format.
        format: Format,
        /// The side it was given on.
        side: Side,
    },
    /// A list of group members does not say of which group.
    #[error("{}", self.message(Locale::En))]
    NoGroupName {
        /// Pointer to the file.
        path: String,
    },
    /// A text is not a table with headings.
    #[error("{}", self.message(Locale::En))]
    BadTable {
        /// Pointer to the file.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Number of the column, from 1.
        column: usize,
        /// What is the matter.
        matter: TableMatter,
    },
    /// A table has headings that no format has: the caller must say what its columns are.
    #[error("{}", self.message(Locale::En))]
    ColumnsNeeded {
        /// Pointer to the file.
        path: String,
        /// Its headings.
        headings: Vec<String>,
        /// What they might be.
        guess: Columns,
    },
    /// A table has no column of a heading that the caller named.
    #[error("{}", self.message(Locale::En))]
    NoSuchColumn {
        /// Pointer to the file.
        path: String,
        /// The heading.
        column: String,
        /// The headings it has.
        headings: Vec<String>,
    },
    /// This build of the engine is one that lacks what is asked for.
    #[error("{}", self.message(Locale::En))]
    NotInBuild {
        /// Pointer to what asks for it.
        path: String,
        /// What it lacks.
        part: Part,
    },
}

vocabulary! {
    /// The codes of what stops the engine from answering.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::ErrorCode;
    /// use rolecall::{Config, Word};
    ///
    /// let error = Config::from_json(br#"{ "organization": { "plan": "pro" } }"#).unwrap_err();
    /// assert_eq!(error.code(), ErrorCode::UnknownPlan);
    /// assert_eq!(error.code().word(), "input/unknown-plan");
    /// ```
    pub enum ErrorCode {
        /// See [`Error::NotJson`].
        NotJson = "input/not-json",
        /// See [`Error::WrongShape`].
        WrongShape = "input/wrong-shape",
        /// See [`Error::NoPlan`].
        NoPlan = "input/no-plan",
        /// See [`Error::UnknownPlan`].
        UnknownPlan = "input/unknown-plan",
        /// See [`Error::NotText`].
        NotText = "input/not-text",
        /// See [`Error::Empty`].
        Empty = "input/empty",
        /// See [`Error::TooLarge`].
        TooLarge = "input/too-large",
        /// See [`Error::TooMany`], of [`TooMany::People`].
        TooManyPeople = "input/too-many-people",
        /// See [`Error::TooMany`], of [`TooMany::Groups`].
        TooManyGroups = "input/too-many-groups",
        /// See [`Error::TooMany`], of [`TooMany::GroupsOfOne`].
        TooManyGroupsOfOne = "input/too-many-groups-of-one",
        /// See [`Error::TooMany`], of [`TooMany::Memberships`].
        TooManyMemberships = "input/too-many-memberships",
        /// See [`Error::UnknownFormat`].
        UnknownFormat = "input/unknown-format",
        /// See [`Error::WrongSide`].
        WrongSide = "input/wrong-side",
        /// See [`Error::NoGroupName`].
        NoGroupName = "input/no-group-name",
        /// See [`Error::BadTable`].
        BadTable = "input/bad-table",
        /// See [`Error::ColumnsNeeded`].
        ColumnsNeeded = "input/columns-needed",
        /// See [`Error::NoSuchColumn`].
        NoSuchColumn = "input/no-such-column",
        /// See [`Error::NotInBuild`].
        NotInBuild = "engine/not-in-build",
    }
}

/// An error as it crosses into JavaScript, where it becomes a `RolecallError`.
///
/// # Example
///
/// ```
/// use rolecall::{Config, Locale};
///
/// let report = Config::from_json(b"{").unwrap_err().report(Locale::En);
/// assert_eq!((report.path.as_str(), report.line), ("/config", Some(1)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ErrorReport {
    /// Stable code.
    pub code: ErrorCode,
    /// Pointer to the place, from `{ config, roster }`.
    pub path: String,
    /// Line in the text, from 1, where it was text.
    pub line: Option<usize>,
    /// Column in bytes, from 1, where it was text; in a table the number of the column.
    pub column: Option<usize>,
    /// The headings of a table whose columns are not known.
    pub headings: Option<Vec<String>>,
    /// What the columns of such a table might be, to be shown and confirmed.
    pub columns: Option<Columns>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

const PLAN_PATH: &str = "/config/organization/plan";

impl Error {
    pub(crate) fn wrong_shape(path: &str, expected: Expected) -> Self {
        Self::WrongShape { path: path.to_owned(), expected }
    }

    /// The error for a configuration whose plan could not be read.
    pub(crate) fn plan(value: Option<&Value>) -> Self {
        match value {
            None | Some(Value::Null) => Self::NoPlan,
            Some(Value::String(word)) => Self::UnknownPlan { value: shorten(word) },
            Some(other) => Self::UnknownPlan { value: shorten(&other.to_string()) },
        }
    }

    /// Stable code of the error.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::ErrorCode;
    ///
    /// assert_eq!(rolecall::Error::NoPlan.code(), ErrorCode::NoPlan);
    /// ```
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NotJson { .. } => ErrorCode::NotJson,
            Self::WrongShape { .. } => ErrorCode::WrongShape,
            Self::NoPlan => ErrorCode::NoPlan,
            Self::UnknownPlan { .. } => ErrorCode::UnknownPlan,
            Self::NotText { .. } => ErrorCode::NotText,
            Self::Empty { .. } => ErrorCode::Empty,
            Self::TooLarge { .. } => ErrorCode::TooLarge,
            Self::TooMany { what, .. } => match what {
                TooMany::People => ErrorCode::TooManyPeople,
                TooMany::Groups => ErrorCode::TooManyGroups,
                TooMany::GroupsOfOne { .. } => ErrorCode::TooManyGroupsOfOne,
                TooMany::Memberships => ErrorCode::TooManyMemberships,
            },
            Self::UnknownFormat { .. } => ErrorCode::UnknownFormat,
            Self::WrongSide { .. } => ErrorCode::WrongSide,
            Self::NoGroupName { .. } => ErrorCode::NoGroupName,
            Self::BadTable { .. } => ErrorCode::BadTable,
            Self::ColumnsNeeded { .. } => ErrorCode::ColumnsNeeded,
            Self::NoSuchColumn { .. } => ErrorCode::NoSuchColumn,
            Self::NotInBuild { .. } => ErrorCode::NotInBuild,
        }
    }

    /// Pointer to the place.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(rolecall::Error::NoPlan.path(), "/config/organization/plan");
    /// ```
    pub fn path(&self) -> &str {
        match self {
            Self::NotJson { path, .. }
            | Self::WrongShape { path, .. }
            | Self::NotText { path, .. }
            | Self::Empty { path }
            | Self::TooLarge { path, .. }
            | Self::TooMany { path, .. }
            | Self::UnknownFormat { path, .. }
            | Self::WrongSide { path, .. }
            | Self::NoGroupName { path }
            | Self::BadTable { path, .. }
            | Self::ColumnsNeeded { path, .. }
            | Self::NoSuchColumn { path, .. }
            | Self::NotInBuild { path, .. } => path,
            Self::NoPlan | Self::UnknownPlan { .. } => PLAN_PATH,
        }
    }

    /// Line and column, from 1, where it is a place in a text.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Error};
    ///
    /// let error = Config::from_json(b"{\n  \"organization\" }").unwrap_err();
    /// assert_eq!(error.place().map(|(line, _)| line), Some(2));
    /// assert_eq!(Error::NoPlan.place(), None);
    /// ```
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::NotJson { line, column, .. } | Self::BadTable { line, column, .. } => {
                Some((*line, *column))
            }
            Self::NotText { place, .. } => *place,
            Self::ColumnsNeeded { .. } | Self::NoSuchColumn { .. } => Some((1, 1)),
            _ => None,
        }
    }

    /// The error in the shape in which it crosses into JavaScript.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Error, Locale};
    ///
    /// let report = Error::UnknownPlan { value: "enterprise".to_owned() }.report(Locale::En);
    /// assert_eq!(report.path, "/config/organization/plan");
    /// assert!(report.message.contains("enterprise"));
    /// ```
    pub fn report(&self, locale: Locale) -> ErrorReport {
        let (headings, columns) = match self {
            Self::ColumnsNeeded { headings, guess, .. } => (Some(headings), Some(guess)),
            Self::NoSuchColumn { headings, .. } => (Some(headings), None),
            _ => (None, None),
        };
        ErrorReport {
            code: self.code(),
            path: self.path().to_owned(),
            line: self.place().map(|(line, _)| line),
            column: self.place().map(|(_, column)| column),
            headings: headings.cloned(),
            columns: columns.cloned(),
            message: self.message(locale),
            help: self.help(locale),
        }
    }
}

impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.report(Locale::En).serialize(serializer)
    }
}
