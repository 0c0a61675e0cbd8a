//! No actor given: whether whoever saves locks themselves out was not checked.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/actor-not-given",
    severity: Severity::Info,
    sources: &["B33"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "nobody is named as the actor: whether the person who saves locks themselves out was not checked",
    ja: "保存する人(actor)が指定されていないため、本人がアクセスを失うかどうかは確認していません",
};

const HELP: Text = Text {
    en: "set actor to the address of the person who is about to press Save",
    ja: "「変更を保存」を押す人のメールアドレスを actor に指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.actor().is_none() {
        drafts.push(Draft::new(&RULE, MESSAGE, HELP).at("/config/actor"));
    }
}
