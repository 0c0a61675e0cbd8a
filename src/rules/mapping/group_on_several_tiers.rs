//! One group on several seat tiers: the highest wins.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/group-on-several-tiers",
    severity: Severity::Warning,
    sources: &["B35", "B31"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets}: its people get {highest}, the highest of them",
    ja: "{group} が {targets} にマップされています。所属する人は最も高い {highest} になります",
};

const HELP: Text = Text {
    en: "leave {group} on the one seat tier that its people are to have",
    ja: "{group} は、所属する人に付与したいシートティア1つだけにマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for found in on_several(context, |target| matches!(target, Target::Tier(_))) {
        let group = found.first.designation;
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(group)
                .arg("group", Arg::Group(group.to_owned()))
                .arg("highest", found.first.target.arg())
                .arg("targets", found.targets)
                .people(context.each_assigned_in(found.first.groups))
                .at_all(found.paths),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let group = draft.word("group").unwrap_or_default();
    remedies::mapping::alone(context, group, |target| matches!(target, Target::Tier(_)))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "One group is mapped to several seat tiers, and its people get the highest of them.",
        ja: "1つのグループが複数のシートティアにマップされており、所属する人は最も高いシートティアになります。",
    },
    why: Text {
        en: "The lower tier never applies to anybody in the group. If that was the one meant, the whole group takes dearer seats than planned, and those seats may run out for others.",
        ja: "そのグループの人に、低いほうのシートティアが適用されることはありません。低いほうが意図したものであれば、グループの全員が予定より高額なシートを使い、ほかの人の分が足りなくなることもあります。",
    },
    fix: Text {
        en: "Leave the group on the one seat tier that its people are to have, and take it off the others.",
        ja: "所属する人に付与したいシートティア1つだけにグループをマップし、ほかのシートティアからは外します。",
    },
    params: &[
        always("group", Kind::Group, "The group."),
        always("highest", Kind::SeatTier, "The highest of the tiers, which counts."),
        always("targets", Kind::Targets, "The seat tiers that it is mapped to."),
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
                        "user": ["engineering", "sales"]
                    },
                    "seatTiers": {
                        "premium": ["engineering"],
                        "standard": ["sales", "engineering"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "premium" },
                { "email": "chloe@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "engineering"]
                    },
                    { "email": "ben@example.com", "groups": ["engineering"] },
                    { "email": "chloe@example.com", "groups": ["sales"] }
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
                        "user": ["engineering", "sales"]
                    },
                    "seatTiers": { "premium": ["engineering"], "standard": ["sales"] }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "premium" },
                { "email": "chloe@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "engineering"]
                    },
                    { "email": "ben@example.com", "groups": ["engineering"] },
                    { "email": "chloe@example.com", "groups": ["sales"] }
                ]
            }
        }
    }"#,
};
