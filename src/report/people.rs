//! One person of the answer.

use crate::catalog::Mode;
use crate::model::person::{Dependency, Person, Reason};
use crate::resolve::{Change, Policy, because, when};
use crate::roster::PersonId;
use crate::text::Locale;

/// What becomes of the person, and why.
pub fn person(
    policy: &Policy<'_>,
    saved: Mode,
    change: &Change<'_>,
    person: PersonId,
    locale: Locale,
) -> Person {
    let roster = change.roster;
    let outcome = change.after.outcome(person);
    let reason = |cause| Reason { text: super::reasons::text(&cause, locale), cause };
    let depends = change.after.depends_on_arrival_order(person);
    Person {
        email: roster.email(person).to_owned(),
        name: roster.name(person).map(str::to_owned),
        before: change.before(person),
        after: change.after(person),
        outcome,
        when: when(policy.mode, saved, outcome),
        because: because(policy, roster, &change.after, person).into_iter().map(reason).collect(),
        depends_on: depends.then_some(Dependency::ArrivalOrder).into_iter().collect(),
    }
}
