//! Whom an expectation is about (domain 2).

use super::Context;
use super::draft::People;
use crate::model::config::Expectation;
use crate::resolve::{Cohort, Crowd};
use crate::roster::{GroupId, PersonId, normalized};
use crate::text::{Arg, Text};

/// The subject of an expectation.
pub struct Subject<'a> {
    who: Who<'a>,
    /// How a message names it.
    pub arg: Arg,
}

enum Who<'a> {
    /// The person of an address, if there is one.
    Person(Option<PersonId>),
    /// The assigned people of a group.
    Group(&'a [GroupId]),
    /// Everyone with access.
    Everyone,
}

const EVERYONE: Text = Text { en: "everyone with access", ja: "アクセスのある全員" };

/// Whom the expectation is about; `None` where it does not say.
pub fn subject<'a>(context: &Context<'a>, expectation: &Expectation) -> Option<Subject<'a>> {
    let roster = context.roster;
    if let Some(email) = &expectation.email {
        let who = Who::Person(roster.find(email));
        return Some(Subject { who, arg: Arg::Person(normalized(email).into_owned()) });
    }
    if let Some(group) = &expectation.group {
        let who = Who::Group(roster.groups().named(group));
        return Some(Subject { who, arg: Arg::Group(group.clone()) });
    }
    let everyone = expectation.everyone.filter(|everyone| *everyone);
    everyone.map(|_| Subject { who: Who::Everyone, arg: Arg::Text(EVERYONE) })
}

impl Subject<'_> {
    /// Whether it is nobody: it names an address or a group that is not there, or an empty one.
    pub fn is_nobody(&self, context: &Context<'_>) -> bool {
        match self.who {
            Who::Person(person) => person.is_none(),
            Who::Group(groups) => context.assigned_in(groups).next().is_none(),
            Who::Everyone => everyone(context).is_empty(),
        }
    }

    /// How many people it is.
    pub fn count(&self, context: &Context<'_>) -> usize {
        match self.who {
            Who::Person(person) => person.iter().len(),
            Who::Group(groups) => context.each_assigned_in(groups).len(),
            Who::Everyone => everyone(context).len(),
        }
    }

    /// Those of its people of whose cohorts this holds, and the first of them.
    pub fn those(
        &self,
        context: &Context<'_>,
        holds: impl Fn(&Cohort) -> bool,
    ) -> Option<(PersonId, People)> {
        let change = context.change;
        let of_cohort = |person: &PersonId| change.cohort_of(*person).is_some_and(&holds);
        let people: Vec<PersonId> = match self.who {
            Who::Everyone => {
                let crowd = change.among(&everyone(context), holds);
                let first = change.cohorts_of(&crowd).map(|cohort| cohort.first).min()?;
                return Some((first, crowd.into()));
            }
            Who::Person(person) => person.into_iter().filter(of_cohort).collect(),
            // Nothing need be set apart where no cohort at all is concerned.
            Who::Group(_) if !change.cohorts().iter().any(&holds) => return None,
            Who::Group(groups) => {
                let mut people = context.each_assigned_in(groups);
                people.retain(of_cohort);
                people
            }
        };
        Some((*people.first()?, people.into()))
    }
}

fn everyone(context: &Context<'_>) -> Crowd {
    context.change.crowd(|cohort| context.change.after(cohort).has_access())
}
