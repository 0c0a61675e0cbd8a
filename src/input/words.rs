//! Words of exports as people see them there, read as the words of the vocabulary.

use crate::catalog::SeatTier;
use crate::model::roster::Status;
use crate::roster::{Builder, Field};
use crate::vocabulary::Word;

/// A word in the form of the vocabulary: `Chat + Claude Code` is `chat-and-claude-code`.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace(['+', '&'], " and ");
    let words = lower.split([' ', '_', '-']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// What a cell says, if the word is known.
pub enum Said<T> {
    /// It says nothing.
    Nothing,
    /// A known word.
    Known(T),
    /// A word that is not known.
    Unknown,
}

impl<T> Said<T> {
    /// The known word; one that is not known is noted and reads as absent.
    pub fn or_note(
        self,
        builder: &mut Builder,
        path: impl FnOnce() -> String,
        field: Field,
        text: &str,
        email: &str,
    ) -> Option<T> {
        match self {
            Self::Nothing => None,
            Self::Known(word) => Some(word),
            Self::Unknown => {
                builder.notes().unknown_word(path, field, text, email);
                None
            }
        }
    }
}

/// A word of the vocabulary, however people write it.
pub fn word<T: Word>(text: &str) -> Said<T> {
    match T::from_word(&folded(text)) {
        Some(word) => Said::Known(word),
        None if text.trim().is_empty() => Said::Nothing,
        None => Said::Unknown,
    }
}

/// A seat tier; none where the cell says so.
pub fn seat_tier(text: &str) -> Said<SeatTier> {
    match folded(text).as_str() {
        "unassigned" | "none" | "" | "未割り当て" | "なし" => Said::Nothing,
        _ => word(text),
    }
}

/// Whether an invitation is accepted.
pub fn status(text: &str) -> Said<Status> {
    match folded(text).as_str() {
        "invited" | "保留中" | "招待中" => Said::Known(Status::Pending),
        "アクティブ" | "有効" => Said::Known(Status::Active),
        _ => word(text),
    }
}

/// Which of an export's own words the cell has, in whatever case.
pub fn one_of(words: &[&str], text: &str) -> Said<usize> {
    match words.iter().position(|word| word.eq_ignore_ascii_case(text)) {
        Some(word) => Said::Known(word),
        None if text.is_empty() => Said::Nothing,
        None => Said::Unknown,
    }
}

/// A yes or no.
pub fn truth(text: &str) -> Said<bool> {
    match crate::input::pages::truth(text) {
        Some(value) => Said::Known(value),
        None if text.trim().is_empty() => Said::Nothing,
        None => Said::Unknown,
    }
}

/// Whether a cell says yes.
pub fn is_true(text: &str) -> bool {
    crate::input::pages::truth(text) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::{Said, folded, seat_tier, status, word};
    use crate::catalog::{Role, SeatTier};
    use crate::model::roster::Status;

    fn known<T>(said: Said<T>) -> Option<T> {
        match said {
            Said::Known(word) => Some(word),
            _ => None,
        }
    }

    #[test]
    fn words_are_read_as_people_see_them() {
        assert_eq!(folded(" Chat + Claude  Code"), "chat-and-claude-code");
        assert_eq!(known(seat_tier("Chat + Claude Code")), Some(SeatTier::ChatAndClaudeCode));
        assert_eq!(known(word("Primary Owner")), Some(Role::PrimaryOwner));
        assert_eq!(known(word("claude_code_user")), Some(Role::ClaudeCodeUser));
        assert_eq!(known(status("Pending")), Some(Status::Pending));
    }

    #[test]
    fn no_seat_is_not_an_unknown_one() {
        assert!(matches!(seat_tier("Unassigned"), Said::Nothing));
        assert!(matches!(seat_tier("-"), Said::Nothing));
        assert!(matches!(seat_tier("Gold"), Said::Unknown));
    }
}
