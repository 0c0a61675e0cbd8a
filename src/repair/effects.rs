//! What a change does to people.

use super::world::World;
use crate::model::repair::{Applicability, Effects};
use crate::model::report::PeopleSample;
use crate::resolve::{Change, SAMPLE, Standing};
use crate::roster::PersonId;

/// What becomes of people between one world and another.
pub fn effects(before: &World, after: &World) -> Effects {
    let mut effects = Effects::default();
    let (one, other) = (before.context(), after.context());
    let same_people = before.roster.len() == after.roster.len()
        && before.roster.member_count() == after.roster.member_count();
    for person in after.roster.people() {
        let earlier =
            if same_people { Some(person) } else { before.roster.find(after.roster.email(person)) };
        let was = earlier.and_then(|person| standing(one.change, person));
        let is = standing(other.change, person);
        if was == is {
            continue;
        }
        let had = was.is_some_and(|standing| standing.access);
        let has = is.is_some_and(|standing| standing.access);
        let email = || after.roster.email(person).to_owned();
        let holds = |standing: Option<Standing>| {
            standing.is_some_and(|standing| one.offer.administers(standing.role))
        };
        let uses = |standing: Option<Standing>| {
            holds(standing) && standing.is_some_and(|standing| standing.access)
        };
        if (uses(is) && !uses(was)) || (holds(is) && !holds(was)) {
            add(&mut effects.gain_administration, email);
            if !holds(today(one.change, earlier)) {
                add(&mut effects.new_administrators, email);
            }
        }
        if was.is_some() && is.is_none() {
            add(&mut effects.leave_list, email);
        }
        match (had, has) {
            (false, true) => add(&mut effects.gain_access, email),
            (true, false) => add(&mut effects.lose_access, email),
            (true, true) => add(&mut effects.change, email),
            (false, false) => {}
        }
    }
    effects
}

fn add(people: &mut PeopleSample, email: impl FnOnce() -> String) {
    people.count += 1;
    if people.sample.len() < SAMPLE {
        people.sample.push(email());
    }
}

/// Where the person stands with what would be saved. Somebody of whom nothing is known stands where
/// they are.
fn standing(change: Change<'_>, person: PersonId) -> Option<Standing> {
    let cohort = change.cohort_of(person)?;
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
pub fn locked_out(today: &World, here: &World, end: &World) -> PeopleSample {
    let mut people = PeopleSample::default();
    let (today_, here_, end_) = (today.context(), here.context(), end.context());
    for person in today.roster.people() {
        let email = || today.roster.email(person).to_owned();
        let before = |change: Change<'_>, person| {
            let cohort = change.cohort_of(person)?;
            change.before(cohort).map(|standing| standing.access)
        };
        let find = |world: &World| match world.roster.len() == today.roster.len() {
            true => Some(person),
            false => world.roster.find(&email()),
        };
        let had = before(today_.change, person) == Some(true);
        if !had || find(here).and_then(|it| before(here_.change, it)) == Some(true) {
            continue;
        }
        let at_end = find(end).and_then(|it| standing(end_.change, it));
        if at_end.is_some_and(|standing| standing.access) {
            add(&mut people, email);
        }
    }
    people
}
