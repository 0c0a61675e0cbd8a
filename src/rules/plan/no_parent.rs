//! JIT or SCIM without a parent organisation.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/no-parent",
    sources: &["A3", "A7", "A9", "B14"],
    swallows: &[
        "plan/sso-not-connected",
        "plan/no-verified-domain",
        "plan/directory-not-connected",
    ],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{mode} needs a parent organisation and there is none: no domain, SSO connection or directory sync can exist without it",
    ja: "{mode} には親オーガニゼーションが必要ですが、存在しません。親がなければドメインもSSO接続もディレクトリ同期もありません",
};

const HELP: Text = Text {
    en: "keep manual for now and ask the vendor's sales team for a parent organisation; then verify a domain and connect SSO",
    ja: "当面は手動のままにし、営業チームに親オーガニゼーションをリクエストしてください。その後ドメインを確認し、SSOを接続します",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.is_automatic() && context.config.parent.is_none() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("mode", Arg::Mode(context.mode()))
                .at("/config/parent")
                .at("/config/provisioning/mode"),
        );
    }
}
