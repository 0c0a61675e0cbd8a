//! What a rule looks at.

use std::cell::OnceCell;

use super::mapped::{MappedGroup, by_group};
use super::remedies::mapping::suggestions;
use crate::catalog::{Mode, Offer};
use crate::model::Config;
use crate::model::PeopleSample;
use crate::resolve::{Change, Cohort, Crowd, Outcome, Policy, SAMPLE};
use crate::roster::{GroupId, PersonId, Roster, normalized};
use crate::sorted::different;

/// The input and what becomes of everyone, with the crowds that several rules need.
pub struct Context<'a> {
    /// The proposed configuration.
    pub config: &'a Config,
    /// The roster.
    pub roster: &'a Roster,
    /// The plan.
    pub offer: &'static Offer,
    /// What Save would write, compiled.
    pub policy: &'a Policy,
    /// Before and after.
    pub change: Change<'a>,
    /// Members with access before and none after.
    pub losers: Crowd,
    /// Members who keep access but not the administering role.
    pub demoted: Crowd,
    /// Administrators before.
    pub admins_before: Crowd,
    /// Administrators after.
    pub admins_after: Crowd,
    /// Worked out when first asked for.
    new_admins: OnceCell<Crowd>,
    mapped_groups: OnceCell<Vec<Vec<MappedGroup<'a>>>>,
    suggestions: OnceCell<Vec<(&'a str, Option<&'a str>)>>,
}

impl<'a> Context<'a> {
    /// Looks through the cohorts once.
    pub fn new(config: &'a Config, change: Change<'a>) -> Self {
        Self {
            config,
            roster: change.roster,
            offer: change.offer,
            policy: change.policy(),
            change,
            losers: change.crowd(|cohort| change.lose_access(cohort)),
            demoted: change.crowd(|cohort| change.are_demoted(cohort)),
            admins_before: change.crowd(|cohort| change.were_administrators(cohort)),
            admins_after: change.crowd(|cohort| change.become_administrators(cohort)),
            new_admins: OnceCell::new(),
            mapped_groups: OnceCell::new(),
            suggestions: OnceCell::new(),
        }
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
        let actor = self.config.actor.as_deref().map(normalized)?;
        Some(actor.into_owned()).filter(|actor| !actor.is_empty())
    }

    /// Who is about to press Save, where they are a member: alone in their cohort.
    pub fn acting_member(&self) -> Option<&'a Cohort> {
        let person = self.roster.find(&self.actor()?)?;
        self.change.cohort_of(person).filter(|_| self.roster.is_member(person))
    }

    /// People with access and the administering role after, who hold it neither in the roster nor,
    /// with access, before.
    pub fn new_admins(&self) -> &Crowd {
        self.new_admins.get_or_init(|| {
            self.change.crowd(|cohort| self.administer_after(cohort) && !self.administered(cohort))
        })
    }

    /// The groups that the mapping names, each with all its namings, whether by name or by id.
    pub fn mapped_groups(&self) -> &[Vec<MappedGroup<'a>>] {
        self.mapped_groups.get_or_init(|| by_group(self))
    }

    /// The mapped groups that the directory lacks, in order, each with the one that was likely meant.
    pub fn suggestions(&self) -> &[(&'a str, Option<&'a str>)] {
        self.suggestions.get_or_init(|| suggestions(self))
    }

    fn administer_after(&self, cohort: &Cohort) -> bool {
        let after = self.change.after(cohort);
        after.has_access() && self.offer.administers(after.role)
    }

    fn administered(&self, cohort: &Cohort) -> bool {
        let listed = self.roster.is_member(cohort.first)
            && self.offer.administers(self.policy.held_role(self.roster, cohort.first));
        let before = self.change.before(cohort);
        listed || before.is_some_and(|held| held.access && self.offer.administers(held.role))
    }

    /// Members with access before.
    pub fn members_with_access(&self) -> usize {
        let members = self.change.members();
        members.filter(|it| self.change.had_access(it)).map(|it| it.count).sum()
    }

    /// The members who lose access by this outcome.
    pub fn losers_by(&self, outcome: Outcome) -> Crowd {
        self.change.among(&self.losers, |cohort| self.change.after(cohort).outcome == outcome)
    }

    /// The people of the directory in any of these groups who are assigned. Whoever is in two of
    /// them comes twice.
    pub fn assigned_in(&self, groups: &[GroupId]) -> impl Iterator<Item = PersonId> {
        let roster = self.roster;
        let people = groups.iter().flat_map(|group| roster.people_in(*group));
        people.filter(|person| roster.is_assigned(*person))
    }

    /// The same, each once and in the order of their numbers.
    pub fn each_assigned_in(&self, groups: &[GroupId]) -> Vec<PersonId> {
        different(self.assigned_in(groups).collect())
    }

    /// Everyone of a crowd, in the order of their numbers.
    pub fn everyone_of(&self, crowd: &Crowd) -> Vec<PersonId> {
        let known = self.change.cohorts_of(crowd).all(|cohort| cohort.count <= SAMPLE);
        if known {
            let people = self.change.cohorts_of(crowd).flat_map(|cohort| &cohort.sample);
            let mut people: Vec<PersonId> = people.copied().collect();
            people.sort_unstable();
            return people;
        }
        let is_of = |person: &PersonId| {
            self.change.cohort_of(*person).is_some_and(|cohort| crowd.contains(cohort))
        };
        self.roster.people().filter(is_of).collect()
    }

    /// Members whom the directory does not list.
    pub fn members_not_in_directory(&self) -> Crowd {
        let members = self.change.members();
        members.filter(|cohort| !self.roster.is_in_directory(cohort.first)).collect()
    }

    /// Where the groups of the administering role are mapped.
    pub fn administering_groups(&self) -> String {
        format!("/config/provisioning/groupMapping/roles/{}", self.offer.administering_role)
    }

    /// The first of the people, administrators (before or after) first, else in roster order.
    pub fn sample(&self, crowd: &Crowd) -> PeopleSample {
        let administers = self.change.among(crowd, |cohort| self.administers(cohort));
        let others = self.change.among(crowd, |cohort| !self.administers(cohort));
        let first = |crowd: &Crowd| {
            let known = self.change.cohorts_of(crowd).flat_map(|cohort| &cohort.sample);
            let mut known: Vec<PersonId> = known.copied().collect();
            known.sort_unstable();
            known
        };
        let people = first(&administers).into_iter().chain(first(&others));
        PeopleSample { count: crowd.len(), sample: self.emails(people) }
    }

    /// The same of people who are known one by one.
    pub fn sample_of(&self, people: &[PersonId]) -> PeopleSample {
        let administers = |person: PersonId| {
            self.change.cohort_of(person).is_some_and(|cohort| self.administers(cohort))
        };
        let first = people.iter().filter(|person| administers(**person));
        let then = people.iter().filter(|person| !administers(**person));
        PeopleSample { count: people.len(), sample: self.emails(first.chain(then).copied()) }
    }

    fn administers(&self, cohort: &Cohort) -> bool {
        self.change.were_administrators(cohort) || self.change.become_administrators(cohort)
    }

    fn emails(&self, people: impl Iterator<Item = PersonId>) -> Vec<String> {
        people.take(SAMPLE).map(|person| self.roster.email(person).to_owned()).collect()
    }
}
