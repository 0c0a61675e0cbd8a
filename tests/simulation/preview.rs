//! What the world is before the save and what it comes to after.

use crate::scenario::{Person, Scenario};
use crate::world::{Arrivals, Settled, Standing, World};

/// The world before and after the save.
pub struct Preview {
    pub before: Vec<Option<Standing>>,
    /// The seat that each person sits on before.
    pub seat_before: Vec<Option<&'static str>>,
    pub after: Settled,
}

/// Sets what is in force today, or the member list where nothing is said of that, beside the settled proposal.
pub fn preview(scenario: &Scenario, after: Settled) -> Preview {
    let settled = scenario
        .saved
        .as_ref()
        .map(|saved| World { scenario, settings: saved }.play(Arrivals::AsListed));
    let as_listed = |person: &Person| {
        let member = person.member.as_ref()?;
        Some(Standing { role: member.role, tier: member.tier, access: true })
    };
    let before: Vec<_> = scenario
        .people
        .iter()
        .enumerate()
        .map(|(index, person)| match &settled {
            None => as_listed(person),
            Some(settled) => match settled.fates[index].as_ref()? {
                fate if fate.outcome == "unknown" => as_listed(person),
                fate => fate.standing,
            },
        })
        .collect();
    let seat_before = before.iter().map(|standing| standing.and_then(|s| s.tier)).collect();
    Preview { before, seat_before, after }
}
