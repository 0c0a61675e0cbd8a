//! The seat desk: everyone who has a say about a seat leaves a ticket, then the desk calls them up.

use crate::catalogue::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// What the desk is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// The seat they sit on, or none.
    Stay,
    /// The tier that a group names.
    Named(&'static str),
    /// The highest tier that can be had.
    Best,
}

pub struct Ticket {
    /// The position in the list of people.
    pub person: usize,
    pub holds: Option<&'static str>,
    pub wish: Wish,
}

/// The order in which those who are not served at once are called up: members first, in roster order,
/// then newcomers in directory order; or however the dice fall.
pub trait Order {
    fn queue(&mut self, line: &mut Vec<Ticket>);
    fn defaulting(&mut self, line: &mut Vec<Ticket>);
}

/// What the desk did.
#[derive(Default)]
pub struct Sitting {
    /// Who sits where, whoever left a ticket.
    pub seat: BTreeMap<usize, Option<&'static str>>,
    /// Whose seat hangs on the order of arrival.
    pub contested: BTreeSet<usize>,
    /// Who asked for a seat in vain: one more seat is to be bought for each.
    pub unserved: BTreeSet<usize>,
    /// Who asked for the best tier that can be had, those who sit on it already among them.
    pub wished_best: BTreeSet<usize>,
    /// Who asked for the best tier that can be had and did not sit on the plan's highest already.
    pub defaulted: BTreeSet<usize>,
    /// Free seats a tier when those were called up; a tier that is left out has room without end.
    pub room_for_defaulting: BTreeMap<&'static str, i64>,
}

/// The stock of chairs: a tier without an entry never runs out.
struct Chairs<'p> {
    plan: &'p Plan,
    free: BTreeMap<&'static str, i64>,
}

impl Chairs<'_> {
    fn has_one(&self, tier: &str) -> bool {
        self.free.get(tier).is_none_or(|free| *free > 0)
    }

    /// Sits someone down, on a chair brought from home if need be.
    fn take(&mut self, tier: Option<&'static str>) {
        if let Some(free) = tier.and_then(|tier| self.free.get_mut(tier)) {
            *free -= 1;
        }
    }

    fn best(&self) -> Option<&'static str> {
        self.plan.tiers.iter().copied().find(|tier| self.has_one(tier))
    }
}

pub fn seat_everyone(
    plan: &Plan,
    purchased: &BTreeMap<&'static str, i64>,
    tickets: Vec<Ticket>,
    order: &mut dyn Order,
) -> Sitting {
    let mut chairs = Chairs { plan, free: purchased.clone() };
    let mut sitting = Sitting::default();
    let mut queues: BTreeMap<&'static str, Vec<Ticket>> = BTreeMap::new();
    let mut defaulting = Vec::new();

    // Everyone gets up. Those who ask for the very seat they held sit down again before anyone else.
    let highest = plan.tiers.first().copied();
    for ticket in tickets {
        if ticket.wish == Wish::Best {
            sitting.wished_best.insert(ticket.person);
        }
        match ticket.wish {
            Wish::Named(tier) if ticket.holds != Some(tier) => {
                queues.entry(tier).or_default().push(ticket);
            }
            Wish::Best if ticket.holds != highest => defaulting.push(ticket),
            _ => {
                chairs.take(ticket.holds);
                sitting.seat.insert(ticket.person, ticket.holds);
            }
        }
    }

    // One queue a tier. Whoever comes away empty-handed goes back to the old seat once all queues are done.
    let mut left_over = Vec::new();
    for (tier, mut queue) in queues {
        order.queue(&mut queue);
        let everyone: Vec<usize> = queue.iter().map(|ticket| ticket.person).collect();
        let waiting_before = left_over.len();
        for ticket in queue {
            if chairs.has_one(tier) {
                chairs.take(Some(tier));
                sitting.seat.insert(ticket.person, Some(tier));
            } else {
                left_over.push(ticket);
            }
        }
        let turned_away = left_over.len() - waiting_before;
        if 0 < turned_away && turned_away < everyone.len() {
            sitting.contested.extend(everyone);
        }
    }
    for ticket in left_over {
        chairs.take(ticket.holds);
        sitting.seat.insert(ticket.person, ticket.holds);
        sitting.unserved.insert(ticket.person);
    }

    // Last come those who take what is there.
    sitting.defaulted = defaulting.iter().map(|ticket| ticket.person).collect();
    sitting.room_for_defaulting = chairs.free.clone();
    let crowd = defaulting.len() as i64;
    let first_room = chairs.best().and_then(|tier| chairs.free.get(tier));
    if first_room.is_some_and(|room| *room < crowd) {
        sitting.contested.extend(&sitting.defaulted);
    }
    order.defaulting(&mut defaulting);
    for ticket in defaulting {
        let best = chairs.best();
        if best.is_none() {
            sitting.unserved.insert(ticket.person);
        }
        let seat = best.or(ticket.holds);
        chairs.take(seat);
        sitting.seat.insert(ticket.person, seat);
    }
    sitting
}
