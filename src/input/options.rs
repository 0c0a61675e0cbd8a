//! What a check may be asked beside configuration and roster.

use crate::input::Error;
use crate::input::strict::strict_but;
use crate::model::Limits;
use crate::model::read::{Problem, document, read_words};
use crate::model::repair::Where;
use crate::text::Locale;

read_words!(Locale, Where);

document! {
    /// What a check may be asked beside configuration and roster.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Where;
    /// use rolecall::{Locale, Options};
    ///
    /// let options = Options { means: vec![Where::Settings], ..Options::default() };
    /// assert_eq!(options.locale, Locale::En);
    /// assert!(options.accepted.is_empty());
    /// ```
    #[cfg_attr(feature = "types", ts(rename = "CheckOptions"))]
    pub struct Options {
        maybe {
            /// Whether findings come with fixes. Each is proven by checking again, which takes as
            /// long as another check. Left out: for up to 10,000 people, and with very many groups or
            /// findings only for the worst of them.
            "fixes" => fixes: bool;
        }
        default {
            /// The language of the messages; one that is not spoken reads as English.
            "locale" => locale: Locale = Locale::En;
            /// The ids of warnings that somebody has accepted: as long as their people and facts
            /// stay the same they do not ask for a confirmation again. Errors cannot be accepted.
            "accepted" => accepted: Vec<String> = Vec::new();
            /// For repairs: the means that are allowed.
            "means" => means: Vec<Where> = Where::ALL.to_vec();
            /// How much is read, and how long is looked for fixes and repairs.
            "limits" => limits: Limits = Limits::default();
        }
    }
}

impl Options {
    /// Reads options from JSON text in UTF-8; an empty text asks for nothing. Keys that mean nothing
    /// here are passed over: they may mean something to whoever hands the options on.
    ///
    /// # Errors
    ///
    /// The text is not JSON, not an object, or an option is not what it must be. Only a language may
    /// be any.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Locale, Options};
    ///
    /// assert_eq!(Options::from_json(br#"{ "locale": "ja" }"#)?.locale, Locale::Ja);
    /// assert_eq!(Options::from_json(b"")?, Options::default());
    ///
    /// let negative = Options::from_json(br#"{ "limits": { "people": -1 } }"#);
    /// assert_eq!(negative.unwrap_err().path(), "/options/limits/people");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        strict_but(text, "/options", |unread| {
            matches!(unread.problem, Problem::UnknownKey { .. }) || unread.path == "/locale"
        })
    }
}
