//! What could be done about findings: proposals, of which nothing is promised. They are proven
//! elsewhere, by checking again with what they change.

pub mod access;
pub mod administrators;
pub mod expected;
pub mod mapping;
pub mod mode;
pub mod setup;

use crate::input::Part;
use crate::model::repair::Where;
use crate::roster::{PersonId, Roster};
use crate::rules::edit::{ConfigEdit, Edit, RosterEdit};
use crate::rules::{Context, Draft};
use crate::text::{Arg, Text};

type Propose = fn(&Context<'_>, &Draft) -> Vec<Proposal>;

/// What a rule proposes to do about a finding.
#[derive(Clone, Copy)]
pub struct Remedy(Propose);

impl Remedy {
    /// Of a rule that proposes nothing.
    pub const NONE: Self = Self(|_, _| Vec::new());

    /// What could be done about a finding.
    pub fn propose(self, context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
        (self.0)(context, draft)
    }
}

/// A rule's remedy. In a build without repairs it proposes nothing, and what it would is left out.
pub const fn remedy(propose: Propose) -> Remedy {
    if Part::Repairs.is_there() { Remedy(propose) } else { Remedy::NONE }
}

/// Something that could be done: an instruction, where it is followed, and what it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The instruction.
    pub title: Text,
    /// What it is filled with.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is followed.
    pub place: Where,
    /// What it changes, in this order.
    pub edits: Vec<Edit>,
}

impl Proposal {
    /// A change of the settings.
    pub fn settings(title: Text, edit: ConfigEdit) -> Self {
        Self::elsewhere(Where::Settings, title, edit)
    }

    /// A fact that stands in the configuration, and is changed elsewhere.
    pub fn elsewhere(place: Where, title: Text, edit: ConfigEdit) -> Self {
        Self { title, args: Vec::new(), place, edits: vec![Edit::Config(edit)] }
    }

    /// A change of what the identity provider says of people.
    pub fn identity_provider(title: Text, edits: Vec<RosterEdit>) -> Self {
        let edits = edits.into_iter().map(Edit::Roster).collect();
        Self { title, args: Vec::new(), place: Where::IdentityProvider, edits }
    }

    /// A change that another administrator makes by hand.
    pub fn by_hand(title: Text, edits: Vec<RosterEdit>) -> Self {
        Self { place: Where::Vendor, ..Self::identity_provider(title, edits) }
    }

    /// How many people it names, each edit for itself.
    pub fn names(&self) -> usize {
        let names = |edit: &Edit| match edit {
            Edit::Roster(RosterEdit::Assign(whom) | RosterEdit::Unassign(whom)) => whom.len(),
            Edit::Roster(RosterEdit::Join(whom, _) | RosterEdit::Leave(whom, _)) => whom.len(),
            Edit::Roster(RosterEdit::Dismiss(whom)) => whom.len(),
            Edit::Roster(_) | Edit::Config(_) => 1,
        };
        self.edits.iter().map(names).sum()
    }

    /// Fills a place of the instruction.
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Names people in the instruction, as `{who}`.
    pub fn who(self, roster: &Roster, people: &[PersonId]) -> Self {
        const NAMED: usize = 4;
        let named = people.iter().take(NAMED).map(|person| roster.email(*person).to_owned());
        self.arg("who", Arg::people(named.collect(), people.len()))
    }
}

/// The addresses of people.
pub fn emails(roster: &Roster, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|person| roster.email(*person).to_owned()).collect()
}
