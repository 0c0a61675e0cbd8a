//! Under JIT, changes wait until people log out and in again.

use crate::resolve::{When, when};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "timing/next-login",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B21", "B22", "B39"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "what changes for {n} {n|person|people} takes effect at their next login: {who}",
    ja: "{n} 人の変更は、次回のログイン時に反映されます: {who}",
};

const HELP: Text = Text {
    en: "after the save, ask them to log in, or to log out and in again if they are logged in",
    ja: "保存後にログインするよう依頼し、ログイン中の人にはログアウトしてログインし直すよう依頼してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let saved = context.config.saved.as_ref().map_or(Mode::Manual, |saved| saved.mode);
    let people = context.change.crowd(|cohort| {
        when(context.mode(), saved, context.change.after(cohort).outcome) == When::NextLogin
    });
    if !people.is_empty() {
        drafts
            .push(Draft::new(&RULE, MESSAGE, HELP).people(people).at("/config/provisioning/mode"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Under JIT, people are added and roles and seats change only at each person's next login.",
        ja: "JITでは、ユーザーの追加と、ロールやシートの変更が、それぞれの次回のログイン時に行われます。",
    },
    why: Text {
        en: "Saving by itself changes nobody. Whoever is logged in keeps the old role and seat until they log out and in again, which is easily taken for a mapping that does not work.",
        ja: "保存しただけでは誰も変わりません。ログイン中の人は、ログアウトしてログインし直すまで以前のロールとシートのままです。マッピングが効いていないと誤解しやすいところです。",
    },
    fix: Text {
        en: "After the save, ask the people concerned to log in, or to log out and in again. Choose SCIM, where the plan offers it, if changes must not wait for that.",
        ja: "保存後、該当する人にログイン、またはログアウトしてログインし直すよう依頼します。ログインを待てない場合は、プランで利用できればSCIMを選びます。",
    },
    params: &[],
    fails: r#"{
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
            "members": [{ "email": "ann@example.com", "role": "admin" }],
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
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "admin" }],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
