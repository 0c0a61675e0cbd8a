//! Building a roster row by row, in any order of its parts.

use super::{
    Assignment, Directory, Groups, LeftOut, NOBODY, Repeat, Roster, RosterNotes, Side, normalized,
};
use crate::catalog::{Role, SeatTier};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a member has accepted their invitation.
    pub enum Status {
        /// They have.
        Active = "active",
        /// They have not yet.
        Pending = "pending",
    }
}

vocabulary! {
    /// What a member is.
    pub enum MemberKind {
        /// A human being.
        Human = "human",
        /// A service account.
        Service = "service",
    }
}

/// One row of the organisation's own list.
#[derive(Clone, Debug, Default)]
pub struct MemberRow<'a> {
    /// The address as written.
    pub email: &'a str,
    /// The name; empty for none.
    pub name: &'a str,
    /// The identity provider's immutable id; empty for none.
    pub id: &'a str,
    /// The role.
    pub role: Option<Role>,
    /// The seat tier.
    pub tier: Option<SeatTier>,
    /// Only invited.
    pub pending: bool,
    /// A service account.
    pub service: bool,
}

/// One row of the directory's users; their groups are given before it.
#[derive(Clone, Debug, Default)]
pub struct UserRow<'a> {
    /// The address as written.
    pub email: &'a str,
    /// The name; empty for none.
    pub name: &'a str,
    /// The identity provider's immutable id; empty for none.
    pub id: &'a str,
    /// `active`; absent counts as true.
    pub active: Option<bool>,
    /// `assigned`.
    pub assigned: Option<bool>,
}

/// One group of the directory.
#[derive(Clone, Debug, Default)]
pub struct GroupRow<'a> {
    /// Its name.
    pub name: Option<&'a str>,
    /// Its immutable id.
    pub id: Option<&'a str>,
    /// The groups that are its members, by name or id.
    pub nested: Vec<String>,
}

/// A roster under construction.
#[derive(Debug, Default)]
pub struct Builder {
    roster: Roster,
    /// By address: the row on each side, `NOBODY` for none.
    member_of: Vec<u32>,
    user_of: Vec<u32>,
    member_addresses: Vec<u32>,
    user_addresses: Vec<u32>,
    /// The groups named for the row that is being read, by designation.
    named: Vec<u32>,
    directory: bool,
    assignment: Option<Assignment>,
    complete: Option<bool>,
}

impl Builder {
    /// What could not be understood so far.
    pub fn notes(&mut self) -> &mut RosterNotes {
        &mut self.roster.notes
    }

    /// Adds a member; `path` is asked for only when the row is left out.
    pub fn member(&mut self, row: &MemberRow<'_>, path: impl FnOnce() -> String) {
        self.roster.notes.member_rows += 1;
        let row_number = self.member_addresses.len();
        let Some(address) = self.address(row.email) else {
            return self.roster.notes.left_out(Side::Members, path, LeftOut::NoAddress);
        };
        if let Err(first) = claim(&mut self.member_of, address, row_number) {
            let identical = self.says_the_same_as_member(first, row);
            return self.repeated(Side::Members, path(), address, identical);
        }
        self.member_addresses.push(address);
        let members = &mut self.roster.members;
        members.names.push(row.name.trim());
        members.ids.push(row.id.trim());
        members.roles.push(row.role);
        members.tiers.push(row.tier);
        members.pending.push(row.pending);
        members.service.push(row.service);
        if let Some(written) = unusual(row.email) {
            members.written.insert(row_number, written);
        }
    }

    /// Names a group of the user who comes next.
    pub fn users_group(&mut self, designation: &str) {
        let designation = self.roster.groups.designation(designation);
        self.named.push(designation);
    }

    /// Adds a user of the directory, with the groups named since the last one.
    pub fn user(&mut self, row: &UserRow<'_>, path: impl FnOnce() -> String) {
        self.roster.notes.user_rows += 1;
        let row_number = self.user_addresses.len();
        let Some(address) = self.address(row.email) else {
            self.named.clear();
            return self.roster.notes.left_out(Side::Directory, path, LeftOut::NoAddress);
        };
        if let Err(first) = claim(&mut self.user_of, address, row_number) {
            let identical = self.says_the_same_as_user(first, row);
            self.named.clear();
            return self.repeated(Side::Directory, path(), address, identical);
        }
        self.user_addresses.push(address);
        let users = &mut self.roster.users;
        users.names.push(row.name.trim());
        users.ids.push(row.id.trim());
        users.active.push(row.active.unwrap_or(true));
        users.flag.push(row.assigned);
        // Designations for now; they become groups when all groups are known.
        users.groups.append(&mut self.named);
        users.group_ends.push(number(users.groups.len()));
        if let Some(written) = unusual(row.email) {
            users.written.insert(row_number, written);
        }
    }

    fn repeated(&mut self, side: Side, path: String, address: u32, identical: bool) {
        let email = self.roster.addresses.text(address).to_owned();
        self.roster.notes.repeats.push(Repeat { side, path: path.clone(), email, identical });
        self.roster.notes.left_out(side, || path, LeftOut::Repeated);
    }

    fn says_the_same_as_member(&self, first: usize, row: &MemberRow<'_>) -> bool {
        let members = &self.roster.members;
        members.names.get(first) == row.name.trim()
            && members.ids.get(first) == row.id.trim()
            && members.roles.get(first) == Some(&row.role)
            && members.tiers.get(first) == Some(&row.tier)
            && members.pending.get(first) == Some(&row.pending)
            && members.service.get(first) == Some(&row.service)
    }

    fn says_the_same_as_user(&self, first: usize, row: &UserRow<'_>) -> bool {
        let users = &self.roster.users;
        let sorted = |groups: &[u32]| {
            let mut groups = groups.to_vec();
            groups.sort_unstable();
            groups.dedup();
            groups
        };
        users.names.get(first) == row.name.trim()
            && users.ids.get(first) == row.id.trim()
            && users.active.get(first) == Some(&row.active.unwrap_or(true))
            && users.flag.get(first) == Some(&row.assigned)
            && sorted(users.groups(first)) == sorted(&self.named)
    }

    /// Adds a group that the directory lists.
    pub fn group(&mut self, row: GroupRow<'_>) {
        self.roster.groups.add(row.name, row.id, row.nested);
    }

    /// There is a directory, be it with nobody in it.
    pub fn has_directory(&mut self) {
        self.directory = true;
    }

    /// How the directory tells who is assigned.
    pub fn assignment(&mut self, assignment: Assignment) {
        self.assignment = Some(assignment);
    }

    /// Whether the directory is whole.
    pub fn complete(&mut self, complete: bool) {
        self.complete = Some(complete);
    }

    /// Joins the two sides.
    pub fn finish(mut self) -> Roster {
        self.join();
        self.designations_to_groups();
        if self.directory {
            let directory = Directory {
                assignment: self.assignment.take().unwrap_or(Assignment::Listed),
                complete: self.complete.unwrap_or(true),
            };
            self.assign(&directory.assignment);
            self.roster.directory = Some(directory);
        }
        self.roster
    }

    fn address(&mut self, email: &str) -> Option<u32> {
        let email = normalized(email);
        if email.is_empty() {
            return None;
        }
        let known = self.roster.addresses.len();
        let address = self.roster.addresses.intern(&email);
        if self.roster.addresses.len() > known {
            let domain = email.rsplit_once('@').map(|(_, domain)| domain);
            let domain = domain.filter(|domain| !domain.is_empty());
            let domain = domain.map_or(NOBODY, |domain| self.roster.domains.intern(domain));
            self.roster.domain_of.push(domain);
        }
        Some(address)
    }

    /// People are the members in roster order, then the directory's others in its order.
    fn join(&mut self) {
        let roster = &mut self.roster;
        let row = |rows: &[u32], address: u32| rows.get(address as usize).copied();
        let row = |rows: &[u32], address| row(rows, address).unwrap_or(NOBODY);
        let others = self.user_addresses.iter();
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

/// The address as written, where lower case is not how it is.
fn unusual(email: &str) -> Option<String> {
    let written = email.trim();
    (written != written.to_lowercase()).then(|| written.to_owned())
}

/// Takes the address for a row of one side, or says which row before has it.
fn claim(rows: &mut Vec<u32>, address: u32, row: usize) -> Result<(), usize> {
    let address = address as usize;
    if rows.len() <= address {
        rows.resize(address + 1, NOBODY);
    }
    match rows.get_mut(address) {
        Some(entry) if *entry == NOBODY => {
            *entry = number(row);
            Ok(())
        }
        taken => Err(taken.map_or(row, |taken| *taken as usize)),
    }
}

/// A count as a column holds it. Input is far below four billion rows: it would not fit in memory.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NOBODY)
}
