//! Who sits where (domain 5): first those whose tier is fixed, then those who take what is free.

use super::cohort::{Cohort, Cohorts};
use super::{Outcome, Policy};
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
pub fn demand(policy: &Policy, roster: &Roster, person: PersonId, outcome: Outcome) -> Demand {
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

/// What seat a person is to have, seen by who gives them out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Whoever is not on the list.
    NoSeat,
    /// What they hold already: a tier, by its rank, or none.
    Held(Option<usize>),
    /// A tier that they do not hold.
    Tier(usize),
    /// The highest with room.
    Any,
}

fn wish(policy: &Policy, roster: &Roster, person: PersonId, outcome: Outcome) -> Wish {
    if matches!(outcome, Outcome::Removed | Outcome::NotAMember) {
        return Wish::NoSeat;
    }
    let rank = |tier: SeatTier| policy.offer.tier_rank(tier);
    let held = policy.held_tier(roster, person).and_then(rank);
    match demand(policy, roster, person, outcome) {
        Demand::Named(tier) => match rank(tier) {
            Some(rank) if held != Some(rank) => Wish::Tier(rank),
            _ => Wish::Held(held),
        },
        // Nothing is higher than the highest, and a plan without tiers has no seats to wait for.
        Demand::Default if held != Some(0) && !policy.offer.seat_tiers.is_empty() => Wish::Any,
        Demand::Default | Demand::Keep => Wish::Held(held),
    }
}

/// A person's seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The tier; `None` for no seat.
    pub tier: Option<SeatTier>,
    /// The tier of which a seat is missing for them; where any would do, the lowest: it is the
    /// least that has to be bought.
    pub lacks: Option<SeatTier>,
    /// Whether that was decided by who comes first.
    pub by_order: bool,
}

/// Who is served when seats are given out: the three steps of domain 5, in order.
pub struct Seating {
    wishes: Vec<Wish>,
    /// By tier, highest first: those who do not hold it and are to have it.
    competing: Vec<Served>,
    /// Those who take the highest tier with room: a share a tier.
    defaulting: Served,
}

impl Seating {
    /// Gives out the seats, given what becomes of each cohort before seats are looked at.
    pub fn new(policy: &Policy, roster: &Roster, cohorts: &Cohorts, outcomes: &[Outcome]) -> Self {
        let wish =
            |(cohort, outcome): (&Cohort, &Outcome)| wish(policy, roster, cohort.first, *outcome);
        let wishes: Vec<Wish> = cohorts.all().iter().zip(outcomes).map(wish).collect();
        let queue = |wish: Wish| Queue::of(cohorts, &wishes, wish);
        let mut rooms = Rooms::of(policy);
        for rank in 0..rooms.len() {
            rooms.fill(rank, queue(Wish::Held(Some(rank))).count);
        }
        let mut competing = Vec::new();
        for rank in 0..rooms.len() {
            let queue = queue(Wish::Tier(rank));
            let share = rooms.free(rank).min(queue.count);
            competing.push(queue.serve(roster, cohorts, &[share]));
            rooms.fill(rank, share);
        }
        // Only now: a seat that a left-over member holds counted as free for the other tiers.
        let held = |cohort: &Cohort| {
            policy.held_tier(roster, cohort.first).and_then(|tier| policy.offer.tier_rank(tier))
        };
        for (cohort, left_over) in
            competing.iter().flat_map(|it| cohorts.all().iter().zip(&it.unserved))
        {
            if let Some(rank) = held(cohort) {
                rooms.fill(rank, *left_over);
            }
        }
        let shares: Vec<usize> = (0..rooms.len()).map(|rank| rooms.free(rank)).collect();
        let defaulting = queue(Wish::Any).serve(roster, cohorts, &shares);
        Self { wishes, competing, defaulting }
    }

    /// Marks the cohorts whose people are not all served alike.
    pub fn mark_uneven(&self, uneven: &mut [bool]) {
        for (wish, uneven) in self.wishes.iter().zip(uneven) {
            *uneven |= self.served(*wish).is_some_and(|served| served.cuts().next().is_some());
        }
    }

    /// Where the people of such cohorts part: whoever comes first after a last seat.
    pub fn cuts(&self) -> impl Iterator<Item = PersonId> {
        self.competing.iter().chain([&self.defaulting]).flat_map(Served::cuts)
    }

    /// The seat of a person, given what becomes of them before seats are looked at.
    pub fn seat(
        &self,
        policy: &Policy,
        roster: &Roster,
        person: PersonId,
        outcome: Outcome,
    ) -> Seat {
        let wish = wish(policy, roster, person, outcome);
        let held = policy.held_tier(roster, person);
        let Some(served) = self.served(wish) else {
            let tier = held.filter(|_| wish != Wish::NoSeat);
            return Seat { tier, ..Seat::default() };
        };
        let tiers = policy.offer.seat_tiers;
        let (given, lacks) = match (wish, served.share(person)) {
            (Wish::Tier(rank), Some(_)) | (_, Some(rank)) => (tiers.get(rank), None),
            (Wish::Tier(rank), None) => (None, tiers.get(rank)),
            (_, None) => (None, tiers.last()),
        };
        Seat { tier: given.copied().or(held), lacks: lacks.copied(), by_order: served.by_order }
    }

    fn served(&self, wish: Wish) -> Option<&Served> {
        match wish {
            Wish::NoSeat | Wish::Held(_) => None,
            Wish::Tier(rank) => self.competing.get(rank),
            Wish::Any => Some(&self.defaulting),
        }
    }
}

/// Seats free of each tier, highest first; `None` is room without end.
struct Rooms(Vec<Option<usize>>);

impl Rooms {
    fn of(policy: &Policy) -> Self {
        Self(policy.offer.seat_tiers.iter().map(|tier| policy.purchased(*tier)).collect())
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn free(&self, rank: usize) -> usize {
        self.0.get(rank).copied().flatten().unwrap_or(usize::MAX)
    }

    fn fill(&mut self, rank: usize, people: usize) {
        if let Some(Some(room)) = self.0.get_mut(rank) {
            *room = room.saturating_sub(people);
        }
    }
}

/// People who want the same, in the order of serving: as they are numbered.
struct Queue {
    /// By cohort: whether they are in it.
    cohorts: Vec<bool>,
    count: usize,
}

impl Queue {
    fn of(cohorts: &Cohorts, wishes: &[Wish], wish: Wish) -> Self {
        let queued: Vec<bool> = wishes.iter().map(|it| *it == wish).collect();
        let count = cohorts.all().iter().zip(&queued).filter(|(_, it)| **it);
        Self { count: count.map(|(cohort, _)| cohort.count).sum(), cohorts: queued }
    }

    /// Serves the first share, then the second, and so on, as far as the shares reach.
    fn serve(&self, roster: &Roster, cohorts: &Cohorts, shares: &[usize]) -> Served {
        let ends = shares.iter().scan(0_usize, |end, share| {
            *end = end.saturating_add(*share);
            Some(*end)
        });
        let ends: Vec<usize> = ends.collect();
        let reach = ends.last().copied().unwrap_or_default();
        let until = |end: &usize| if *end == 0 { 0 } else { PersonId::MAX };
        let mut served = Served {
            until: ends.iter().map(until).collect(),
            // By the first share that serves anyone: whether it serves some but not all.
            by_order: ends.iter().find(|end| **end > 0).is_some_and(|end| *end < self.count),
            unserved: Vec::new(),
        };
        let counts = cohorts.all().iter().zip(&self.cohorts);
        let mut unserved: Vec<usize> =
            counts.map(|(cohort, queued)| if *queued { cohort.count } else { 0 }).collect();
        if served.by_order {
            let queue = cohorts.queue(roster, &self.cohorts);
            for (position, (person, cohort)) in queue.enumerate() {
                for (until, end) in served.until.iter_mut().zip(&ends) {
                    if *end == position && position > 0 {
                        *until = person;
                    }
                }
                if position >= reach {
                    break;
                }
                if let Some(unserved) = unserved.get_mut(cohort) {
                    *unserved -= 1;
                }
            }
        } else if reach > 0 {
            unserved.fill(0);
        }
        served.unserved = unserved;
        served
    }
}

/// What became of a queue.
struct Served {
    /// By share: the first person who is not served by it or one before.
    until: Vec<PersonId>,
    /// Whether order decided.
    by_order: bool,
    /// By cohort: how many are not served.
    unserved: Vec<usize>,
}

impl Served {
    /// The share that serves the person.
    fn share(&self, person: PersonId) -> Option<usize> {
        self.until.iter().position(|until| person < *until)
    }

    fn cuts(&self) -> impl Iterator<Item = PersonId> {
        self.until.iter().copied().filter(|until| *until != 0 && *until != PersonId::MAX)
    }
}
