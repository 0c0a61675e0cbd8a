//! JIT or SCIM without a parent organisation.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/no-parent",
    sources: &["A3", "A7", "A9", "B14"],
    swallows: &[
        "plan/directory-not-connected",
        "plan/no-verified-domain",
        "plan/sso-not-connected",
    ],
    check,
    propose: remedy(propose),
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

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let parent = remedies::setup::parent(context);
    [parent].into_iter().chain(remedies::mode::manual(context)).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "JIT or SCIM is chosen, but the organisation has no parent organisation.",
        ja: "JITまたはSCIMが選ばれていますが、親オーガニゼーションがありません。",
    },
    why: Text {
        en: "Domains, the SSO connection and directory sync are all kept in the parent organisation, and JIT and SCIM cannot work without them. A Console organisation has no parent until one is requested.",
        ja: "ドメイン、SSO接続、ディレクトリ同期はいずれも親オーガニゼーションに保存され、JITとSCIMはこれらがなければ動作しません。Consoleオーガニゼーションには、リクエストするまで親オーガニゼーションがありません。",
    },
    fix: Text {
        en: "Keep manual provisioning for now and ask the sales team for a parent organisation. Once the Identity settings page can be opened, verify a domain and connect SSO.",
        ja: "当面は手動プロビジョニングのままにし、営業チームに親オーガニゼーションをリクエストします。Identity設定ページを開けるようになったら、ドメインを確認し、SSOを接続します。",
    },
    params: &[always("mode", Kind::Mode, "The provisioning mode.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "claude-code-user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "claude-code-user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
