//! What a program asks. Unlike what an administrator writes, a mistake in it is an error: passed
//! over it would give another answer than the one that was asked for.

use crate::input::{Error, json};
use crate::model::query::PeopleQuery;
use crate::model::read::{Expected, Notes, Problem, Read, Unread};

/// Reads a value that must be understood whole.
///
/// # Errors
///
/// The text is not JSON, or something in it is not what it must be.
pub fn strict<T: Read>(text: &[u8], path: &str) -> Result<T, Error> {
    strict_but(text, path, |_| false)
}

/// Reads a value that must be understood but for what may be passed over.
///
/// # Errors
///
/// The text is not JSON, or something else in it is not what it must be.
pub fn strict_but<T: Read>(
    text: &[u8],
    path: &str,
    may_be_passed_over: fn(&Unread) -> bool,
) -> Result<T, Error> {
    let mut notes = Notes::default();
    let read = T::read(json::value(text, path)?, &mut notes);
    if let Some(unread) = notes.into_unread().into_iter().find(|it| !may_be_passed_over(it)) {
        let expected = match unread.problem {
            Problem::UnknownKey { known, .. } => Expected::OneOf(known),
            Problem::UnknownValue { expected, .. } => expected,
        };
        return Err(Error::wrong_shape(&format!("{path}{}", unread.path), expected));
    }
    read.ok_or_else(|| Error::wrong_shape(path, Expected::Object))
}

impl PeopleQuery {
    /// Reads a query from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or something in it is not what it must be.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Outcome, PeopleQuery};
    ///
    /// let query = PeopleQuery::from_json(br#"{ "outcome": ["removed"], "limit": 10 }"#)?;
    /// assert_eq!(query.outcome, Some(vec![Outcome::Removed]));
    ///
    /// let mistyped = PeopleQuery::from_json(br#"{ "outcom": ["removed"] }"#);
    /// assert_eq!(mistyped.unwrap_err().path(), "/query/outcom");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        strict(text, "/query")
    }
}
