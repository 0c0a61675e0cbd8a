//! Reading what people have, one format a file. Every problem found is kept with its place; only
//! text that cannot be read at all is an error.

mod addresses;
mod admin_api;
mod claude_members;
mod columns;
mod config;
mod csv;
mod cursor;
mod encoding;
mod entra;
mod error;
mod google;
mod inspect;
mod join;
mod json;
mod limits;
mod okta;
mod options;
mod pages;
mod part;
mod progress;
mod reader;
mod recognise;
mod roster;
mod scim;
mod source;
mod strict;
mod table;
mod words;

pub use columns::{Column, Columns};
pub use error::{Binary, Error, ErrorCode, ErrorReport, TableMatter};
pub use inspect::{Inspection, inspect};
pub use options::Options;
pub use part::Part;
pub use reader::Reader;
pub use source::{Source, SourceOptions};
