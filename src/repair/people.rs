//! A change of the roster, laid over the one that was read and written down as JSON Patch.

use serde_json::{Value, json};

use super::patch::Patch;
use crate::catalog::{Role, SeatTier};
use crate::model::patch::PatchOp;
use crate::model::roster::{MemberDocument, RosterDocument, Status};
use crate::roster::{Assignment, Membership, PersonId, Roster, Whom};
use crate::rules::edit::RosterEdit;
use crate::vocabulary::Word;

const USERS: &str = "/roster/directory/users";

/// The roster with a change, if it can be made: everyone whom it names must be there.
pub fn edited(roster: &Roster, edit: &RosterEdit, patch: &mut Patch) -> Option<Roster> {
    match edit {
        RosterEdit::Invite(email, role, tier) => {
            return invited(roster, email, *role, *tier, patch);
        }
        RosterEdit::Dismiss(emails) => return dismissed(roster, emails, patch),
        _ => {}
    }
    let mut change = Change { roster: roster.clone(), patch };
    change.make(edit)?;
    Some(change.roster)
}

/// Members have the first numbers: with one more, or one less, the roster is read anew. What could
/// not be understood of it is kept in mind.
fn read_anew(roster: &Roster, document: &RosterDocument) -> Option<Roster> {
    let read = Roster::from_json(&serde_json::to_vec(document).ok()?).ok()?;
    Some(read.noted(roster.notes()))
}

fn dismissed(roster: &Roster, whom: &Whom, patch: &mut Patch) -> Option<Roster> {
    let people = roster.find_all(whom)?;
    if !people.iter().all(|person| roster.is_member(*person)) {
        return None;
    }
    let mut document = roster.document();
    let members = document.members.as_mut()?;
    // The last first: those before stay where they are.
    for person in people.iter().copied().rev() {
        let path = || format!("/roster/members/{person}");
        patch.push(|| PatchOp::Test {
            path: format!("{}/email", path()),
            value: roster.written_as_member(person).into(),
        });
        patch.push(|| PatchOp::Remove { path: path() });
        if person < members.len() {
            members.remove(person);
        }
    }
    read_anew(roster, &document)
}

fn invited(
    roster: &Roster,
    email: &str,
    role: Role,
    tier: Option<SeatTier>,
    patch: &mut Patch,
) -> Option<Roster> {
    if roster.find(email).is_some_and(|person| roster.is_member(person)) {
        return None;
    }
    let mut document = roster.document();
    let member = MemberDocument {
        email: email.to_owned(),
        name: None,
        id: None,
        role: Some(role),
        seat_tier: tier,
        status: None,
        kind: None,
    };
    let (path, value) = match &document.members {
        Some(_) => ("/roster/members/-", serde_json::to_value(&member)),
        None => ("/roster/members", serde_json::to_value([&member])),
    };
    document.members.get_or_insert_default().push(member);
    let value = value.ok()?;
    patch.push(|| PatchOp::Add { path: path.to_owned(), value });
    read_anew(roster, &document)
}

struct Change<'a> {
    roster: Roster,
    patch: &'a mut Patch,
}

impl Change<'_> {
    fn make(&mut self, edit: &RosterEdit) -> Option<()> {
        match edit {
            RosterEdit::Assign(whom) => self.assign(&self.roster.find_all(whom)?),
            RosterEdit::Unassign(whom) => self.unassign(&self.roster.find_all(whom)?),
            RosterEdit::Join(whom, group) => self.join(&self.roster.find_all(whom)?, group),
            RosterEdit::Leave(whom, group) => self.leave(&self.roster.find_all(whom)?, group),
            RosterEdit::Unnest(group) => self.unnest(group),
            RosterEdit::AssignGroups(groups) => {
                self.assign_by(Assignment::Groups(groups.clone()), json!({ "groups": groups }))
            }
            RosterEdit::AssignListed => self.assign_by(Assignment::Listed, json!("listed")),
            RosterEdit::Role(email, role) => {
                let said = role.word();
                self.member(email, "role", said, |member| member.role = Some(*role))
            }
            RosterEdit::Seat(email, tier) => {
                let said = tier.word();
                self.member(email, "seatTier", said, |member| member.tier = Some(*tier))
            }
            RosterEdit::Accept(email) => {
                let said = Status::Active.word();
                self.member(email, "status", said, |member| member.pending = false)
            }
            RosterEdit::Invite(..) | RosterEdit::Dismiss(_) => None,
        }
    }

    fn member(
        &mut self,
        email: &str,
        key: &str,
        said: &str,
        edit: impl FnOnce(&mut Membership),
    ) -> Option<()> {
        let person = self.roster.find(email).filter(|person| self.roster.is_member(*person))?;
        let path = |key| format!("/roster/members/{person}/{key}");
        self.patch.means(|| (path("email"), self.roster.written_as_member(person)));
        self.patch.push(|| PatchOp::Add { path: path(key), value: said.into() });
        self.roster.edit_member(person, edit);
        Some(())
    }

    fn assign(&mut self, people: &[PersonId]) -> Option<()> {
        let assignment = self.roster.directory()?.assignment.clone();
        for person in people {
            let row = self.user(*person)?;
            let state = self.roster.profile(*person).user?;
            let flagged = match &assignment {
                Assignment::Listed => state.flag == Some(false),
                Assignment::Flagged => state.flag != Some(true),
                Assignment::Groups(_) => false,
                Assignment::Unknown => return None,
            };
            if !state.active {
                self.roster.edit_user(*person, |state| state.active = true);
                self.say(row, "active", true);
            }
            if flagged {
                self.roster.edit_user(*person, |state| state.flag = Some(true));
                self.say(row, "assigned", true);
            }
        }
        match assignment {
            Assignment::Groups(groups) => {
                let mut joining = people.to_vec();
                joining.retain(|person| !self.roster.is_assigned(*person));
                if joining.is_empty() { Some(()) } else { self.join(&joining, groups.first()?) }
            }
            _ => Some(()),
        }
    }

    fn unassign(&mut self, people: &[PersonId]) -> Option<()> {
        let assignment = self.roster.directory()?.assignment.clone();
        if let Assignment::Groups(groups) = assignment {
            return groups.iter().try_for_each(|group| self.leave(people, group));
        }
        for person in people {
            self.roster.profile(*person).user?;
            let row = self.user(*person)?;
            self.roster.edit_user(*person, |state| state.flag = Some(false));
            self.say(row, "assigned", false);
        }
        Some(())
    }

    fn join(&mut self, people: &[PersonId], name: &str) -> Option<()> {
        let group = match self.roster.groups().named(name) {
            [group] => *group,
            // A group without a name is none.
            [] if name.is_empty() => return None,
            [] => {
                self.patch.push(|| PatchOp::Add {
                    path: "/roster/directory/groups/-".to_owned(),
                    value: json!({ "name": name }),
                });
                self.roster.create_group(name)?
            }
            // Nobody could tell which of them is meant.
            _ => return None,
        };
        let mut joining = people.to_vec();
        joining.retain(|person| !self.roster.groups_of(*person).any(|known| known == group));
        for person in &joining {
            let row = self.user(*person)?;
            self.patch.push(|| PatchOp::Add {
                path: format!("{USERS}/{row}/groups/-"),
                value: self.roster.designation(group).into(),
            });
        }
        self.roster.join(&joining, group);
        Some(())
    }

    fn leave(&mut self, people: &[PersonId], name: &str) -> Option<()> {
        for group in self.roster.groups().named(name).to_vec() {
            // By the people of the group: of many groups, each has few of them.
            let leaving = self.roster.people_in(group);
            let leaving: Vec<PersonId> =
                leaving.filter(|person| people.binary_search(person).is_ok()).collect();
            for person in &leaving {
                let mut groups = self.roster.groups_of(*person);
                let Some(position) = groups.position(|known| known == group) else { continue };
                drop(groups);
                let row = self.user(*person)?;
                let path = || format!("{USERS}/{row}/groups/{position}");
                let value = || self.roster.designation(group).into();
                self.patch.push(|| PatchOp::Test { path: path(), value: value() });
                self.patch.push(|| PatchOp::Remove { path: path() });
            }
            if !leaving.is_empty() {
                self.roster.leave(&leaving, group);
            }
        }
        Some(())
    }

    fn unnest(&mut self, name: &str) -> Option<()> {
        for group in self.roster.groups().named(name).to_vec() {
            let nested = self.roster.groups().nested_in(group);
            if !nested.is_empty() {
                let path = || format!("/roster/directory/groups/{group}/groups");
                let value = || json!(nested);
                self.patch.push(|| PatchOp::Test { path: path(), value: value() });
                self.patch.push(|| PatchOp::Remove { path: path() });
                self.roster.unnest(group);
            }
        }
        Some(())
    }

    fn assign_by(&mut self, assignment: Assignment, said: Value) -> Option<()> {
        self.roster.directory()?;
        self.roster.assign_by(assignment);
        self.patch.push(|| PatchOp::Replace {
            path: "/roster/directory/assignment".to_owned(),
            value: said,
        });
        Some(())
    }

    /// The person's row among the users of the directory, which the patch tests; a member who is
    /// not among them is taken in.
    fn user(&mut self, person: PersonId) -> Option<usize> {
        self.roster.directory()?;
        let is_new = !self.roster.is_in_directory(person);
        if is_new {
            self.roster.edit_user(person, |_| {});
        }
        let row = self.roster.user_row(person)?;
        let email = || self.roster.written_in_directory(person);
        if is_new {
            self.patch.first_new.get_or_insert(row);
            self.patch.push(|| PatchOp::Add {
                path: format!("{USERS}/-"),
                value: json!({ "email": email(), "groups": [] }),
            });
        } else if self.patch.first_new.is_none_or(|first| row < first) {
            self.patch.means(|| (format!("{USERS}/{row}/email"), email()));
        }
        Some(row)
    }

    fn say(&mut self, row: usize, key: &str, value: bool) {
        self.patch
            .push(|| PatchOp::Add { path: format!("{USERS}/{row}/{key}"), value: value.into() });
    }
}
