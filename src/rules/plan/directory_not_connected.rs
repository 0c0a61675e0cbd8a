//! SCIM before directory sync is connected.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/directory-not-connected",
    sources: &["B28"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim needs directory sync and it is not connected",
    ja: "scim にはディレクトリ同期(SCIM)が必要ですが、接続されていません",
};

const HELP: Text = Text {
    en: "choose Setup SCIM beside Directory sync (SCIM) in Identity and access and finish it with your identity provider before you save scim",
    ja: "scim を保存する前に、Identity and accessのDirectory sync(SCIM)の横のSetup SCIMから、アイデンティティプロバイダーとの接続を完了してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let parent = context.config.parent.as_ref();
    let connected = parent.is_some_and(|parent| parent.directory_sync.connected);
    if context.mode() == Mode::Scim && !connected {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .at("/config/parent/directorySync/connected")
                .at("/config/provisioning/mode"),
        );
    }
}
