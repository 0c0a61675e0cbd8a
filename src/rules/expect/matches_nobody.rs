//! An expectation whose subject nobody is.

use crate::rules::expectation::subject;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "expect/matches-nobody",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "an expectation about {subject} concerns nobody",
    ja: "{subject} についての期待に該当する人がいません",
};

const NO_SUBJECT: Text = Text {
    en: "an expectation names neither an address nor a group nor everyone",
    ja: "メールアドレス、グループ、全員のいずれも指定していない期待があります",
};

const HELP: Text = Text {
    en: "correct the address or the group, or take the expectation out",
    ja: "アドレスかグループを訂正するか、期待を外してください",
};

const NAME_ONE: Text = Text {
    en: "name an email, a group or \"everyone\": true, or take the expectation out",
    ja: "email、group、everyone のいずれかを指定するか、期待を外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for (position, expectation) in context.config.expect.iter().enumerate() {
        let subject = subject(context, expectation);
        if subject.as_ref().is_some_and(|subject| !subject.is_nobody(context)) {
            continue;
        }
        let (message, help) =
            if subject.is_some() { (MESSAGE, HELP) } else { (NO_SUBJECT, NAME_ONE) };
        let draft = Draft::new(&RULE, message, help)
            .subject(&position.to_string())
            .at(format!("/config/expect/{position}"));
        drafts.push(match subject {
            Some(subject) => draft.arg("subject", subject.arg),
            None => draft,
        });
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "An expectation concerns nobody: nobody has its address, its group has no assigned person, or it does not say whom it is about.",
        ja: "期待(expect)に該当する人がいません。そのメールアドレスの人がいないか、グループに割り当て済みの人がいないか、対象が指定されていません。",
    },
    why: Text {
        en: "An expectation that concerns nobody can never be contradicted, so it guards nothing. A mistyped address or group name then passes for a check that was made.",
        ja: "誰にも該当しない期待は破られることがないため、何も守りません。アドレスやグループ名の誤記が、確認済みであるかのように見えてしまいます。",
    },
    fix: Text {
        en: "Correct the address or the group name so that it is written as in your identity provider, or take the expectation out.",
        ja: "メールアドレスまたはグループ名を、アイデンティティプロバイダーでの表記に合わせて訂正します。不要な期待であれば外します。",
    },
    params: &[maybe(
        "subject",
        Kind::Text,
        "Whom the expectation is about: an address, a group, or everyone with access.",
    )],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com",
            "expect": [{ "group": "contractor", "access": false }]
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    },
                    { "email": "chloe@example.com", "groups": ["contractors"] }
                ]
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
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com",
            "expect": [{ "group": "contractors", "access": false }]
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    },
                    { "email": "chloe@example.com", "groups": ["contractors"] }
                ]
            }
        }
    }"#,
};
