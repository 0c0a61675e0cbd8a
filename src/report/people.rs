//! One person of the answer.

use crate::model::person::{Dependency, Person, Reason};
use crate::resolve::{Change, because};
use crate::roster::PersonId;
use crate::text::Locale;

/// What becomes of the person, and why.
pub fn person(change: Change<'_>, person: PersonId, locale: Locale) -> Option<Person> {
    let (roster, settled) = (change.roster, change.settled);
    let cohort = change.cohort_of(person)?;
    let after = change.after(cohort);
    let reason = |cause| Reason { text: super::reasons::text(&cause, locale), cause };
    let because = because(&settled.proposed, roster, &after, person);
    Some(Person {
        email: roster.email(person).to_owned(),
        name: roster.name(person).map(str::to_owned),
        before: change.before(cohort),
        after: after.standing(),
        outcome: after.outcome,
        when: change.when(after.outcome),
        because: because.into_iter().map(reason).collect(),
        depends_on: after.arrival_order.then_some(Dependency::ArrivalOrder).into_iter().collect(),
    })
}
