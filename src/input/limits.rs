//! What is refused because there is too much of it.

use crate::input::Error;
use crate::model::Limits;
use crate::roster::Over;

impl Limits {
    /// Whether a text of so many bytes may be read; `path` points to it.
    pub(crate) fn admit(&self, bytes: usize, path: &str) -> Result<(), Error> {
        within(self.bytes, bytes, path)
    }
}

/// Whether so many bytes are at most so many; `path` points to them.
pub fn within(most: u32, bytes: usize, path: &str) -> Result<(), Error> {
    let limit = most as usize;
    match bytes > limit {
        true => Err(Error::TooLarge { path: path.to_owned(), bytes, limit }),
        false => Ok(()),
    }
}

/// The error of what there is too much of, where it was seen.
pub fn too_many(path: &str, (what, limit): Over) -> Error {
    Error::TooMany { path: path.to_owned(), what, limit }
}
