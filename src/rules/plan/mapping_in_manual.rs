//! Group mapping given while the mode is manual: it is ignored.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/mapping-in-manual",
    severity: Severity::Warning,
    sources: &["B22", "B24"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "a group mapping is given and the mode is manual, which ignores it",
    ja: "高度なグループマッピングが指定されていますが、モードが手動のため無視されます",
};

const HELP: Text = Text {
    en: "choose jit or scim for the mapping to count, or leave the mapping out",
    ja: "マッピングを有効にするには JIT か SCIM を選び、そうでなければマッピングを外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provisioning = &context.config.provisioning;
    if !context.is_automatic() && provisioning.group_mapping.is_some() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .at("/config/provisioning/groupMapping")
                .at("/config/provisioning/mode"),
        );
    }
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    remedies::mode::mapping_in_manual(context)
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A group mapping is given, but the provisioning mode is manual, which ignores it.",
        ja: "グループマッピングが指定されていますが、プロビジョニングモードが手動のため無視されます。",
    },
    why: Text {
        en: "Roles and seat tiers stay as they were given by hand, whatever groups people are in. Anybody who relies on the mapping to grant or take away a role will find that nothing happened.",
        ja: "所属グループにかかわらず、ロールとシートティアは手動で付与されたままになります。マッピングによってロールが付与または解除されるつもりでいると、実際には何も起こりません。",
    },
    fix: Text {
        en: "Choose JIT or SCIM as the provisioning mode for the mapping to count, or leave the mapping out.",
        ja: "マッピングを有効にするには、プロビジョニングモードとしてJITまたはSCIMを選びます。使わない場合はマッピングを外します。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "manual",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
                ]
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
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
};
