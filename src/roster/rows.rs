//! The rows that a roster is built from.

use crate::catalog::{Role, SeatTier};

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
