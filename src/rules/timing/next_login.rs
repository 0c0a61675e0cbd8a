//! Under JIT, changes wait until people log out and in again.

use crate::resolve::{When, when};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "timing/next-login",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B21", "B22", "B39"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "what changes for {n} {n|person|people} takes effect when they log out and in again: {who}",
    ja: "{n} 人の変更は、ログアウトしてログインし直したときに反映されます: {who}",
};

const HELP: Text = Text {
    en: "ask them to log out and in again after the save",
    ja: "保存後にログアウトしてログインし直すよう依頼してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let after = &context.change.after;
    let saved = context.config.saved.as_ref().map_or(Mode::Manual, |saved| saved.mode);
    let waits =
        |person: &PersonId| when(context.mode(), saved, after.outcome(*person)) == When::NextLogin;
    let people: Vec<_> = (0..after.len()).filter(waits).collect();
    if !people.is_empty() {
        drafts
            .push(Draft::new(&RULE, MESSAGE, HELP).people(people).at("/config/provisioning/mode"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
