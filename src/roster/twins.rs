//! A member and somebody else of the directory who may be one human: they bear the same immutable
//! id, or a full name that nobody else of their side bears.

use std::collections::HashMap;
use std::hash::Hash;

use super::{PersonId, Roster};
use crate::sorted::sorted_by;

/// Who may be one human with whom.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    /// By id: the members who bear it, and the others.
    pub by_id: Vec<Alike>,
    /// By full name: a member and another.
    pub by_name: Vec<(PersonId, PersonId)>,
}

/// People who bear the same, on both sides.
#[derive(Clone, Debug, Default)]
pub struct Alike {
    /// The members.
    pub members: Vec<PersonId>,
    /// People of the directory who are no members.
    pub others: Vec<PersonId>,
}

impl Roster {
    /// Members and others of the directory who may be one human. Looked for when first asked for.
    pub(crate) fn twins(&self) -> &Twins {
        self.read.twins.get_or_init(|| {
            // The organisation's list seldom has the id; the directory may know the old address.
            let member_id = |member| self.member_id(member).or_else(|| self.directory_id(member));
            let member_name = |member| self.member_name(member).and_then(full_name);
            let other_name = |other| self.directory_name(other).and_then(full_name);
            let by_name = self.alike(member_name, other_name).into_iter();
            let by_name =
                by_name.filter_map(|alike| match (&alike.members[..], &alike.others[..]) {
                    ([member], [other]) => Some((*member, *other)),
                    _ => None,
                });
            Twins {
                by_id: self.alike(member_id, |other| self.directory_id(other)),
                by_name: by_name.collect(),
            }
        })
    }

    /// Whoever bears the same on both sides, by the first member.
    fn alike<T: Eq + Hash>(
        &self,
        of_member: impl Fn(PersonId) -> Option<T>,
        of_other: impl Fn(PersonId) -> Option<T>,
    ) -> Vec<Alike> {
        let (members, others) = (0..self.member_count(), self.member_count()..self.len());
        let mut borne: HashMap<T, Alike> = HashMap::new();
        for (other, bears) in others.filter_map(|other| Some((other, of_other(other)?))) {
            borne.entry(bears).or_default().others.push(other);
        }
        if borne.is_empty() {
            return Vec::new();
        }
        for (member, bears) in members.filter_map(|member| Some((member, of_member(member)?))) {
            if let Some(alike) = borne.get_mut(&bears) {
                alike.members.push(member);
            }
        }
        let alike = borne.into_values().filter(|it| !it.members.is_empty());
        sorted_by(alike, |one, other| one.members.first().cmp(&other.members.first()))
    }
}

/// The name as it is compared, if it has more than one word: a given name alone proves nothing.
fn full_name(name: &str) -> Option<String> {
    let words: Vec<_> = name.split_whitespace().collect();
    (words.len() > 1).then(|| words.join(" ").to_lowercase())
}
