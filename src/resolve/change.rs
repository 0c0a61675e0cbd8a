//! Before against after (domain 3, "Before and after"), cohort by cohort.

use super::{Cohort, CohortId, Outcome, Policy, Resolved, Settled, Standing, When, when};
use crate::catalog::{Mode, Offer, SeatTier};
use crate::roster::{PersonId, Roster};

/// The two states of one roster: before the save and after it.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// The plan.
    pub offer: &'static Offer,
    /// The roster.
    pub roster: &'a Roster,
    /// Both states.
    pub settled: &'a Settled,
}

/// Some people: all of some cohorts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crowd {
    /// In rising order.
    cohorts: Vec<CohortId>,
    count: usize,
}

impl Crowd {
    /// How many people they are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether the people of the cohort are among them.
    pub fn contains(&self, cohort: &Cohort) -> bool {
        self.cohorts.binary_search(&cohort.id).is_ok()
    }
}

impl<'c> FromIterator<&'c Cohort> for Crowd {
    fn from_iter<T: IntoIterator<Item = &'c Cohort>>(cohorts: T) -> Self {
        let mut crowd = Self::default();
        for cohort in cohorts {
            crowd.cohorts.push(cohort.id);
            crowd.count += cohort.count;
        }
        crowd
    }
}

impl<'a> Change<'a> {
    /// What Save would write, compiled.
    pub fn policy(&self) -> &'a Policy {
        &self.settled.proposed
    }

    /// Every cohort.
    pub fn cohorts(&self) -> &'a [Cohort] {
        self.settled.cohorts.all()
    }

    /// The members' cohorts.
    pub fn members(&self) -> impl Iterator<Item = &'a Cohort> {
        let roster = self.roster;
        self.cohorts().iter().filter(|cohort| roster.is_member(cohort.first))
    }

    /// The person's cohort.
    pub fn cohort_of(&self, person: PersonId) -> Option<&'a Cohort> {
        self.cohorts().get(self.settled.cohorts.number(self.roster, person))
    }

    /// The people of whose cohorts this holds.
    pub fn crowd(&self, holds: impl Fn(&Cohort) -> bool) -> Crowd {
        self.cohorts().iter().filter(|cohort| holds(cohort)).collect()
    }

    /// The cohorts of a crowd.
    pub fn cohorts_of<'c>(
        &self,
        crowd: &'c Crowd,
    ) -> impl Iterator<Item = &'a Cohort> + use<'a, 'c> {
        let all = self.cohorts();
        crowd.cohorts.iter().filter_map(|cohort| all.get(*cohort))
    }

    /// Those of a crowd of whose cohorts this holds.
    pub fn among(&self, crowd: &Crowd, holds: impl Fn(&Cohort) -> bool) -> Crowd {
        self.cohorts_of(crowd).filter(|cohort| holds(cohort)).collect()
    }

    /// Whoever holds the tier afterwards.
    pub fn holders(&self, tier: SeatTier) -> Crowd {
        self.crowd(|cohort| self.after(cohort).tier == Some(tier))
    }

    /// Whoever would need a seat of the tier that is not there.
    pub fn lacking(&self, tier: SeatTier) -> Crowd {
        self.crowd(|cohort| self.after(cohort).lacks == Some(tier))
    }

    /// Where the people stand before; `None`: not on the list.
    pub fn before(&self, cohort: &Cohort) -> Option<Standing> {
        let before = self.settled.before.as_ref().map(|before| before.of(cohort.id));
        match before {
            Some(before) if before.outcome != Outcome::Unknown => before.standing(),
            // As listed: without anything saved, and where the state before cannot be known.
            _ => self.roster.is_member(cohort.first).then(|| Standing {
                role: self.offer.member_role(self.roster.role(cohort.first)),
                seat_tier: self.offer.member_tier(self.roster.tier(cohort.first)),
                access: true,
            }),
        }
    }

    /// What becomes of the people.
    pub fn after(&self, cohort: &Cohort) -> Resolved {
        self.settled.after.of(cohort.id)
    }

    /// When an outcome takes effect. Where nothing is said of what is saved, it is manual.
    pub fn when(&self, outcome: Outcome) -> When {
        let saved = self.settled.saved.as_ref().map_or(Mode::Manual, |saved| saved.mode);
        when(self.policy().mode, saved, outcome)
    }

    /// Whether the people have access before.
    pub fn had_access(&self, cohort: &Cohort) -> bool {
        self.before(cohort).is_some_and(|standing| standing.access)
    }

    /// Whether they are members with access before and none after.
    pub fn lose_access(&self, cohort: &Cohort) -> bool {
        self.roster.is_member(cohort.first)
            && self.had_access(cohort)
            && !self.after(cohort).has_access()
    }

    /// Whether they are members who keep access but not the administering role.
    pub fn are_demoted(&self, cohort: &Cohort) -> bool {
        let after = self.after(cohort);
        let before = self.before(cohort);
        self.roster.is_member(cohort.first)
            && before.is_some_and(|before| before.access && self.offer.administers(before.role))
            && after.has_access()
            && !self.offer.administers(after.role)
    }

    /// Whether they can edit identity settings before, or after, as `standing` says: humans who
    /// have accepted their invitation, with access and the administering role.
    fn administer(&self, cohort: &Cohort, standing: Option<Standing>) -> bool {
        standing.is_some_and(|standing| standing.access && self.offer.administers(standing.role))
            && !self.roster.is_service(cohort.first)
            && !self.roster.is_pending(cohort.first)
    }

    /// Whether they are administrators before.
    pub fn were_administrators(&self, cohort: &Cohort) -> bool {
        self.administer(cohort, self.before(cohort))
    }

    /// Whether they are administrators after.
    pub fn become_administrators(&self, cohort: &Cohort) -> bool {
        self.administer(cohort, self.after(cohort).standing())
    }
}
