//! Who sits where (domain 5): first those whose tier is fixed, then those who take what is free.

use super::{Outcome, Policy, Resolution};
use crate::catalog::{Mode, SeatTier};
use crate::model::readings::{TierMappingUnused, TierUnmapped};
use crate::roster::{PersonId, Roster};

/// What seat a person is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The tier they hold, or none.
    Keep,
    /// The highest tier that a seat tier group of theirs names.
    Named(SeatTier),
    /// The highest tier with a seat free.
    Default,
}

/// What seat the person is to have, given what becomes of them. For people who keep, gain or are
/// refused access; nobody else has a seat.
pub fn demand(policy: &Policy<'_>, roster: &Roster, person: PersonId, outcome: Outcome) -> Demand {
    let newcomer = || if roster.is_member(person) { Demand::Keep } else { Demand::Default };
    let entitled = matches!(outcome, Outcome::Kept | Outcome::Changed)
        || matches!(outcome, Outcome::Added | Outcome::Waiting);
    if policy.mode == Mode::Manual
        || !policy.mapped
        || !entitled
        || !policy.is_entitled(roster, person)
    {
        return newcomer();
    }
    let rank = policy.grants(roster, person).tiers.trailing_zeros() as usize;
    if let Some(tier) = policy.offer.seat_tiers.get(rank) {
        return Demand::Named(*tier);
    }
    let defaults = if policy.tiers_mapped {
        match policy.readings.tier_unmapped {
            TierUnmapped::HighestAvailable => true,
            TierUnmapped::KeepCurrent => false,
            // Whom SCIM leaves here is an exempt primary owner, who keeps theirs.
            TierUnmapped::Removed => policy.mode != Mode::Scim,
        }
    } else {
        policy.readings.tier_mapping_unused == TierMappingUnused::HighestAvailable
    };
    if defaults { Demand::Default } else { newcomer() }
}

/// Gives everyone their seat: the three steps of domain 5, in order.
pub fn place(policy: &Policy<'_>, roster: &Roster, resolution: &mut Resolution) {
    let tiers = policy.offer.seat_tiers;
    let mut seating = Seating {
        policy,
        placed: vec![0; tiers.len()],
        competitors: vec![Vec::new(); tiers.len()],
        left_over: Vec::new(),
        defaulting: Vec::new(),
        short: vec![0; tiers.len()],
    };
    for person in resolution.people() {
        seating.sort(roster, resolution, person);
    }
    seating.serve_competitors(roster, resolution);
    seating.serve_defaulting(roster, resolution);
    resolution.unserved.sort_unstable();
    resolution.held = seating.placed;
    resolution.short = seating.short;
}

struct Seating<'p> {
    policy: &'p Policy<'p>,
    /// By tier, highest first: people placed on it so far.
    placed: Vec<usize>,
    /// By tier: people who want it and do not hold it, in the order of serving.
    competitors: Vec<Vec<PersonId>>,
    left_over: Vec<PersonId>,
    /// People who take the highest tier with room, in the order of serving.
    defaulting: Vec<PersonId>,
    short: Vec<usize>,
}

impl Seating<'_> {
    /// Step 1, and the holders of step 2: who wants what.
    fn sort(&mut self, roster: &Roster, resolution: &mut Resolution, person: PersonId) {
        let outcome = resolution.outcome(person);
        if matches!(outcome, Outcome::Removed | Outcome::NotAMember) {
            return resolution.set_tier(person, None);
        }
        let held = resolution.tier(person);
        let highest = self.policy.offer.seat_tiers.first().copied();
        let wanted = match demand(self.policy, roster, person, outcome) {
            Demand::Keep => held,
            Demand::Named(tier) => Some(tier),
            Demand::Default if held.is_some() && held == highest => held,
            // A plan without tiers has no seats to wait for.
            Demand::Default if highest.is_none() => None,
            Demand::Default => return self.defaulting.push(person),
        };
        let Some(rank) = wanted.and_then(|tier| self.policy.offer.tier_rank(tier)) else {
            return;
        };
        if held == wanted {
            self.seat(rank);
        } else if let Some(competitors) = self.competitors.get_mut(rank) {
            competitors.push(person);
        }
    }

    /// Step 2: holders have kept theirs; the others compete for what is left of a tier.
    fn serve_competitors(&mut self, roster: &Roster, resolution: &mut Resolution) {
        for (rank, competitors) in std::mem::take(&mut self.competitors).into_iter().enumerate() {
            let served =
                self.room(rank).map_or(competitors.len(), |room| room.min(competitors.len()));
            let decided_by_order = served > 0 && served < competitors.len();
            for (position, person) in competitors.into_iter().enumerate() {
                if decided_by_order {
                    mark(resolution, person);
                }
                if position < served {
                    self.seat(rank);
                    resolution.set_tier(person, self.tier(rank));
                } else {
                    if let Some(short) = self.short.get_mut(rank) {
                        *short += 1;
                    }
                    self.left_over.push(person);
                }
            }
        }
        // Only now: a seat that a left-over member holds counted as free for the other tiers.
        for person in std::mem::take(&mut self.left_over) {
            self.unserved(roster, resolution, person);
        }
    }

    /// Step 3: everyone else takes the highest tier with room, one after the other.
    fn serve_defaulting(&mut self, roster: &Roster, resolution: &mut Resolution) {
        let defaulting = std::mem::take(&mut self.defaulting);
        let room = self.highest_with_room().and_then(|rank| self.room(rank));
        let decided_by_order = room.is_some_and(|room| room < defaulting.len());
        for person in defaulting {
            if decided_by_order {
                mark(resolution, person);
            }
            match self.highest_with_room() {
                Some(rank) => {
                    self.seat(rank);
                    resolution.set_tier(person, self.tier(rank));
                }
                None => {
                    // Any tier would do: the lowest is the least that has to be bought.
                    if let Some(short) = self.short.last_mut() {
                        *short += 1;
                    }
                    self.unserved(roster, resolution, person);
                }
            }
        }
    }

    /// Nobody could be given a seat: a member keeps what they hold, a newcomer waits.
    fn unserved(&mut self, roster: &Roster, resolution: &mut Resolution, person: PersonId) {
        resolution.unserved.push(person);
        if roster.is_member(person) {
            let held = resolution.tier(person);
            if let Some(rank) = held.and_then(|tier| self.policy.offer.tier_rank(tier)) {
                self.seat(rank);
            }
        } else {
            resolution.set_tier(person, None);
            resolution.set_outcome(person, Outcome::Waiting);
        }
    }

    fn seat(&mut self, rank: usize) {
        if let Some(placed) = self.placed.get_mut(rank) {
            *placed += 1;
        }
    }

    fn tier(&self, rank: usize) -> Option<SeatTier> {
        self.policy.offer.seat_tiers.get(rank).copied()
    }

    /// Seats free of a tier; `None` is room without end.
    fn room(&self, rank: usize) -> Option<usize> {
        let purchased = self.tier(rank).and_then(|tier| self.policy.purchased(tier))?;
        Some(purchased.saturating_sub(self.placed.get(rank).copied().unwrap_or_default()))
    }

    fn highest_with_room(&self) -> Option<usize> {
        (0..self.placed.len()).find(|rank| self.room(*rank) != Some(0))
    }
}

fn mark(resolution: &mut Resolution, person: PersonId) {
    if let Some(mark) = resolution.arrival_order.get_mut(person) {
        *mark = true;
    }
}
