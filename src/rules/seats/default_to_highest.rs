//! People newly put on the plan's highest seat tier because no seat tier group names them.

use crate::resolve::{Demand, demand};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/default-to-highest",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B36", "E27"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person is|people are} put on {tier}, the highest seat tier, because no seat tier group names {n|them|them}: {who}",
    ja: "シートティアのグループに属さない {n} 人が、最も高いシートティアの {tier} になります: {who}",
};

const HELP: Text = Text {
    en: "add them to a group mapped to the seat tier they are to have, or make sure that {tier} is meant",
    ja: "付与したいシートティアにマップされたグループに追加するか、{tier} でよいことを確認してください",
};

const MAPPING_OFF: Text = Text {
    en: "change their seats by hand once they have been added, or turn advanced group mapping on and map a group to each seat tier",
    ja: "追加された後に手動でシートを変更するか、高度なグループマッピングをオンにして各シートティアにグループをマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, change) = (context.roster, context.change);
    let Some(highest) = context.offer.seat_tiers.first().copied() else { return };
    let people = change.crowd(|cohort| {
        let after = change.after(cohort);
        after.tier == Some(highest)
            && demand(context.policy, roster, cohort.first, after.outcome) == Demand::Default
            && change.before(cohort).and_then(|before| before.seat_tier) != Some(highest)
    });
    if people.is_empty() {
        return;
    }
    let (help, path) = if context.policy.mapped {
        (HELP, "/config/provisioning/groupMapping/seatTiers")
    } else {
        (MAPPING_OFF, "/config/provisioning/groupMapping")
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, help).people(people).arg("tier", Arg::Tier(highest)).at(path),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People are put on the plan's highest seat tier because no group mapped to a seat tier names them.",
        ja: "シートティアにマップされたグループに属していない人が、プランで最も高いシートティアになります。",
    },
    why: Text {
        en: "Whoever is in no group mapped to a seat tier is given the highest tier that has a seat free. That may be a dearer seat than planned, and it may use up the seats meant for others.",
        ja: "シートティアにマップされたグループに属していない人には、空きのある最も高いシートティアが割り当てられます。予定より高額なシートになったり、ほかの人のためのシートがなくなったりすることがあります。",
    },
    fix: Text {
        en: "In your identity provider, add them to the group mapped to the seat tier they are to have. Without group mapping, change their seats by hand once they have been added.",
        ja: "アイデンティティプロバイダーで、付与したいシートティアにマップされたグループに追加します。グループマッピングを使用しない場合は、追加された後にシートを手動で変更します。",
    },
    params: &[always("tier", Kind::SeatTier, "The highest seat tier of the plan.")],
    fails: r#"{
        "config": {
            "organization": {
                "plan": "enterprise-seat-based",
                "seats": { "premium": 5, "standard": 20 }
            },
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
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": {
                "plan": "enterprise-seat-based",
                "seats": { "premium": 5, "standard": 20 }
            },
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
                        "groups": ["anthropic-claude-users", "anthropic-claude-standard"]
                    }
                ]
            }
        }
    }"#,
};
