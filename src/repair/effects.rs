//! What a change does to people.

use super::world::World;
use crate::model::PeopleSample;
use crate::model::repair::{Applicability, Effects};
use crate::resolve::{Change, SAMPLE, Standing};
use crate::roster::PersonId;

/// One world compared with another.
pub struct Comparison {
    /// What the change does to people.
    pub effects: Effects,
    /// How many people have access today and would not have it in the end, or the other way round.
    pub access_changes: usize,
}

/// What becomes of people between one world and another.
pub fn compare(before: &World, after: &World) -> Comparison {
    let (mut effects, mut access_changes) = (Effects::default(), 0);
    let pairs = Pairs::of(before, after);
    pairs.each(
        |person, earlier| {
            let (was, is) = (standing(pairs.before, earlier), standing(pairs.after, Some(person)));
            let today = today(pairs.before, earlier);
            let offer = pairs.after.offer;
            let holds = |it: Option<Standing>| it.is_some_and(|it| offer.administers(it.role));
            let uses = |it: Option<Standing>| holds(it) && it.is_some_and(|it| it.access);
            Share {
                gains_access: !has_access(was) && has_access(is),
                loses_access: has_access(was) && !has_access(is),
                leaves_list: was.is_some() && is.is_none(),
                gains_administration: (uses(is) && !uses(was)) || (holds(is) && !holds(was)),
                is_new: !holds(today),
                changes: has_access(was) && has_access(is) && was != is,
                access_changes: has_access(today) != has_access(is),
            }
        },
        |person, share: &Share| {
            access_changes += usize::from(share.access_changes);
            let lists = [
                (share.gains_access, &mut effects.gain_access),
                (share.loses_access, &mut effects.lose_access),
                (share.leaves_list, &mut effects.leave_list),
                (share.gains_administration, &mut effects.gain_administration),
                (share.gains_administration && share.is_new, &mut effects.new_administrators),
                (share.changes, &mut effects.change),
            ];
            for (concerned, list) in lists {
                if concerned {
                    add(list, after.roster.email(person));
                }
            }
        },
    );
    for person in pairs.gone() {
        let was = standing(pairs.before, Some(person));
        access_changes += usize::from(has_access(today(pairs.before, Some(person))));
        let email = before.roster.email(person);
        if has_access(was) {
            add(&mut effects.lose_access, email);
        }
        if was.is_some() {
            add(&mut effects.leave_list, email);
        }
    }
    Comparison { effects, access_changes }
}

/// What a change does to people who are alike before and after it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Share {
    gains_access: bool,
    loses_access: bool,
    leaves_list: bool,
    gains_administration: bool,
    is_new: bool,
    changes: bool,
    access_changes: bool,
}

/// Two worlds of the same people, most of whom are alike: what is true of the first of a cohort in
/// both is true of all.
struct Pairs<'a> {
    before: Change<'a>,
    after: Change<'a>,
}

impl<'a> Pairs<'a> {
    fn of(before: &'a World, after: &'a World) -> Self {
        Self { before: before.change(), after: after.change() }
    }

    /// Asks once of everyone who is alike in both, and tells of those of whom something is true.
    fn each<T: Clone + Default + PartialEq>(
        &self,
        ask: impl Fn(PersonId, Option<PersonId>) -> T,
        mut tell: impl FnMut(PersonId, &T),
    ) {
        let (before, after) = (&self.before.settled.cohorts, &self.after.settled.cohorts);
        let (one, other) = (self.before.roster, self.after.roster);
        let same = one.numbers_people_as(other);
        let width = before.all().len() + 1;
        let mut known: Vec<Option<T>> = vec![None; width * after.all().len()];
        for person in other.people() {
            let earlier = if same { Some(person) } else { one.find(other.email(person)) };
            let was = earlier.map_or(width - 1, |earlier| before.number(one, earlier));
            let Some(known) = known.get_mut(after.number(other, person) * width + was) else {
                continue;
            };
            let answer = known.get_or_insert_with(|| ask(person, earlier));
            if *answer != T::default() {
                tell(person, answer);
            }
        }
    }

    /// Whoever is nobody any more afterwards.
    fn gone(&self) -> impl Iterator<Item = PersonId> {
        let (one, other) = (self.before.roster, self.after.roster);
        let same = one.numbers_people_as(other);
        let people = one.people().filter(move |_| !same);
        people.filter(|person| other.find(one.email(*person)).is_none())
    }
}

fn has_access(standing: Option<Standing>) -> bool {
    standing.is_some_and(|standing| standing.access)
}

fn add(people: &mut PeopleSample, email: &str) {
    people.count += 1;
    if people.sample.len() < SAMPLE {
        people.sample.push(email.to_owned());
    }
}

/// Where the person stands with what would be saved. Somebody of whom nothing is known stands where
/// they are.
fn standing(change: Change<'_>, person: Option<PersonId>) -> Option<Standing> {
    let cohort = change.cohort_of(person?)?;
    let after = change.after(cohort);
    match after.outcome {
        crate::resolve::Outcome::Unknown => change.before(cohort),
        _ => after.standing(),
    }
}

fn today(change: Change<'_>, person: Option<PersonId>) -> Option<Standing> {
    change.before(change.cohort_of(person?)?)
}

/// Where somebody is given an administering role, loses access or is removed, somebody should look
/// at it first.
pub fn applicability(effects: &Effects) -> Applicability {
    let Effects { gain_administration, lose_access, leave_list, .. } = effects;
    if gain_administration.count + lose_access.count + leave_list.count > 0 {
        Applicability::Review
    } else {
        Applicability::Safe
    }
}

/// Whoever has access today and at the end, but not here on the way, with the settings in force
/// today.
pub fn locked_out(start: &World, here: &World, end: &World) -> PeopleSample {
    let mut people = PeopleSample::default();
    let (start_, here_, end_) = (start.change(), here.change(), end.change());
    let pairs = Pairs { before: start_, after: here_ };
    let loses = |person, earlier| {
        has_access(today(start_, earlier)) && !has_access(today(here_, Some(person)))
    };
    pairs.each(loses, |person, _| {
        let email = here.roster.email(person);
        if has_access(standing(end_, end.roster.find(email))) {
            add(&mut people, email);
        }
    });
    people
}
