//! SCIM with Entra: changes come up to 40 minutes later.

use crate::catalog::Provider;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "timing/entra-delay",
    severity: Severity::Info,
    sources: &["B37"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "Entra pushes its changes every 40 minutes, so each may take that much longer to show",
    ja: "Entraは変更を40分ごとに送信するため、反映までその分かかることがあります",
};

const HELP: Text = Text {
    en: "wait 40 minutes before you conclude that something is wrong",
    ja: "問題があると判断する前に40分待ってください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provider = context.config.parent.as_ref().and_then(|parent| parent.directory_sync.provider);
    if context.mode() == Mode::Scim && provider == Some(Provider::Entra) {
        drafts.push(Draft::new(&RULE, MESSAGE, HELP).at("/config/parent/directorySync/provider"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Directory sync runs with Microsoft Entra, so changes show up to 40 minutes later.",
        ja: "ディレクトリ同期にMicrosoft Entraを使用しているため、変更の反映が最大40分遅れます。",
    },
    why: Text {
        en: "Entra sends its changes only every 40 minutes. Somebody who is not added or removed at once has not been forgotten, and saving again changes nothing.",
        ja: "Entraが変更を送信するのは40分ごとです。すぐに追加や削除が行われなくても、漏れているわけではなく、もう一度保存しても変わりません。",
    },
    fix: Text {
        en: "Nothing has to be mended: wait 40 minutes before you look for a mistake.",
        ja: "修正は不要です。誤りを疑う前に、40分待ちます。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true, "provider": "entra" }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true, "provider": "okta" }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
