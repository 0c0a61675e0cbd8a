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

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People lose access to the Console organisation, and the API keys that they made stay live.",
        ja: "Consoleオーガニゼーションへのアクセスを失う人がいますが、その人が作成したAPIキーは有効なまま残ります。",
    },
    why: Text {
        en: "Removing a user does not revoke their keys. Somebody who has left could go on using them at your cost; disabling them without looking could stop a service that is still in use.",
        ja: "ユーザーを削除してもAPIキーは取り消されません。退職した人がキーを使い続け、その費用が請求されるおそれがあります。一方で、確認せずに無効にすると、稼働中のサービスが止まることもあります。",
    },
    fix: Text {
        en: "Review the keys of these people in the Console settings and disable those that should no longer work; if the people are to stay, assign them in your identity provider before you save.",
        ja: "Consoleの設定でこの人たちのAPIキーを確認し、不要なものを無効にします。残すべき人であれば、保存する前にアイデンティティプロバイダーで割り当てます。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "chloe@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com" },
                    { "email": "ben@example.com" },
                    { "email": "chloe@example.com" }
                ]
            }
        }
    }"#,
};
