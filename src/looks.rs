//! How a name looks, whatever characters it is made of.

include!(concat!(env!("OUT_DIR"), "/look_alikes.rs"));

/// A name as the eye reads it: without what cannot be seen, and with one character for all that
/// look like it.
pub fn looks(name: &str) -> String {
    let composed = composed(name);
    let visible = composed.chars().filter(|c| !is_invisible(*c));
    let looks: String = visible.map(look).collect();
    // Two letters side by side that read as one.
    looks.trim().replace("rn", "m")
}

/// Whether nobody can see that the character is there.
pub fn is_invisible(c: char) -> bool {
    INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

fn look(c: char) -> char {
    let found = LOOK_ALIKES.binary_search(&c).ok();
    found.and_then(|found| LIKES.get(found)).map_or(c, |like| char::from(*like))
}

/// A text as somebody looks for it: case, accents and width do not matter.
pub fn folded(text: &str) -> String {
    const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';
    let lower = text.to_lowercase();
    if lower.is_ascii() {
        return lower;
    }
    decomposed(&lower)
        .chars()
        .filter(|c| !ACCENTS.contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Letters and their accents apart, in forms of one width (NFKD).
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfkd().collect()
}

/// The same by the host.
#[cfg(target_arch = "wasm32")]
fn decomposed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

/// Composed and decomposed, full-width and half-width forms of one character are one (NFKC).
#[cfg(not(target_arch = "wasm32"))]
fn composed(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    name.nfkc().collect()
}

/// The same by the host, whose tables cost no download.
#[cfg(target_arch = "wasm32")]
fn composed(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    js_sys::JsString::from(name).normalize("NFKC").into()
}

#[cfg(test)]
mod tests {
    use super::{folded, looks};

    #[test]
    fn case_accents_and_width_do_not_matter() {
        assert_eq!(folded("Zoë Ｎguyễn"), "zoe nguyen");
    }

    #[test]
    fn what_looks_alike_is_alike() {
        for (one, other) in [
            ("claude-owners", "clаude-оwners"),
            ("claude-owners", "claude\u{2010}owners"),
            ("claude-owners", "claude-owners\u{feff}"),
            ("claude-owners", "claude-owners\u{200b} "),
            ("claude-owners", "ｃｌａｕｄｅ-owners"),
            ("team-1", "team-l"),
            ("team-0", "team-O"),
            ("admin", "adrnin"),
            ("ガイド", "カ\u{3099}イド"),
            ("équipe", "e\u{301}quipe"),
        ] {
            assert_eq!(looks(one), looks(other), "{one} {other}");
        }
    }

    #[test]
    fn what_looks_different_is_different() {
        for (one, other) in
            [("team-1", "team-2"), ("owners", "owner"), ("営業", "営業部"), ("a-b", "ab")]
        {
            assert_ne!(looks(one), looks(other), "{one} {other}");
        }
    }
}
