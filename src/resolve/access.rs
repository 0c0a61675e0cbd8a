//! Who keeps, gains and loses access (domain 3): the table's rows, one after the other.

use super::{Outcome, Policy};
use crate::catalog::Mode;
use crate::model::readings::JitUnassigned;
use crate::roster::{PersonId, Roster};

/// What becomes of the person, before seats are looked at.
pub fn outcome(policy: &Policy, roster: &Roster, person: PersonId) -> Outcome {
    let unknown = policy.assignment_unknown(roster, person);
    if !policy.listed_people().contains(&person) {
        Outcome::NotAMember
    } else if roster.is_member(person) {
        if unknown { not_known(policy) } else { member(policy, roster, person) }
    } else {
        newcomer(policy, roster, person)
    }
}

fn not_known(policy: &Policy) -> Outcome {
    if policy.mode == Mode::Manual { Outcome::Kept } else { Outcome::Unknown }
}

fn member(policy: &Policy, roster: &Roster, person: PersonId) -> Outcome {
    let kept_if = |kept: bool, otherwise| if kept { Outcome::Kept } else { otherwise };
    let can_log_in = || policy.can_log_in(roster, person);
    match policy.mode {
        Mode::Manual => kept_if(can_log_in(), Outcome::Blocked),
        Mode::Jit => {
            let kept = policy.is_entitled(roster, person) || !policy.sso_enforced(roster, person);
            kept_if(kept, shut_out(policy, roster, person))
        }
        Mode::Scim => {
            let kept =
                policy.is_entitled(roster, person) && !policy.removes_without_tier(roster, person);
            let exempt = policy.is_exempt(roster, person);
            match (kept, exempt) {
                (false, true) => kept_if(can_log_in(), Outcome::Blocked),
                (kept, _) => kept_if(kept, Outcome::Removed),
            }
        }
    }
}

/// What JIT makes of a member who can no longer log in, by the reading `jitUnassigned`.
fn shut_out(policy: &Policy, roster: &Roster, person: PersonId) -> Outcome {
    match policy.readings.jit_unassigned {
        JitUnassigned::Removed if !policy.is_exempt(roster, person) => Outcome::Removed,
        JitUnassigned::Removed | JitUnassigned::StaysListed => Outcome::Blocked,
    }
}

fn newcomer(policy: &Policy, roster: &Roster, person: PersonId) -> Outcome {
    let added = policy.mode != Mode::Manual && policy.is_entitled(roster, person);
    if added { Outcome::Added } else { Outcome::NotAMember }
}
