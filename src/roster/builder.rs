//! Building a roster row by row, in any order of its parts.

use super::address::unusual;
use super::base::Base;
use super::columns::{Members, Users, claim, membership, number, state};
use super::texts::Interner;
use super::{
    Assignment, GroupRow, MemberRow, NOBODY, Place, Remark, Repeat, RosterNotes, SourceNotes,
    Trouble, UserRow, normalized,
};
use crate::model::outcome::Side;
use crate::sorted::different;

/// A roster under construction.
#[derive(Debug, Default)]
pub struct Builder {
    /// What needs no joining: the groups and the notes.
    pub(super) roster: Base,
    pub(super) addresses: Interner,
    pub(super) members: Members,
    pub(super) users: Users,
    /// The groups named for the row that is being read, by designation.
    named: Vec<u32>,
    /// Address and designation: memberships that lists of groups tell, not those of users.
    pub(super) memberships: Vec<(u32, u32)>,
    /// By source: the designations it names.
    pub(super) named_by: Vec<Vec<u32>>,
    /// By designation: the source that named it last.
    last_named_by: Vec<u32>,
    /// The first row among the users that is not of a source before.
    first_user: usize,
    /// By source: rows of users whom a source before lists as well.
    joined: Vec<(usize, usize)>,
    /// By row of a user: how many sources had begun when one listed them as well.
    joined_by: Vec<usize>,
    pub(super) directory: bool,
    pub(super) assignment: Option<Assignment>,
    pub(super) complete: Option<bool>,
    pub(super) groups_complete: Option<bool>,
    /// Stands for the source as long as none has begun.
    no_source: SourceNotes,
}

/// Whether a row became a user of the directory; the number of their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It did.
    New(u32),
    /// A row of the same source has the address: that one counts.
    Before(u32),
    /// Another source lists the user as well.
    Joined(u32),
    /// It has no address.
    Not,
}

impl Added {
    /// The number of the address.
    pub fn address(self) -> Option<u32> {
        match self {
            Self::New(address) | Self::Before(address) | Self::Joined(address) => Some(address),
            Self::Not => None,
        }
    }
}

impl Builder {
    /// What could not be understood so far.
    pub fn notes(&mut self) -> &mut RosterNotes {
        &mut self.roster.notes
    }

    /// A text of so many bytes is about to be read: sets room aside for about as many people as may
    /// be in it.
    pub fn expect(&mut self, bytes: usize) {
        const ROW: usize = 192;
        self.addresses.reserve(bytes / ROW);
    }

    /// What follows is read from another source. Gives its number.
    pub fn begin(&mut self, source: SourceNotes) -> usize {
        self.first_user = self.user_count();
        self.roster.notes.sources.push(source);
        self.named_by.push(Vec::new());
        self.named_by.len() - 1
    }

    /// What is noted of the source that is being read.
    pub fn source(&mut self) -> &mut SourceNotes {
        self.roster.notes.sources.last_mut().unwrap_or(&mut self.no_source)
    }

    /// A row of the source that is being read is left out.
    pub fn leave_out(&mut self, trouble: Trouble, place: impl FnOnce() -> Place) {
        let source = self.source();
        source.rows += 1;
        source.trouble(trouble, place);
    }

    /// Notes something wrong with a source that has been read.
    pub fn trouble_of(&mut self, source: usize, trouble: Trouble, place: Place) {
        if let Some(source) = self.roster.notes.sources.get_mut(source) {
            source.trouble(trouble, || place);
        }
    }

    /// Notes what was decided about a source that has been read.
    pub fn remark_of(&mut self, source: usize, remark: Remark) {
        if let Some(source) = self.roster.notes.sources.get_mut(source) {
            source.remarks.push(remark);
        }
    }

    /// A source that has been read says that it is not whole.
    pub fn is_cut(&mut self, source: usize) {
        let Some(source) = self.roster.notes.sources.get(source) else { return };
        match source.side {
            Side::Members => self.roster.notes.cut_members.push(source.path.clone()),
            Side::Directory => self.complete = Some(false),
        }
    }

    /// A source that lists the members of groups, not users, has so many people in it.
    pub fn people_of(&mut self, source: usize, people: usize) {
        let source = self.roster.notes.sources.get_mut(source);
        if let Some(source) = source.filter(|source| source.people == 0) {
            source.people = people;
        }
    }

    /// Adds a member; `place` is asked for only when something is wrong with the row.
    pub fn member(&mut self, row: &MemberRow<'_>, place: impl FnOnce() -> Place) {
        self.source().rows += 1;
        let row_number = self.members.addresses.len();
        let Some((address, written)) = self.address(row.email) else {
            return self.source().trouble(Trouble::NoAddress, place);
        };
        if let Err(first) = claim(&mut self.members.row_of, address, row_number) {
            let identical = self.says_the_same_as_member(first, row);
            return self.repeated(Side::Members, place(), address, identical);
        }
        self.source().people += 1;
        let members = &mut self.members;
        members.addresses.push(address);
        members.names.push(row.name.trim());
        members.ids.push(row.id.trim());
        members.memberships.push(membership(row));
        if let Some(written) = written {
            members.written.push(row_number, &written);
        }
    }

    /// Names a group of the user who comes next.
    pub fn users_group(&mut self, designation: &str) {
        let designation = self.designation(designation);
        self.users_designation(designation);
    }

    /// The same by the number of its name or id.
    pub fn users_designation(&mut self, designation: u32) {
        self.named.push(designation);
    }

    /// Adds a user of the directory, with the groups named since the last one.
    pub fn user(&mut self, row: &UserRow<'_>, place: impl FnOnce() -> Place) -> Added {
        self.source().rows += 1;
        let row_number = self.user_count();
        let Some((address, written)) = self.address(row.email) else {
            self.named.clear();
            self.source().trouble(Trouble::NoAddress, place);
            return Added::Not;
        };
        if let Err(first) = claim(&mut self.users.row_of, address, row_number) {
            // What another source lists is joined; what this one lists twice is a repeat.
            if first < self.first_user && self.joins(first) {
                self.user_of_another_source(first, row, address);
                return Added::Joined(address);
            }
            let identical = self.says_the_same_as_user(first, row);
            self.named.clear();
            self.repeated(Side::Directory, place(), address, identical);
            return Added::Before(address);
        }
        self.source().people += 1;
        self.push_user(row, address, written);
        Added::New(address)
    }

    /// Adds a user whom only a group's list names. Gives the number of their address.
    pub fn unlisted_user(&mut self, row: &UserRow<'_>) -> Option<u32> {
        let (address, written) = self.address(row.email)?;
        let row_number = self.user_count();
        if claim(&mut self.users.row_of, address, row_number).is_ok() {
            self.push_user(row, address, written);
        }
        Some(address)
    }

    /// A user whom another source lists as well is one user, who has the groups of both and is
    /// active where both say so.
    fn user_of_another_source(&mut self, first: usize, row: &UserRow<'_>, address: u32) {
        self.source().people += 1;
        self.memberships.extend(self.named.drain(..).map(|group| (address, group)));
        self.users.change(first, |state| {
            state.active &= row.active.unwrap_or(true);
            state.flag = state.flag.or(row.assigned);
        });
        self.joined.push((self.named_by.len().saturating_sub(1), first));
    }

    /// Whether the source that is being read lists a user of a source before for the first time.
    fn joins(&mut self, first: usize) -> bool {
        if self.joined_by.len() <= first {
            self.joined_by.resize(self.first_user, 0);
        }
        let begun = self.named_by.len();
        let before = self.joined_by.get_mut(first).map(|by| std::mem::replace(by, begun));
        before != Some(begun)
    }

    fn push_user(&mut self, row: &UserRow<'_>, address: u32, written: Option<String>) {
        let row_number = self.user_count();
        let users = &mut self.users;
        users.addresses.push(address);
        users.names.push(row.name.trim());
        users.ids.push(row.id.trim());
        users.states.push(state(row));
        // Designations for now; they become groups when all groups are known.
        users.groups.append(&mut self.named);
        users.group_ends.push(number(users.groups.len()));
        if let Some(written) = written {
            users.written.push(row_number, &written);
        }
    }

    fn repeated(&mut self, side: Side, place: Place, address: u32, identical: bool) {
        let email = self.addresses.text(address).to_owned();
        let path = place.path.clone();
        self.roster.notes.repeats.push(Repeat { side, path, email, identical });
        self.source().trouble(Trouble::Repeated, || place);
    }

    fn says_the_same_as_member(&self, first: usize, row: &MemberRow<'_>) -> bool {
        let members = &self.members;
        members.names.get(first) == row.name.trim()
            && members.ids.get(first) == row.id.trim()
            && members.memberships.get(first) == Some(membership(row))
    }

    fn says_the_same_as_user(&self, first: usize, row: &UserRow<'_>) -> bool {
        let users = &self.users;
        let sorted = |groups: &[u32]| different(groups.to_vec());
        users.names.get(first) == row.name.trim()
            && users.ids.get(first) == row.id.trim()
            && users.states.get(first) == Some(state(row))
            && sorted(users.groups(first)) == sorted(&self.named)
    }

    /// Adds a group that the directory lists.
    pub fn group(&mut self, row: GroupRow<'_>) {
        let given = |text: Option<&'_ str>| text.is_some_and(|text| !text.is_empty());
        let name = row.name.filter(|_| given(row.name));
        let id = row.id.filter(|_| given(row.id));
        if let Some(designation) = name.or(id) {
            self.designation(designation);
        }
        self.roster.groups.add(name, id, row.nested);
    }

    /// A group, by name or id, has another as a member.
    pub fn nest(&mut self, group: u32, nested: &str) {
        let bearer = self.roster.groups.named(nested).first().copied();
        let name = bearer.map_or(nested, |bearer| self.roster.groups.name(bearer)).to_owned();
        self.roster.groups.nest(group, &name);
    }

    /// A user of the directory, by the number of their address, is in a group.
    pub fn membership(&mut self, user: u32, group: u32) {
        self.memberships.push((user, group));
    }

    /// The number of a group's name or id.
    pub fn designation(&mut self, designation: &str) -> u32 {
        let number = self.roster.groups.designation(designation);
        let source = self.named_by.len().saturating_sub(1);
        if self.last_named_by.len() <= number as usize {
            self.last_named_by.resize(number as usize + 1, NOBODY);
        }
        if let Some(last) = self.last_named_by.get_mut(number as usize)
            && *last as usize != source
            && let Some(named) = self.named_by.get_mut(source)
        {
            *last = self::number(source);
            named.push(number);
        }
        number
    }

    /// What the group of this name or id is called.
    pub fn group_name(&self, designation: u32) -> &str {
        let groups = &self.roster.groups;
        let bearer = groups.bearers(designation).first();
        bearer.map_or_else(|| groups.designation_text(designation), |group| groups.name(*group))
    }

    /// Whether the directory lists a group of this name or id.
    pub fn lists_group(&self, designation: &str) -> bool {
        !self.roster.groups.named(designation).is_empty()
    }

    /// Whether the address is a member's.
    pub fn is_member(&self, email: &str) -> bool {
        self.row_of(&self.members.row_of, email).is_some()
    }

    /// The number of the address, if a user of the directory has it.
    pub fn user_address(&self, email: &str) -> Option<u32> {
        self.row_of(&self.users.row_of, email)
    }

    fn row_of(&self, rows: &[u32], email: &str) -> Option<u32> {
        let address = self.addresses.number(&normalized(email))?;
        let row = rows.get(address as usize).copied().unwrap_or(NOBODY);
        (row != NOBODY).then_some(address)
    }

    /// How many users the directory has so far.
    pub fn user_count(&self) -> usize {
        self.users.addresses.len()
    }

    /// Says of the users of a source that they are assigned, where nothing says so yet: of those
    /// in these rows, and of those whom a source before lists as well.
    pub fn flag_assigned(&mut self, source: usize, users: std::ops::Range<usize>) {
        let joined = self.joined.iter().filter(|(by, _)| *by == source).map(|(_, row)| *row);
        for row in users.chain(joined) {
            self.users.change(row, |state| {
                state.flag.get_or_insert(true);
            });
        }
    }

    /// Whether the directory has said how it tells who is assigned.
    pub fn says_assignment(&self) -> bool {
        self.assignment.is_some()
    }

    /// There is a directory, be it with nobody in it.
    pub fn has_directory(&mut self) {
        self.directory = true;
    }

    /// How the directory tells who is assigned.
    pub fn assignment(&mut self, assignment: Assignment) {
        self.assignment = Some(assignment);
    }

    /// Whether the directory's list of groups is whole.
    pub fn groups_complete(&mut self, complete: bool) {
        self.groups_complete = Some(complete);
    }

    /// Whether the directory is whole.
    pub fn complete(&mut self, complete: bool) {
        self.complete = Some(complete);
    }

    /// The number of an address, and how it is written where that is not in lower case.
    fn address(&mut self, email: &str) -> Option<(u32, Option<String>)> {
        let address = normalized(email);
        if address.is_empty() {
            return None;
        }
        let written = unusual(email, &address).map(str::to_owned);
        Some((self.addresses.intern(&address), written))
    }
}
