//! The roster as the engine keeps it: one column an attribute, addresses and groups by number.

mod address;
mod base;
mod builder;
mod columns;
mod document;
mod edits;
mod finish;
mod groups;
mod limits;
mod lists;
mod look_alikes;
mod notes;
mod order;
mod profile;
mod rows;
mod texts;
mod twins;
mod whom;

pub(crate) use crate::model::outcome::Side;
pub(crate) use address::normalized;
pub(crate) use builder::{Added, Builder};
pub(crate) use groups::{Group, GroupId, Groups};
pub(crate) use limits::Over;
pub(crate) use lists::Numbers;
pub(crate) use look_alikes::ByLook;
pub(crate) use notes::{Field, Place, Problem, Remark, Repeat, RosterNotes};
pub use notes::{SourceNotes, Trouble};
pub(crate) use profile::{Membership, Profile, UserState};
pub(crate) use rows::{GroupRow, MemberRow, UserRow};
pub(crate) use texts::Interner;
pub(crate) use whom::Whom;

use std::sync::Arc;

use crate::catalog::{Role, SeatTier};
use crate::sorted::different;
use base::Base;
use edits::Edits;

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

/// The roster: as it was read, and what fixes that are tried out change of it.
///
/// # Example
///
/// ```
/// use rolecall::Roster;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// // Three members, and two people whom the directory alone has.
/// assert_eq!((roster.len(), roster.member_count()), (5, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Roster {
    read: Arc<Base>,
    edits: Option<Box<Edits>>,
}

impl Roster {
    /// How many people there are, on either side.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    ///
    /// // On both sides, and one person.
    /// let roster = Roster::from_json(br#"{
    ///     "members": [{ "email": "ann@acme.com" }],
    ///     "directory": { "users": [{ "email": "ANN@acme.com" }] }
    /// }"#)?;
    /// assert_eq!(roster.len(), 1);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.read.len()
    }

    /// Whether there is nobody.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    ///
    /// assert!(Roster::from_json(br#"{ "members": [] }"#)?.is_empty());
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many of them are members; they come first.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    ///
    /// let roster = Roster::from_json(br#"{
    ///     "members": [{ "email": "ann@acme.com" }],
    ///     "directory": { "users": [{ "email": "ben@acme.com" }] }
    /// }"#)?;
    /// assert_eq!((roster.member_count(), roster.len()), (1, 2));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn member_count(&self) -> usize {
        self.read.member_count
    }

    /// Everyone.
    #[doc(hidden)] // for the fuzz targets
    pub fn people(&self) -> std::ops::Range<PersonId> {
        0..self.len()
    }

    /// Whether the person is on the organisation's own list.
    pub(crate) fn is_member(&self, person: PersonId) -> bool {
        person < self.member_count()
    }

    /// The person's address, trimmed and in lower case.
    #[doc(hidden)] // for the fuzz targets
    pub fn email(&self, person: PersonId) -> &str {
        self.read.email(person)
    }

    /// The digest of the address.
    pub(crate) fn digest(&self, person: PersonId) -> u64 {
        u32::try_from(person).map_or(0, |number| self.read.addresses.digest(number))
    }

    /// People whose address cannot be one.
    pub(crate) fn not_addresses(&self) -> &[PersonId] {
        &self.read.not_addresses
    }

    /// The address as the organisation's own list writes it, but for blanks around it.
    pub(crate) fn written_as_member(&self, person: PersonId) -> &str {
        self.read.members.written.get(person).unwrap_or_else(|| self.email(person))
    }

    /// The address as the directory writes it, but for blanks around it.
    pub(crate) fn written_in_directory(&self, person: PersonId) -> &str {
        match self.read.user(person) {
            Some(_) => self.read.users.written.get(person).unwrap_or_else(|| self.email(person)),
            // Whoever is taken into it is written as the organisation does.
            None => self.written_as_member(person),
        }
    }

    /// Members who are in the directory and whom the two sides do not write alike.
    pub(crate) fn written_differently(&self) -> Vec<PersonId> {
        let unusual = self.read.members.written.rows().iter().chain(self.read.users.written.rows());
        let differs = |person: &PersonId| {
            self.is_member(*person)
                && self.is_in_directory(*person)
                && self.written_as_member(*person) != self.written_in_directory(*person)
        };
        different(unusual.copied().filter(differs).collect())
    }

    /// The person of an address, however it is written.
    pub(crate) fn find(&self, email: &str) -> Option<PersonId> {
        self.read.addresses.number(&normalized(email)).map(|person| person as usize)
    }

    /// The person's name: as the organisation has it, else as the directory does.
    pub(crate) fn name(&self, person: PersonId) -> Option<&str> {
        self.member_name(person).or_else(|| self.directory_name(person))
    }

    /// The name on the organisation's own list.
    pub(crate) fn member_name(&self, person: PersonId) -> Option<&str> {
        some(self.read.members.names.get(person))
    }

    /// The name in the directory.
    pub(crate) fn directory_name(&self, person: PersonId) -> Option<&str> {
        self.user(person).and_then(|user| some(self.read.users.names.get(user)))
    }

    /// The identity provider's immutable id on the organisation's own list.
    pub(crate) fn member_id(&self, person: PersonId) -> Option<&str> {
        some(self.read.members.ids.get(person))
    }

    /// The identity provider's immutable id in the directory.
    pub(crate) fn directory_id(&self, person: PersonId) -> Option<&str> {
        self.user(person).and_then(|user| some(self.read.users.ids.get(user)))
    }

    /// The number of the address's domain; `None` for an address without one.
    pub(crate) fn domain(&self, person: PersonId) -> Option<u32> {
        self.read.domain_of.get(person).copied().filter(|domain| *domain != NOBODY)
    }

    /// The address's domain.
    pub(crate) fn domain_name(&self, person: PersonId) -> Option<&str> {
        self.domain(person).map(|domain| self.read.domains.text(domain))
    }

    /// The domains of all addresses, by number.
    pub(crate) fn domain_names(&self) -> impl Iterator<Item = &str> {
        (0..self.read.domains.len()).map(|domain| self.read.domains.text(domain as u32))
    }

    /// The number of what both sides say of the person, below [`profiles`](Self::profiles).
    #[inline]
    pub(crate) fn profile_number(&self, person: PersonId) -> usize {
        let profile_of = match &self.edits {
            Some(edits) => &edits.profile_of,
            None => &self.read.profile_of,
        };
        profile_of.get(person).map_or(0, |number| usize::from(*number))
    }

    /// How many different profiles there are.
    pub(crate) fn profiles(&self) -> usize {
        self.all_profiles().len()
    }

    /// What both sides say of the person.
    pub(crate) fn profile(&self, person: PersonId) -> Profile {
        self.all_profiles().get(self.profile_number(person)).copied().unwrap_or_default()
    }

    fn all_profiles(&self) -> &[Profile] {
        self.edits.as_ref().map_or(&self.read.profiles, |edits| &edits.profiles)
    }

    fn membership(&self, person: PersonId) -> Membership {
        self.profile(person).member.unwrap_or_default()
    }

    /// The role on the member list, as written; a plan may not know it.
    pub(crate) fn role(&self, person: PersonId) -> Option<Role> {
        self.membership(person).role
    }

    /// The seat tier on the member list, as written; a plan may not know it.
    pub(crate) fn tier(&self, person: PersonId) -> Option<SeatTier> {
        self.membership(person).tier
    }

    /// Whether the member is only invited.
    pub(crate) fn is_pending(&self, person: PersonId) -> bool {
        self.membership(person).pending
    }

    /// Whether the member is a service account.
    pub(crate) fn is_service(&self, person: PersonId) -> bool {
        self.membership(person).service
    }

    /// Whether the person is in the directory.
    pub(crate) fn is_in_directory(&self, person: PersonId) -> bool {
        self.profile(person).user.is_some()
    }

    /// Whether the directory says that the person is assigned to the application.
    pub(crate) fn is_assigned(&self, person: PersonId) -> bool {
        self.profile(person).assigned
    }

    /// What decided [`is_assigned`](Self::is_assigned).
    pub(crate) fn assigned_by(&self, person: PersonId) -> AssignedBy {
        let Some(UserState { active, flag }) = self.profile(person).user else {
            return AssignedBy::NotListed;
        };
        if !active {
            return AssignedBy::Deactivated;
        }
        match self.directory().map(|directory| &directory.assignment) {
            Some(Assignment::Groups(_)) => AssignedBy::Group,
            Some(Assignment::Flagged) => AssignedBy::Flag,
            _ if flag == Some(false) => AssignedBy::Flag,
            _ => AssignedBy::Listed,
        }
    }

    /// The groups that the directory has the person in, in its order.
    pub(crate) fn groups_of(&self, person: PersonId) -> impl Iterator<Item = GroupId> {
        let edited = self.edits.as_ref().and_then(|edits| edits.groups_of(person));
        let read = edited.is_none().then(|| self.read.groups_of(person));
        edited.into_iter().flatten().copied().chain(read.into_iter().flatten())
    }

    /// The people whom the directory has in the group, in the order of their numbers.
    pub(crate) fn people_in(&self, group: GroupId) -> impl Iterator<Item = PersonId> {
        let edited = self.edits.as_ref().and_then(|edits| edits.people_in(group));
        let read = edited.is_none().then(|| self.read.people_in(group));
        edited.into_iter().flatten().copied().chain(read.into_iter().flatten())
    }

    /// All groups.
    #[doc(hidden)] // for the fuzz targets
    pub fn groups(&self) -> &Groups {
        let edited = self.edits.as_ref().and_then(|edits| edits.groups.as_ref());
        edited.unwrap_or(&self.read.groups)
    }

    /// What the directory says beside its people; `None` where there is no directory.
    pub(crate) fn directory(&self) -> Option<&Directory> {
        let edited = self.edits.as_ref().and_then(|edits| edits.directory.as_ref());
        edited.or(self.read.directory.as_ref())
    }

    /// What could not be understood of the roster.
    #[doc(hidden)] // for the fuzz targets
    pub fn notes(&self) -> &RosterNotes {
        &self.read.notes
    }

    /// The same roster, of which these things could not be understood.
    pub(crate) fn noted(self, notes: &RosterNotes) -> Self {
        let read = Base { notes: notes.clone(), ..Arc::unwrap_or_clone(self.read) };
        Self { read: Arc::new(read), ..self }
    }

    /// Whether a person has the same number in both: they differ in edits only.
    pub(crate) fn numbers_people_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.read, &other.read)
    }

    /// The person's place among the directory's users, in its order.
    pub(crate) fn user_row(&self, person: PersonId) -> Option<usize> {
        self.user(person)
    }

    fn user(&self, person: PersonId) -> Option<usize> {
        let added = || self.edits.as_ref().and_then(|edits| edits.user(person));
        self.read.user(person).or_else(added)
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
