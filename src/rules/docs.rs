//! A rule's documentation: in the rule's own file, in every language, with examples that are run.
//! None of it goes into the WebAssembly.

use super::params::Param;
use crate::text::Text;

/// What a rule is about. The texts are full sentences.
#[derive(Debug)]
pub struct Docs {
    /// What it says when it speaks.
    pub says: Text,
    /// Why that matters.
    pub why: Text,
    /// How to mend it.
    pub fix: Text,
    /// What its messages are filled with, besides the people.
    pub params: &'static [Param],
    /// An input that it speaks about: `{ "config": …, "roster": … }`.
    pub fails: &'static str,
    /// The same mended, about which it is silent.
    pub passes: &'static str,
}

#[cfg(test)]
mod tests {
    use crate::Locale;
    use crate::rules::{DOCS, RETIRED, RULES};
    use crate::text::Text;

    /// The codes found for an example.
    fn codes(example: &str) -> Vec<&'static str> {
        let example: serde_json::Value = serde_json::from_str(example).unwrap();
        let text = |side: &str| example[side].to_string().into_bytes();
        let answer = crate::check_json(&text("config"), &text("roster"), Locale::En).unwrap();
        answer.report.findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn every_failing_example_fails_and_every_passing_one_passes() {
        for (rule, docs) in RULES.iter().zip(DOCS) {
            let code = rule.code;
            assert!(codes(docs.fails).contains(&code), "{code}: its failing example does not fail");
            assert!(!codes(docs.passes).contains(&code), "{code}: its passing example fails");
        }
    }

    #[test]
    fn an_example_has_no_mistake_but_its_own() {
        for (rule, docs) in RULES.iter().zip(DOCS) {
            for example in [docs.fails, docs.passes] {
                let strays: Vec<_> = codes(example)
                    .into_iter()
                    .filter(|code| code.starts_with("input/") || *code == "roster/unknown-value")
                    .filter(|code| *code != rule.code)
                    .collect();
                assert!(strays.is_empty(), "{}: an example has {strays:?}", rule.code);
            }
        }
    }

    #[test]
    fn every_text_is_a_full_sentence_in_every_language() {
        for (rule, docs) in RULES.iter().zip(DOCS) {
            for Text { en, ja } in [docs.says, docs.why, docs.fix] {
                assert!(en.len() > 20 && en.ends_with('.'), "{}: {en:?}", rule.code);
                assert!(!ja.is_ascii() && ja.ends_with('。'), "{}: {ja:?}", rule.code);
            }
        }
    }

    #[test]
    fn codes_are_sorted_unique_and_well_formed() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
        for rule in RULES {
            assert!(!RETIRED.contains(&rule.code), "{} is retired", rule.code);
            let letters = rule.code.chars().all(|c| c.is_ascii_lowercase() || "-/".contains(c));
            assert!(letters && rule.code.matches('/').count() == 1, "{}", rule.code);
        }
    }
}
