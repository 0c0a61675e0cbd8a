//! JIT or SCIM before SSO is connected.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/sso-not-connected",
    sources: &["B14"],
    check,
    propose: remedy(propose),
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

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    [remedies::setup::sso()].into_iter().chain(remedies::mode::manual(context)).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "JIT or SCIM is chosen, but SSO is not connected.",
        ja: "JITまたはSCIMが選ばれていますが、SSOが接続されていません。",
    },
    why: Text {
        en: "Under JIT people are added when they log in through your identity provider, and under SCIM they are added so that they can. Neither works before SSO does.",
        ja: "JITではアイデンティティプロバイダー経由でログインした人が追加され、SCIMで追加された人もアイデンティティプロバイダー経由でログインします。SSOが機能するまでは、どちらも動作しません。",
    },
    fix: Text {
        en: "Connect your identity provider in Identity and access, under Global SSO Configuration, and test a login before you change the provisioning mode.",
        ja: "プロビジョニングモードを変更する前に、Identity and accessの設定のGlobal SSO Configurationでアイデンティティプロバイダーを接続し、ログインできることを確認します。",
    },
    params: &[always("mode", Kind::Mode, "The provisioning mode.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": false }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
};
