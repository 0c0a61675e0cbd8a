//! A configuration and a roster with what becomes of everyone, and the same with something changed.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::patch::Patch;
use super::{people, settings};
use crate::model::Config;
use crate::model::Severity;
use crate::resolve::{Change, Settled};
use crate::roster::Roster;
use crate::rules::edit::Edit;
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

/// What is found about a world.
pub struct Found {
    /// The ids of all findings.
    pub ids: BTreeSet<String>,
    /// The findings with their ids, in the order of the rules.
    pub drafts: Vec<(String, Draft)>,
}

impl Found {
    /// The errors with their ids, in the order of the rules.
    pub fn errors(&self) -> impl Iterator<Item = &(String, Draft)> {
        self.drafts.iter().filter(|(_, draft)| draft.how_bad() == Severity::Error)
    }

    /// Whether nothing blocks the save.
    pub fn is_clear(&self) -> bool {
        self.errors().next().is_none()
    }
}

impl World {
    /// A world that has been worked out.
    pub fn new(config: &Config, roster: &Roster, settled: Rc<Settled>) -> Self {
        Self { config: Rc::new(config.clone()), roster: roster.clone(), settled }
    }

    /// The world as rules see it.
    pub fn context(&self) -> Context<'_> {
        Context::new(&self.config, self.change())
    }

    /// What becomes of everyone.
    pub fn change(&self) -> Change<'_> {
        let offer = self.settled.proposed.offer;
        Change { offer, roster: &self.roster, settled: &self.settled }
    }

    /// What is found about it.
    pub fn found(&self) -> Found {
        let context = self.context();
        let drafts = rules::drafts(&context).into_iter();
        let drafts: Vec<_> = drafts.map(|draft| (draft.id(&context), draft)).collect();
        Found { ids: drafts.iter().map(|(id, _)| id.clone()).collect(), drafts }
    }

    /// The world after some proposals, one after the other; none where one cannot be followed.
    pub fn after<'p>(&self, proposals: impl IntoIterator<Item = &'p Proposal>) -> Option<Self> {
        let (mut config, mut roster) = (Rc::clone(&self.config), self.roster.clone());
        for proposal in proposals {
            (config, roster) = changed(config, roster, &proposal.edits, &mut Patch::unwritten())?;
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
