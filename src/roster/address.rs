//! E-mail addresses: what people are told apart by.

use std::borrow::Cow;

use crate::looks::is_invisible;

/// An address as people are told apart by: trimmed and in lower case.
pub fn normalized(email: &str) -> Cow<'_, str> {
    let trimmed = email.trim();
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if trimmed.bytes().all(is_lower) {
        Cow::Borrowed(trimmed)
    } else {
        Cow::Owned(trimmed.to_lowercase())
    }
}

/// The address as written but for blanks around it, where that is not how it is `normalized`.
pub fn unusual<'e>(email: &'e str, normalized: &str) -> Option<&'e str> {
    Some(email.trim()).filter(|written| *written != normalized)
}

/// The domain of an address; `None` where it has none.
pub fn domain(address: &str) -> Option<&str> {
    let domain = address.rsplit_once('@').map(|(_, domain)| domain);
    domain.filter(|domain| !domain.is_empty())
}

/// Whether the text can be an address at all.
pub fn is_address(text: &str) -> bool {
    // What cannot be seen, or stands for a letter that was lost, makes another person of somebody.
    let blank = |c: char| {
        c.is_whitespace() || c.is_control() || is_invisible(c) || c == char::REPLACEMENT_CHARACTER
    };
    let ends = text.bytes().filter(|byte| *byte == b'@').count() == 1;
    let parts = text.split_once('@').filter(|_| ends);
    parts.is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.is_empty()
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            // Nearly all of them are of printable ASCII.
            && (text.bytes().all(|byte| byte.is_ascii_graphic()) || !text.contains(blank))
    })
}
