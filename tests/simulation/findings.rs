//! What the rules ought to find, counted again on the settled world.

mod escalation;
mod expectations;
mod lockout;
mod mapping;
mod plan;
mod removal;
mod roster;
mod seats;
mod timing;

use crate::preview::Preview;
use crate::scenario::{Mode, Person, Scenario};
use crate::world::{Standing, World};

/// A finding that must be there: how grave it is, and how many people it concerns, where the rules say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expected {
    pub code: &'static str,
    pub severity: &'static str,
    pub people: Option<usize>,
    /// What it stands for as well.
    pub swallows: &'static [&'static str],
}

#[derive(Default)]
pub struct Findings(pub Vec<Expected>);

impl Findings {
    fn add(&mut self, code: &'static str, severity: &'static str, people: Option<usize>) {
        self.0.push(Expected { code, severity, people, swallows: &[] });
    }

    /// Adds a finding about these people, if there are any.
    fn add_for(&mut self, code: &'static str, severity: &'static str, people: usize) {
        if people > 0 {
            self.add(code, severity, Some(people));
        }
    }
}

/// One person on both sides of the save.
struct Passage<'p> {
    /// The position in the list of people.
    index: usize,
    person: &'p Person,
    before: Option<Standing>,
    after: Option<Standing>,
    outcome: &'static str,
    when: &'static str,
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

/// A resolution, for the rules that need one.
struct Case<'c> {
    scenario: &'c Scenario,
    preview: &'c Preview,
    world: World<'c>,
    passages: Vec<Passage<'c>>,
}

impl<'c> Case<'c> {
    /// None while anyone is unknown.
    fn settled(scenario: &'c Scenario, preview: &'c Preview) -> Option<Self> {
        let fates = &preview.after.fates;
        if fates.iter().flatten().any(|fate| fate.outcome == "unknown") {
            return None;
        }
        let sides = preview.before.iter().zip(fates).enumerate();
        let passages = scenario
            .people
            .iter()
            .zip(sides)
            .filter_map(|(person, (index, (before, fate)))| {
                let fate = fate.as_ref()?;
                let (after, outcome, when) = (fate.standing, fate.outcome, fate.when);
                Some(Passage { index, person, before: *before, after, outcome, when })
            })
            .collect();
        let world = World { scenario, settings: &scenario.proposal };
        Some(Case { scenario, preview, world, passages })
    }

    fn mode(&self) -> Mode {
        self.scenario.proposal.mode
    }

    fn count(&self, counts: impl Fn(&Passage) -> bool) -> usize {
        self.passages.iter().filter(|passage| counts(passage)).count()
    }

    fn administers(&self, standing: Option<Standing>) -> bool {
        standing.is_some_and(|standing| {
            standing.access && self.scenario.plan.administers(standing.role)
        })
    }
}

pub fn expected(scenario: &Scenario, preview: &Preview) -> Findings {
    let mut found = Findings::default();
    plan::findings(scenario, &mut found);
    roster::findings(scenario, &mut found);
    timing::entra_delay(scenario, &mut found);
    if scenario.actor.is_none() {
        found.add("lockout/actor-not-given", "info", None);
    }
    let case = Case::settled(scenario, preview);
    mapping::findings(scenario, case.as_ref(), &mut found);
    if let Some(case) = case {
        lockout::findings(&case, &mut found);
        removal::findings(&case, &mut found);
        escalation::findings(&case, &mut found);
        seats::findings(&case, &mut found);
        timing::findings(&case, &mut found);
        roster::outside_domains(&case, &mut found);
        expectations::findings(&case, &mut found);
    }
    found
}
