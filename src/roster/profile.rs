//! What is said of people beside who they are, where they are and which groups they are in. There
//! are few different profiles, however many people.

use super::Assignment;
use crate::catalog::{Role, SeatTier};

/// What the organisation's own list says of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// The role, as written.
    pub role: Option<Role>,
    /// The seat tier, as written.
    pub tier: Option<SeatTier>,
    /// Only invited.
    pub pending: bool,
    /// A service account.
    pub service: bool,
}

/// What the directory says of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserState {
    /// Not deactivated.
    pub active: bool,
    /// Whether they are flagged as assigned to the application, or as not.
    pub flag: Option<bool>,
}

impl UserState {
    /// Whether the user is assigned to the application (domain 2); `in_group`: they are in one of
    /// the groups that tell, where groups do.
    pub(super) fn is_assigned(self, assignment: Option<&Assignment>, in_group: bool) -> bool {
        self.active
            && match assignment {
                Some(Assignment::Listed) => self.flag != Some(false),
                Some(Assignment::Flagged) => self.flag == Some(true),
                Some(Assignment::Groups(_)) => in_group,
                Some(Assignment::Unknown) | None => false,
            }
    }
}

/// What both sides say of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What the organisation's own list says; `None` for whoever is no member.
    pub member: Option<Membership>,
    /// What the directory says; `None` for whoever is not in it.
    pub user: Option<UserState>,
    /// Whether they are assigned to the application.
    pub assigned: bool,
}

/// A column of values of which few are different, each by its number.
#[derive(Clone, Debug)]
pub struct Coded<T> {
    values: Vec<T>,
    codes: Vec<u8>,
}

impl<T> Default for Coded<T> {
    fn default() -> Self {
        Self { values: Vec::new(), codes: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Coded<T> {
    /// Appends a row. There may be 255 different values; what comes after is taken for the last.
    pub fn push(&mut self, value: T) {
        let code = self.code(value);
        self.codes.push(code);
    }

    /// The value of a row.
    pub fn get(&self, row: usize) -> Option<T> {
        self.values.get(self.code_of(row)?).copied()
    }

    /// Gives a row another value.
    pub fn set(&mut self, row: usize, value: T) {
        let code = self.code(value);
        if let Some(entry) = self.codes.get_mut(row) {
            *entry = code;
        }
    }

    /// The number of a row's value.
    pub fn code_of(&self, row: usize) -> Option<usize> {
        self.codes.get(row).map(|code| usize::from(*code))
    }

    /// The different values, by number.
    pub fn values(&self) -> &[T] {
        &self.values
    }

    fn code(&mut self, value: T) -> u8 {
        let known = self.values.iter().position(|known| *known == value);
        let code = known.unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        u8::try_from(code).unwrap_or(u8::MAX)
    }
}
