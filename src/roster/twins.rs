//! A member and somebody else of the directory who may be one human: they bear the same immutable
//! id, or a full name that nobody else of their side bears.

use std::borrow::Cow;

use super::texts::Interner;
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
            let member_id = |member| {
                let id = self.member_id(member).or_else(|| self.directory_id(member));
                id.map(Cow::Borrowed)
            };
            let other_id = |other| self.directory_id(other).map(Cow::Borrowed);
            let member_name = |member| self.member_name(member).and_then(full_name);
            let other_name = |other| self.directory_name(other).and_then(full_name);
            let by_name = self.alike(&member_name, &other_name).into_iter();
            let by_name =
                by_name.filter_map(|alike| match (&alike.members[..], &alike.others[..]) {
                    ([member], [other]) => Some((*member, *other)),
                    _ => None,
                });
            Twins { by_id: self.alike(&member_id, &other_id), by_name: by_name.collect() }
        })
    }

    /// Whoever bears the same on both sides, by the first member.
    fn alike<'r>(
        &'r self,
        of_member: &dyn Fn(PersonId) -> Option<Cow<'r, str>>,
        of_other: &dyn Fn(PersonId) -> Option<Cow<'r, str>>,
    ) -> Vec<Alike> {
        let (members, others) = (0..self.member_count(), self.member_count()..self.len());
        let (mut borne, mut bearers) = (Interner::default(), Vec::<Alike>::new());
        for (other, bears) in others.filter_map(|other| Some((other, of_other(other)?))) {
            let number = borne.intern(&bears) as usize;
            match bearers.get_mut(number) {
                Some(alike) => alike.others.push(other),
                None => bearers.push(Alike { others: vec![other], members: Vec::new() }),
            }
        }
        if bearers.is_empty() {
            return bearers;
        }
        for (member, bears) in members.filter_map(|member| Some((member, of_member(member)?))) {
            let number = borne.number(&bears).map(|number| number as usize);
            if let Some(alike) = number.and_then(|number| bearers.get_mut(number)) {
                alike.members.push(member);
            }
        }
        bearers.retain(|alike| !alike.members.is_empty());
        sorted_by(bearers, |one, other| one.members.first().cmp(&other.members.first()))
    }
}

/// The name as it is compared, if it has more than one word: a given name alone proves nothing.
fn full_name(name: &str) -> Option<Cow<'static, str>> {
    let words: Vec<_> = name.split_whitespace().collect();
    (words.len() > 1).then(|| words.join(" ").to_lowercase().into())
}
