//! The way to settings that are saved: what to do in which order, so that nobody is locked out on
//! it (domain 6, 9 and 10).

mod words;

use super::effects;
use super::proof::title;
use super::world::World;
use crate::catalog::Mode;
use crate::model::PeopleSample;
use crate::model::readiness::StepBy;
use crate::model::repair::{PlanStep, PlanStepId, Where};
use crate::rules::edit::{ConfigEdit, Edit};
use crate::rules::{self, Proposal};
use crate::text::{Arg, Locale, Text, plain};
use words::words;

/// The step that a proposal is part of.
pub fn step_of(proposal: &Proposal) -> PlanStepId {
    let of_config = proposal.edits.iter().find_map(|edit| match edit {
        Edit::Config(ConfigEdit::Set(pointer, _)) => Some(pointer.as_str()),
        _ => None,
    });
    match (proposal.place, of_config) {
        (Where::Settings, _) => PlanStepId::Settings,
        (Where::Billing, _) => PlanStepId::Seats,
        (Where::Dns, _) => PlanStepId::Domain,
        (Where::Vendor, Some(_)) => PlanStepId::Parent,
        (Where::Vendor, None) => PlanStepId::ByHand,
        (Where::IdentityProvider, Some("/parent/sso/connected")) => PlanStepId::Sso,
        (Where::IdentityProvider, Some(_)) => PlanStepId::DirectorySync,
        (Where::IdentityProvider, None) => PlanStepId::People,
    }
}

/// The way from a world to another in which these proposals, which are in order, have been
/// followed and the settings saved.
pub fn plan(
    from: &World,
    to: &World,
    proposals: &[&Proposal],
    checks: &mut usize,
    locale: Locale,
) -> Vec<PlanStep> {
    let mut steps: Vec<(PlanStepId, Vec<usize>)> = Vec::new();
    for (place, proposal) in proposals.iter().enumerate() {
        let id = step_of(proposal);
        match steps.last_mut().filter(|(last, _)| *last == id) {
            Some((_, places)) => places.push(place),
            None => steps.push((id, vec![place])),
        }
    }
    let settings = steps.iter().position(|(id, _)| *id == PlanStepId::Settings);
    let settings = settings.map(|position| steps.remove(position));
    let way = Way { from, to, proposals, locale };
    let mut planned = way.facts(steps, checks);
    if let Some((id, places)) = settings {
        planned.push(way.step(id, places, PeopleSample::default()));
    }
    planned.push(way.step(PlanStepId::Save, Vec::new(), PeopleSample::default()));
    let then = match to.settled.proposed.mode {
        Mode::Manual => None,
        Mode::Jit => Some(PlanStepId::LogInAgain),
        Mode::Scim => Some(PlanStepId::SyncNow),
    };
    planned.extend(then.map(|id| way.step(id, Vec::new(), PeopleSample::default())));
    planned
}

struct Way<'a> {
    from: &'a World,
    to: &'a World,
    proposals: &'a [&'a Proposal],
    locale: Locale,
}

impl Way<'_> {
    /// The steps before the save: facts, which take effect under the settings in force today. The
    /// first that locks nobody out comes first; where each does, the first says whom.
    fn facts(&self, mut steps: Vec<(PlanStepId, Vec<usize>)>, checks: &mut usize) -> Vec<PlanStep> {
        let mut planned = Vec::new();
        let mut here = self.from.clone();
        while !steps.is_empty() {
            let mut tried: Vec<(usize, usize, World, PeopleSample)> = Vec::new();
            for (position, (_, places)) in steps.iter().enumerate() {
                *checks += 1;
                let Some(there) = here.after(self.proposals_at(places)) else { continue };
                let locked_out = effects::locked_out(self.from, &there, self.to);
                let harmless = locked_out.count == 0;
                tried.push((locked_out.count, position, there, locked_out));
                if harmless {
                    break;
                }
            }
            let best = tried.into_iter().min_by_key(|(count, position, ..)| (*count, *position));
            // What can only be followed after the settings are changed is said last.
            let (position, locked_out) = match best {
                Some((_, position, there, locked_out)) => {
                    here = there;
                    (position, locked_out)
                }
                None => (0, PeopleSample::default()),
            };
            let (id, places) = steps.remove(position);
            planned.push(self.step(id, places, locked_out));
        }
        planned
    }

    fn proposals_at(&self, places: &[usize]) -> Vec<&Proposal> {
        places.iter().filter_map(|place| self.proposals.get(*place)).copied().collect()
    }

    fn step(&self, id: PlanStepId, places: Vec<usize>, locked_out: PeopleSample) -> PlanStep {
        let words = words(id);
        let fill = |text: Text| {
            let mode = Arg::Mode(self.to.settled.proposed.mode);
            plain(&text.parts(self.locale, &[("mode", mode)]))
        };
        let proposals = self.proposals_at(&places);
        let mut instructions: Vec<String> =
            proposals.into_iter().map(|proposal| title(proposal, self.locale)).collect();
        instructions.extend(words.instruction.map(fill));
        // Where nobody administers, support is asked.
        let nobody = || self.from.context().admins_before.is_empty();
        let by_support = id == PlanStepId::ByHand && nobody();
        PlanStep {
            id,
            by: if by_support { StepBy::Vendor } else { words.by },
            instructions,
            check: fill(words.check),
            fixes: places,
            locked_out,
            sources: rules::source_refs(words.sources, self.locale),
        }
    }
}
