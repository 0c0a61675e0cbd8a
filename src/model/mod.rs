//! What the engine thinks in: the configuration, the readings of the domain, the report.

pub(crate) mod config;
pub(crate) mod entries;
pub(crate) mod finding;
pub(crate) mod flow;
pub(crate) mod limits;
pub(crate) mod outcome;
pub(crate) mod patch;
pub(crate) mod person;
pub(crate) mod query;
pub(crate) mod read;
pub(crate) mod readiness;
pub(crate) mod readings;
pub(crate) mod repair;
pub(crate) mod report;
pub(crate) mod roster;
pub(crate) mod source;

pub use crate::text::{Part, RefKind};
pub use config::*;
pub use entries::*;
pub use finding::*;
pub use flow::*;
pub use limits::*;
pub use outcome::*;
pub use patch::*;
pub use person::*;
pub use query::*;
pub use read::{Expected, Problem, Unread};
pub use readiness::*;
pub use readings::*;
pub use repair::*;
pub use report::*;
pub use roster::*;
pub use source::*;
