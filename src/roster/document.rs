//! The roster as it is understood, in the shape of domain 2. Read again, it is the same roster.

use super::{Assignment, PersonId, Roster};
use crate::model::outcome::Side;
use crate::model::roster::{
    AssignmentDocument, AssignmentWord, DirectoryDocument, DirectorySummary, GroupDocument,
    GroupSummary, MemberDocument, MemberKind, RosterDocument, Status, UserDocument,
};
use crate::sorted::sorted;

impl Roster {
    /// The roster as it is understood, in the shape of domain 2.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// let roster = Roster::from_json(br#"{"members":[{"email":" Ann@acme.com "}]}"#)?;
    /// assert_eq!(roster.document().members.unwrap_or_default()[0].email, "Ann@acme.com");
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn document(&self) -> RosterDocument {
        let members = (0..self.member_count()).map(|person| self.member_document(person));
        let given =
            self.member_count() > 0 || self.read.notes.of_side(Side::Members).next().is_some();
        RosterDocument {
            members: given.then(|| members.collect()),
            directory: self.directory().map(|directory| DirectoryDocument {
                users: Some(self.people_of_directory().map(|it| self.user_document(it)).collect()),
                groups: Some(self.group_documents()),
                assignment: Some(assignment_document(&directory.assignment)),
                complete: Some(directory.complete),
                groups_complete: (!directory.groups_complete).then_some(false),
            }),
        }
    }

    /// The directory at a glance; `None` where there is none.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::Roster;
    /// let roster = Roster::from_json(
    ///     br#"{"directory":{"users":[{"email":"ann@acme.com","groups":["claude-users"]}]}}"#,
    /// )?;
    /// assert_eq!(roster.directory_summary().unwrap().groups[0].people, 1);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn directory_summary(&self) -> Option<DirectorySummary> {
        let directory = self.directory()?;
        let group = |(number, group): (super::GroupId, &super::Group)| GroupSummary {
            name: group.name.clone(),
            id: group.id.clone(),
            people: self.people_in(number).count(),
        };
        Some(DirectorySummary {
            users: self.people().filter(|person| self.is_in_directory(*person)).count(),
            assignment: assignment_document(&directory.assignment),
            complete: directory.complete,
            groups: (0..).zip(self.groups().all()).map(group).collect(),
        })
    }

    fn member_document(&self, person: PersonId) -> MemberDocument {
        MemberDocument {
            email: self.written_as_member(person).to_owned(),
            name: self.member_name(person).map(str::to_owned),
            id: self.member_id(person).map(str::to_owned),
            role: self.role(person),
            seat_tier: self.tier(person),
            status: self.is_pending(person).then_some(Status::Pending),
            kind: self.is_service(person).then_some(MemberKind::Service),
        }
    }

    /// The users of the directory, in its order.
    fn people_of_directory(&self) -> impl Iterator<Item = PersonId> {
        let users = self.people().filter_map(|person| Some((self.user(person)?, person)));
        sorted(users).into_iter().map(|(_, person)| person)
    }

    fn user_document(&self, person: PersonId) -> UserDocument {
        let state = self.profile(person).user;
        UserDocument {
            email: self.written_in_directory(person).to_owned(),
            name: self.directory_name(person).map(str::to_owned),
            id: self.directory_id(person).map(str::to_owned),
            active: state.map(|state| state.active).filter(|active| !active),
            assigned: state.and_then(|state| state.flag),
            groups: Some(self.groups_of(person).map(|group| self.designation(group)).collect()),
        }
    }

    /// What a group is named by: its id where another bears its name.
    pub(crate) fn designation(&self, group: super::GroupId) -> String {
        let name = self.groups().name(group);
        let id = self.groups().all().get(group as usize).and_then(|group| group.id.as_deref());
        match id {
            Some(id) if self.groups().named(name).len() > 1 => id.to_owned(),
            _ => name.to_owned(),
        }
    }

    fn group_documents(&self) -> Vec<GroupDocument> {
        let document = |(number, group): (super::GroupId, &super::Group)| {
            let nested = self.groups().nested_in(number);
            GroupDocument {
                name: group.name.clone(),
                id: group.id.clone(),
                groups: (!nested.is_empty()).then(|| nested.to_vec()),
            }
        };
        (0..).zip(self.groups().all()).map(document).collect()
    }
}

fn assignment_document(assignment: &Assignment) -> AssignmentDocument {
    match assignment {
        Assignment::Listed => AssignmentDocument::Word(AssignmentWord::Listed),
        Assignment::Flagged => AssignmentDocument::Word(AssignmentWord::Flagged),
        Assignment::Unknown => AssignmentDocument::Word(AssignmentWord::Unknown),
        Assignment::Groups(groups) => AssignmentDocument::Groups { groups: groups.clone() },
    }
}
