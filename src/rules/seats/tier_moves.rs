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
    let (mut people, mut up) = (Vec::new(), 0);
    for person in 0..context.roster.member_count() {
        let (Some(before), Some(after)) = (change.before(person), change.after(person)) else {
            continue;
        };
        if before.seat_tier != after.seat_tier {
            people.push(person);
            up += usize::from(rank(after.seat_tier) < rank(before.seat_tier));
        }
    }
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
pub static DOCS: Docs = Docs::MISSING;
