//! How far the set-up is, step by step (domain 10).

mod words;

use crate::catalog::Mode;
use crate::model::readiness::{Step, StepId, StepState};
use crate::model::{Finding, Verdict};
use crate::resolve::{Cohort, Outcome, When, when};
use crate::rules::{self, Context};
use crate::text::{Arg, Locale, Text, plain};
use words::{HELD, NOT_NEEDED, words};

/// The steps in their order, each with its state: the first that is neither done nor needless is
/// next, and the others wait for it.
pub fn readiness(
    context: &Context<'_>,
    findings: &[Finding],
    verdict: Verdict,
    locale: Locale,
) -> Vec<Step> {
    let setup = Setup { context, findings, verdict };
    let mut reached = false;
    let step = |id: &StepId| {
        let progress = setup.progress(*id);
        let state = match progress {
            Progress::Done => StepState::Done,
            Progress::NotNeeded => StepState::NotNeeded,
            _ if reached => StepState::Wait,
            Progress::Open => StepState::Next,
            Progress::Held => StepState::Wait,
        };
        reached |= matches!(progress, Progress::Open | Progress::Held);
        setup.step(*id, state, locale)
    };
    StepId::ALL.iter().map(step).collect()
}

/// How a step stands, taken by itself.
enum Progress {
    Done,
    /// It can be done once those before it are.
    Open,
    /// Errors hold it up.
    Held,
    NotNeeded,
}

impl Progress {
    fn done(done: bool) -> Self {
        if done { Self::Done } else { Self::Open }
    }
}

struct Setup<'a, 'c> {
    context: &'a Context<'c>,
    findings: &'a [Finding],
    verdict: Verdict,
}

impl Setup<'_, '_> {
    fn progress(&self, id: StepId) -> Progress {
        let context = self.context;
        let (mode, mapped) = (context.mode(), context.policy.mapped);
        let parent = context.config.parent.as_ref();
        let needed = match id {
            StepId::ItAdmin | StepId::Save => true,
            StepId::DirectorySync | StepId::SyncNow => mode == Mode::Scim,
            StepId::LogInAgain => mode == Mode::Jit,
            StepId::Groups | StepId::Mapping => mapped,
            _ => context.is_automatic(),
        };
        if !needed {
            return Progress::NotNeeded;
        }
        match id {
            StepId::ItAdmin => Progress::done(self.has_administrator()),
            StepId::Parent => Progress::done(parent.is_some()),
            StepId::Domain => Progress::done(
                parent.is_some_and(|parent| parent.domains.iter().any(|domain| domain.verified)),
            ),
            StepId::Sso => Progress::done(parent.is_some_and(|parent| parent.sso.connected)),
            StepId::DirectorySync => {
                Progress::done(parent.is_some_and(|parent| parent.directory_sync.connected))
            }
            StepId::Mode => {
                Progress::done(context.offer.plan.offers(mode, context.config.parent_kind()))
            }
            StepId::AssignPeople => Progress::done(self.everyone_is_assigned()),
            StepId::Groups => Progress::done(self.groups_have_people()),
            StepId::Mapping => Progress::done(self.actor_administers()),
            StepId::Save if self.context.config.is_saved() => Progress::Done,
            StepId::Save if self.verdict == Verdict::Block => Progress::Held,
            StepId::Save => Progress::Open,
            StepId::LogInAgain | StepId::SyncNow => {
                Progress::done(self.context.config.is_saved() && !self.something_is_pending())
            }
        }
    }

    /// An active human member holds the administering role, not merely invited.
    fn has_administrator(&self) -> bool {
        let (roster, context) = (self.context.roster, self.context);
        context.change.members().any(|cohort| {
            context.offer.administers(context.policy.held_role(roster, cohort.first))
                && !roster.is_pending(cohort.first)
                && !roster.is_service(cohort.first)
        })
    }

    /// No member loses access for want of being assigned.
    fn everyone_is_assigned(&self) -> bool {
        self.context.change.settled.after.is_known()
            && self.context.roster.directory().is_some()
            && self.unassigned_losers() == 0
    }

    fn unassigned_losers(&self) -> usize {
        let (roster, context) = (self.context.roster, self.context);
        let unassigned = |cohort: &Cohort| !roster.is_assigned(cohort.first);
        context.change.among(&context.losers, unassigned).len()
    }

    fn groups_have_people(&self) -> bool {
        let lacks = |finding: &Finding| {
            matches!(finding.code, "mapping/unknown-group" | "mapping/empty-group")
        };
        self.context.change.settled.after.is_known()
            && self.context.roster.directory().is_some()
            && !self.findings.iter().any(lacks)
    }

    /// Who saves keeps the administering role; where nobody is named, somebody holds it.
    fn actor_administers(&self) -> bool {
        let context = self.context;
        match context.acting_member().map(|actor| context.change.after(actor)) {
            Some(after) => after.has_access() && context.offer.administers(after.role),
            None => !context.admins_after.is_empty(),
        }
    }

    fn something_is_pending(&self) -> bool {
        let (change, mode) = (self.context.change, self.context.mode());
        change.cohorts().iter().any(|cohort| match change.after(cohort).outcome {
            Outcome::Waiting => true,
            outcome => matches!(when(mode, mode, outcome), When::NextLogin | When::NextSync),
        })
    }

    fn step(&self, id: StepId, state: StepState, locale: Locale) -> Step {
        let words = words(id);
        let text = match state {
            StepState::Done => words.done,
            StepState::NotNeeded => NOT_NEEDED,
            StepState::Wait if matches!(self.progress(id), Progress::Held) => HELD,
            StepState::Next | StepState::Wait => words.open,
        };
        let args = [
            ("role", Arg::Role(self.context.offer.administering_role)),
            ("mode", Arg::Mode(self.context.mode())),
            ("unassigned", Arg::Count(self.unassigned_losers())),
        ];
        let fill = |text: Text| plain(&text.parts(locale, &args));
        Step {
            id,
            state,
            by: words.by,
            title: fill(words.title),
            text: fill(text),
            sources: rules::source_refs(words.sources, locale),
        }
    }
}
