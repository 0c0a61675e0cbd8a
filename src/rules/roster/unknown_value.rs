//! A value in a row of the roster that means nothing, or nothing on this plan; it reads as absent.

use crate::rules::prelude::*;
use crate::sorted::grouped;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "roster/unknown-value",
    severity: Severity::Warning,
    sources: &["B25", "B26", "B27"],
    check,
    ..DEFAULT
};

const UNKNOWN: Text = Text {
    en: "{value} is not a known value of {field}, in {count} {count|row|rows}: it reads as absent (known: {known})",
    ja: "{field} の値 {value} は認識できません({count} 行)。未指定として扱います(使える値: {known})",
};

const NOT_ON_PLAN: Text = Text {
    en: "the {plan} plan has no {field} {value}, which {count} {count|member holds|members hold}: it reads as absent (known: {known})",
    ja: "{plan} プランに {field} の {value} はありませんが、メンバー {count} 人が持っています。未指定として扱います(使える値: {known})",
};

const NO_TIERS: Text = Text {
    en: "the {plan} plan has no seat tiers, and {count} {count|member holds|members hold} {value}: it reads as absent",
    ja: "{plan} にシートティアはありませんが、メンバー {count} 人が {value} を持っています。未指定として扱います",
};

const WRONG_TYPE: Text = Text {
    en: "{value} cannot be read as {field}, in {count} {count|row|rows}: it reads as absent",
    ja: "{value} は {field} として読めません({count} 行)。未指定として扱います",
};

const MORE: Text = Text {
    en: "{count} more {count|value|values} of the roster cannot be understood and {count|reads|read} as absent",
    ja: "名簿にはこのほかにも認識できない値が {count} 個あり、未指定として扱います",
};

const HELP: Text = Text {
    en: "correct the value in the list, or export it again",
    ja: "リストの値を修正するか、もう一度エクスポートしてください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Correct the value in the list",
    ja: "{suggestion} のことですか。リストの値を修正してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for unknown in &context.roster.notes().unknown_words {
        let words = unknown.field.words;
        let message = if words.is_empty() { WRONG_TYPE } else { UNKNOWN };
        let suggestion = closest(&unknown.value, words.iter().copied());
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let mut draft = Draft::new(&RULE, message, help)
            .subject(&format!("{} {}", unknown.field.key, unknown.value))
            .arg("value", Arg::Word(unknown.value.clone()))
            .arg("field", Arg::Word(unknown.field.key.to_owned()))
            .arg("known", Arg::words(words))
            .arg("count", Arg::Count(unknown.count))
            .counted(unknown.people_count, unknown.people.clone(), unknown.people_digests)
            .at(unknown.path.clone());
        if let Some(suggestion) = suggestion {
            draft = draft.arg("suggestion", Arg::Word(suggestion.to_owned()));
        }
        drafts.push(draft);
    }
    let more = context.roster.notes().more_unknown_words;
    if more > 0 {
        drafts.push(Draft::new(&RULE, MORE, HELP).arg("count", Arg::Count(more)).at("/roster"));
    }
    not_on_plan(context, drafts);
}

/// Roles and tiers of other plans: known words that mean nothing here.
fn not_on_plan(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, offer) = (context.roster, context.offer);
    let mut holders = Vec::new();
    for cohort in context.change.members() {
        let role = roster.role(cohort.first);
        if let Some(role) = role.filter(|role| offer.member_role(Some(*role)) != *role) {
            holders.push((("role", role.word()), cohort));
        }
        let tier = roster.tier(cohort.first);
        if let Some(tier) = tier.filter(|tier| offer.member_tier(Some(*tier)).is_none()) {
            holders.push((("seatTier", tier.word()), cohort));
        }
    }
    for ((field, value), people) in grouped(holders) {
        let people: Crowd = people.into_iter().collect();
        let known = if field == "role" { offer.role_words() } else { offer.tier_words() };
        let message = if known.is_empty() { NO_TIERS } else { NOT_ON_PLAN };
        drafts.push(
            Draft::new(&RULE, message, HELP)
                .subject(&format!("{field} {value}"))
                .arg("value", Arg::Word(value.to_owned()))
                .arg("field", Arg::Word(field.to_owned()))
                .arg("plan", Arg::Word(offer.plan.to_string()))
                .arg("known", Arg::words(&known))
                .arg("count", Arg::Count(people.len()))
                .people(people)
                .at("/roster/members"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A role, seat tier, status or kind in the roster is not known, or not on this plan, and reads as absent.",
        ja: "名簿のロール、シートティア、ステータス、種類のいずれかが未知の値か、このプランにない値のため、指定されなかったものとして扱われます。",
    },
    why: Text {
        en: "A role that is not understood reads as User, and a seat tier as none. An administrator may then not be counted as one, and the numbers of roles and seats that change may be wrong.",
        ja: "認識できないロールはUser、シートティアはなしとして扱われます。その結果、管理者が管理者として数えられなかったり、変更されるロールやシートの数が誤って示されたりする可能性があります。",
    },
    fix: Text {
        en: "Correct the value in the list, or export the list again from the organisation that it belongs to.",
        ja: "リストの値を修正するか、該当するオーガニゼーションからもう一度エクスポートします。",
    },
    params: &[
        maybe("value", Kind::Text, "The value as it is written, unless it is one of many more."),
        maybe("field", Kind::Text, "The field that it stands in."),
        maybe("known", Kind::Texts, "The values that are known there."),
        always(
            "count",
            Kind::Number,
            "In how many rows it stands, or how many more such values there are.",
        ),
        maybe("plan", Kind::Plan, "The plan, where the word belongs to another."),
        maybe("suggestion", Kind::Text, "The value that was likely meant."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
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
                { "email": "ben@example.com", "role": "member", "seatTier": "standard" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
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
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
