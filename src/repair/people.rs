//! A change of the roster, laid over the one that was read and written down as JSON Patch.

use serde_json::{Value, json};

use super::patch::Patch;
use crate::catalog::{Role, SeatTier};
use crate::model::edit::RosterEdit;
use crate::model::patch::PatchOp;
use crate::model::roster::{MemberDocument, RosterDocument};
use crate::roster::{Assignment, GroupId, PersonId, Roster};
use crate::vocabulary::Word;

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

fn dismissed(roster: &Roster, emails: &[String], patch: &mut Patch) -> Option<Roster> {
    let member = |email: &String| roster.find(email).filter(|person| roster.is_member(*person));
    let mut people = emails.iter().map(member).collect::<Option<Vec<PersonId>>>()?;
    people.sort_unstable();
    people.dedup();
    let mut document = roster.document();
    let members = document.members.as_mut()?;
    // The last first: those before stay where they are.
    for person in people.into_iter().rev() {
        let path = format!("/roster/members/{person}");
        let email = json!(roster.written_as_member(person));
        patch.ops.push(PatchOp::Test { path: format!("{path}/email"), value: email });
        patch.ops.push(PatchOp::Remove { path });
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
    patch.ops.push(PatchOp::Add { path: path.to_owned(), value: value.ok()? });
    read_anew(roster, &document)
}

struct Change<'a> {
    roster: Roster,
    patch: &'a mut Patch,
}

impl Change<'_> {
    fn make(&mut self, edit: &RosterEdit) -> Option<()> {
        match edit {
            RosterEdit::Assign(emails) => {
                let people = self.people(emails)?;
                people.into_iter().try_for_each(|person| self.assign(person))
            }
            RosterEdit::Unassign(emails) => {
                let people = self.people(emails)?;
                people.into_iter().try_for_each(|person| self.unassign(person))
            }
            RosterEdit::Join(emails, group) => {
                let people = self.people(emails)?;
                self.join(&people, group)
            }
            RosterEdit::Leave(emails, group) => {
                let people = self.people(emails)?;
                self.leave(&people, group)
            }
            RosterEdit::AssignGroups(groups) => {
                self.assign_by(Assignment::Groups(groups.clone()), json!({ "groups": groups }))
            }
            RosterEdit::AssignListed => self.assign_by(Assignment::Listed, json!("listed")),
            RosterEdit::Role(email, role) => {
                let person = self.member(email)?;
                self.roster.edit_member(person, |member| member.role = Some(*role));
                self.add(format!("/roster/members/{person}/role"), json!(role.word()))
            }
            RosterEdit::Seat(email, tier) => {
                let person = self.member(email)?;
                self.roster.edit_member(person, |member| member.tier = Some(*tier));
                self.add(format!("/roster/members/{person}/seatTier"), json!(tier.word()))
            }
            RosterEdit::Accept(email) => {
                let person = self.member(email)?;
                self.roster.edit_member(person, |member| member.pending = false);
                self.add(format!("/roster/members/{person}/status"), json!("active"))
            }
            RosterEdit::Invite(..) | RosterEdit::Dismiss(_) => None,
        }
    }

    fn people(&self, emails: &[String]) -> Option<Vec<PersonId>> {
        let mut people = emails
            .iter()
            .map(|email| self.roster.find(email))
            .collect::<Option<Vec<PersonId>>>()?;
        people.sort_unstable();
        people.dedup();
        Some(people)
    }

    fn member(&mut self, email: &str) -> Option<PersonId> {
        let person = self.roster.find(email).filter(|person| self.roster.is_member(*person))?;
        let written = json!(self.roster.written_as_member(person));
        self.patch.means(format!("/roster/members/{person}/email"), written);
        Some(person)
    }

    fn assign(&mut self, person: PersonId) -> Option<()> {
        let assignment = self.roster.directory()?.assignment.clone();
        let flag = self.roster.profile(person).user.and_then(|user| user.flag);
        let flagged = match &assignment {
            Assignment::Listed => flag == Some(false),
            Assignment::Flagged => flag != Some(true),
            Assignment::Groups(_) => false,
            Assignment::Unknown => return None,
        };
        let user = self.user(person)?;
        let state = self.roster.profile(person).user?;
        if !state.active {
            self.roster.edit_user(person, |state| state.active = true);
            self.add(format!("{user}/active"), json!(true))?;
        }
        if flagged {
            self.roster.edit_user(person, |state| state.flag = Some(true));
            self.add(format!("{user}/assigned"), json!(true))?;
        }
        match assignment {
            Assignment::Groups(groups) if !self.roster.is_assigned(person) => {
                self.join(&[person], groups.first()?)
            }
            _ => Some(()),
        }
    }

    fn unassign(&mut self, person: PersonId) -> Option<()> {
        let assignment = self.roster.directory()?.assignment.clone();
        if let Assignment::Groups(groups) = assignment {
            return groups.iter().try_for_each(|group| self.leave(&[person], group));
        }
        self.roster.profile(person).user?;
        let user = self.user(person)?;
        self.roster.edit_user(person, |state| state.flag = Some(false));
        self.add(format!("{user}/assigned"), json!(false))
    }

    fn join(&mut self, people: &[PersonId], name: &str) -> Option<()> {
        let group = match self.roster.groups().named(name) {
            [group] => *group,
            [] => {
                let group = self.roster.create_group(name)?;
                self.add("/roster/directory/groups/-".to_owned(), json!({ "name": name }))?;
                group
            }
            // Nobody could tell which of them is meant.
            _ => return None,
        };
        let joining: Vec<PersonId> =
            people.iter().copied().filter(|person| !self.is_in(*person, group)).collect();
        for person in &joining {
            let user = self.user(*person)?;
            self.add(format!("{user}/groups/-"), json!(self.roster.designation(group)))?;
        }
        self.roster.join(&joining, group);
        Some(())
    }

    fn leave(&mut self, people: &[PersonId], name: &str) -> Option<()> {
        for group in self.roster.groups().named(name).to_vec() {
            let leaving: Vec<PersonId> =
                people.iter().copied().filter(|person| self.is_in(*person, group)).collect();
            for person in &leaving {
                let user = self.user(*person)?;
                let position = self.roster.groups_of(*person).position(|known| known == group)?;
                let path = format!("{user}/groups/{position}");
                let value = json!(self.roster.designation(group));
                self.patch.ops.push(PatchOp::Test { path: path.clone(), value });
                self.patch.ops.push(PatchOp::Remove { path });
            }
            self.roster.leave(&leaving, group);
        }
        Some(())
    }

    fn assign_by(&mut self, assignment: Assignment, said: Value) -> Option<()> {
        self.roster.directory()?;
        self.roster.assign_by(assignment);
        self.patch.ops.push(PatchOp::Replace {
            path: "/roster/directory/assignment".to_owned(),
            value: said,
        });
        Some(())
    }

    fn is_in(&self, person: PersonId, group: GroupId) -> bool {
        self.roster.groups_of(person).any(|known| known == group)
    }

    /// Pointer to the person among the users of the directory, tested; a member who is not among
    /// them is taken in.
    fn user(&mut self, person: PersonId) -> Option<String> {
        self.roster.directory()?;
        let email = json!(self.roster.written_in_directory(person));
        if !self.roster.is_in_directory(person) {
            self.roster.edit_user(person, |_| {});
            let user = json!({ "email": email, "groups": [] });
            self.add("/roster/directory/users/-".to_owned(), user)?;
            self.patch.added.push(person);
        }
        let user = format!("/roster/directory/users/{}", self.roster.user_row(person)?);
        if !self.patch.added.contains(&person) {
            self.patch.means(format!("{user}/email"), email);
        }
        Some(user)
    }

    fn add(&mut self, path: String, value: Value) -> Option<()> {
        self.patch.ops.push(PatchOp::Add { path, value });
        Some(())
    }
}
