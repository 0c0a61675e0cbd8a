//! Who keeps, gains and loses access, with which role and seat, and when (domain 3 to 6).
//!
//! [`Policy`] is a configuration compiled against a roster; [`resolve`] makes one pass over the
//! people with it. The state before is the same pass under what is saved today.

mod access;
mod because;
mod change;
mod policy;
mod reading;
mod role;
mod seat;
mod timing;

pub use because::because;
pub use change::Change;
pub use policy::{Grants, Policy};
pub use reading::count_readings;
pub use seat::{Demand, demand};
pub use timing::when;

pub use crate::model::outcome::{Outcome, Standing, When};

use crate::catalog::{Role, SeatTier};
use crate::roster::{PersonId, Roster};

/// The settled state of everyone under one configuration, a column an attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    outcomes: Vec<Outcome>,
    roles: Vec<Role>,
    tiers: Vec<Option<SeatTier>>,
    arrival_order: Vec<bool>,
    /// By tier, highest first: how many people hold it.
    pub held: Vec<usize>,
    /// By tier, highest first: for how many people a seat is missing.
    pub short: Vec<usize>,
    /// People left without the seat they were to have.
    pub unserved: Vec<PersonId>,
}

impl Resolution {
    /// Everyone who is resolved; the directory's others are not where too little is known.
    pub fn people(&self) -> std::ops::Range<PersonId> {
        0..self.outcomes.len()
    }

    /// What becomes of the person.
    pub fn outcome(&self, person: PersonId) -> Outcome {
        self.outcomes.get(person).copied().unwrap_or(Outcome::NotAMember)
    }

    /// The role that the person has, or would have.
    pub fn role(&self, person: PersonId) -> Role {
        self.roles.get(person).copied().unwrap_or(Role::User)
    }

    /// The seat tier that the person holds.
    pub fn tier(&self, person: PersonId) -> Option<SeatTier> {
        self.tiers.get(person).copied().flatten()
    }

    /// Whether the answer for the person depends on who arrives first.
    pub fn depends_on_arrival_order(&self, person: PersonId) -> bool {
        self.arrival_order.get(person).copied().unwrap_or(false)
    }

    /// Whether the person can use the organisation.
    pub fn has_access(&self, person: PersonId) -> bool {
        self.outcome(person).has_access()
    }

    /// Whether nobody's outcome is unknown.
    pub fn is_known(&self) -> bool {
        !self.outcomes.contains(&Outcome::Unknown)
    }

    fn set_outcome(&mut self, person: PersonId, outcome: Outcome) {
        if let Some(entry) = self.outcomes.get_mut(person) {
            *entry = outcome;
        }
    }

    fn set_tier(&mut self, person: PersonId, tier: Option<SeatTier>) {
        if let Some(entry) = self.tiers.get_mut(person) {
            *entry = tier;
        }
    }
}

/// Works out the settled state under a policy.
pub fn resolve(policy: &Policy<'_>, roster: &Roster) -> Resolution {
    let people = policy.listed_people();
    let mut resolution = Resolution {
        outcomes: people.clone().map(|person| access::outcome(policy, roster, person)).collect(),
        tiers: people.clone().map(|person| policy.held_tier(roster, person)).collect(),
        arrival_order: vec![false; people.len()],
        ..Resolution::default()
    };
    resolution.roles = people
        .map(|person| role::role(policy, roster, person, resolution.outcome(person)))
        .collect();
    seat::place(policy, roster, &mut resolution);
    for person in 0..roster.member_count() {
        let differs = resolution.role(person) != policy.held_role(roster, person)
            || resolution.tier(person) != policy.held_tier(roster, person);
        if resolution.outcome(person) == Outcome::Kept && differs {
            resolution.set_outcome(person, Outcome::Changed);
        }
    }
    resolution
}
