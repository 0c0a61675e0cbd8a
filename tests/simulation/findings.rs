//! What the rules ought to find, counted again on the settled world.

use crate::preview::Preview;
use crate::scenario::{Mode, Person, Scenario, Word};
use crate::world::{Fate, Standing};
use std::collections::BTreeMap;

/// A finding that must be there: how grave it is, how many of its kind, and whom it concerns, where the rules say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expected {
    pub severity: &'static str,
    pub times: usize,
    pub people: Option<usize>,
}

pub type Findings = BTreeMap<&'static str, Expected>;

/// One person on both sides of the save.
struct Passage<'p> {
    person: &'p Person,
    before: Option<Standing>,
    after: Option<Standing>,
    outcome: &'static str,
}

impl Passage<'_> {
    fn is_member(&self) -> bool {
        self.person.member.is_some()
    }

    fn loses_access(&self) -> bool {
        self.is_member() && has_access(self.before) && !has_access(self.after)
    }

    fn is_service(&self) -> bool {
        self.person.member.as_ref().is_some_and(|member| member.service)
    }

    /// People whose administering role somebody can use: not a machine, not an invitation.
    fn is_active_human(&self) -> bool {
        self.person.member.as_ref().is_none_or(|member| !member.service && !member.pending)
    }
}

fn has_access(standing: Option<Standing>) -> bool {
    standing.is_some_and(|standing| standing.access)
}

pub fn expected(scenario: &Scenario, preview: &Preview) -> Findings {
    let mut found = Findings::new();
    plan(scenario, &mut found);
    let proposal = &scenario.proposal;
    let needs_directory = proposal.mode != Mode::Manual;
    if !scenario.directory.present {
        add(
            &mut found,
            "roster/no-directory",
            if needs_directory { "error" } else { "info" },
            None,
        );
    } else if needs_directory && scenario.directory.says_no_assignment() {
        add(&mut found, "roster/assignment-unknown", "error", None);
    }
    if scenario.actor.is_none() {
        add(&mut found, "lockout/actor-not-given", "info", None);
    }
    let fates = || preview.after.fates.iter().flatten();
    if fates().all(|fate: &Fate| fate.outcome != "unknown") {
        let passages: Vec<Passage> = scenario
            .people
            .iter()
            .zip(&preview.before)
            .zip(&preview.after.fates)
            .filter_map(|((person, before), fate)| {
                let fate = fate.as_ref()?;
                let (after, outcome) = (fate.standing, fate.outcome);
                Some(Passage { person, before: *before, after, outcome })
            })
            .collect();
        lockout(scenario, &passages, &mut found);
        removal(scenario, &passages, &mut found);
    }
    found
}

fn add(found: &mut Findings, code: &'static str, severity: &'static str, people: Option<usize>) {
    found.insert(code, Expected { severity, times: 1, people });
}

/// Adds a finding about these people, if there are any.
fn add_for(found: &mut Findings, code: &'static str, severity: &'static str, people: usize) {
    if people > 0 {
        add(found, code, severity, Some(people));
    }
}

fn plan(scenario: &Scenario, found: &mut Findings) {
    let Scenario { plan, proposal, parent, .. } = scenario;
    let scim = proposal.mode == Mode::Scim;
    let parent_kind = parent.as_ref().map(|parent| parent.kind.as_str());
    let under_team = scim && plan.is_console() && parent_kind == Some("team");
    if proposal.mode != Mode::Manual {
        match parent {
            None => add(found, "plan/no-parent", "error", None),
            Some(parent) => {
                if !parent.has_sso {
                    add(found, "plan/sso-not-connected", "error", None);
                }
                if parent.verified.is_empty() {
                    add(found, "plan/no-verified-domain", "error", None);
                }
                if scim && !parent.has_directory_sync && plan.name != "team" && !under_team {
                    add(found, "plan/directory-not-connected", "error", None);
                }
            }
        }
    }
    if scim && plan.name == "team" {
        add(found, "plan/scim-on-team", "error", None);
    }
    if under_team {
        add(found, "plan/scim-under-team-parent", "error", None);
    }
    let mismatch = match parent_kind {
        Some("team") => plan.is_enterprise(),
        Some("console") => plan.is_enterprise() || plan.name == "team",
        _ => false,
    };
    if mismatch {
        add(found, "plan/parent-kind-mismatch", "warning", None);
    }
    if proposal.mode == Mode::Manual && proposal.mapping.is_some() {
        add(found, "plan/mapping-in-manual", "warning", None);
    }
    let mapping = proposal.mapping.as_ref();
    let strange_roles = mapping.map_or(0, |mapping| mapping.strange_roles.len());
    let mut strange_tiers = scenario.strange_seats.clone();
    strange_tiers.extend(mapping.into_iter().flat_map(|mapping| mapping.strange_tiers.clone()));
    for (code, times) in
        [("plan/role-not-offered", strange_roles), ("plan/tier-not-offered", strange_tiers.len())]
    {
        if times > 0 {
            found.insert(code, Expected { severity: "error", times, people: None });
        }
    }
    if scenario.actor.is_some() {
        let may_save = actor(scenario).and_then(|person| person.member.as_ref());
        if !may_save.is_some_and(|member| !member.pending && plan.administers(member.role)) {
            add(found, "plan/actor-may-not-save", "error", None);
        }
    }
}

fn actor(scenario: &Scenario) -> Option<&Person> {
    let email = scenario.actor.as_ref()?;
    scenario.people.iter().find(|person| person.email == *email)
}

fn lockout(scenario: &Scenario, passages: &[Passage], found: &mut Findings) {
    let is_admin = |standing: Option<Standing>| {
        standing.is_some_and(|standing| standing.access && scenario.plan.administers(standing.role))
    };
    let is_actor =
        |passage: &Passage| scenario.actor.as_ref().is_some_and(|a| *a == passage.person.email);

    if let Some(passage) = passages.iter().find(|passage| is_actor(passage))
        && let Some(member) = &passage.person.member
    {
        if matches!(passage.outcome, "removed" | "blocked") {
            add(found, "lockout/actor-loses-access", "error", Some(1));
        } else if scenario.plan.administers(member.role)
            && has_access(passage.after)
            && !is_admin(passage.after)
        {
            add(found, "lockout/actor-demoted", "error", Some(1));
        }
    }

    let administrators = |side: fn(&Passage) -> Option<Standing>| {
        let counts = |passage: &&Passage| passage.is_active_human() && is_admin(side(passage));
        passages.iter().filter(counts).count()
    };
    let before = administrators(|passage| passage.before);
    let after = administrators(|passage| passage.after);
    if after == 0 {
        add(found, "lockout/no-admin-left", "error", None);
    } else if (after as u64) < scenario.guard("minAdmins") {
        let severity = if after < before { "warning" } else { "info" };
        add(found, "lockout/few-admins-left", severity, None);
    }

    let falls = |passage: &&Passage| {
        passage.is_member()
            && passage.is_active_human()
            && is_admin(passage.before)
            && !is_admin(passage.after)
            && !is_actor(passage)
    };
    let demoted = passages.iter().filter(falls).count();
    add_for(found, "lockout/admin-demoted", "warning", demoted);

    if scenario.proposal.mode != Mode::Manual
        && let Some(mapping) = &scenario.proposal.mapping
    {
        let groups = mapping.roles.get(scenario.plan.administering);
        let by_group = |person: &Person| {
            scenario.word(person) == Word::Assigned
                && person.user.as_ref().zip(groups).is_some_and(|(u, g)| !u.groups.is_disjoint(g))
        };
        if !scenario.people.iter().any(by_group) {
            let severity = if after > 0 { "warning" } else { "error" };
            add(found, "lockout/admin-role-unmapped", severity, None);
        }
    }

    if scenario.proposal.mode == Mode::Manual {
        let shut_out = passages.iter().filter(|passage| passage.loses_access()).count();
        add_for(found, "lockout/sso-shuts-out", "warning", shut_out);
    }
}

fn removal(scenario: &Scenario, passages: &[Passage], found: &mut Findings) {
    let losing = |outcome: &str| {
        let loses = |p: &&Passage| p.loses_access() && p.outcome == outcome;
        passages.iter().filter(loses).count()
    };
    add_for(found, "removal/members-removed", "warning", losing("removed"));
    if scenario.proposal.mode == Mode::Jit {
        add_for(found, "removal/stays-listed", "warning", losing("blocked"));
    }

    let members = || passages.iter().filter(|passage| passage.is_member());
    let without = members().filter(|p| !has_access(p.before) && !has_access(p.after)).count();
    add_for(found, "removal/already-without", "info", without);

    let losers = members().filter(|passage| passage.loses_access()).count();
    let services = members().filter(|p| p.loses_access() && p.is_service()).count();
    add_for(found, "removal/service-account", "warning", services);
    if scenario.plan.is_console() {
        add_for(found, "removal/keys-stay-live", "info", losers);
    }

    let administers = |standing: Option<Standing>| {
        standing.is_some_and(|standing| scenario.plan.administers(standing.role))
    };
    let demoted = members()
        .filter(|p| has_access(p.before) && has_access(p.after))
        .filter(|p| administers(p.before) && !administers(p.after))
        .count();
    let had_access = members().filter(|passage| has_access(passage.before)).count() as u64;
    let lost = (losers + demoted) as u64;
    let by_number = lost >= scenario.guard("maxLoss");
    let by_share = lost >= scenario.guard("maxLossFloor")
        && lost * 100 > scenario.guard("maxLossPercent") * had_access;
    let by_half = lost >= 2 && lost * 2 > had_access;
    if lost > 0 && (by_number || by_share || by_half) {
        add(found, "removal/mass-loss", "error", Some(lost as usize));
    }
}
