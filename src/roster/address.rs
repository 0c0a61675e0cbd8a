//! E-mail addresses: what people are told apart by.

/// An address as people are told apart by: trimmed and in lower case.
pub fn normalized(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The domain of an address; `None` where it has none.
pub fn domain(address: &str) -> Option<&str> {
    let domain = address.rsplit_once('@').map(|(_, domain)| domain);
    domain.filter(|domain| !domain.is_empty())
}

/// Whether the text can be an address at all.
pub fn is_address(text: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    match text.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !text.contains(blank)
        }
        None => false,
    }
}
