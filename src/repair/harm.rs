//! What fixes and repairs are ranked by.

use super::effects::Comparison;
use super::world::{Found, World};
use crate::model::repair::Where;
use crate::rules::Proposal;
use crate::rules::edit::{ConfigEdit, Edit};

/// What is done to people and to what was meant; the least comes first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Harm {
    /// How many people's access changes with it, compared with today.
    access: usize,
    /// How many people administer who neither would without it nor do today.
    pub new_administrators: usize,
    /// By what means, the worst first.
    means: Vec<Where>,
    /// Whether another mode would be saved than was meant, or no mapping, or something is taken out.
    pub gives_up: bool,
    /// How many people's role or seat changes.
    changes: usize,
    fixes: usize,
    /// How many findings are left.
    findings: usize,
}

impl Harm {
    /// What proposals do that lead from one world to another.
    pub fn of(
        proposals: &[&Proposal],
        comparison: &Comparison,
        from: &World,
        to: &World,
        found: &Found,
    ) -> Self {
        let mut means: Vec<Where> = proposals.iter().map(|proposal| proposal.place).collect();
        means.sort_unstable_by(|one, other| other.cmp(one));
        let removes = |edit: &Edit| matches!(edit, Edit::Config(ConfigEdit::Remove(_)));
        let removes = proposals.iter().flat_map(|proposal| &proposal.edits).any(removes);
        let effects = &comparison.effects;
        let (meant, saved) = (&from.settled.proposed, &to.settled.proposed);
        Self {
            access: comparison.access_changes,
            new_administrators: effects.new_administrators.count,
            means,
            gives_up: removes || (meant.mode, meant.mapped) != (saved.mode, saved.mapped),
            changes: effects.change.count,
            fixes: proposals.len(),
            findings: found.ids.len(),
        }
    }
}
