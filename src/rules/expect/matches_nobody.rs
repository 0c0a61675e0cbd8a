//! An expectation whose subject nobody is.

use crate::rules::expectation::subject;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "expect/matches-nobody",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "an expectation about {subject} concerns nobody",
    ja: "{subject} についての期待に該当する人がいません",
};

const NO_SUBJECT: Text = Text {
    en: "an expectation names neither an address nor a group nor everyone",
    ja: "メールアドレス、グループ、全員のいずれも指定していない期待があります",
};

const HELP: Text = Text {
    en: "correct the address or the group, or take the expectation out",
    ja: "アドレスかグループを訂正するか、期待を外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for (position, expectation) in context.config.expect.iter().enumerate() {
        let subject = subject(context, expectation);
        if subject.as_ref().is_some_and(|subject| !subject.people.is_empty()) {
            continue;
        }
        let message = if subject.is_some() { MESSAGE } else { NO_SUBJECT };
        let draft = Draft::new(&RULE, message, HELP)
            .subject(&position.to_string())
            .at(format!("/config/expect/{position}"));
        drafts.push(match subject {
            Some(subject) => draft.arg("subject", subject.arg),
            None => draft,
        });
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
