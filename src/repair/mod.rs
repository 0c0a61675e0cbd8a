//! What could be done about findings, proven by checking again, and sets of it that leave no error.
//!
//! Rules propose; what they propose is laid over configuration and roster, and checked like
//! anything else. Nothing is offered that does not clear what it is offered for.

mod document;
mod effects;
mod patch;
mod people;
mod plan;
mod proof;
mod search;
mod settings;
mod why;
mod world;

use std::collections::BTreeMap;

use crate::model::edit::{ConfigEdit, Edit};
use crate::model::repair::{
    Effects, Fix, Minimality, PlanStep, Repair, Repairs, SearchBound, Where,
};
use crate::rules::{self, Proposal};
use crate::sorted::sorted_by;
use crate::text::{Locale, Text};
use proof::{Proof, difference};
use search::Search;
use world::Found;
pub use world::World;

/// How many fixes a finding has at most.
const MOST_FIXES: usize = 4;
/// How many repairs are given at most.
const MOST_REPAIRS: usize = 5;
/// How many sets are looked at for them.
const MOST_CANDIDATES: usize = 12;
/// How many candidates are checked at most in all.
const MOST_CHECKS: usize = 200;
/// A fix of a finding that concerns more people than these is left to a repair: it would name them
/// all, in every answer.
const MOST_PEOPLE: usize = 1_000;

/// The fixes of every finding that has any, by its id: what clears it, and introduces no error.
pub fn fixes(world: &World, locale: Locale) -> BTreeMap<String, Vec<Fix>> {
    let context = world.context();
    let found = world.found();
    // What several findings propose is proven once.
    let mut proven: Vec<(Proposal, Option<Fix>)> = Vec::new();
    let mut fixes = BTreeMap::new();
    for draft in rules::drafts(&context) {
        if draft.count() > MOST_PEOPLE {
            continue;
        }
        let id = draft.id(&context);
        let mut offered = Vec::new();
        for proposal in draft.proposals(&context) {
            let known = proven.iter().position(|(known, _)| known.edits == proposal.edits);
            let place = known.unwrap_or_else(|| {
                let proof = Proof::of(world, &proposal);
                let proof = proof.filter(|proof| !proof.introduces_error(&found));
                let fix = proof.map(|proof| proof.fix(world, &found, locale));
                proven.push((proposal, fix));
                proven.len() - 1
            });
            let fix = proven.get(place).and_then(|(_, fix)| fix.as_ref());
            offered.extend(fix.filter(|fix| fix.clears.contains(&id)).cloned());
            if offered.len() == MOST_FIXES {
                break;
            }
        }
        if !offered.is_empty() {
            fixes.insert(id, offered);
        }
    }
    fixes
}

/// Sets of fixes that leave no error, by some means only, best first.
pub fn repairs(world: &World, means: &[Where], locale: Locale) -> Repairs {
    let found = world.found();
    let blocked = !found.errors.is_empty();
    let mut search = Search::new(world, means);
    let sets = if blocked { search.run(world.found()) } else { Vec::new() };
    let (mut checks, exhausted) = (search.checks, !search.bounded);
    let mut candidates = Vec::new();
    for (set, minimality) in sets.into_iter().take(MOST_CANDIDATES) {
        let proposals = search.proposals(set);
        checks += 1;
        let Some(end) = world.after(proposals.iter().copied()) else { continue };
        let effects = effects::effects(world, &end);
        candidates.push(Candidate {
            kind: Kind::of(&proposals, &end),
            proposals,
            minimality,
            effects,
        });
    }
    let mut repairs = Vec::new();
    for candidate in best(candidates) {
        // Each fix is followed once more, and as often for the plan as it may take.
        let steps = candidate.proposals.len();
        let cost = steps + steps * (steps + 1) / 2;
        if repairs.len() < MOST_REPAIRS && checks + cost <= MOST_CHECKS {
            repairs.extend(repair(world, &found, candidate, &mut checks, locale));
        }
    }
    let why = if blocked && repairs.is_empty() {
        why::why(world, &found, means, exhausted, locale)
    } else {
        Vec::new()
    };
    let leave_as_is = leave_as_is(world, locale);
    Repairs { repairs, why, leave_as_is, search: SearchBound { checks, exhausted } }
}

/// What to do in which order to save these settings, the best repair of them first where they
/// cannot be saved as they are; nothing where there is none.
pub fn plan(world: &World, means: &[Where], locale: Locale) -> Vec<PlanStep> {
    if world.found().errors.is_empty() {
        return plan::plan(world, world, &[], &mut 0, locale);
    }
    let repairs = repairs(world, means, locale).repairs;
    repairs.into_iter().next().map(|repair| repair.plan).unwrap_or_default()
}

/// A set of fixes that leaves no error.
struct Candidate<'p> {
    kind: Kind,
    proposals: Vec<&'p Proposal>,
    minimality: Minimality,
    effects: Effects,
}

/// The best of each kind, best first; those that make new administrators only where nothing else
/// helps.
fn best(candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut best = sorted_by(candidates, |one, other| one.harm().cmp(&other.harm()));
    let makes_nobody = |it: &Candidate<'_>| it.effects.new_administrators.count == 0;
    if best.iter().any(makes_nobody) {
        best.retain(makes_nobody);
    }
    let mut kinds: Vec<Kind> = Vec::new();
    best.retain(|candidate| {
        let is_new = !kinds.contains(&candidate.kind);
        kinds.push(candidate.kind.clone());
        is_new
    });
    best
}

/// The fixes one after the other, each compared with the world before it, and all together.
fn repair(
    world: &World,
    found: &Found,
    candidate: Candidate<'_>,
    checks: &mut usize,
    locale: Locale,
) -> Option<Repair> {
    let Candidate { proposals, minimality, effects, .. } = candidate;
    let (mut here, mut fixes) = (world.clone(), Vec::new());
    for proposal in &proposals {
        *checks += 1;
        let proof = Proof::of(&here, proposal)?;
        let there = proof.world.clone();
        fixes.push(proof.fix(&here, &here.found(), locale));
        here = there;
    }
    let after = here.found();
    let verdict = rules::verdict(&rules::findings(&here.context(), locale));
    let plan = plan::plan(world, &here, &proposals, checks, locale);
    Some(Repair {
        fixes,
        applicability: effects::applicability(&effects),
        clears: difference(&found.ids, &after.ids),
        introduces: difference(&after.ids, &found.ids),
        effects,
        verdict,
        minimality,
        plan,
    })
}

/// What makes two repairs different in kind: the means, and what is saved in the end.
#[derive(Clone, PartialEq, Eq)]
struct Kind {
    means: Vec<Where>,
    mode: crate::catalog::Mode,
    mapped: bool,
}

impl Kind {
    fn of(proposals: &[&Proposal], end: &World) -> Self {
        let mut means: Vec<Where> = proposals.iter().map(|proposal| proposal.place).collect();
        means.sort_unstable();
        means.dedup();
        let policy = &end.settled.proposed;
        Self { means, mode: policy.mode, mapped: policy.mapped }
    }
}

impl Candidate<'_> {
    /// What repairs are ranked by: the fewest people whose access changes, then the fewest new
    /// administrators, then the better means, then fewer fixes.
    fn harm(&self) -> (usize, usize, Vec<Where>, usize) {
        let effects = &self.effects;
        let mut places: Vec<Where> = self.proposals.iter().map(|it| it.place).collect();
        // The worst means first.
        places.sort_unstable_by(|one, other| other.cmp(one));
        let changed = effects.gain_access.count + effects.lose_access.count;
        (changed, effects.new_administrators.count, places, self.proposals.len())
    }
}

const LEAVE: Text =
    Text { en: "leave the settings as they are today", ja: "設定を現在のままにする" };

/// Going back to what is saved, where that is known and something else is proposed.
fn leave_as_is(world: &World, locale: Locale) -> Option<Fix> {
    let saved = world.config.given().get("saved")?;
    let mode = world.config.saved.as_ref()?.mode;
    let mapping = saved.get("groupMapping").cloned().unwrap_or_default();
    let provisioning = serde_json::json!({ "mode": mode, "groupMapping": mapping });
    let edit = ConfigEdit::Set("/provisioning".to_owned(), provisioning);
    let proposal = Proposal {
        title: LEAVE,
        args: Vec::new(),
        place: Where::Settings,
        edits: vec![Edit::Config(edit)],
    };
    let found = world.found();
    let proof = Proof::of(world, &proposal)?;
    let same = proof.world.config.provisioning == world.config.provisioning;
    (!same).then(|| proof.fix(world, &found, locale))
}
