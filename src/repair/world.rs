//! A configuration and a roster with what becomes of everyone, and the same with something changed.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::patch::Patch;
use super::{people, settings};
use crate::model::Config;
use crate::model::edit::Edit;
use crate::model::report::Severity;
use crate::resolve::{Change, Settled};
use crate::roster::Roster;
use crate::rules::{self, Context, Draft, Proposal};

/// A configuration and a roster with what becomes of everyone.
#[derive(Clone)]
pub struct World {
    /// The configuration.
    pub config: Rc<Config>,
    /// The roster.
    pub roster: Roster,
    /// What becomes of everyone.
    pub settled: Rc<Settled>,
}

/// What is found about a world: the ids of all findings, and the errors themselves.
pub struct Found {
    /// The ids of all findings.
    pub ids: BTreeSet<String>,
    /// The errors, in the order of the rules, each with its id.
    pub errors: Vec<(String, Draft)>,
}

impl World {
    /// A world that has been worked out.
    pub fn new(config: &Config, roster: &Roster, settled: Rc<Settled>) -> Self {
        Self { config: Rc::new(config.clone()), roster: roster.clone(), settled }
    }

    /// The world as rules see it.
    pub fn context(&self) -> Context<'_> {
        let offer = self.settled.proposed.offer;
        let change = Change { offer, roster: &self.roster, settled: &self.settled };
        Context::new(&self.config, change)
    }

    /// What is found about it.
    pub fn found(&self) -> Found {
        let context = self.context();
        let drafts = rules::drafts(&context).into_iter();
        let (mut ids, mut errors) = (BTreeSet::new(), Vec::new());
        for draft in drafts {
            let id = draft.id(&context);
            ids.insert(id.clone());
            if draft.how_bad() == Severity::Error {
                errors.push((id, draft));
            }
        }
        Found { ids, errors }
    }

    /// The world after some proposals, one after the other; none where one cannot be followed.
    pub fn after<'p>(&self, proposals: impl IntoIterator<Item = &'p Proposal>) -> Option<Self> {
        let (mut config, mut roster) = (Rc::clone(&self.config), self.roster.clone());
        for proposal in proposals {
            (config, roster) = changed(config, roster, &proposal.edits, &mut Patch::default())?;
        }
        Some(Self::settle(config, roster))
    }

    /// The world after one proposal, and the patch that leads there.
    pub fn patched(&self, proposal: &Proposal) -> Option<(Self, Patch)> {
        let mut patch = Patch::default();
        let (config, roster) = (Rc::clone(&self.config), self.roster.clone());
        let (config, roster) = changed(config, roster, &proposal.edits, &mut patch)?;
        Some((Self::settle(config, roster), patch))
    }

    /// Works out what becomes of everyone.
    pub fn settle(config: Rc<Config>, roster: Roster) -> Self {
        let settled = Rc::new(Settled::of(&config, &roster));
        Self { config, roster, settled }
    }
}

fn changed(
    mut config: Rc<Config>,
    mut roster: Roster,
    edits: &[Edit],
    patch: &mut Patch,
) -> Option<(Rc<Config>, Roster)> {
    for edit in edits {
        match edit {
            Edit::Config(edit) => config = Rc::new(settings::edited(&config, edit, patch)?),
            Edit::Roster(edit) => roster = people::edited(&roster, edit, patch)?,
        }
    }
    Some((config, roster))
}
