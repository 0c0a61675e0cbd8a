//! Assigned people in a seat tier group and in no role group: only role groups entitle.

use crate::model::readings::AccessGroup;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/tier-group-only",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B22", "E3"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} assigned {n|person is|people are} in a seat tier group and in no role group, so no group gives {n|them|them} access: {who}",
    ja: "割り当て済みの {n} 人がシートティアのグループにだけ属し、ロールのグループに属していないため、グループからはアクセスが付与されません: {who}",
};

const HELP: Text = Text {
    en: "add them to a group mapped to a role in your identity provider, or map a group of theirs to a role",
    ja: "アイデンティティプロバイダーでロールにマップされたグループに追加するか、所属グループをロールにマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    // By the other reading such a group entitles, and there is nothing to warn of.
    if !policy.mapped || policy.readings.access_group == AccessGroup::AnyMappedGroup {
        return;
    }
    let people = context.change.crowd(|cohort| {
        let grants = policy.grants(roster, cohort.first);
        roster.is_assigned(cohort.first)
            && grants.tiers != 0
            && grants.roles == 0
            && !policy.is_exempt(roster, cohort.first)
    });
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/groupMapping/seatTiers")
                .at("/roster/directory/users"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let people = draft.everyone(context);
    let lowest = context.offer.roles.last().copied().map(MappedTo::Role);
    let map = lowest.map(|role| remedies::mode::map_their_group(context, &people, role, 1));
    let admit = remedies::access::admit(context, &people, |_| None);
    map.into_iter().flatten().chain(admit).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People who are assigned are in a group mapped to a seat tier, but in none mapped to a role.",
        ja: "割り当て済みで、シートティアにマップされたグループに属しながら、ロールにマップされたグループには属していない人がいます。",
    },
    why: Text {
        en: "A group mapped to a seat tier only decides which seat a person takes. Access comes from a group mapped to a role, so these people are not added, and those who are members lose access.",
        ja: "シートティアにマップされたグループで決まるのは、どのシートを使うかだけです。アクセスはロールにマップされたグループによって決まるため、この人たちは追加されず、すでにメンバーであればアクセスを失います。",
    },
    fix: Text {
        en: "In your identity provider, add them to a group mapped to a role as well, or map one of their groups to a role.",
        ja: "アイデンティティプロバイダーでロールにマップされたグループにも追加するか、所属グループのいずれかをロールにマップします。",
    },
    params: &[],
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
                        "user": ["anthropic-claude-users"]
                    },
                    "seatTiers": {
                        "premium": ["anthropic-claude-premium"],
                        "standard": ["anthropic-claude-standard"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "anthropic-claude-premium"]
                    },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-standard"]
                    },
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-premium"] }
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
                    },
                    "seatTiers": {
                        "premium": ["anthropic-claude-premium"],
                        "standard": ["anthropic-claude-standard"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [
                    {
                        "email": "ann@example.com",
                        "groups": ["anthropic-claude-owners", "anthropic-claude-premium"]
                    },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-standard"]
                    },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-claude-users", "anthropic-claude-premium"]
                    }
                ]
            }
        }
    }"#,
};
