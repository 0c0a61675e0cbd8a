//! Members whose seat tier changes, up and down counted apart.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/tier-moves",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B24", "B22", "B36"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the seat tier of {n} {n|member|members} changes: {up} up, {down} down ({who})",
    ja: "メンバー {n} 人のシートティアが変わります。上がる人 {up} 人、下がる人 {down} 人({who})",
};

const HELP: Text = Text {
    en: "look through the people whose seat changes; a higher tier may cost more, a lower one may lack what they use",
    ja: "シートが変わる人を確認してください。高いティアは費用が増え、低いティアでは使えない機能が出る場合があります",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let change = context.change;
    // The highest tier has rank 0; no seat is below all.
    let rank = |tier: Option<SeatTier>| {
        tier.and_then(|tier| context.offer.tier_rank(tier)).unwrap_or(usize::MAX)
    };
    let moves = |cohort: &Cohort| {
        let (before, after) = (change.before(cohort)?, change.after(cohort).standing()?);
        Some((rank(before.seat_tier), rank(after.seat_tier)))
    };
    let moved = |is: fn(&usize, &usize) -> bool| {
        let moved = |cohort: &&Cohort| moves(cohort).is_some_and(|(from, to)| is(&to, &from));
        change.members().filter(moved).collect::<Crowd>()
    };
    let (people, up) = (moved(usize::ne), moved(usize::lt).len());
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("up", Arg::Count(up))
                .arg("down", Arg::Count(people.len() - up))
                .people(people)
                .at("/config/provisioning/groupMapping/seatTiers"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The seat tier of members changes.",
        ja: "シートティアの変わるメンバーがいます。",
    },
    why: Text {
        en: "With advanced group mapping, groups decide which seat a member has, and a seat given by hand does not survive. A higher tier may cost more, and a lower one may lack what people use today.",
        ja: "高度なグループマッピングでは、シートはグループによって決まり、手動で付与したシートティアは引き継がれません。高いシートティアは費用が増える場合があり、低いシートティアでは今使っている機能が使えなくなる場合があります。",
    },
    fix: Text {
        en: "Look through the members whose seat changes. Whoever is to keep theirs must be in the group mapped to that seat tier, and in none mapped to a higher one, in your identity provider.",
        ja: "シートの変わるメンバーを確認します。今のシートのままにする人は、アイデンティティプロバイダーで、そのシートティアにマップされたグループに追加し、より高いシートティアのグループからは外します。",
    },
    params: &[
        always("up", Kind::Number, "How many move to a higher tier."),
        always("down", Kind::Number, "How many move to a lower one."),
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
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" },
                { "email": "chloe@example.com", "role": "user", "seatTier": "standard" }
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
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" },
                { "email": "chloe@example.com", "role": "user", "seatTier": "standard" }
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
