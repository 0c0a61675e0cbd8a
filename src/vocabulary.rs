//! Closed sets of words: the values that a configuration or an export may hold.

/// A value that is written as one word of a closed set.
///
/// # Example
///
/// ```
/// use rolecall::Word;
/// use rolecall::catalog::Mode;
///
/// assert_eq!(Mode::WORDS, ["manual", "jit", "scim"]);
/// assert_eq!(Mode::from_word("scim").map(Mode::word), Some("scim"));
/// ```
pub trait Word: Copy + Eq + 'static {
    /// Every word of the set, in the order of the domain's own listing.
    const WORDS: &'static [&'static str];

    /// The word as it is written, for example `claude-code-user`.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Word;
    /// use rolecall::catalog::Role;
    ///
    /// assert_eq!(Role::ClaudeCodeUser.word(), "claude-code-user");
    /// ```
    fn word(self) -> &'static str;

    /// The value that the word stands for; `None` for a word outside the set.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Word;
    /// use rolecall::catalog::Plan;
    ///
    /// assert_eq!(Plan::from_word("console"), Some(Plan::Console));
    /// assert_eq!(Plan::from_word("pro"), None);
    /// ```
    fn from_word(word: &str) -> Option<Self>;
}

/// Declares an enum whose variants are words, so that the spelling stands in one place for
/// reading, writing, suggestions and the generated TypeScript.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $word)] $variant ),+
        }

        impl $name {
            /// Every value of the set.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl $crate::vocabulary::Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::vocabulary::Word::word(*self))
            }
        }
    };
}
pub(crate) use vocabulary;

/// How far a word may be from a known one, in single-letter edits, and still be suggested:
/// a third of its length, at least one.
fn tolerance(word: &str) -> usize {
    (word.chars().count() / 3).max(1)
}

/// Nobody mistypes a word of more letters than these: comparing takes their square.
const LONGEST: usize = 128;

/// The candidate that `word` most likely meant, if any comes close enough.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(close(word, &mut candidates.into_iter()))
}

/// The nearest of those that come close; of equally close ones always the same, in whatever order
/// they come.
#[inline(never)]
pub fn nearest(close: Vec<(usize, &str)>) -> Option<&str> {
    close.into_iter().min().map(|(_, candidate)| candidate)
}

/// The candidates that `word` may have meant, each with how far it is. One copy for all that ask.
#[inline(never)]
pub fn close<'a>(
    word: &str,
    candidates: &mut dyn Iterator<Item = &'a str>,
) -> Vec<(usize, &'a str)> {
    // Separators and case are what people get wrong without noticing: they cost nothing.
    let fold = |text: &str| text.trim().to_lowercase().replace(['_', ' '], "-");
    let wanted = fold(word);
    let (length, tolerance) = (wanted.chars().count(), tolerance(&wanted));
    let mut close = Vec::new();
    if length > LONGEST {
        return close;
    }
    for candidate in candidates {
        // Candidates may be very many: of most of them their length says enough, and is told without folding.
        let bare = candidate.trim();
        if bare.is_ascii() && bare.len().abs_diff(length) > tolerance {
            continue;
        }
        let folded = fold(candidate);
        // What differs by more in length alone need not be compared.
        if folded.chars().count().abs_diff(length) <= tolerance {
            let distance = strsim::osa_distance(&wanted, &folded);
            if distance <= tolerance {
                close.push((distance, candidate));
            }
        }
    }
    close
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn what_comes_close_is_suggested() {
        assert_eq!(closest("Sicm", ["manual", "jit", "scim"]), Some("scim"));
        assert_eq!(closest("ldap", ["manual", "jit", "scim"]), None);
        assert_eq!(closest(&"x".repeat(1 << 20), ["x".repeat(1 << 20).as_str()]), None);
    }
}
