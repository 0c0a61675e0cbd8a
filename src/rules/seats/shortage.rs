//! People for whom a seat is missing.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/shortage",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B38", "B36"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|seat is|seats are} missing ({tiers}); waiting to be added: {waiting}; members without the seat they were to have: {members} ({who})",
    ja: "シートが {n} 席不足しています({tiers})。追加待ち {waiting} 人、予定のシートを得られないメンバー {members} 人({who})",
};

const IF_ALL_LOG_IN: Text = Text {
    en: "if all of them log in, {n} {n|seat is|seats are} missing ({tiers}); waiting to be added: {waiting}; members without the seat they were to have: {members} ({who})",
    ja: "全員がログインした場合、シートが {n} 席不足します({tiers})。追加待ち {waiting} 人、予定のシートを得られないメンバー {members} 人({who})",
};

const HELP: Text = Text {
    en: "buy the missing seats ({tiers}) under Total seats on the Organization page, or take people out of the seat tier groups; under SCIM then press Sync now",
    ja: "OrganizationページのTotal seatsで不足分({tiers})を追加購入するか、シートティアのグループから人を外してください。SCIMではその後Sync nowを押してください",
};

const OF_TIER: Text = Text { en: "{count} {tier}", ja: "{tier} {count}" };

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let change = context.change;
    let unserved = change.crowd(|cohort| change.after(cohort).lacks.is_some());
    if unserved.is_empty() {
        return;
    }
    let members = change.among(&unserved, |cohort| context.roster.is_member(cohort.first)).len();
    let tiers = context.offer.seat_tiers.iter();
    let short = tiers.map(|tier| (tier, change.lacking(*tier).len()));
    let tiers = short.filter(|(_, short)| *short > 0).map(|(tier, short)| {
        Arg::Phrase(OF_TIER, vec![("count", Arg::Count(short)), ("tier", Arg::Tier(*tier))])
    });
    let message = if context.mode() == Mode::Jit { IF_ALL_LOG_IN } else { MESSAGE };
    let severity = if members > 0 { Severity::Error } else { Severity::Warning };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .severity(severity)
            .arg("tiers", Arg::List(tiers.collect()))
            .arg("waiting", Arg::Count(unserved.len() - members))
            .arg("members", Arg::Count(members))
            .people(unserved)
            .at("/config/organization/seats"),
    );
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let tiers = context.offer.seat_tiers.iter();
    let missing = tiers.map(|tier| (*tier, context.change.lacking(*tier).len()));
    let missing: Vec<_> = missing.filter(|(_, short)| *short > 0).collect();
    let tiers_off = remedies::mode::tiers_off(context);
    remedies::administrators::buy(context, &missing).into_iter().chain(tiers_off).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "There are too few seats: people wait to be added, or members do not get the seat tier they were to have.",
        ja: "シートが不足しており、追加を待つ人か、予定のシートティアを得られないメンバーがいます。",
    },
    why: Text {
        en: "Whoever is assigned but finds no seat free is in the directory and yet not in the organisation. Members for whom the right tier has no room stay on the one they have.",
        ja: "割り当て済みでも空きシートがない人は、ディレクトリにいるのにオーガニゼーションには追加されません。予定のシートティアに空きがないメンバーは、現在のシートのままになります。",
    },
    fix: Text {
        en: "Buy the missing seats under Total seats on the Organization page, or take people out of the groups mapped to the seat tier that is full. Under SCIM press Sync now afterwards; under JIT the people concerned log in again.",
        ja: "OrganizationページのTotal seatsで足りないシートを追加購入するか、空きのないシートティアにマップされたグループから人を外します。その後、SCIMではSync nowを押し、JITでは該当する人がログインし直します。",
    },
    params: &[
        always("tiers", Kind::Texts, "How many seats of which tier are missing, in English."),
        always("waiting", Kind::Number, "How many people wait to be added."),
        always(
            "members",
            Kind::Number,
            "How many members do not get the seat that they were to have.",
        ),
    ],
    fails: r#"{
        "config": {
            "organization": {
                "plan": "enterprise-seat-based",
                "seats": { "premium": 1, "standard": 20 }
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
                        "groups": ["anthropic-claude-users", "anthropic-claude-premium"]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": {
                "plan": "enterprise-seat-based",
                "seats": { "premium": 2, "standard": 20 }
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
                        "groups": ["anthropic-claude-users", "anthropic-claude-premium"]
                    }
                ]
            }
        }
    }"#,
};
