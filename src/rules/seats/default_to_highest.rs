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

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, change) = (context.roster, context.change);
    let Some(highest) = context.offer.seat_tiers.first().copied() else { return };
    let newly = |person: &PersonId| {
        change.after.tier(*person) == Some(highest)
            && demand(context.policy, roster, *person, change.after.outcome(*person))
                == Demand::Default
            && change.before(*person).and_then(|before| before.seat_tier) != Some(highest)
    };
    let people: Vec<_> = (0..change.after.len()).filter(newly).collect();
    if people.is_empty() {
        return;
    }
    let path = if context.policy.mapped {
        "/config/provisioning/groupMapping/seatTiers"
    } else {
        "/config/provisioning/groupMapping"
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP).people(people).arg("tier", Arg::Tier(highest)).at(path),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
