//! SCIM before directory sync is connected.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/directory-not-connected",
    sources: &["B28"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim needs directory sync and it is not connected",
    ja: "SCIM にはディレクトリ同期(SCIM)が必要ですが、接続されていません",
};

const HELP: Text = Text {
    en: "choose Setup SCIM beside Directory sync (SCIM) in Identity and access and finish it with your identity provider before you save scim",
    ja: "SCIM を保存する前に、Identity and accessのDirectory sync(SCIM)の横のSetup SCIMから、アイデンティティプロバイダーとの接続を完了してください",
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

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let other = [remedies::mode::jit(context), remedies::mode::manual(context)];
    [remedies::setup::directory_sync()].into_iter().chain(other.into_iter().flatten()).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "SCIM is chosen and directory sync is not connected.",
        ja: "SCIMが選ばれていますが、ディレクトリ同期が接続されていません。",
    },
    why: Text {
        en: "SCIM takes every addition and removal from directory sync. Until your identity provider is connected there is nothing to sync from, and the mode cannot be switched on.",
        ja: "SCIMでは、ユーザーの追加と削除はすべてディレクトリ同期を通じて行われます。アイデンティティプロバイダーとの接続が済むまでは同期する元がなく、このモードを有効にできません。",
    },
    fix: Text {
        en: "In Identity and access, choose Setup SCIM beside Directory sync (SCIM) and finish the connection with your identity provider; or choose JIT, which does not need it.",
        ja: "Identity and accessの設定でDirectory sync(SCIM)の横にある「Setup SCIM」を選び、アイデンティティプロバイダーとの接続を完了します。接続しない場合は、ディレクトリ同期の要らないJITを選びます。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
};
