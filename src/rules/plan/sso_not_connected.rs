//! JIT or SCIM before SSO is connected.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/sso-not-connected",
    sources: &["B14"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{mode} needs SSO and it is not connected",
    ja: "{mode} にはSSOが必要ですが、接続されていません",
};

const HELP: Text = Text {
    en: "connect your identity provider in Identity and access, under Global SSO Configuration, before you choose {mode}",
    ja: "{mode} を選ぶ前に、Identity and accessのGlobal SSO Configurationでアイデンティティプロバイダーを接続してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let connected = context.config.parent.as_ref().is_some_and(|parent| parent.sso.connected);
    if context.is_automatic() && !connected {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("mode", Arg::Mode(context.mode()))
                .at("/config/parent/sso/connected")
                .at("/config/provisioning/mode"),
        );
    }
}
