//! The roster as the engine keeps it: one column an attribute, addresses and groups by number.

mod builder;
mod document;
mod finish;
mod groups;
mod notes;
mod rows;
mod texts;

pub use crate::model::outcome::Side;
pub use builder::{Added, Builder};
pub use groups::{Group, GroupId, Groups};
pub use notes::{
    Field, Place, Problem, Remark, Repeat, RosterNotes, SourceNotes, Trouble, UnknownKey,
    UnknownWord,
};
pub use rows::{GroupRow, MemberRow, UserRow};

use std::collections::HashMap;

use crate::catalog::{Role, SeatTier};
use texts::{Interner, Texts};

/// A person, by their number: members in roster order, then the directory's other people.
pub type PersonId = usize;

const NOBODY: u32 = u32::MAX;

/// What the directory says beside its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// How the directory tells who is assigned to the application.
    pub assignment: Assignment,
    /// Whether the list is whole.
    pub complete: bool,
    /// Whether its list of groups is whole. Where it is not, nobody can say that somebody is in
    /// none of the groups that matter.
    pub groups_complete: bool,
}

/// How the directory tells who is assigned to the application (domain 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignment {
    /// Everyone listed, unless `assigned` is false.
    Listed,
    /// Only those whose `assigned` is true.
    Flagged,
    /// It does not: the export is of a whole company.
    Unknown,
    /// The members of these groups, by name or id.
    Groups(Vec<String>),
}

/// Why a person of the directory is, or is not, assigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignedBy {
    /// Not in the directory.
    NotListed,
    /// In it, but deactivated: `active` is false.
    Deactivated,
    /// Listed, and the listed are assigned.
    Listed,
    /// `assigned` says so, or says not.
    Flag,
    /// A member of an assigned group, or of none.
    Group,
}

/// One attribute a column; a row each for members and for the directory's users.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    addresses: Interner,
    domains: Interner,
    /// By address: its domain, `NOBODY` where it has none.
    domain_of: Vec<u32>,
    /// By address: the person.
    person_of: Vec<u32>,
    /// By person: the address.
    people: Vec<u32>,
    /// By person: the row among the directory's users, `NOBODY` for none.
    user_of: Vec<u32>,
    members: Members,
    users: Users,
    groups: Groups,
    directory: Option<Directory>,
    notes: RosterNotes,
}

#[derive(Clone, Debug, Default)]
struct Members {
    names: Texts,
    ids: Texts,
    roles: Vec<Option<Role>>,
    tiers: Vec<Option<SeatTier>>,
    pending: Vec<bool>,
    service: Vec<bool>,
    /// Addresses that are not written in lower case, by row.
    written: HashMap<usize, String>,
}

#[derive(Clone, Debug, Default)]
struct Users {
    /// By row: the address.
    addresses: Vec<u32>,
    names: Texts,
    ids: Texts,
    active: Vec<bool>,
    flag: Vec<Option<bool>>,
    /// Filled when the directory is whole, for how it tells may stand behind its users.
    assigned: Vec<bool>,
    /// By user, the end of their groups in `groups`.
    group_ends: Vec<u32>,
    groups: Vec<GroupId>,
    /// Addresses that are not written in lower case, by row.
    written: HashMap<usize, String>,
}

impl Users {
    fn groups(&self, user: usize) -> &[GroupId] {
        let end = |user: usize| self.group_ends.get(user).map_or(0, |end| *end as usize);
        let start = if user == 0 { 0 } else { end(user - 1) };
        self.groups.get(start..end(user)).unwrap_or_default()
    }
}

impl Roster {
    /// How many people there are, on either side.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// How many of them are members; they come first.
    pub fn member_count(&self) -> usize {
        self.members.roles.len()
    }

    /// Everyone.
    pub fn people(&self) -> std::ops::Range<PersonId> {
        0..self.people.len()
    }

    /// Whether the person is on the organisation's own list.
    pub fn is_member(&self, person: PersonId) -> bool {
        person < self.member_count()
    }

    /// The person's address, trimmed and in lower case.
    pub fn email(&self, person: PersonId) -> &str {
        self.people.get(person).map_or("", |address| self.addresses.text(*address))
    }

    /// The address as the organisation's own list writes it, but for blanks around it.
    pub fn written_as_member(&self, person: PersonId) -> &str {
        let written = self.members.written.get(&person);
        written.map_or_else(|| self.email(person), String::as_str)
    }

    /// The address as the directory writes it, but for blanks around it.
    pub fn written_in_directory(&self, person: PersonId) -> &str {
        let written = self.user(person).and_then(|user| self.users.written.get(&user));
        written.map_or_else(|| self.email(person), String::as_str)
    }

    /// The person of an address, however it is written.
    pub fn find(&self, email: &str) -> Option<PersonId> {
        let address = self.addresses.number(&normalized(email))?;
        let person = *self.person_of.get(address as usize)?;
        (person != NOBODY).then_some(person as usize)
    }

    /// The person's name: as the organisation has it, else as the directory does.
    pub fn name(&self, person: PersonId) -> Option<&str> {
        self.member_name(person).or_else(|| self.directory_name(person))
    }

    /// The name on the organisation's own list.
    pub fn member_name(&self, person: PersonId) -> Option<&str> {
        some(self.members.names.get(person))
    }

    /// The name in the directory.
    pub fn directory_name(&self, person: PersonId) -> Option<&str> {
        self.user(person).and_then(|user| some(self.users.names.get(user)))
    }

    /// The identity provider's immutable id on the organisation's own list.
    pub fn member_id(&self, person: PersonId) -> Option<&str> {
        some(self.members.ids.get(person))
    }

    /// The identity provider's immutable id in the directory.
    pub fn directory_id(&self, person: PersonId) -> Option<&str> {
        self.user(person).and_then(|user| some(self.users.ids.get(user)))
    }

    /// The number of the address's domain; `None` for an address without one.
    pub fn domain(&self, person: PersonId) -> Option<u32> {
        let address = *self.people.get(person)?;
        self.domain_of.get(address as usize).copied().filter(|domain| *domain != NOBODY)
    }

    /// The address's domain.
    pub fn domain_name(&self, person: PersonId) -> Option<&str> {
        self.domain(person).map(|domain| self.domains.text(domain))
    }

    /// The domains of all addresses, by number.
    pub fn domain_names(&self) -> impl Iterator<Item = &str> {
        (0..self.domains.len()).map(|domain| self.domains.text(domain as u32))
    }

    /// The role on the member list, as written; a plan may not know it.
    pub fn role(&self, person: PersonId) -> Option<Role> {
        self.members.roles.get(person).copied().flatten()
    }

    /// The seat tier on the member list, as written; a plan may not know it.
    pub fn tier(&self, person: PersonId) -> Option<SeatTier> {
        self.members.tiers.get(person).copied().flatten()
    }

    /// Whether the member is only invited.
    pub fn is_pending(&self, person: PersonId) -> bool {
        self.members.pending.get(person).copied().unwrap_or(false)
    }

    /// Whether the member is a service account.
    pub fn is_service(&self, person: PersonId) -> bool {
        self.members.service.get(person).copied().unwrap_or(false)
    }

    /// Whether the person is in the directory.
    pub fn is_in_directory(&self, person: PersonId) -> bool {
        self.user(person).is_some()
    }

    /// Whether the directory says that the person is assigned to the application.
    pub fn is_assigned(&self, person: PersonId) -> bool {
        let assigned = self.user(person).and_then(|user| self.users.assigned.get(user));
        assigned.copied().unwrap_or(false)
    }

    /// What decided [`is_assigned`](Self::is_assigned).
    pub fn assigned_by(&self, person: PersonId) -> AssignedBy {
        let Some(user) = self.user(person) else { return AssignedBy::NotListed };
        if !self.users.active.get(user).copied().unwrap_or(true) {
            return AssignedBy::Deactivated;
        }
        let flag = self.users.flag.get(user).copied().flatten();
        match self.directory.as_ref().map(|directory| &directory.assignment) {
            Some(Assignment::Groups(_)) => AssignedBy::Group,
            Some(Assignment::Flagged) => AssignedBy::Flag,
            _ if flag == Some(false) => AssignedBy::Flag,
            _ => AssignedBy::Listed,
        }
    }

    /// The groups that the directory has the person in.
    pub fn groups_of(&self, person: PersonId) -> &[GroupId] {
        self.user(person).map_or(&[], |user| self.users.groups(user))
    }

    /// All groups.
    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    /// What the directory says beside its people; `None` where there is no directory.
    pub fn directory(&self) -> Option<&Directory> {
        self.directory.as_ref()
    }

    /// What could not be understood of the roster.
    pub fn notes(&self) -> &RosterNotes {
        &self.notes
    }

    fn user(&self, person: PersonId) -> Option<usize> {
        let user = *self.user_of.get(person)?;
        (user != NOBODY).then_some(user as usize)
    }
}

/// An address as people are told apart by: trimmed and in lower case.
pub fn normalized(email: &str) -> String {
    email.trim().to_lowercase()
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
