//! From the rows of both sides to a roster: people joined by address, groups by name and id.

use super::builder::{Builder, number};
use super::{Assignment, Directory, Groups, NOBODY, Roster};

impl Builder {
    /// Joins the two sides.
    pub fn finish(mut self) -> Roster {
        self.join();
        self.distribute_memberships();
        self.designations_to_groups();
        self.count_groups();
        if self.directory {
            let directory = Directory {
                assignment: self.assignment.take().unwrap_or(Assignment::Listed),
                complete: self.complete.unwrap_or(true),
                groups_complete: self.groups_complete.unwrap_or(true),
            };
            self.assign(&directory.assignment);
            self.roster.directory = Some(directory);
        }
        self.roster
    }

    /// People are the members in roster order, then the directory's others in its order.
    fn join(&mut self) {
        let roster = &mut self.roster;
        let row = |rows: &[u32], address: u32| rows.get(address as usize).copied();
        let row = |rows: &[u32], address| row(rows, address).unwrap_or(NOBODY);
        let others = roster.users.addresses.iter();
        let others = others.filter(|address| row(&self.member_of, **address) == NOBODY);
        roster.people = self.member_addresses.iter().chain(others).copied().collect();
        roster.person_of = vec![NOBODY; roster.addresses.len()];
        for (person, address) in roster.people.iter().enumerate() {
            if let Some(entry) = roster.person_of.get_mut(*address as usize) {
                *entry = number(person);
            }
        }
        roster.user_of = roster.people.iter().map(|address| row(&self.user_of, *address)).collect();
    }

    /// Puts the memberships that lists of groups told behind those that the users' rows did.
    fn distribute_memberships(&mut self) {
        if self.memberships.is_empty() {
            return;
        }
        let row = |address: u32| self.user_of.get(address as usize).copied().unwrap_or(NOBODY);
        let mut told: Vec<_> =
            self.memberships.drain(..).map(|(user, group)| (row(user), group)).collect();
        told.sort_by_key(|(user, _)| *user);
        let users = &mut self.roster.users;
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
            let mut named: Vec<_> = named.iter().flat_map(|it| groups.bearers(*it)).collect();
            named.sort_unstable();
            named.dedup();
            source.groups = named.len();
        }
    }

    fn designations_to_groups(&mut self) {
        self.roster.groups.complete();
        let users = &mut self.roster.users;
        let designations = std::mem::take(&mut users.groups);
        // By group: who was last found in it. Named twice, or by name and by id, it is one group.
        let mut last = vec![NOBODY; self.roster.groups.all().len()];
        let mut start = 0;
        for (user, end) in users.group_ends.iter_mut().enumerate() {
            let named = designations.get(start..*end as usize).unwrap_or_default();
            for group in named.iter().flat_map(|named| self.roster.groups.bearers(*named)) {
                if let Some(last) = last.get_mut(*group as usize)
                    && *last != number(user)
                {
                    *last = number(user);
                    users.groups.push(*group);
                }
            }
            start = *end as usize;
            *end = number(users.groups.len());
        }
    }

    fn assign(&mut self, assignment: &Assignment) {
        let assigned_groups = match assignment {
            Assignment::Groups(names) => assigned_groups(&self.roster.groups, names),
            _ => Vec::new(),
        };
        let users = &self.roster.users;
        let assigned = |user: usize| {
            let flag = users.flag.get(user).copied().flatten();
            users.active.get(user).copied().unwrap_or(true)
                && match assignment {
                    Assignment::Listed => flag != Some(false),
                    Assignment::Flagged => flag == Some(true),
                    Assignment::Unknown => false,
                    Assignment::Groups(_) => {
                        let mut groups = users.groups(user).iter();
                        groups.any(|group| assigned_groups.get(*group as usize) == Some(&true))
                    }
                }
        };
        self.roster.users.assigned = (0..users.active.len()).map(assigned).collect();
    }
}

fn assigned_groups(groups: &Groups, names: &[String]) -> Vec<bool> {
    let mut assigned = vec![false; groups.all().len()];
    for group in names.iter().flat_map(|name| groups.named(name)) {
        if let Some(entry) = assigned.get_mut(*group as usize) {
            *entry = true;
        }
    }
    assigned
}
