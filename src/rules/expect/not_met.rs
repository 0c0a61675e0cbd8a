//! An expectation that the resolution contradicts.

use crate::model::config::Expectation;
use crate::resolve::Resolved;
use crate::rules::expectation::subject;
use crate::rules::prelude::*;
use crate::text::{NO_ACCESS, NO_SEAT};

pub static RULE: Rule = Rule {
    code: "expect/not-met",
    needs: Needs::Resolution,
    sources: &["B29", "B33"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "expected of {subject}: {expected}; {n} of {of} {n|differs|differ}, for example {actual}",
    ja: "{subject} に期待されているのは「{expected}」ですが、{of} 人のうち {n} 人が異なります。例: {actual}",
};

const HELP: Text = Text {
    en: "change the settings or the groups until the expectation holds, or correct the expectation",
    ja: "期待どおりになるまで設定やグループを変更するか、期待を訂正してください",
};

const ACCESS: Text = Text { en: "access", ja: "アクセスあり" };
const ROLE: Text = Text { en: "the role {role}", ja: "ロール {role}" };
const TIER: Text = Text { en: "a {tier} seat", ja: "シート {tier}" };
const IS: Text = Text { en: "{person} has {standing}", ja: "{person} は {standing}" };
const STANDING: Text = Text { en: "the role {role} and {tier}", ja: "{role}、{tier}" };
const ROLE_ONLY: Text = Text { en: "the role {role}", ja: "{role}" };

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for (position, expectation) in context.config.expect.iter().enumerate() {
        let Some(subject) = subject(context, expectation) else { continue };
        let not_met = |cohort: &Cohort| !met(expectation, context.change.after(cohort));
        let Some((first, people)) = subject.those(context, not_met) else { continue };
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(&position.to_string())
                .arg("of", Arg::Count(subject.count(context)))
                .arg("subject", subject.arg)
                .arg("expected", Arg::List(expected(expectation)))
                .example("actual", actual(context, first))
                .people(people)
                .at(format!("/config/expect/{position}")),
        );
    }
}

fn met(expectation: &Expectation, after: Resolved) -> bool {
    let has_access = after.has_access();
    let access = expectation.access.is_none_or(|access| access == has_access);
    let role = expectation.role.is_none_or(|role| has_access && after.role == role);
    let tier = expectation.seat_tier.is_none_or(|tier| has_access && after.tier == Some(tier));
    access && role && tier
}

fn expected(expectation: &Expectation) -> Vec<Arg> {
    let access =
        expectation.access.map(|access| Arg::Text(if access { ACCESS } else { NO_ACCESS }));
    let role = expectation.role.map(|role| Arg::Phrase(ROLE, vec![("role", Arg::Role(role))]));
    let tier = expectation.seat_tier.map(|tier| Arg::Phrase(TIER, vec![("tier", Arg::Tier(tier))]));
    access.into_iter().chain(role).chain(tier).collect()
}

/// What the first of those who contradict it has instead.
fn actual(context: &Context<'_>, person: PersonId) -> Arg {
    let after = context.change.cohort_of(person).map(|cohort| context.change.after(cohort));
    let standing = match after.filter(Resolved::has_access) {
        Some(after) => {
            let tier = after.tier.map_or(Arg::Text(NO_SEAT), Arg::Tier);
            let standing = if context.offer.seat_tiers.is_empty() { ROLE_ONLY } else { STANDING };
            Arg::Phrase(standing, vec![("role", Arg::Role(after.role)), ("tier", tier)])
        }
        None => Arg::Text(NO_ACCESS),
    };
    let person = Arg::Person(context.roster.email(person).to_owned());
    Arg::Phrase(IS, vec![("person", person), ("standing", standing)])
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let position = draft.place().and_then(|position| position.parse::<usize>().ok());
    let expectation = position.and_then(|position| context.config.expect.get(position));
    expectation.map_or_else(Vec::new, |expectation| {
        remedies::expected::meet(context, expectation, &draft.everyone(context))
    })
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "After the save, the access, role or seat tier of somebody differs from what an expectation states.",
        ja: "保存後のアクセス、ロール、シートティアのいずれかが、期待(expect)と異なる人がいます。",
    },
    why: Text {
        en: "Expectations state what must hold after the save: that contractors stay out, for example, or that developers keep their role. Where the result contradicts one, the settings or the groups do something that was not intended.",
        ja: "期待には、外部の協力者にはアクセスがない、開発者のロールは変わらないなど、保存後に成り立つべきことを書きます。結果がそれに反するのは、設定またはグループが意図したとおりになっていないということです。",
    },
    fix: Text {
        en: "Correct the mapping, or the assignments and groups in your identity provider, until the expectation holds. If the result is right after all, correct the expectation.",
        ja: "期待どおりになるまで、マッピングを修正するか、アイデンティティプロバイダーの割り当てとグループを修正します。結果のほうが正しければ、期待を訂正します。",
    },
    params: &[
        always("of", Kind::Number, "How many people the expectation is about."),
        always(
            "subject",
            Kind::Text,
            "Whom it is about: an address, a group, or everyone with access.",
        ),
        always("expected", Kind::Texts, "What was expected of them, in English."),
        always("actual", Kind::Text, "What one of those who differ has instead, in English."),
    ],
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
                        "developer": ["anthropic-console-developers"],
                        "user": ["anthropic-console-users"]
                    }
                }
            },
            "actor": "ann@example.com",
            "expect": [{ "email": "ben@example.com", "role": "developer" }]
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "developer" },
                { "email": "daniel@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    { "email": "ben@example.com", "groups": ["anthropic-console-users"] },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-console-developers"]
                    },
                    { "email": "daniel@example.com", "groups": ["anthropic-console-users"] }
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
                        "developer": ["anthropic-console-developers"],
                        "user": ["anthropic-console-users"]
                    }
                }
            },
            "actor": "ann@example.com",
            "expect": [{ "email": "ben@example.com", "role": "developer" }]
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "developer" },
                { "email": "daniel@example.com", "role": "user" }
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
                        "groups": ["anthropic-console-developers"]
                    },
                    { "email": "daniel@example.com", "groups": ["anthropic-console-users"] }
                ]
            }
        }
    }"#,
};
