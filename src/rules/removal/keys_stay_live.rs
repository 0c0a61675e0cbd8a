//! In Console, API keys of people who lose access stay live.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/keys-stay-live",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["E25"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "API keys made by the {n} {n|person|people} who {n|loses|lose} access stay live: {who}",
    ja: "アクセスを失う {n} 人が作成したAPIキーは有効なまま残ります: {who}",
};

const HELP: Text = Text {
    en: "review their keys in Console settings and disable those that should stop working",
    ja: "Consoleの設定でキーを確認し、止めるべきものを無効にしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.offer.plan == Plan::Console && !context.losers.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(context.losers.clone())
                .at("/config/provisioning/mode"),
        );
    }
}
