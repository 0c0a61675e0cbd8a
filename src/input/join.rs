//! Joining the files of the directory: lists of groups name their members by id or by any address,
//! and a file may come before the one that says who that is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::input::pages::Page;
use crate::roster::{Assignment, Builder, Interner, Place, Remark, Trouble, UserRow};
use crate::sorted::different;

/// Whom a file says to be assigned to the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// Whoever is in it.
    Listed,
    /// Those whom it flags.
    Flagged,
    /// It does not say.
    NotSaid,
    /// It lists groups, not people.
    NoPeople,
}

/// A member of a group, as the group's list has them.
#[derive(Debug, Default)]
pub struct GroupMember {
    /// Id and addresses, the likeliest first.
    pub references: Vec<String>,
    /// The address for somebody who is in no list of users.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their id.
    pub id: String,
    /// Whether the list says that it is a group.
    pub is_group: bool,
    /// Where it says so.
    pub place: Place,
}

/// Whose membership a user's own row or a group's list tells.
#[derive(Debug)]
enum Membership {
    /// A user's row: it counts where the group does not list its members.
    OfUser(u32),
    /// A group's list.
    OfGroup(GroupMember),
}

/// A directory's file that is read.
#[derive(Debug)]
struct File {
    /// Its number among all sources.
    source: usize,
    /// Its users' rows.
    users: Range<usize>,
    assigned: Assigned,
}

/// What the files of the directory say until all of them are read.
#[derive(Debug, Default)]
pub struct Join {
    /// Ids and further addresses of users.
    aliases: Interner,
    /// By alias: the number of the user's address.
    aliased: Vec<u32>,
    /// By source: a group and who is in it.
    memberships: Vec<(usize, u32, Membership)>,
    /// By designation of a group: whether it lists its members.
    listing: Vec<bool>,
    files: Vec<File>,
    /// What pages say, by what their rows are.
    lists: BTreeMap<&'static str, Pages>,
}

/// What the pages of one list say together.
#[derive(Debug, Default)]
struct Pages {
    rows: usize,
    total: Option<usize>,
    /// Whether one of them says that more follows, and whether one says that none does.
    more: bool,
    last: bool,
    /// The source of the last of them.
    source: usize,
    /// Whether groups are among their rows.
    of_groups: bool,
}

impl Pages {
    fn are_cut(&self) -> bool {
        self.total.is_some_and(|total| self.rows < total) || self.more && !self.last
    }
}

impl Join {
    /// Notes by what else than the address a user may be named.
    pub fn alias(&mut self, alias: &str, user: u32) {
        if !alias.is_empty() && self.aliases.adds(&folded(alias)) {
            self.aliased.push(user);
        }
    }

    /// A user's row says that they are in a group.
    pub fn user_in_group(&mut self, source: usize, user: u32, group: u32) {
        self.memberships.push((source, group, Membership::OfUser(user)));
    }

    /// A group's list says who is in it.
    pub fn group_member(&mut self, source: usize, group: u32, member: GroupMember) {
        self.memberships.push((source, group, Membership::OfGroup(member)));
    }

    /// The group lists its members: what users say of it does not count.
    pub fn lists_members(&mut self, group: u32) {
        let group = group as usize;
        if self.listing.len() <= group {
            self.listing.resize(group + 1, false);
        }
        self.listing.get_mut(group).into_iter().for_each(|lists| *lists = true);
    }

    /// A page of a list, of which there may be others in this file or another.
    pub fn page(&mut self, source: usize, list: &'static str, page: &Page) {
        let pages = self.lists.entry(list).or_default();
        pages.rows += page.rows;
        pages.total = pages.total.max(page.total);
        pages.more |= page.more;
        pages.last |= !page.more;
        pages.source = source;
        pages.of_groups |= list.contains("groups");
    }

    /// A file is read: its users' rows, and whom it says to be assigned.
    pub fn end_file(&mut self, source: usize, users: Range<usize>, assigned: Assigned) {
        self.files.push(File { source, users, assigned });
    }

    /// Brings the files together.
    pub fn finish(mut self, builder: &mut Builder) {
        let listed = builder.user_count();
        self.resolve(builder);
        let assigned = self.assigned(builder.user_count() > listed);
        if let Some(assigned) = assigned.filter(|_| !builder.says_assignment()) {
            if assigned == Assignment::Flagged {
                let listed = self.files.iter().filter(|file| file.assigned == Assigned::Listed);
                listed.for_each(|file| builder.flag_assigned(file.source, file.users.clone()));
            }
            builder.assignment(assigned);
        }
        for pages in self.lists.values().filter(|pages| pages.are_cut()) {
            builder.remark_of(pages.source, Remark::Cut { rows: pages.rows, total: pages.total });
            builder.is_cut(pages.source);
            if pages.of_groups {
                builder.groups_complete(false);
            }
        }
    }

    /// Finds out who the members of groups are.
    fn resolve(&mut self, builder: &mut Builder) {
        let mut people: Vec<(usize, u32)> = Vec::new();
        let lists = |listing: &[bool], group: u32| listing.get(group as usize) == Some(&true);
        for (source, group, membership) in std::mem::take(&mut self.memberships) {
            let user = match membership {
                Membership::OfUser(_) if lists(&self.listing, group) => continue,
                Membership::OfUser(user) => user,
                Membership::OfGroup(member) => match self.who(&member, builder) {
                    Who::User(user) => user,
                    Who::Group(nested) => {
                        builder.nest(group, &nested);
                        continue;
                    }
                    Who::Nobody => {
                        let group = builder.group_name(group).to_owned();
                        let named = member.references.into_iter().find(|it| !it.is_empty());
                        let member_named = named.unwrap_or_default();
                        let trouble = Trouble::NobodyInGroup { group, member: member_named };
                        builder.trouble_of(source, trouble, member.place);
                        continue;
                    }
                },
            };
            people.push((source, user));
            builder.membership(user, group);
        }
        for people in different(people).chunk_by(|(one, _), (other, _)| one == other) {
            let source = people.first().map_or(0, |(source, _)| *source);
            builder.people_of(source, people.len());
        }
    }

    /// Who a member of a group is. Somebody with an address whom no list of users has is a user of
    /// the directory all the same.
    fn who(&mut self, member: &GroupMember, builder: &mut Builder) -> Who {
        let known = member.references.iter().filter(|reference| !reference.is_empty());
        for reference in known.clone().filter(|_| !member.is_group) {
            if let Some(user) = builder.user_address(reference) {
                return Who::User(user);
            }
            let alias = self.aliases.number(&folded(reference));
            if let Some(user) = alias.and_then(|alias| self.aliased.get(alias as usize)) {
                return Who::User(*user);
            }
        }
        if let Some(group) = known.clone().find(|it| member.is_group || builder.lists_group(it)) {
            let shown = Some(&member.name).filter(|name| !name.is_empty() && member.is_group);
            return Who::Group(shown.unwrap_or(group).clone());
        }
        let row = UserRow {
            email: &member.email,
            name: &member.name,
            id: &member.id,
            ..UserRow::default()
        };
        match builder.unlisted_user(&row) {
            Some(user) => {
                known.for_each(|reference| self.alias(reference, user));
                Who::User(user)
            }
            None => Who::Nobody,
        }
    }

    /// How the files together tell who is assigned; `None` where no file of them is there.
    fn assigned(&self, more_people: bool) -> Option<Assignment> {
        let some = |assigned| self.files.iter().any(|file| file.assigned == assigned);
        if self.files.is_empty() {
            return None;
        }
        let others = some(Assigned::NotSaid) || more_people;
        Some(match (some(Assigned::Listed), some(Assigned::Flagged), others) {
            (_, true, _) | (true, _, true) => Assignment::Flagged,
            (true, ..) => Assignment::Listed,
            _ => Assignment::Unknown,
        })
    }
}

/// Who a member of a group is.
enum Who {
    /// A user of the directory, by the number of their address.
    User(u32),
    /// Another group, by name or id.
    Group(String),
    /// Nobody who is known.
    Nobody,
}

fn folded(reference: &str) -> String {
    reference.trim().to_lowercase()
}
