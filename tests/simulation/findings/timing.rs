//! When changes arrive, and where else.

use super::{Case, Findings};
use crate::scenario::{Mode, Scenario, Word};

pub fn entra_delay(scenario: &Scenario, found: &mut Findings) {
    let is_entra = scenario.parent.as_ref().is_some_and(|parent| parent.is_entra);
    if scenario.proposal.mode == Mode::Scim && is_entra {
        found.add("timing/entra-delay", "info", None);
    }
}

pub fn findings(case: &Case, found: &mut Findings) {
    let Case { scenario, .. } = case;
    if case.mode() == Mode::Jit {
        let delayed = case.count(|passage| passage.when == "next-login");
        found.add_for("timing/next-login", "info", delayed);
    }

    if case.mode() == Mode::Scim && scenario.proposal.mapping.is_none() {
        let siblings = scenario.parent.iter().flat_map(|parent| &parent.siblings);
        let mut joined = siblings.filter(|sibling| match sibling.mode {
            _ if scenario.takes("siblingScope", "all") => true,
            None => true,
            Some(mode) => mode == Mode::Scim && !sibling.maps_groups,
        });
        if joined.next().is_some() {
            let assigned = case.count(|p| scenario.word(p.person) == Word::Assigned);
            found.add_for("tenant/adds-everywhere", "warning", assigned);
        }
    }
}
