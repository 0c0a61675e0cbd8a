//! JSON Patch (RFC 6902): what a fix changes, as anybody's tools can apply it.

use serde::Serialize;
use serde_json::Value;

/// One operation on `{ config, roster }`; the roster is the one that `session.roster()` gives.
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
