//! Who newly administers, and through which group.

use super::{Case, Findings, Passage};
use crate::scenario::Word;
use std::collections::BTreeSet;

pub fn findings(case: &Case, found: &mut Findings) {
    let Case { scenario, .. } = case;
    let is_new = |passage: &Passage| {
        let holds_it = passage.person.member.as_ref();
        case.administers(passage.after)
            && !case.administers(passage.before)
            && !holds_it.is_some_and(|member| scenario.plan.administers(member.role))
    };
    found.add_for("escalation/new-admins", "warning", case.count(is_new));

    let Some(mapping) = scenario.proposal.mapping_in_force() else {
        return;
    };
    let entitled = case.count(|passage| case.world.is_entitled(passage.person)) as u64;
    let given = mapping.given.iter().filter(|given| given.target == scenario.plan.administering);
    let groups: BTreeSet<_> = given.map(|given| &given.means).collect();
    for group in groups {
        let assigned: Vec<&Passage> = case
            .passages
            .iter()
            .filter(|passage| scenario.word(passage.person) == Word::Assigned)
            .filter(|p| p.person.user.as_ref().is_some_and(|user| user.is_in(group)))
            .collect();
        let new = assigned.iter().filter(|passage| is_new(passage)).count();
        let is_broad =
            assigned.len() as u64 * 100 >= scenario.guard("broadAdminPercent") * entitled;
        if new > 0 && new as u64 >= scenario.guard("broadAdminGroup") && is_broad {
            found.add("escalation/broad-admin-group", "error", Some(new));
        }
    }
}
