//! A seat tier holds more people than seats of it were purchased.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/oversold",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B38"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{held} {held|person holds|people hold} a {tier} seat after the save, but only {purchased} {purchased|was|were} purchased",
    ja: "保存後に {tier} を {held} 人が使いますが、購入済みは {purchased} シートです",
};

const HELP: Text = Text {
    en: "buy {missing} more, correct the number of purchased seats, or move people to another seat tier",
    ja: "{missing} シートを追加購入するか、購入済みシート数を訂正するか、別のシートティアに移してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for tier in context.offer.seat_tiers {
        let Some(purchased) = context.policy.purchased(*tier) else { continue };
        let people = context.change.holders(*tier);
        let held = people.len();
        if held <= purchased {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(tier.word())
                .people(people)
                .arg("tier", Arg::Tier(*tier))
                .arg("held", Arg::Count(held))
                .arg("purchased", Arg::Count(purchased))
                .arg("missing", Arg::Count(held - purchased))
                .at(format!("/config/organization/seats/{tier}")),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let tier = draft.place().and_then(SeatTier::from_word);
    let missing = tier.and_then(|tier| {
        let purchased = context.policy.purchased(tier)?;
        Some((tier, context.change.holders(tier).len().checked_sub(purchased)?))
    });
    remedies::administrators::buy(context, missing.as_slice())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "After the save, more people hold a seat tier than seats of it were purchased.",
        ja: "保存後、購入済みのシート数を超える人数が、同じシートティアを使います。",
    },
    why: Text {
        en: "Members keep the seat they hold even where it exceeds the number purchased, so nobody loses a seat over it. Until the numbers agree, however, nobody can be added on this tier.",
        ja: "すでにシートを持つメンバーは、購入済みの数を超えていてもそのシートを保つため、これによってシートを失う人はいません。ただし、数が合うまで、このシートティアに新しい人を追加することはできません。",
    },
    fix: Text {
        en: "Buy the missing seats, or move people to another seat tier. If the number of purchased seats was given wrongly, correct it under organization.seats.",
        ja: "足りないシートを追加購入するか、別のシートティアに移します。購入済みシート数の記載が誤っていれば、organization.seatsを訂正します。",
    },
    params: &[
        always("tier", Kind::SeatTier, "The seat tier."),
        always("held", Kind::Number, "How many members hold it today."),
        always("purchased", Kind::Number, "How many seats of it were purchased."),
        always("missing", Kind::Number, "How many are missing."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team", "seats": { "premium": 1 } },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "premium" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team", "seats": { "premium": 2 } },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "premium" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
