//! Before against after, person by person (domain 3, "Before and after").

use super::{Outcome, Resolution, Standing};
use crate::catalog::Offer;
use crate::roster::{PersonId, Roster};

/// The two states of one roster: before the save and after it.
pub struct Change<'a> {
    /// The plan.
    pub offer: &'static Offer,
    /// The roster.
    pub roster: &'a Roster,
    /// The settled state under what is saved; `None`: the member list as it stands.
    pub before: Option<Resolution>,
    /// The settled state under what Save would write.
    pub after: Resolution,
}

impl Change<'_> {
    /// Where the person stands before; `None`: not on the list.
    pub fn before(&self, person: PersonId) -> Option<Standing> {
        match &self.before {
            Some(before) if before.outcome(person) != Outcome::Unknown => standing(before, person),
            // As listed: without anything saved, and where the state before cannot be known.
            _ => self.roster.is_member(person).then(|| Standing {
                role: self.offer.member_role(self.roster.role(person)),
                seat_tier: self.offer.member_tier(self.roster.tier(person)),
                access: true,
            }),
        }
    }

    /// Where the person stands after; `None`: not on the list, or not known.
    pub fn after(&self, person: PersonId) -> Option<Standing> {
        standing(&self.after, person)
    }

    /// Whether the person has access before.
    pub fn had_access(&self, person: PersonId) -> bool {
        self.before(person).is_some_and(|standing| standing.access)
    }

    /// Whether the person is a member with access before and none after.
    pub fn loses_access(&self, person: PersonId) -> bool {
        self.roster.is_member(person) && self.had_access(person) && !self.after.has_access(person)
    }

    /// Whether the person is a member who keeps access but not the administering role.
    pub fn is_demoted(&self, person: PersonId) -> bool {
        self.roster.is_member(person)
            && self
                .before(person)
                .is_some_and(|before| before.access && self.offer.administers(before.role))
            && self.after.has_access(person)
            && !self.offer.administers(self.after.role(person))
    }

    /// Whether the person can edit identity settings before, or after, as `standing` says:
    /// a human who has accepted their invitation, with access and the administering role.
    pub fn is_administrator(&self, person: PersonId, standing: Option<Standing>) -> bool {
        standing.is_some_and(|standing| standing.access && self.offer.administers(standing.role))
            && !self.roster.is_service(person)
            && !self.roster.is_pending(person)
    }

    /// Whether the person is an administrator before.
    pub fn was_administrator(&self, person: PersonId) -> bool {
        self.is_administrator(person, self.before(person))
    }

    /// Whether the person is an administrator after.
    pub fn becomes_administrator(&self, person: PersonId) -> bool {
        self.is_administrator(person, self.after(person))
    }
}

fn standing(resolution: &Resolution, person: PersonId) -> Option<Standing> {
    let outcome = resolution.outcome(person);
    let listed = !matches!(outcome, Outcome::Removed | Outcome::NotAMember | Outcome::Unknown);
    listed.then(|| Standing {
        role: resolution.role(person),
        seat_tier: resolution.tier(person),
        access: outcome.has_access(),
    })
}
