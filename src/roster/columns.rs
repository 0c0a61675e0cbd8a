//! The rows of both sides while they are read, one column an attribute.

use super::profile::{Coded, Membership, UserState};
use super::texts::{SparseTexts, Texts};
use super::{MemberRow, NOBODY, UserRow};

/// The members, a row each.
#[derive(Debug, Default)]
pub struct Members {
    /// By address: the row, `NOBODY` for none.
    pub row_of: Vec<u32>,
    pub addresses: Vec<u32>,
    pub names: Texts,
    pub ids: Texts,
    pub memberships: Coded<Membership>,
    /// By row: addresses that are not written in lower case.
    pub written: SparseTexts,
}

/// The users of the directory, a row each.
#[derive(Debug, Default)]
pub struct Users {
    /// By address: the row, `NOBODY` for none.
    pub row_of: Vec<u32>,
    pub addresses: Vec<u32>,
    pub names: Texts,
    pub ids: Texts,
    pub states: Coded<UserState>,
    /// The designations of everyone's groups, and by row where they end.
    pub groups: Vec<u32>,
    pub group_ends: Vec<u32>,
    /// By row: addresses that are not written in lower case.
    pub written: SparseTexts,
}

impl Users {
    /// The designations of a row's groups.
    pub fn groups(&self, row: usize) -> &[u32] {
        let end = |row: usize| self.group_ends.get(row).map_or(0, |end| *end as usize);
        let start = if row == 0 { 0 } else { end(row - 1) };
        self.groups.get(start..end(row)).unwrap_or_default()
    }

    /// Says something else of a row.
    pub fn change(&mut self, row: usize, change: impl FnOnce(&mut UserState)) {
        if let Some(mut state) = self.states.get(row) {
            change(&mut state);
            self.states.set(row, state);
        }
    }
}

/// What a row says of a member.
pub fn membership(row: &MemberRow<'_>) -> Membership {
    Membership { role: row.role, tier: row.tier, pending: row.pending, service: row.service }
}

/// What a row says of a user.
pub fn state(row: &UserRow<'_>) -> UserState {
    UserState { active: row.active.unwrap_or(true), flag: row.assigned }
}

/// Takes the address for a row of one side, or says which row before has it.
pub fn claim(rows: &mut Vec<u32>, address: u32, row: usize) -> Result<(), usize> {
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
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NOBODY)
}
