//! What the plan and the parent organisation do not allow.

use super::Findings;
use crate::scenario::{Mode, Person, Scenario};

pub fn findings(scenario: &Scenario, found: &mut Findings) {
    let Scenario { plan, proposal, parent, .. } = scenario;
    let scim = proposal.mode == Mode::Scim;
    let parent_kind = parent.as_ref().map(|parent| parent.kind.as_str());
    let under_team = scim && plan.is_console() && parent_kind == Some("team");
    if proposal.mode != Mode::Manual {
        match parent {
            None => found.add("plan/no-parent", "error", None),
            Some(parent) => {
                if !parent.has_sso {
                    found.add("plan/sso-not-connected", "error", None);
                }
                if parent.verified.is_empty() {
                    found.add("plan/no-verified-domain", "error", None);
                }
                if scim && !parent.has_directory_sync && plan.name != "team" && !under_team {
                    found.add("plan/directory-not-connected", "error", None);
                }
            }
        }
    }
    if scim && plan.name == "team" {
        found.add("plan/scim-on-team", "error", None);
    }
    if under_team {
        found.add("plan/scim-under-team-parent", "error", None);
    }
    let mismatch = match parent_kind {
        Some("team") => plan.is_enterprise(),
        Some("console") => plan.is_enterprise() || plan.name == "team",
        _ => false,
    };
    if mismatch {
        found.add("plan/parent-kind-mismatch", "warning", None);
    }
    if proposal.mode == Mode::Manual && proposal.mapping.is_some() {
        found.add("plan/mapping-in-manual", "warning", None);
    }
    let mapping = proposal.mapping.as_ref();
    let strange_roles = mapping.map_or(0, |mapping| mapping.strange_roles.len());
    let mut strange_tiers = scenario.strange_seats.clone();
    strange_tiers.extend(mapping.into_iter().flat_map(|mapping| mapping.strange_tiers.clone()));
    for (code, times) in
        [("plan/role-not-offered", strange_roles), ("plan/tier-not-offered", strange_tiers.len())]
    {
        for _ in 0..times {
            found.add(code, "error", None);
        }
    }
    if scenario.actor.is_some() {
        let may_save = actor(scenario).and_then(|person| person.member.as_ref());
        if !may_save.is_some_and(|member| !member.pending && plan.administers(member.role)) {
            found.add("plan/actor-may-not-save", "error", None);
        }
    }
}

fn actor(scenario: &Scenario) -> Option<&Person> {
    let email = scenario.actor.as_ref()?;
    scenario.people.iter().find(|person| person.email == *email)
}
