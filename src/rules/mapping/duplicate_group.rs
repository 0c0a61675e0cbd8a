//! One group twice on one role or seat tier.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/duplicate-group",
    severity: Severity::Info,
    sources: &["B35"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {target} {times} times, which changes nothing",
    ja: "{group} が {target} に {times} 回マップされていますが、影響はありません",
};

const HELP: Text = Text {
    en: "name {group} once on {target}; check whether another group was meant",
    ja: "{target} での {group} の指定を1回にし、別のグループの間違いでないか確認してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in context.mapped_groups() {
        // Roles first, then tiers: the same target stands side by side.
        for same in namings.chunk_by(|one, other| one.target == other.target) {
            let (Some(first), true) = (same.first(), same.len() > 1) else { continue };
            drafts.push(
                Draft::new(&RULE, MESSAGE, HELP)
                    .subject(first.designation)
                    .arg("group", Arg::Group(first.designation.to_owned()))
                    .arg("target", first.target.arg())
                    .arg("times", Arg::Count(same.len()))
                    .at_all(same.iter().map(|naming| naming.path.clone())),
            );
        }
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::once(context, draft.word("group").unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "One group is named more than once on the same role or seat tier, perhaps once by name and once by id.",
        ja: "同じロールまたはシートティアに、同じグループが2回以上指定されています。名前とIDで1回ずつ指定されている場合もあります。",
    },
    why: Text {
        en: "The repetition changes nothing, but it may stand where another group was meant, whose people would then get nothing.",
        ja: "重複しても結果は変わりません。ただし、本来は別のグループを指定するはずだった可能性があり、その場合はそのグループの人に何も付与されません。",
    },
    fix: Text {
        en: "Name the group once, and check whether another group belongs in the second place.",
        ja: "グループの指定を1回にし、もう一方が別のグループの間違いでないか確認します。",
    },
    params: &[
        always("group", Kind::Group, "The group."),
        always("target", Kind::Target, "The role or seat tier that it is mapped to."),
        always("times", Kind::Number, "How often."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["anthropic-claude-users", "00g2"]
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
                ],
                "groups": [
                    { "name": "anthropic-claude-owners", "id": "00g1" },
                    { "name": "anthropic-claude-users", "id": "00g2" }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
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
                ],
                "groups": [
                    { "name": "anthropic-claude-owners", "id": "00g1" },
                    { "name": "anthropic-claude-users", "id": "00g2" }
                ]
            }
        }
    }"#,
};
