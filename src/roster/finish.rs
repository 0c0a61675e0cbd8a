//! From the rows of both sides to a roster: people joined by address, groups by name and id.

use super::address::{domain, is_address};
use super::base::Base;
use super::builder::Builder;
use super::columns::number;
use super::lists::{Inverted, Lists};
use super::profile::{Coded, Membership, Profile, UserState};
use super::{Assignment, Directory, NOBODY, Over, Roster};
use std::sync::Arc;

use crate::model::Limits;
use crate::sorted::{different, sorted_by};

impl Builder {
    /// Joins the two sides, unless that becomes more than the limits allow.
    pub fn finish(mut self, limits: &Limits) -> Result<Roster, Over> {
        self.distribute_memberships();
        self.memberships_within(limits)?;
        self.join();
        self.designations_to_groups();
        self.count_groups();
        if self.directory {
            self.roster.directory = Some(Directory {
                assignment: self.assignment.take().unwrap_or(Assignment::Listed),
                complete: self.complete.unwrap_or(true),
                groups_complete: self.groups_complete.unwrap_or(true),
            });
        }
        self.tell_profiles();
        self.look_over_addresses();
        Ok(Roster { read: Arc::new(self.roster), edits: None })
    }

    /// People are the members in roster order, then the directory's others in its order. From now
    /// on a person is known by the number of their address.
    fn join(&mut self) {
        let row = |rows: &[u32], address: u32| rows.get(address as usize).copied();
        let row = |rows: &[u32], address| row(rows, address).unwrap_or(NOBODY);
        let others = self.users.addresses.iter().copied();
        let others = others.filter(|address| row(&self.members.row_of, *address) == NOBODY);
        let people: Vec<u32> = self.members.addresses.iter().copied().chain(others).collect();

        let roster = &mut self.roster;
        roster.member_count = self.members.addresses.len();
        roster.user_of = people.iter().map(|address| row(&self.users.row_of, *address)).collect();
        let in_order = people.iter().zip(0..).all(|(address, person)| *address == person);
        roster.addresses = if in_order {
            std::mem::take(&mut self.addresses)
        } else {
            std::mem::take(&mut self.addresses).renumbered(people)
        };
        roster.addresses.close();

        let (members, users) = (&mut self.members, &mut self.users);
        for texts in [&mut members.names, &mut members.ids, &mut users.names, &mut users.ids] {
            texts.close();
        }
        roster.members.names = std::mem::take(&mut members.names);
        roster.members.ids = std::mem::take(&mut members.ids);
        roster.members.written = std::mem::take(&mut members.written);
        roster.users.names = std::mem::take(&mut users.names);
        roster.users.ids = std::mem::take(&mut users.ids);
        if !users.written.rows().is_empty() {
            for (person, user) in roster.user_of.iter().enumerate() {
                if let Some(written) = users.written.get(*user as usize) {
                    roster.users.written.push(person, written);
                }
            }
        }
    }

    /// Puts the memberships that lists of groups told behind those that the users' rows did.
    fn distribute_memberships(&mut self) {
        if self.memberships.is_empty() {
            return;
        }
        let users = &mut self.users;
        let row = |address: u32| users.row_of.get(address as usize).copied().unwrap_or(NOBODY);
        let told = self.memberships.drain(..).map(|(user, group)| (row(user), group));
        let told = sorted_by(told, |(one, _), (other, _)| one.cmp(other));
        let listed = std::mem::take(&mut users.groups);
        let (mut start, mut told) = (0, told.into_iter().peekable());
        for (user, end) in users.group_ends.iter_mut().enumerate() {
            users.groups.extend(listed.get(start..*end as usize).unwrap_or_default());
            while let Some((_, group)) = told.next_if(|(of, _)| *of == number(user)) {
                users.groups.push(group);
            }
            start = *end as usize;
            *end = number(users.groups.len());
        }
    }

    /// Counts the groups that each source names. Named by name and by id it is one group.
    fn count_groups(&mut self) {
        let groups = &self.roster.groups;
        for (source, named) in self.roster.notes.sources.iter_mut().zip(&self.named_by) {
            let named = named.iter().flat_map(|it| groups.bearers(*it).iter().copied());
            source.groups = different(named.collect()).len();
        }
    }

    fn designations_to_groups(&mut self) {
        let (roster, users) = (&mut self.roster, &mut self.users);
        roster.groups.complete();
        let count = roster.groups.all().len();
        // By group: who was last found in it. Named twice, or by name and by id, it is one group.
        let mut last = vec![NOBODY; count];
        let mut lists = Lists::default();
        for row in 0..users.addresses.len() {
            let named = users.groups(row).iter();
            let groups = named.flat_map(|named| roster.groups.bearers(*named)).copied();
            lists.push(groups.filter(|group| {
                let last = last.get_mut(*group as usize);
                last.is_some_and(|last| std::mem::replace(last, number(row)) != number(row))
            }));
        }
        lists.close();
        (users.groups, users.group_ends) = (Vec::new(), Vec::new());
        roster.users.groups = lists;
        let (users, user_of) = (&roster.users, &roster.user_of);
        roster.people_in = Inverted::of(0..user_of.len(), count, |person| {
            users.groups.get(user_of.get(person).map_or(usize::MAX, |user| *user as usize))
        });
    }

    /// Says of everyone what both sides say of them.
    fn tell_profiles(&mut self) {
        let roster = &mut self.roster;
        let assignment = roster.directory.as_ref().map(|directory| &directory.assignment);
        let in_assigned_group = people_in_assigned_groups(roster, assignment);
        let mut profiles =
            Profiles::of(self.members.memberships.values(), self.users.states.values());
        let profile_of = (0..roster.user_of.len()).map(|person| {
            let user = roster.user(person);
            let member = self.members.memberships.code_of(person);
            let state = user.and_then(|user| self.users.states.code_of(user));
            let in_group = in_assigned_group.get(person) == Some(&true);
            let assigned = user
                .and_then(|user| self.users.states.get(user))
                .is_some_and(|state| state.is_assigned(assignment, in_group));
            profiles.number(member, state, assigned)
        });
        let profile_of = profile_of.collect();
        (roster.profile_of, roster.profiles) = (profile_of, profiles.told);
        (self.members.memberships, self.users.states) = (Coded::default(), Coded::default());
    }

    fn look_over_addresses(&mut self) {
        let roster = &mut self.roster;
        let mut last = NOBODY;
        for person in 0..roster.user_of.len() {
            let address = roster.addresses.text(number(person));
            last = match domain(address) {
                // Most are of one domain.
                Some(domain) if last != NOBODY && roster.domains.text(last) == domain => last,
                Some(domain) => roster.domains.intern(domain),
                None => NOBODY,
            };
            roster.domain_of.push(last);
            if !is_address(address) {
                roster.not_addresses.push(person);
            }
        }
        roster.domain_of.shrink_to_fit();
    }
}

/// By person, where groups tell who is assigned: whether they are in one of them.
fn people_in_assigned_groups(roster: &Base, assignment: Option<&Assignment>) -> Vec<bool> {
    let Some(Assignment::Groups(names)) = assignment else { return Vec::new() };
    let mut assigned = vec![false; roster.len()];
    for group in names.iter().flat_map(|name| roster.groups.named(name)) {
        for person in roster.people_in(*group) {
            if let Some(entry) = assigned.get_mut(person) {
                *entry = true;
            }
        }
    }
    assigned
}

/// The profiles of people, numbered as they come.
struct Profiles<'a> {
    memberships: &'a [Membership],
    states: &'a [UserState],
    /// By membership, state and assignment, each with a place for none: the number.
    numbers: Vec<u16>,
    told: Vec<Profile>,
}

impl<'a> Profiles<'a> {
    const NONE: u16 = u16::MAX;

    fn of(memberships: &'a [Membership], states: &'a [UserState]) -> Self {
        let numbers = vec![Self::NONE; (memberships.len() + 1) * (states.len() + 1) * 2];
        Self { memberships, states, numbers, told: Vec::new() }
    }

    fn number(&mut self, member: Option<usize>, state: Option<usize>, assigned: bool) -> u16 {
        let place = |code: Option<usize>| code.map_or(0, |code| code + 1);
        let side = place(member) * (self.states.len() + 1) + place(state);
        let Some(number) = self.numbers.get_mut(side * 2 + usize::from(assigned)) else {
            return Self::NONE;
        };
        if *number == Self::NONE {
            *number = u16::try_from(self.told.len()).unwrap_or(Self::NONE);
            let member = member.and_then(|code| self.memberships.get(code)).copied();
            let user = state.and_then(|code| self.states.get(code)).copied();
            self.told.push(Profile { member, user, assigned });
        }
        *number
    }
}
