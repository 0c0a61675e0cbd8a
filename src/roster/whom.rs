//! People of a roster that other rosters can find again.

use std::borrow::Cow;
use std::sync::Arc;

use super::base::Base;
use super::{PersonId, Roster};
use crate::sorted::different;

/// People of a roster, in rising order and each once. Rosters that differ in edits only have the
/// same numbers for them; in others they are found by their addresses.
#[derive(Clone, Debug)]
pub struct Whom {
    read: Arc<Base>,
    people: Vec<PersonId>,
}

impl Whom {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    fn emails(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|person| self.read.email(*person))
    }
}

impl PartialEq for Whom {
    fn eq(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.read, &other.read) {
            self.people == other.people
        } else {
            self.len() == other.len() && self.emails().eq(other.emails())
        }
    }
}

impl Roster {
    /// People of this roster, to be found in others.
    pub(crate) fn whom(&self, people: &[PersonId]) -> Whom {
        Whom { read: Arc::clone(&self.read), people: different(people.to_vec()) }
    }

    /// The same people in this roster, in the order of their numbers; none where one is missing.
    pub(crate) fn find_all<'w>(&self, whom: &'w Whom) -> Option<Cow<'w, [PersonId]>> {
        if Arc::ptr_eq(&self.read, &whom.read) {
            return Some(Cow::Borrowed(&whom.people));
        }
        let mut people = whom.emails().map(|email| self.find(email)).collect::<Option<Vec<_>>>()?;
        people.sort_unstable();
        Some(Cow::Owned(people))
    }
}
