//! What fixes that are tried out change of a roster. What was read stays as it is: a roster with
//! edits costs two bytes a person and what is said otherwise.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::base::Base;
use super::profile::{Membership, Profile, UserState};
use super::{Assignment, Directory, GroupId, Groups, NOBODY, PersonId, Roster};
use crate::sorted::sorted;

/// What is said otherwise than was read.
#[derive(Clone, Debug)]
pub struct Edits {
    pub profiles: Vec<Profile>,
    /// By person: the profile.
    pub profile_of: Vec<u16>,
    /// Members whom the directory did not list: their rows, behind those that were read.
    added: BTreeMap<PersonId, usize>,
    /// How many users were read.
    users: usize,
    groups_of: BTreeMap<PersonId, Vec<GroupId>>,
    people_in: BTreeMap<GroupId, Vec<PersonId>>,
    pub groups: Option<Groups>,
    pub directory: Option<Directory>,
    /// The groups whose members are assigned, in order, where groups tell: looked up when first
    /// asked for, and again when they change.
    assigning: Option<Arc<[GroupId]>>,
}

impl Edits {
    fn of(read: &Base) -> Self {
        Self {
            profiles: read.profiles.clone(),
            profile_of: read.profile_of.clone(),
            added: BTreeMap::new(),
            users: read.user_of.iter().filter(|user| **user != NOBODY).count(),
            groups_of: BTreeMap::new(),
            people_in: BTreeMap::new(),
            groups: None,
            directory: None,
            assigning: None,
        }
    }

    pub fn groups_of(&self, person: PersonId) -> Option<&[GroupId]> {
        self.groups_of.get(&person).map(Vec::as_slice)
    }

    pub fn people_in(&self, group: GroupId) -> Option<&[PersonId]> {
        self.people_in.get(&group).map(Vec::as_slice)
    }

    pub fn user(&self, person: PersonId) -> Option<usize> {
        self.added.get(&person).copied()
    }
}

impl Roster {
    fn edits(&mut self) -> &mut Edits {
        self.edits.get_or_insert_with(|| Box::new(Edits::of(&self.read)))
    }

    /// Says something else of a member on the organisation's own list.
    pub(crate) fn edit_member(&mut self, person: PersonId, edit: impl FnOnce(&mut Membership)) {
        let mut profile = self.profile(person);
        if let Some(member) = &mut profile.member {
            edit(member);
            self.set_profile(person, profile);
        }
    }

    /// Says something else of a user of the directory; a member who is none becomes one.
    pub(crate) fn edit_user(&mut self, person: PersonId, edit: impl FnOnce(&mut UserState)) {
        let mut profile = self.profile(person);
        let mut state = profile.user.unwrap_or(UserState { active: true, flag: None });
        edit(&mut state);
        if profile.user.is_none() {
            let edits = self.edits();
            let row = edits.users + edits.added.len();
            edits.added.insert(person, row);
        }
        profile.user = Some(state);
        self.set_profile(person, profile);
        self.assign_anew(person);
    }

    /// Puts users of the directory into a group.
    pub(crate) fn join(&mut self, people: &[PersonId], group: GroupId) {
        self.change_group(group, |members| members.extend(people));
        for person in people {
            self.change_groups(*person, |groups| groups.push(group));
        }
    }

    /// Takes users of the directory out of a group.
    pub(crate) fn leave(&mut self, people: &[PersonId], group: GroupId) {
        let leaving = |person: &PersonId| people.binary_search(person).is_ok();
        self.change_group(group, |members| members.retain(|member| !leaving(member)));
        for person in people {
            self.change_groups(*person, |groups| groups.retain(|known| *known != group));
        }
    }

    fn change_group(&mut self, group: GroupId, change: impl FnOnce(&mut Vec<PersonId>)) {
        let mut members: Vec<PersonId> = self.people_in(group).collect();
        change(&mut members);
        // Two runs that are each in order: the stable sort only merges them.
        members.sort();
        members.dedup();
        self.edits().people_in.insert(group, members);
    }

    fn change_groups(&mut self, person: PersonId, change: impl FnOnce(&mut Vec<GroupId>)) {
        let mut groups: Vec<GroupId> = self.groups_of(person).collect();
        change(&mut groups);
        self.edits().groups_of.insert(person, groups);
        self.assign_anew(person);
    }

    /// The group of a name; a new one where the directory has none.
    pub(crate) fn create_group(&mut self, name: &str) -> Option<GroupId> {
        let mut groups = self.groups().clone();
        let number = groups.create(name);
        self.edits().groups = Some(groups);
        self.edits().assigning = None;
        number
    }

    /// Takes the groups that are in a group out of it.
    pub(crate) fn unnest(&mut self, group: GroupId) {
        let mut groups = self.groups().clone();
        groups.unnest(group);
        self.edits().groups = Some(groups);
    }

    /// Has the directory tell in another way who is assigned to the application.
    pub(crate) fn assign_by(&mut self, assignment: Assignment) {
        let Some(directory) = self.directory() else { return };
        let directory = Directory { assignment, ..directory.clone() };
        self.edits().directory = Some(directory);
        self.edits().assigning = None;
        for person in self.people() {
            self.assign_anew(person);
        }
    }

    fn assign_anew(&mut self, person: PersonId) {
        let profile = self.profile(person);
        let assigning = self.assigning();
        let in_group = self.groups_of(person).any(|it| assigning.binary_search(&it).is_ok());
        let is_assigned = |state: UserState| state.is_assigned(self.assignment(), in_group);
        let assigned = profile.user.is_some_and(is_assigned);
        if assigned != profile.assigned {
            self.set_profile(person, Profile { assigned, ..profile });
        }
    }

    /// The groups whose members are assigned, in order.
    fn assigning(&mut self) -> Arc<[GroupId]> {
        let known = self.edits.as_ref().and_then(|edits| edits.assigning.clone());
        known.unwrap_or_else(|| {
            let groups = match self.assignment() {
                Some(Assignment::Groups(names)) => names.as_slice(),
                _ => &[],
            };
            let groups = groups.iter().flat_map(|name| self.groups().named(name));
            let assigning: Arc<[GroupId]> = sorted(groups.copied()).into();
            self.edits().assigning = Some(Arc::clone(&assigning));
            assigning
        })
    }

    fn assignment(&self) -> Option<&Assignment> {
        self.directory().map(|directory| &directory.assignment)
    }

    fn set_profile(&mut self, person: PersonId, profile: Profile) {
        let edits = self.edits();
        let known = edits.profiles.iter().position(|known| *known == profile);
        let number = known.unwrap_or_else(|| {
            edits.profiles.push(profile);
            edits.profiles.len() - 1
        });
        // As when it was read: what no longer fits is taken for the last.
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        if let Some(entry) = edits.profile_of.get_mut(person) {
            *entry = number;
        }
    }
}
