//! What a rule looks at.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::mapped::people_by_group;
use crate::catalog::{Mode, Offer};
use crate::model::Config;
use crate::model::report::PeopleSample;
use crate::resolve::{Change, Outcome, Policy};
use crate::roster::{GroupId, PersonId, Roster, normalized};

/// The input and what becomes of everyone, with the lists that several rules need.
pub struct Context<'a> {
    /// The proposed configuration.
    pub config: &'a Config,
    /// The roster.
    pub roster: &'a Roster,
    /// The plan.
    pub offer: &'static Offer,
    /// What Save would write, compiled.
    pub policy: &'a Policy<'a>,
    /// Before and after.
    pub change: &'a Change<'a>,
    /// Members with access before and none after.
    pub losers: Vec<PersonId>,
    /// Members who keep access but not the administering role.
    pub demoted: Vec<PersonId>,
    /// Administrators before.
    pub admins_before: Vec<PersonId>,
    /// Administrators after.
    pub admins_after: Vec<PersonId>,
    /// By mapped group: its people. Worked out when first asked for.
    people_by_group: OnceCell<HashMap<GroupId, Vec<PersonId>>>,
    /// Worked out when first asked for.
    new_admins: OnceCell<Vec<PersonId>>,
}

impl<'a> Context<'a> {
    /// Looks through the people once.
    pub fn new(config: &'a Config, policy: &'a Policy<'a>, change: &'a Change<'a>) -> Self {
        let roster = change.roster;
        let mut context = Self {
            config,
            roster,
            offer: change.offer,
            policy,
            change,
            losers: Vec::new(),
            demoted: Vec::new(),
            admins_before: Vec::new(),
            admins_after: Vec::new(),
            people_by_group: OnceCell::new(),
            new_admins: OnceCell::new(),
        };
        for person in roster.people() {
            if change.loses_access(person) {
                context.losers.push(person);
            }
            if change.is_demoted(person) {
                context.demoted.push(person);
            }
            if change.was_administrator(person) {
                context.admins_before.push(person);
            }
            if change.becomes_administrator(person) {
                context.admins_after.push(person);
            }
        }
        context
    }

    /// The mode that Save would write.
    pub fn mode(&self) -> Mode {
        self.policy.mode
    }

    /// Whether the identity provider would decide who comes in: JIT or SCIM.
    pub fn is_automatic(&self) -> bool {
        self.mode() != Mode::Manual
    }

    /// The address of who is about to press Save, as people are told apart by.
    pub fn actor(&self) -> Option<String> {
        self.config.actor.as_deref().map(normalized).filter(|actor| !actor.is_empty())
    }

    /// Who is about to press Save, where they are a member.
    pub fn acting_member(&self) -> Option<PersonId> {
        let person = self.roster.find(&self.actor()?)?;
        self.roster.is_member(person).then_some(person)
    }

    /// People with access and the administering role after, who hold it neither in the roster nor,
    /// with access, before.
    pub fn new_admins(&self) -> &[PersonId] {
        self.new_admins.get_or_init(|| self.find_new_admins())
    }

    fn find_new_admins(&self) -> Vec<PersonId> {
        let administers = |person: PersonId| {
            let member = self.roster.is_member(person);
            let listed =
                member && self.offer.administers(self.policy.held_role(self.roster, person));
            let before = self.change.before(person);
            listed || before.is_some_and(|held| held.access && self.offer.administers(held.role))
        };
        let after = &self.change.after;
        let becomes = |person: &PersonId| {
            after.has_access(*person) && self.offer.administers(after.role(*person))
        };
        after.people().filter(becomes).filter(|person| !administers(*person)).collect()
    }

    /// Members with access before.
    pub fn members_with_access(&self) -> usize {
        let members = 0..self.roster.member_count();
        members.filter(|person| self.change.had_access(*person)).count()
    }

    /// The members who lose access by this outcome.
    pub fn losers_by(&self, outcome: Outcome) -> Vec<PersonId> {
        let by = |person: &&PersonId| self.change.after.outcome(**person) == outcome;
        self.losers.iter().filter(by).copied().collect()
    }

    /// The people of the directory in any of these mapped groups, in roster order.
    pub fn people_in(&self, groups: &[GroupId]) -> Vec<PersonId> {
        let by_group = self.people_by_group.get_or_init(|| people_by_group(self));
        let mut people: Vec<_> =
            groups.iter().filter_map(|group| by_group.get(group)).flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// Those of them who are assigned.
    pub fn assigned_in(&self, groups: &[GroupId]) -> Vec<PersonId> {
        let mut people = self.people_in(groups);
        people.retain(|person| self.roster.is_assigned(*person));
        people
    }

    /// Where the groups of the administering role are mapped.
    pub fn administering_groups(&self) -> String {
        format!("/config/provisioning/groupMapping/roles/{}", self.offer.administering_role)
    }

    /// The first of the people, administrators (before or after) first, else in roster order.
    pub fn sample(&self, people: &[PersonId], most: usize) -> PeopleSample {
        let administers = |person: PersonId| {
            self.change.was_administrator(person) || self.change.becomes_administrator(person)
        };
        let first = people.iter().filter(|person| administers(**person));
        let then = people.iter().filter(|person| !administers(**person));
        let emails = first.chain(then).take(most).map(|person| self.roster.email(*person));
        PeopleSample { count: people.len(), sample: emails.map(str::to_owned).collect() }
    }
}
