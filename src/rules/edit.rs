//! What a fix changes: of the settings, or of the facts that others must see to first.

use serde_json::Value;

use crate::catalog::{Role, SeatTier};
use crate::roster::Whom;

/// One change of a configuration or of a roster. Groups are named as input names them.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Of the configuration.
    Config(ConfigEdit),
    /// Of the roster.
    Roster(RosterEdit),
}

/// The lists of a group mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappedTo {
    /// A role's groups.
    Role(Role),
    /// A seat tier's groups.
    Tier(SeatTier),
}

/// A change of the configuration. Pointers begin behind `/config`.
#[derive(Clone, Debug, PartialEq)]
pub enum ConfigEdit {
    /// Sets a value, whether or not one is there. Objects on the way to it are made where the
    /// settings lack them, but never a parent organisation: that is a fact.
    Set(String, Value),
    /// Takes away a value that is there.
    Remove(String),
    /// Gives a value another key in the same object.
    Rename(String, String),
    /// Maps a group to a role or seat tier, too.
    Map(MappedTo, String),
    /// Takes a group out of a list, however it is named there.
    Unmap(MappedTo, Vec<String>),
    /// Names a group only once in a list, where it stands first.
    Once(MappedTo, Vec<String>),
    /// Names other groups instead of one, wherever the mapping names it.
    Regroup(String, Vec<String>),
    /// Verifies a domain of the parent organisation; one that it does not list is added.
    Verify(String),
}

/// A change of the roster.
#[derive(Clone, Debug, PartialEq)]
pub enum RosterEdit {
    /// The directory lists these people as active and assigned to the application.
    Assign(Whom),
    /// They are not assigned any more.
    Unassign(Whom),
    /// They are in a group, which is created where the directory has none of that name.
    Join(Whom, String),
    /// They are no longer in a group.
    Leave(Whom, String),
    /// The groups that are in a group are no longer in it.
    Unnest(String),
    /// The members of these groups are assigned to the application, and nobody else.
    AssignGroups(Vec<String>),
    /// Everyone listed is assigned.
    AssignListed,
    /// A member is given a role by hand.
    Role(String, Role),
    /// A member is given a seat by hand.
    Seat(String, SeatTier),
    /// A member who was invited has accepted.
    Accept(String),
    /// Somebody becomes a member, with a role and a seat.
    Invite(String, Role, Option<SeatTier>),
    /// Members are taken off the organisation's own list.
    Dismiss(Whom),
}
