//! People whom a configuration cannot tell apart.
//!
//! What becomes of a person depends on what both sides say of them, on what their groups grant and
//! on whether their domain is verified; where seats are short, also on whether they come before or
//! after whoever takes the last one. There are few such cohorts, however many people: they are
//! found in one pass, and everything else is worked out once a cohort, for the first of its people
//! stands for all. Who is about to press Save is a cohort of their own: they are spoken of apart.

use super::Policy;
use crate::roster::{PersonId, Roster};

/// A cohort, by its number.
pub type CohortId = usize;

/// How many people of a cohort are known by name without looking for them.
pub const SAMPLE: usize = 20;

/// People whom neither state can tell apart.
#[derive(Clone, Debug, Default)]
pub struct Cohort {
    /// Its number.
    pub id: CohortId,
    /// One of them, who stands for all: the first.
    pub first: PersonId,
    /// How many they are.
    pub count: usize,
    /// The sum of the digests of their addresses.
    pub digest: u64,
    /// The first of them, at most [`SAMPLE`].
    pub sample: Vec<PersonId>,
}

impl Cohort {
    fn new(id: CohortId, first: PersonId) -> Self {
        Self { id, first, ..Self::default() }
    }

    #[inline]
    fn add(&mut self, person: PersonId, digest: u64) {
        if self.count < SAMPLE {
            self.sample.push(person);
        }
        self.count += 1;
        self.digest = self.digest.wrapping_add(digest);
    }
}

/// Everyone, by cohort.
#[derive(Clone, Debug)]
pub struct Cohorts {
    cohorts: Vec<Cohort>,
    /// By person: what their groups grant in both states, whether their domain is verified and
    /// whether they are about to press Save, a bit each.
    marks: Vec<u16>,
    /// How many different marks there may be.
    width: usize,
    /// By profile and mark: the cohort, `NONE` where nobody is of both.
    by_kind: Vec<u32>,
    /// Where the order of people decides about seats: the first who comes after a last seat.
    cuts: Vec<PersonId>,
    /// By cohort as it was before it was cut, if it was: the cohort of its people before the first
    /// cut, between the first and the second, and so on.
    pieces: Vec<Vec<u32>>,
}

const NONE: u32 = u32::MAX;

impl Cohorts {
    /// Sorts the people by what `proposed` and `saved` can tell apart, but for their order.
    pub fn of(
        roster: &Roster,
        proposed: &Policy,
        saved: Option<&Policy>,
        actor: Option<PersonId>,
    ) -> Self {
        let bits = proposed.grant_bits();
        let (verified, acting) = (1 << (2 * bits), 2 << (2 * bits));
        let mut marks = vec![0_u16; roster.len()];
        for group in 0..u32::try_from(roster.groups().all().len()).unwrap_or(u32::MAX) {
            let before = saved.map_or(0, |saved| saved.grant_mark(group));
            let mark = proposed.grant_mark(group) | before << bits;
            if mark != 0 {
                roster.people_in(group).for_each(|person| {
                    if let Some(marked) = marks.get_mut(person) {
                        *marked |= mark;
                    }
                });
            }
        }
        if let Some(marked) = actor.and_then(|actor| marks.get_mut(actor)) {
            *marked |= acting;
        }
        let width = 2 * usize::from(acting);
        let mut sorted = Self {
            cohorts: Vec::new(),
            marks: Vec::new(),
            width,
            by_kind: vec![NONE; roster.profiles() * width],
            cuts: Vec::new(),
            pieces: Vec::new(),
        };
        for (person, mark) in marks.iter_mut().enumerate() {
            if proposed.in_verified_domain(roster, person) {
                *mark |= verified;
            }
            let kind = roster.profile_number(person) * width + usize::from(*mark);
            sorted.add(person, kind, roster.digest(person));
        }
        sorted.marks = marks;
        sorted
    }

    #[inline]
    fn add(&mut self, person: PersonId, kind: usize, digest: u64) {
        let Some(entry) = self.by_kind.get_mut(kind) else { return };
        if *entry == NONE {
            *entry = u32::try_from(self.cohorts.len()).unwrap_or(NONE);
            self.cohorts.push(Cohort::new(self.cohorts.len(), person));
        }
        if let Some(cohort) = self.cohorts.get_mut(*entry as usize) {
            cohort.add(person, digest);
        }
    }

    /// Every cohort, by number.
    pub fn all(&self) -> &[Cohort] {
        &self.cohorts
    }

    /// The person's cohort.
    pub fn number(&self, roster: &Roster, person: PersonId) -> CohortId {
        let uncut = self.uncut(roster, person);
        let pieces = self.pieces.get(uncut).filter(|pieces| !pieces.is_empty());
        let Some(pieces) = pieces else { return uncut };
        let piece = self.cuts.partition_point(|cut| *cut <= person);
        pieces.get(piece).map_or(uncut, |cohort| *cohort as usize)
    }

    #[inline]
    fn uncut(&self, roster: &Roster, person: PersonId) -> CohortId {
        let mark = self.marks.get(person).copied().unwrap_or_default();
        let kind = roster.profile_number(person) * self.width + usize::from(mark);
        self.by_kind.get(kind).map_or(usize::MAX, |cohort| *cohort as usize)
    }

    /// The people of the cohorts in `queue`, in their order, each with their cohort. Before any cut.
    pub fn queue(
        &self,
        roster: &Roster,
        queue: &[bool],
    ) -> impl Iterator<Item = (PersonId, CohortId)> {
        let queued = roster.people().map(|person| (person, self.uncut(roster, person)));
        queued.filter(|(_, cohort)| queue.get(*cohort) == Some(&true))
    }

    /// Cuts the cohorts that `ordered` names wherever one of `cuts` comes.
    pub fn cut(&mut self, roster: &Roster, ordered: &[bool], cuts: Vec<PersonId>) {
        let pieces =
            |ordered: &bool| if *ordered { vec![NONE; cuts.len() + 1] } else { Vec::new() };
        let mut by_cohort: Vec<Vec<u32>> = ordered.iter().map(pieces).collect();
        let mut piece = 0;
        for person in roster.people() {
            while cuts.get(piece).is_some_and(|cut| *cut <= person) {
                piece += 1;
            }
            let uncut = self.uncut(roster, person);
            let Some(entry) = by_cohort.get_mut(uncut).and_then(|it| it.get_mut(piece)) else {
                continue;
            };
            if *entry == NONE {
                // The first piece takes the place of the whole.
                let cohorts = self.cohorts.len();
                let whole = self.cohorts.get_mut(uncut).filter(|whole| whole.first == person);
                let piece = Cohort::new(if whole.is_some() { uncut } else { cohorts }, person);
                *entry = u32::try_from(piece.id).unwrap_or(NONE);
                match whole {
                    Some(whole) => *whole = piece,
                    None => self.cohorts.push(piece),
                }
            }
            if let Some(cohort) = self.cohorts.get_mut(*entry as usize) {
                cohort.add(person, roster.digest(person));
            }
        }
        self.cuts = cuts;
        self.pieces = by_cohort;
    }
}
