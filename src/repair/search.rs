//! The search for sets of fixes that leave no error.
//!
//! From the proposed configuration on, the error with the fewest proposals is taken up and each of
//! them tried, the sets with the least left to do first. Whatever set leaves no error is then
//! reduced: its subsets are tried, the smaller first, until one is found of which no proper subset
//! does. Where few enough sets of all the proposals are left that have not been tried or ruled out, they
//! are tried too: then nothing was missed. Every candidate is checked once; there is a bound to how
//! many are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::plan::step_of;
use super::world::{Found, World};
use crate::model::repair::{Minimality, Where};
use crate::rules::{Draft, Proposal};
use crate::sorted::sorted_by;

/// How many errors are looked at together: proposals are asked for each.
const MOST_ERRORS: usize = 50;
/// How many fixes a set has at most.
const MOST_FIXES: u32 = 8;
/// Of how many proposals every set may be tried.
const MOST_TO_COMPLETE: usize = 14;
/// How many people a fix of the identity provider names at most.
const MOST_PEOPLE: usize = 10_000;

/// Proposals by their numbers, a bit each.
pub type Set = u64;

/// The search, with everything that is known so far.
pub struct Search<'a> {
    base: &'a World,
    means: &'a [Where],
    /// Every proposal, in the order of their finding.
    pool: Vec<Proposal>,
    /// By set that was tried: whether it leaves no error.
    tried: BTreeMap<Set, bool>,
    /// How many candidates have been checked.
    pub checks: usize,
    /// Whether the bound was reached.
    pub bounded: bool,
    /// How many candidates are checked at most, but for the proofs of what is found.
    most_checks: usize,
    /// How many of them to find sets; the others are there to reduce what was found.
    most_to_find: usize,
}

/// A set that leaves errors yet, or one that has not been tried.
struct Open {
    set: Set,
    /// How many fixes and errors it comes to; where it has not been tried, at best.
    effort: usize,
    tried: Option<(World, Found)>,
}

impl<'a> Search<'a> {
    /// A search from a world on, by some means only, so long that of this many checks some are left
    /// to prove what is found.
    pub fn new(base: &'a World, means: &'a [Where], checks: usize) -> Self {
        let (pool, tried) = (Vec::new(), BTreeMap::new());
        let (most_checks, most_to_find) = (checks / 4 * 3, checks / 2);
        Self { base, means, pool, tried, checks: 0, bounded: false, most_checks, most_to_find }
    }

    /// The sets that leave no error and of which no proper subset does, each with how surely.
    pub fn run(&mut self, found: &Found) -> Vec<(Set, Minimality)> {
        let whole = self.find(found);
        let whole = sorted_by(whole, |one, other| one.count_ones().cmp(&other.count_ones()));
        let mut minimal: Vec<(Set, Minimality)> = Vec::new();
        for set in whole {
            let Some((set, minimality)) = self.reduce(set) else { continue };
            if !minimal.iter().any(|(known, _)| holds(set, *known)) {
                minimal.retain(|(known, _)| !holds(*known, set));
                minimal.push((set, minimality));
            }
        }
        self.complete(&mut minimal);
        minimal
    }

    /// Tries every set of the proposals that holds none of those found, if they are few enough.
    fn complete(&mut self, minimal: &mut Vec<(Set, Minimality)>) {
        let holds_one = |minimal: &[(Set, Minimality)], set: Set| {
            minimal.iter().any(|(known, _)| holds(set, *known))
        };
        let all: Set =
            if self.pool.len() > MOST_TO_COMPLETE { 0 } else { (1 << self.pool.len()) - 1 };
        let is_left = |set: &Set| !self.tried.contains_key(set) && !holds_one(minimal, *set);
        let left: Vec<Set> = subsets(all).into_iter().chain([all]).filter(is_left).collect();
        if all == 0 || self.checks + left.len() > self.most_checks {
            self.bounded |= !self.pool.is_empty();
            return;
        }
        for set in left {
            // The smaller come first: what holds none of those found is minimal.
            if !holds_one(minimal, set) && self.is_whole(set) == Some(true) {
                minimal.push((set, Minimality::Proven));
            }
        }
    }

    /// Sets that leave no error, those with the least effort first.
    fn find(&mut self, found: &Found) -> Vec<Set> {
        let errors = found.errors().count();
        self.tried.insert(0, errors == 0);
        self.note_proposals(found);
        let mut open: Vec<Open> = Vec::new();
        self.open_more(&mut open, 0, errors, self.base, found);
        let mut whole: Vec<Set> = Vec::new();
        while let Some(next) = self.take_best(&mut open) {
            // Whatever holds a set that leaves no error is not minimal.
            if whole.iter().any(|known| holds(next.set, *known)) {
                continue;
            }
            let Some((world, found)) = next.tried else {
                if self.checks >= self.most_to_find {
                    self.bounded = true;
                    break;
                }
                let set = next.set;
                let Some((world, found)) = self.try_out(set) else { continue };
                if found.is_clear() {
                    whole.push(set);
                } else {
                    let effort = set.count_ones() as usize + found.errors().count();
                    open.push(Open { set, effort, tried: Some((world, found)) });
                }
                continue;
            };
            if next.set.count_ones() >= MOST_FIXES {
                self.bounded = true;
                continue;
            }
            self.open_more(&mut open, next.set, next.effort, &world, &found);
        }
        whole
    }

    /// What a set becomes with a proposal more for an error that it leaves.
    fn open_more(
        &mut self,
        open: &mut Vec<Open>,
        set: Set,
        effort: usize,
        world: &World,
        found: &Found,
    ) {
        for number in self.branch(world, found) {
            let set = set | 1 << number;
            let is_known = self.tried.contains_key(&set) || open.iter().any(|it| it.set == set);
            if !is_known {
                // At best it mends the error that it is for, and no other comes of it.
                open.push(Open { set, effort, tried: None });
            }
        }
    }

    /// The proposals of a set, in the order of the steps in which they are followed.
    pub fn proposals(&self, set: Set) -> Vec<&Proposal> {
        let proposals = numbers(set).filter_map(|number| self.pool.get(number as usize));
        sorted_by(proposals, |one, other| step_of(one).cmp(&step_of(other)))
    }

    /// The set with the least effort; of equals the one with the most done already, and of those the
    /// one by the best means.
    fn take_best(&self, open: &mut Vec<Open>) -> Option<Open> {
        let rank = |open: &Open| {
            let places = self.proposals(open.set).into_iter().map(|it| it.place as usize);
            (open.effort, Reverse(open.set.count_ones()), places.sum::<usize>(), open.set)
        };
        let best = open.iter().enumerate().min_by_key(|(_, open)| rank(open))?.0;
        Some(open.swap_remove(best))
    }

    /// The proposals for one of the errors that are left: the one for which there are fewest.
    fn branch(&mut self, world: &World, found: &Found) -> Vec<usize> {
        let context = world.context();
        let mut fewest: Vec<Proposal> = Vec::new();
        for (_, error) in self.some_errors(found) {
            let proposals = self.allowed(error.proposals(&context));
            if fewest.is_empty() || (1..fewest.len()).contains(&proposals.len()) {
                fewest = proposals;
            }
        }
        fewest.into_iter().filter_map(|proposal| self.number(proposal)).collect()
    }

    /// Numbers everything that is proposed for the errors there are.
    fn note_proposals(&mut self, found: &Found) {
        let base = self.base;
        let context = base.context();
        for (_, error) in self.some_errors(found) {
            for proposal in self.allowed(error.proposals(&context)) {
                self.number(proposal);
            }
        }
    }

    /// The errors, or as many of them as are looked at.
    fn some_errors<'f>(
        &mut self,
        found: &'f Found,
    ) -> impl Iterator<Item = &'f (String, Draft)> + use<'f> {
        self.bounded |= found.errors().nth(MOST_ERRORS).is_some();
        found.errors().take(MOST_ERRORS)
    }

    /// Those of the proposals that are by the means allowed, and name not too many people.
    fn allowed(&mut self, mut proposals: Vec<Proposal>) -> Vec<Proposal> {
        proposals.retain(|proposal| self.means.contains(&proposal.place));
        let all = proposals.len();
        proposals.retain(|proposal| proposal.names() <= MOST_PEOPLE);
        self.bounded |= proposals.len() < all;
        proposals
    }

    /// The number of a proposal, new or not; none where there are too many.
    fn number(&mut self, proposal: Proposal) -> Option<usize> {
        let known = self.pool.iter().position(|known| known.edits == proposal.edits);
        known.or_else(|| {
            if self.pool.len() >= Set::BITS as usize {
                self.bounded = true;
                return None;
            }
            self.pool.push(proposal);
            Some(self.pool.len() - 1)
        })
    }

    fn try_out(&mut self, set: Set) -> Option<(World, Found)> {
        self.checks += 1;
        let world = self.base.after(self.proposals(set));
        let tried = world.map(|world| {
            let found = world.found();
            (world, found)
        });
        self.tried.insert(set, tried.as_ref().is_some_and(|(_, found)| found.is_clear()));
        tried
    }

    /// Whether a set leaves no error; none where the bound is reached.
    fn is_whole(&mut self, set: Set) -> Option<bool> {
        if !self.tried.contains_key(&set) {
            if self.checks >= self.most_checks {
                self.bounded = true;
                return None;
            }
            self.try_out(set);
        }
        self.tried.get(&set).copied()
    }

    /// The smallest subset that leaves no error; none where the bound keeps it from being known.
    fn reduce(&mut self, set: Set) -> Option<(Set, Minimality)> {
        let subsets = subsets(set);
        let unknown = subsets.iter().filter(|subset| !self.tried.contains_key(subset)).count();
        if self.checks + unknown <= self.most_checks {
            let smaller = subsets.into_iter().find(|it| self.is_whole(*it) == Some(true));
            return Some((smaller.unwrap_or(set), Minimality::Proven));
        }
        // Too many to try them all: one fix after the other is left out, if that can be done.
        for number in numbers(set) {
            if self.is_whole(set & !(1 << number))? {
                return self.reduce(set & !(1 << number));
            }
        }
        Some((set, Minimality::EachNeeded))
    }
}

/// Whether everything in the part is in the set.
fn holds(set: Set, part: Set) -> bool {
    set & part == part
}

fn numbers(set: Set) -> impl Iterator<Item = u32> {
    (0..Set::BITS).filter(move |number| set & 1 << number != 0)
}

/// The proper subsets of a set, the smaller first.
fn subsets(set: Set) -> Vec<Set> {
    let mut next = set;
    let smaller = std::iter::from_fn(|| {
        next = next.checked_sub(1)? & set;
        Some(next)
    });
    let mut all: Vec<Set> = smaller.collect();
    all.sort_by_key(|subset| subset.count_ones());
    all
}
