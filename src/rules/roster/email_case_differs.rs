//! A member's address and the directory's differ in case only.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/email-case-differs",
    severity: Severity::Info,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the address of {n} {n|person|people} is written with other capitals in the directory than in the member list: {who}",
    ja: "{n} 人のメールアドレスの大文字と小文字が、ディレクトリとメンバーリストで異なります: {who}",
};

const HELP: Text = Text {
    en: "write the addresses alike in your identity provider: SSO and SCIM match them exactly, and a mismatch leaves a second account behind",
    ja: "アイデンティティプロバイダーでアドレスの表記を揃えてください。SSOとSCIMは完全一致で照合するため、一致しないと別のアカウントが残ります",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.roster.written_differently();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/roster/directory/users")
                .at("/roster/members"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A member's address and the same person's address in the directory differ in capital letters only.",
        ja: "メンバーのメールアドレスと、ディレクトリにある同じ人のメールアドレスが、大文字と小文字だけ異なります。",
    },
    why: Text {
        en: "They are taken for one person here. SSO and SCIM compare addresses exactly, however, so a different spelling may make a second account, while the first stays behind and goes on holding its seat.",
        ja: "ここでは同じ人として扱います。ただし、SSOとSCIMはアドレスの完全一致で照合するため、表記が違うと別のアカウントが作られ、元のアカウントがシートを占有したまま残ることがあります。",
    },
    fix: Text {
        en: "In your identity provider, write the address as it stands in the member list.",
        ja: "アイデンティティプロバイダーで、アドレスの表記をメンバーリストに揃えます。",
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
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "Ben@example.com" }]
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
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
