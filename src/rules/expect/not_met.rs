//! An expectation that the resolution contradicts.

use crate::model::config::Expectation;
use crate::rules::expectation::{Subject, subject};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "expect/not-met",
    needs: Needs::Resolution,
    sources: &["B29", "B33"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{subject} {n|is|are} expected {expected}, and {n} of {of} {n|is|are} not: {actual}",
    ja: "{subject} は{expected}と期待されていますが、{of} 人のうち {n} 人が異なります: {actual}",
};

const HELP: Text = Text {
    en: "change the settings or the groups until the expectation holds, or correct the expectation",
    ja: "期待どおりになるまで設定やグループを変更するか、期待を訂正してください",
};

const ACCESS: Text = Text { en: "to have access", ja: "アクセスあり" };
const NO_ACCESS: Text = Text { en: "to have no access", ja: "アクセスなし" };
const ROLE: Text = Text { en: "to have the role {role}", ja: "ロールは {role}" };
const TIER: Text = Text { en: "to hold a {tier} seat", ja: "シートは {tier}" };
const IS: Text = Text { en: "{person} has {standing}", ja: "{person} は {standing}" };
const STANDING: Text = Text { en: "the role {role} and {tier}", ja: "{role}、{tier}" };
const WITHOUT: Text = Text { en: "no access", ja: "アクセスなし" };
const NO_SEAT: Text = Text { en: "no seat", ja: "シートなし" };

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for (position, expectation) in context.config.expect.iter().enumerate() {
        let Some(subject) = subject(context, expectation) else { continue };
        let met = |person: &PersonId| met(context, expectation, *person);
        let people: Vec<_> = subject.people.iter().filter(|person| !met(person)).copied().collect();
        let Some(first) = people.first().copied() else { continue };
        drafts.push(draft(context, expectation, &subject, people, first, position));
    }
}

fn draft(
    context: &Context<'_>,
    expectation: &Expectation,
    subject: &Subject,
    people: Vec<PersonId>,
    first: PersonId,
    position: usize,
) -> Draft {
    Draft::new(&RULE, MESSAGE, HELP)
        .subject(&position.to_string())
        .arg("subject", subject.arg.clone())
        .arg("expected", Arg::List(expected(expectation)))
        .arg("of", Arg::Count(subject.people.len()))
        .arg("actual", actual(context, first))
        .people(people)
        .at(format!("/config/expect/{position}"))
}

fn met(context: &Context<'_>, expectation: &Expectation, person: PersonId) -> bool {
    let after = &context.change.after;
    let has_access = after.has_access(person);
    let access = expectation.access.is_none_or(|access| access == has_access);
    let role = expectation.role.is_none_or(|role| has_access && after.role(person) == role);
    let tier =
        expectation.seat_tier.is_none_or(|tier| has_access && after.tier(person) == Some(tier));
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
    let after = &context.change.after;
    let standing = if after.has_access(person) {
        let tier = after.tier(person).map_or(Arg::Text(NO_SEAT), Arg::Tier);
        Arg::Phrase(STANDING, vec![("role", Arg::Role(after.role(person))), ("tier", tier)])
    } else {
        Arg::Text(WITHOUT)
    };
    let person = Arg::Person(context.roster.email(person).to_owned());
    Arg::Phrase(IS, vec![("person", person), ("standing", standing)])
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
