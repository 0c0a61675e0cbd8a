//! A configuration value that the engine does not know; it reads as absent.

use crate::model::read::{Expected, Problem};
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "input/unknown-value",
    sources: &["B14"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{value} at {path} is not understood and reads as absent: it must be {expected}",
    ja: "{path} の {value} は認識できないため未指定として扱います。正しくは{expected}です",
};

const HELP: Text = Text {
    en: "correct the value at {path}",
    ja: "{path} の値を修正してください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Correct the value at {path}",
    ja: "{suggestion} のことですか。{path} の値を修正してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for unread in context.config.unread() {
        let Problem::UnknownValue { value, expected } = &unread.problem else { continue };
        let words = match expected {
            Expected::OneOf(words) => words,
            _ => &[][..],
        };
        let suggestion = closest(value, words.iter().copied());
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let draft = Draft::new(&RULE, MESSAGE, help)
            .subject(&unread.path)
            .arg("value", Arg::Word(value.clone()))
            .arg("path", Arg::Setting(unread.path.clone()))
            .arg("expected", Arg::Expected(*expected))
            .at(unread.path.clone());
        drafts.push(match suggestion {
            Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
            None => draft,
        });
    }
}
