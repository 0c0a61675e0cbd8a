//! People for whom a seat is missing.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "seats/shortage",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B38", "B36"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|seat is|seats are} missing ({tiers}): {waiting} {waiting|person waits|people wait} to be added, {members} {members|member does|members do} not get the seat they were to have ({who})",
    ja: "シートが {n} 不足しています({tiers})。追加待ち {waiting} 人、予定のシートを得られないメンバー {members} 人({who})",
};

const IF_ALL_LOG_IN: Text = Text {
    en: "if all of them log in, {n} {n|seat is|seats are} missing ({tiers}): {waiting} {waiting|person waits|people wait} to be added, {members} {members|member does|members do} not get the seat they were to have ({who})",
    ja: "全員がログインした場合、シートが {n} 不足します({tiers})。追加待ち {waiting} 人、予定のシートを得られないメンバー {members} 人({who})",
};

const HELP: Text = Text {
    en: "buy {tiers} under Total seats on the Organization page, or take people out of the seat tier groups; under SCIM then press Sync now",
    ja: "OrganizationページのTotal seatsで {tiers} を追加購入するか、シートティアのグループから人を外してください。SCIMではその後Sync nowを押します",
};

const OF_TIER: Text = Text { en: "{count} {tier}", ja: "{tier} {count}" };

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let after = &context.change.after;
    if after.unserved.is_empty() {
        return;
    }
    let is_member = |person: &&PersonId| context.roster.is_member(**person);
    let members = after.unserved.iter().filter(is_member).count();
    let tiers = context.offer.seat_tiers.iter().zip(&after.short).filter(|(_, short)| **short > 0);
    let tiers = tiers.map(|(tier, short)| {
        Arg::Phrase(OF_TIER, vec![("count", Arg::Count(*short)), ("tier", Arg::Tier(*tier))])
    });
    let message = if context.mode() == Mode::Jit { IF_ALL_LOG_IN } else { MESSAGE };
    let severity = if members > 0 { Severity::Error } else { Severity::Warning };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .severity(severity)
            .people(after.unserved.clone())
            .arg("tiers", Arg::List(tiers.collect()))
            .arg("waiting", Arg::Count(after.unserved.len() - members))
            .arg("members", Arg::Count(members))
            .at("/config/organization/seats"),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
