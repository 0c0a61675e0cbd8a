//! Entitled people whose domain is not verified.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/outside-domains",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["A11", "E18"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} entitled {n|person has|people have} an address outside the verified domains, which SSO may not cover: {who}",
    ja: "対象者のうち {n} 人のメールアドレスが確認済みドメイン以外で、SSOの対象にならない可能性があります: {who}",
};

const HELP: Text = Text {
    en: "verify their domains too, or give them an address in a verified one in your identity provider",
    ja: "該当するドメインも確認するか、アイデンティティプロバイダーで確認済みドメインのアドレスを付与してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    if !context.is_automatic() {
        return;
    }
    let people = context.change.crowd(|cohort| {
        policy.is_entitled(roster, cohort.first) && !policy.in_verified_domain(roster, cohort.first)
    });
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/parent/domains")
                .at("/roster/directory/users"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::setup::listed_domains(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People who are entitled to access have an address whose domain is not verified.",
        ja: "アクセスの対象者の中に、確認済みでないドメインのメールアドレスを持つ人がいます。",
    },
    why: Text {
        en: "Logins are sent to the identity provider by domain, and only for verified domains. SSO may not cover these people: they may be unable to log in as intended, or go on logging in by e-mail after they have left the application.",
        ja: "ログインがアイデンティティプロバイダーに送られるのは、確認済みのドメインの場合だけです。この人たちはSSOの対象にならず、想定どおりにログインできなかったり、アプリケーションから外れた後もメールでログインし続けられたりする可能性があります。",
    },
    fix: Text {
        en: "Add and verify their domains too, or give these people an address in a verified domain in your identity provider.",
        ja: "その人たちのドメインも追加して確認するか、アイデンティティプロバイダーで確認済みのドメインのアドレスを付与します。",
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
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "chloe@example.org", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "chloe@example.org" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [
                    { "name": "example.com", "verified": true },
                    { "name": "example.org", "verified": true }
                ],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "chloe@example.org", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "chloe@example.org" }]
            }
        }
    }"#,
};
