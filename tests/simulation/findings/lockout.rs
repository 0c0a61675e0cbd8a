//! Who is left to administer, and whether the one who saves is among them.

use super::{Case, Findings, Passage, has_access};
use crate::scenario::{Mode, Person, Word};
use crate::world::Standing;

pub fn findings(case: &Case, found: &mut Findings) {
    let Case { scenario, passages, .. } = case;
    let is_admin = |standing: Option<Standing>| case.administers(standing);
    let is_actor =
        |passage: &Passage| scenario.actor.as_ref().is_some_and(|a| *a == passage.person.email);

    if let Some(passage) = passages.iter().find(|passage| is_actor(passage))
        && let Some(member) = &passage.person.member
    {
        if matches!(passage.outcome, "removed" | "blocked") {
            found.add("lockout/actor-loses-access", "error", Some(1));
        } else if scenario.plan.administers(member.role)
            && has_access(passage.after)
            && !is_admin(passage.after)
        {
            found.add("lockout/actor-demoted", "error", Some(1));
        }
    }

    let administrators = |side: fn(&Passage) -> Option<Standing>| {
        let counts = |passage: &&Passage| passage.is_active_human() && is_admin(side(passage));
        passages.iter().filter(counts).count()
    };
    let before = administrators(|passage| passage.before);
    let after = administrators(|passage| passage.after);
    if after == 0 {
        found.add("lockout/no-admin-left", "error", None);
    } else if (after as u64) < scenario.guard("minAdmins") {
        let severity = if after < before { "warning" } else { "info" };
        found.add("lockout/few-admins-left", severity, None);
    }

    let falls = |passage: &&Passage| {
        passage.is_member()
            && passage.is_active_human()
            && is_admin(passage.before)
            && !is_admin(passage.after)
            && !is_actor(passage)
    };
    let demoted = passages.iter().filter(falls).count();
    found.add_for("lockout/admin-demoted", "warning", demoted);

    if let Some(mapping) = scenario.proposal.mapping_in_force() {
        let groups = mapping.roles.get(scenario.plan.administering);
        let by_group = |person: &Person| {
            scenario.word(person) == Word::Assigned
                && person.user.as_ref().zip(groups).is_some_and(|(user, groups)| user.is_in(groups))
        };
        if !scenario.people.iter().any(by_group) {
            let severity = if after > 0 { "warning" } else { "error" };
            found.add("lockout/admin-role-unmapped", severity, None);
        }
    }

    if case.mode() == Mode::Manual {
        let shut_out = passages.iter().filter(|passage| passage.loses_access()).count();
        found.add_for("lockout/sso-shuts-out", "warning", shut_out);
    }
}
