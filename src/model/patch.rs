//! JSON Patch (RFC 6902): what a fix changes, as anybody's tools can apply it.

use serde::Serialize;
use serde_json::Value;

/// One operation on `{ config, roster }`; the roster is the one that `session.roster()` gives.
///
/// # Example
///
/// ```
/// use rolecall::model::PatchOp;
/// use rolecall::{Config, Locale, Preview, Roster};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// let findings = Preview::new(&config, &roster).report(Locale::En).findings;
/// let demoted = findings.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
/// let group = "claude-owners".into();
/// let join = PatchOp::Add { path: "/roster/directory/users/0/groups/-".to_owned(), value: group };
/// // Whoever applies it must first find the person whom it was made for.
/// let [PatchOp::Test { value, .. }, add] = &demoted.fixes[0].patch[..] else { panic!() };
/// assert_eq!((value, add), (&"ann@acme.com".into(), &join));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum PatchOp {
    /// Whoever applies the patch must find this value here, or leave everything as it is.
    Test {
        /// JSON Pointer.
        path: String,
        /// The value.
        #[cfg_attr(feature = "types", ts(type = "unknown"))]
        value: Value,
    },
    /// Puts a value where there is none, or an element into a list; a value that is there is replaced.
    Add {
        /// JSON Pointer.
        path: String,
        /// The value.
        #[cfg_attr(feature = "types", ts(type = "unknown"))]
        value: Value,
    },
    /// Puts another value in the place of one that is there.
    Replace {
        /// JSON Pointer.
        path: String,
        /// The value.
        #[cfg_attr(feature = "types", ts(type = "unknown"))]
        value: Value,
    },
    /// Takes a value away.
    Remove {
        /// JSON Pointer.
        path: String,
    },
}
