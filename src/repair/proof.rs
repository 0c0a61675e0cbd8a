//! A proposal proven: followed, and checked again.

use std::collections::BTreeSet;

use super::effects::applicability;
use super::patch::Patch;
use super::world::{Found, World};
use crate::model::repair::{Effects, Fix};
use crate::rules::Proposal;
use crate::text::{Locale, plain};

/// A proposal that could be followed.
pub struct Proof<'p> {
    /// The proposal.
    pub proposal: &'p Proposal,
    /// The world after it.
    pub world: World,
    /// What is found about that.
    pub found: Found,
    patch: Patch,
}

impl<'p> Proof<'p> {
    /// Follows a proposal; none where that cannot be done.
    pub fn of(world: &World, proposal: &'p Proposal) -> Option<Self> {
        let (world, patch) = world.patched(proposal)?;
        let found = world.found();
        Some(Self { proposal, world, found, patch })
    }

    /// Whether an error is there that was not before.
    pub fn introduces_error(&self, before: &Found) -> bool {
        self.found.errors().any(|(id, _)| !before.ids.contains(id))
    }

    /// The fix, compared with what was found before it.
    /// With it the world that it leads to, and what is found about that.
    pub fn fix(self, effects: Effects, found: &Found, locale: Locale) -> (Fix, World, Found) {
        let fix = Fix {
            title: title(self.proposal, locale),
            place: self.proposal.place,
            applicability: applicability(&effects),
            patch: self.patch.into_ops(),
            clears: difference(&found.ids, &self.found.ids),
            introduces: difference(&self.found.ids, &found.ids),
            effects,
        };
        (fix, self.world, self.found)
    }
}

/// The instruction in words.
pub fn title(proposal: &Proposal, locale: Locale) -> String {
    plain(&proposal.title.parts(locale, &proposal.args))
}

/// What is in the one set and not in the other.
pub fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    one.difference(other).cloned().collect()
}
