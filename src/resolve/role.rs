//! Which role a person has (domain 4).

use super::{Grants, Outcome, Policy};
use crate::catalog::{Plan, Role};
use crate::model::readings::DefaultRole;
use crate::roster::{PersonId, Roster};

/// The role that the person has, or would have.
pub fn role(policy: &Policy, roster: &Roster, person: PersonId, outcome: Outcome) -> Role {
    let mapped = policy.mapped
        && matches!(outcome, Outcome::Kept | Outcome::Added)
        && policy.is_entitled(roster, person)
        && !policy.is_exempt(roster, person);
    if mapped {
        highest_role(policy, policy.grants(roster, person))
    } else if roster.is_member(person) {
        policy.held_role(roster, person)
    } else {
        default_role(policy)
    }
}

/// The highest role that groups grant; `user` for whoever is entitled without one.
pub fn highest_role(policy: &Policy, grants: Grants) -> Role {
    let rank = grants.roles.trailing_zeros() as usize;
    policy.offer.roles.get(rank).copied().unwrap_or(Role::User)
}

/// The role of the newly added where no mapping names one, by the reading `defaultRole`.
pub fn default_role(policy: &Policy) -> Role {
    match (policy.readings.default_role, policy.offer.plan) {
        (DefaultRole::ClaudeCodeUser, Plan::Console) => Role::ClaudeCodeUser,
        _ => Role::User,
    }
}
