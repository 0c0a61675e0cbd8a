//! Parts that a build of the engine may lack, so that it is small enough to be loaded first.

use crate::input::Error;

/// A part of the engine that is a feature of the crate.
///
/// # Example
///
/// ```
/// use rolecall::input::Part;
///
/// // A crate with default features has both.
/// assert!(Part::Files.is_there() && Part::Repairs.is_there());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Reading files as other systems write them, and writing answers as files.
    Files,
    /// Fixes, repairs and plans.
    Repairs,
}

impl Part {
    /// Whether this build has it. Known when it is compiled: what is asked for only then is left
    /// out of a build that has it not.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::input::Part;
    ///
    /// assert_eq!(Part::Files.is_there(), cfg!(feature = "files"));
    /// ```
    pub const fn is_there(self) -> bool {
        match self {
            Self::Files => cfg!(feature = "files"),
            Self::Repairs => cfg!(feature = "repairs"),
        }
    }

    /// The error for what needs it, at the place that asks for it.
    pub(crate) fn missing(self, path: &str) -> Error {
        Error::NotInBuild { path: path.to_owned(), part: self }
    }
}
