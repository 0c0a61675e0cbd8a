//! The roster as it was read, which never changes.

use std::sync::OnceLock;

use super::lists::{Inverted, Lists};
use super::profile::Profile;
use super::texts::{Interner, SparseTexts, Texts};
use super::twins::Twins;
use super::{Directory, GroupId, Groups, NOBODY, PersonId, RosterNotes};

/// One attribute a column. Members have the first numbers among the people, and so their rows;
/// what the directory says stands in a row a user.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// By person, with an index.
    pub addresses: Interner,
    pub domains: Interner,
    /// By person: their domain, `NOBODY` for none.
    pub domain_of: Vec<u32>,
    /// People whose address cannot be one.
    pub not_addresses: Vec<PersonId>,
    pub member_count: usize,
    /// By person: the row among the directory's users, `NOBODY` for none.
    pub user_of: Vec<u32>,
    pub profiles: Vec<Profile>,
    /// By person: the profile.
    pub profile_of: Vec<u16>,
    pub members: Members,
    pub users: Users,
    pub groups: Groups,
    /// By group: the people.
    pub people_in: Inverted,
    pub directory: Option<Directory>,
    pub notes: RosterNotes,
    /// What is worked out when first asked for.
    pub twins: OnceLock<Twins>,
    pub by_email: OnceLock<Vec<PersonId>>,
    pub by_name: OnceLock<Vec<PersonId>>,
}

#[derive(Clone, Debug, Default)]
pub struct Members {
    pub names: Texts,
    pub ids: Texts,
    /// By person: addresses that are not written in lower case.
    pub written: SparseTexts,
}

#[derive(Clone, Debug, Default)]
pub struct Users {
    pub names: Texts,
    pub ids: Texts,
    pub groups: Lists,
    /// By person: addresses that are not written in lower case.
    pub written: SparseTexts,
}

impl Base {
    /// How many people there are, on either side.
    pub fn len(&self) -> usize {
        self.user_of.len()
    }

    /// The person's address, trimmed and in lower case.
    pub fn email(&self, person: PersonId) -> &str {
        u32::try_from(person).map_or("", |number| self.addresses.text(number))
    }

    /// The person's row among the directory's users.
    pub fn user(&self, person: PersonId) -> Option<usize> {
        let user = *self.user_of.get(person)?;
        (user != NOBODY).then_some(user as usize)
    }

    /// The groups that the directory has the person in, in its order.
    pub fn groups_of(&self, person: PersonId) -> impl Iterator<Item = GroupId> {
        self.users.groups.get(self.user(person).unwrap_or(usize::MAX))
    }

    /// The people whom the directory has in the group, in the order of their numbers.
    pub fn people_in(&self, group: GroupId) -> impl Iterator<Item = PersonId> {
        self.people_in.rows(group as usize)
    }
}
