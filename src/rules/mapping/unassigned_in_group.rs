//! Active people in a mapped group who are not assigned to the application.

use crate::roster::AssignedBy;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/unassigned-in-group",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B34", "B29"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person is|people are} in a mapped group but not assigned to the application, so the group gives {n|them|them} nothing: {who}",
    ja: "{n} 人がマップされたグループに属していますが、アプリケーションに割り当てられていないため対象になりません: {who}",
};

const HELP: Text = Text {
    en: "assign them to the application in your identity provider, best by assigning the group itself",
    ja: "アイデンティティプロバイダーでアプリケーションに割り当ててください。グループごと割り当てるのが確実です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    if !policy.assignment_known {
        return;
    }
    let people = context.change.crowd(|cohort| {
        let by = roster.assigned_by(cohort.first);
        !roster.is_assigned(cohort.first)
            && !matches!(by, AssignedBy::NotListed | AssignedBy::Deactivated)
            && policy.grants(roster, cohort.first) != Default::default()
    });
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/roster/directory/users")
                .at("/config/provisioning/groupMapping"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::admit(context, &draft.everyone(context), |_| None).into_iter().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People who are active in the directory are in a mapped group, but not assigned to the application.",
        ja: "ディレクトリで有効な人が、マップされたグループに属しながら、アプリケーションに割り当てられていません。",
    },
    why: Text {
        en: "Being in the group is not enough: only people assigned to the application are provisioned or can log in through it. They are not added, and those who are members lose access, although their group looks right.",
        ja: "グループに属しているだけでは足りません。プロビジョニングされ、アプリケーション経由でログインできるのは、割り当て済みの人だけです。グループが正しく見えても、この人たちは追加されず、すでにメンバーであればアクセスを失います。",
    },
    fix: Text {
        en: "Assign them to the application in your identity provider before you save. Assigning the group itself covers whoever joins it later.",
        ja: "保存する前に、アイデンティティプロバイダーでアプリケーションに割り当てます。グループごと割り当てておけば、あとから加わる人も対象になります。",
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
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
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
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-console-developers"],
                        "assigned": false
                    }
                ]
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
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
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
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-console-developers"],
                        "assigned": true
                    }
                ]
            }
        }
    }"#,
};
