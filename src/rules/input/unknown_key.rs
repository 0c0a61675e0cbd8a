//! A key that the engine does not know.

use crate::model::read::Problem;
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "input/unknown-key",
    severity: Severity::Warning,
    sources: &["B14"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the key {key} at {path} means nothing and was ignored",
    ja: "{path} のキー {key} は未知のため無視されました",
};

const IN_ROWS: Text = Text {
    en: "the key {key}, first at {path}, means nothing and was ignored in {count} {count|place|places}",
    ja: "キー {key}(最初は {path})は未知のため {count} 箇所で無視されました",
};

const HELP: Text = Text {
    en: "the keys known there are {known}",
    ja: "そこで使えるキーは {known} です",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? The keys known there are {known}",
    ja: "{suggestion} のことですか。そこで使えるキーは {known} です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for unread in context.config.unread() {
        if let Problem::UnknownKey { key, known } = &unread.problem {
            drafts.push(draft(MESSAGE, key, &unread.path, known, 1));
        }
    }
    for unknown in &context.roster.notes().unknown_keys {
        drafts.push(draft(IN_ROWS, &unknown.key, &unknown.path, unknown.known, unknown.count));
    }
}

fn draft(
    message: Text,
    key: &str,
    path: &str,
    known: &'static [&'static str],
    count: usize,
) -> Draft {
    let suggestion = closest(key, known.iter().copied());
    let help = if suggestion.is_some() { MEANT } else { HELP };
    let draft = Draft::new(&RULE, message, help)
        .subject(path)
        .arg("key", Arg::Word(key.to_owned()))
        .arg("path", Arg::Setting(path.to_owned()))
        .arg("known", Arg::words(known))
        .arg("count", Arg::Count(count))
        .at(path);
    match suggestion {
        Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
        None => draft,
    }
}
