//! No actor given: whether whoever saves locks themselves out was not checked.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/actor-not-given",
    severity: Severity::Info,
    sources: &["B33"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "nobody is named as the actor: whether the person who saves locks themselves out was not checked",
    ja: "保存する人(actor)が指定されていないため、本人がアクセスを失うかどうかは確認していません",
};

const HELP: Text = Text {
    en: "set actor to the address of the person who is about to press Save",
    ja: "「変更を保存」を押す人のメールアドレスを actor に指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.actor().is_none() {
        drafts.push(Draft::new(&RULE, MESSAGE, HELP).at("/config/actor"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Nobody is named as the person who is about to save.",
        ja: "変更を保存する人が指定されていません。",
    },
    why: Text {
        en: "Locking oneself out is the commonest accident of switching advanced group mapping on. Without knowing who saves, that one check cannot be made.",
        ja: "高度なグループマッピングをオンにするときに最も起こりやすい事故は、保存した本人がアクセスを失うことです。誰が保存するか分からなければ、これだけは確認できません。",
    },
    fix: Text {
        en: "Set actor to the e-mail address, as it stands in the member list, of the person who will press Save.",
        ja: "「変更を保存」を押す人のメールアドレスを、メンバーリストにあるとおりにactorに指定します。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" }
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
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
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
