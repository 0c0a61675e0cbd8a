//! Reading what people have. Every problem found is kept with its place; only text that cannot be
//! read at all is an error.

mod config;
mod error;
pub mod json;
pub mod lenient;
mod options;
mod roster;

pub use error::{Error, ErrorCode, ErrorReport};
pub use options::Options;
