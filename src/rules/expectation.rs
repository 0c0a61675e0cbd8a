//! Whom an expectation is about (domain 2).

use super::Context;
use crate::model::config::Expectation;
use crate::roster::{PersonId, normalized};
use crate::text::{Arg, Text};

/// The subject of an expectation.
pub struct Subject {
    /// Its people; nobody where it names an address or group that is not there.
    pub people: Vec<PersonId>,
    /// How a message names it.
    pub arg: Arg,
}

const EVERYONE: Text = Text { en: "everyone with access", ja: "アクセスのある全員" };

/// Whom the expectation is about; `None` where it does not say.
pub fn subject(context: &Context<'_>, expectation: &Expectation) -> Option<Subject> {
    let (roster, after) = (context.roster, &context.change.after);
    if let Some(email) = &expectation.email {
        let people = roster.find(email).into_iter().collect();
        return Some(Subject { people, arg: Arg::Person(normalized(email)) });
    }
    if let Some(group) = &expectation.group {
        let groups = roster.groups().named(group);
        let is_in = |person: &PersonId| {
            roster.is_assigned(*person)
                && roster.groups_of(*person).iter().any(|group| groups.contains(group))
        };
        let people = roster.people().filter(is_in).collect();
        return Some(Subject { people, arg: Arg::Group(group.clone()) });
    }
    expectation.everyone.filter(|everyone| *everyone).map(|_| Subject {
        people: after.people().filter(|person| after.has_access(*person)).collect(),
        arg: Arg::Text(EVERYONE),
    })
}
