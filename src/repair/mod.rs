//! What could be done about findings, proven by checking again, and sets of it that leave no error.
//!
//! Rules propose; what they propose is laid over configuration and roster, and checked like
//! anything else. Nothing is offered that does not clear what it is offered for.

mod contradiction;
mod document;
mod effects;
mod fixes;
mod harm;
mod patch;
mod people;
mod plan;
mod proof;
mod search;
mod settings;
mod why;
mod world;

use crate::catalog::Mode;
use crate::input::Options;
use crate::model::repair::{
    Effects, Fix, Minimality, PlanStep, Repair, Repairs, SearchBound, Where,
};
use crate::rules::edit::{ConfigEdit, Edit};
use crate::rules::{self, Proposal};
use crate::sorted::{different, sorted_by};
use crate::text::{Locale, Text};
use effects::{applicability, compare};
use harm::Harm;
use proof::{Proof, difference};
use search::Search;
use world::Found;

pub use fixes::fixes;
pub use world::World;

/// How many repairs are given at most.
const MOST_REPAIRS: usize = 5;
/// How many sets are looked at for them.
const MOST_CANDIDATES: usize = 12;

/// Sets of fixes that leave no error, by some means only, best first.
pub fn repairs(world: &World, options: &Options) -> Repairs {
    let Options { means, locale, .. } = options;
    let (locale, most_checks) = (*locale, options.limits.repair_checks as usize);
    let found = world.found();
    let blocked = !found.is_clear();
    let mut search = Search::new(world, means, most_checks);
    let sets = if blocked { search.run(&found) } else { Vec::new() };
    let (mut checks, exhausted) = (search.checks, !search.bounded);
    let mut candidates = Vec::new();
    for (set, minimality) in sets.into_iter().take(MOST_CANDIDATES) {
        let proposals = search.proposals(set);
        checks += 1;
        let Some(end) = world.after(proposals.iter().copied()) else { continue };
        let comparison = compare(world, &end);
        let harm = Harm::of(&proposals, &comparison, world, &end, &end.found());
        let effects = comparison.effects;
        let kind = Kind::of(&proposals, &end);
        let goes_back = end.config.is_saved() && !world.config.is_saved();
        candidates.push(Candidate { kind, harm, goes_back, proposals, minimality, effects });
    }
    let mut repairs = Vec::new();
    for candidate in best(candidates) {
        // Each fix is followed once more, and as often for the plan as it may take.
        let steps = candidate.proposals.len();
        let cost = 1 + steps + steps * (steps + 1) / 2;
        if repairs.len() < MOST_REPAIRS && checks + cost <= most_checks {
            repairs.extend(repair(world, &found, candidate, &mut checks, locale));
        }
    }
    let why = if blocked && repairs.is_empty() {
        why::why(world, &found, options, exhausted)
    } else {
        Vec::new()
    };
    let leave_as_is = leave_as_is(world, &found, locale);
    Repairs { repairs, why, leave_as_is, search: SearchBound { checks, exhausted } }
}

/// What to do in which order to save these settings, the best repair of them first where they
/// cannot be saved as they are; nothing where there is none.
pub fn plan(world: &World, options: &Options) -> Vec<PlanStep> {
    if world.found().is_clear() {
        return plan::plan(world, world, &[], &mut 0, options.locale);
    }
    let repairs = repairs(world, options).repairs;
    repairs.into_iter().next().map(|repair| repair.plan).unwrap_or_default()
}

/// A set of fixes that leaves no error.
struct Candidate<'p> {
    kind: Kind,
    harm: Harm,
    /// Whether what is saved today would be saved again: that is offered apart.
    goes_back: bool,
    proposals: Vec<&'p Proposal>,
    minimality: Minimality,
    effects: Effects,
}

/// The best of each kind, best first; those that make new administrators, and those that go back to
/// what is saved, only where nothing else helps.
fn best(candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut best = sorted_by(candidates, |one, other| one.harm.cmp(&other.harm));
    let goes_on = |it: &Candidate<'_>| !it.goes_back;
    let makes_nobody = |it: &Candidate<'_>| it.harm.new_administrators == 0;
    for is_better in [&goes_on as &dyn Fn(&Candidate<'_>) -> bool, &makes_nobody] {
        if best.iter().any(is_better) {
            best.retain(is_better);
        }
    }
    let mut kinds: Vec<Kind> = Vec::new();
    best.retain(|candidate| {
        let is_new = !kinds.contains(&candidate.kind);
        kinds.push(candidate.kind.clone());
        is_new
    });
    best
}

/// A set with the plan of its steps, and the fixes one after the other, each compared with the
/// world before it.
fn repair(
    world: &World,
    found: &Found,
    candidate: Candidate<'_>,
    checks: &mut usize,
    locale: Locale,
) -> Option<Repair> {
    let Candidate { proposals, minimality, effects: overall, .. } = candidate;
    let end = world.after(proposals.iter().copied())?;
    let mut plan = plan::plan(world, &end, &proposals, checks, locale);
    // The fixes come in the order of the plan.
    let (mut here, mut known, mut fixes) = (world.clone(), None, Vec::new());
    for place in plan.iter_mut().flat_map(|step| &mut step.fixes) {
        *checks += 1;
        let proof = Proof::of(&here, proposals.get(*place)?)?;
        let effects = compare(&here, &proof.world).effects;
        *place = fixes.len();
        let before = known.as_ref().unwrap_or(found);
        let (fix, there, after) = proof.fix(effects, before, locale);
        fixes.push(fix);
        (here, known) = (there, Some(after));
    }
    let after = known.as_ref().unwrap_or(found);
    if !after.is_clear() {
        return None;
    }
    let verdict = rules::verdict(&rules::findings(&here.context(), locale));
    Some(Repair {
        fixes,
        applicability: applicability(&overall),
        clears: difference(&found.ids, &after.ids),
        introduces: difference(&after.ids, &found.ids),
        effects: overall,
        verdict,
        minimality,
        plan,
    })
}

/// What makes two repairs different in kind: the means, and what is saved in the end.
#[derive(Clone, PartialEq, Eq)]
struct Kind {
    means: Vec<Where>,
    mode: Mode,
    mapped: bool,
}

impl Kind {
    fn of(proposals: &[&Proposal], end: &World) -> Self {
        let means = different(proposals.iter().map(|proposal| proposal.place).collect());
        let policy = &end.settled.proposed;
        Self { means, mode: policy.mode, mapped: policy.mapped }
    }
}

const LEAVE: Text =
    Text { en: "leave the settings as they are today", ja: "設定を現在のままにする" };

/// Going back to what is saved, where that is known and something else is proposed.
fn leave_as_is(world: &World, found: &Found, locale: Locale) -> Option<Fix> {
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
    let proof = Proof::of(world, &proposal)?;
    let same = proof.world.config.provisioning == world.config.provisioning;
    (!same).then(|| {
        let effects = compare(world, &proof.world).effects;
        proof.fix(effects, found, locale).0
    })
}
