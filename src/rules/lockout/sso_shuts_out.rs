//! Under manual provisioning, members who lose access because SSO is enforced and they are not
//! assigned.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/sso-shuts-out",
    severity: Severity::Warning,
    sources: &["E18"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member|members} can no longer log in, because SSO is required for their domain and they are not assigned to the application: {who}",
    ja: "{n} 人のメンバーがログインできなくなります。ドメインでSSOが必須になりますが、アプリケーションに割り当てられていません: {who}",
};

const HELP: Text = Text {
    en: "assign them to the application in your identity provider, or do not require SSO yet",
    ja: "アイデンティティプロバイダーでアプリケーションに割り当てるか、まだSSOを必須にしないでください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Blocked);
    if context.mode() == Mode::Manual && !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/parent/sso/required")
                .at("/roster/directory/users"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::let_in(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Under manual provisioning, members can no longer log in once SSO is required, because they are not assigned to the application.",
        ja: "手動プロビジョニングでもSSOが必須になるため、アプリケーションに割り当てられていないメンバーがログインできなくなります。",
    },
    why: Text {
        en: "Requiring SSO takes effect whatever the provisioning mode is: people whose address is in a verified domain can log in only through the identity provider, which turns away whoever it has not assigned.",
        ja: "SSOの必須化は、プロビジョニングモードにかかわらず適用されます。確認済みのドメインのメールアドレスを持つ人はアイデンティティプロバイダー経由でしかログインできず、割り当てられていない人は拒否されます。",
    },
    fix: Text {
        en: "Assign these members to the application in your identity provider first, or leave SSO optional until that is done.",
        ja: "先にアイデンティティプロバイダーでこれらのメンバーをアプリケーションに割り当てるか、割り当てが済むまでSSOを必須にしないでおきます。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true, "required": true }
            },
            "provisioning": { "mode": "manual" },
            "saved": { "mode": "manual", "ssoRequired": false },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true, "required": true }
            },
            "provisioning": { "mode": "manual" },
            "saved": { "mode": "manual", "ssoRequired": false },
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
