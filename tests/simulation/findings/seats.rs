//! Who goes without a seat, who is given a better one, and what the seats hold.

use super::{Case, Findings};

pub fn findings(case: &Case, found: &mut Findings) {
    let Case { scenario, preview, passages, .. } = case;
    let sitting = &preview.after.sitting;
    let unserved = || passages.iter().filter(|p| sitting.unserved.contains(&p.index));
    let severity = if unserved().any(|p| p.is_member()) { "error" } else { "warning" };
    found.add_for("seats/shortage", severity, unserved().count());

    let highest = scenario.plan.tiers.first().copied();
    let raised = case.count(|passage| {
        let ends_on = passage.after.and_then(|standing| standing.tier);
        let came_from = passage.before.and_then(|standing| standing.tier);
        sitting.wished_best.contains(&passage.index)
            && ends_on.is_some()
            && ends_on == highest
            && came_from != highest
    });
    found.add_for("seats/default-to-highest", "warning", raised);

    let moved = case.count(|passage| {
        let tiers = passage.before.zip(passage.after).map(|(b, a)| (b.tier, a.tier));
        passage.is_member() && tiers.is_some_and(|(before, after)| before != after)
    });
    found.add_for("seats/tier-moves", "info", moved);

    for (tier, purchased) in &scenario.purchased {
        let holders = case.count(|p| p.after.is_some_and(|after| after.tier == Some(tier)));
        if holders as i64 > *purchased {
            found.add("seats/oversold", "warning", Some(holders));
        }
    }

    let invited = case.count(|passage| {
        passage.person.member.as_ref().is_some_and(|member| member.pending)
            && passage.after.is_some_and(|after| after.tier.is_some())
    });
    found.add_for("seats/held-by-invitations", "info", invited);
}
