//! Why a person's answer is what it is: the steps of the rules that led to it.

use super::role::highest_role;
use super::seat::{Demand, demand};
use super::{Outcome, Policy, Resolved};
use crate::catalog::{Mode, Role, SeatTier};
use crate::model::person::{Cause, NotAssigned, NotEnforced, NotKnown};
use crate::roster::{AssignedBy, Assignment, PersonId, Roster};

/// The steps that led to what the person is `resolved` to, in the order of the rules.
pub fn because(
    policy: &Policy,
    roster: &Roster,
    resolved: &Resolved,
    person: PersonId,
) -> Vec<Cause> {
    let mut causes = Vec::new();
    let explained = Explained { policy, roster, person, resolved };
    explained.access(&mut causes);
    if matches!(resolved.outcome, Outcome::Removed | Outcome::NotAMember | Outcome::Unknown) {
        return causes;
    }
    explained.role(&mut causes);
    explained.seat(&mut causes);
    causes
}

struct Explained<'a> {
    policy: &'a Policy,
    roster: &'a Roster,
    person: PersonId,
    resolved: &'a Resolved,
}

impl Explained<'_> {
    fn access(&self, causes: &mut Vec<Cause>) {
        let (policy, roster, person) = (self.policy, self.roster, self.person);
        if policy.mode == Mode::Manual {
            causes.push(Cause::ManualMode);
        }
        if policy.assignment_unknown(roster, person) {
            causes.push(Cause::AssignmentUnknown { why: self.not_known() });
            return;
        }
        self.assignment(causes);
        if policy.mapped && roster.is_assigned(person) {
            self.groups(causes);
        }
        if policy.is_exempt(roster, person) && policy.mode != Mode::Manual {
            causes.push(Cause::PrimaryOwnerExempt);
        }
        let entitled = policy.is_entitled(roster, person);
        if policy.removes_without_tier(roster, person) && entitled {
            causes.push(Cause::NoTierGroupRemoves);
        }
        let by_login = policy.mode != Mode::Scim || policy.is_exempt(roster, person);
        if roster.is_member(person) && !entitled && by_login {
            self.login(causes);
        }
    }

    fn not_known(&self) -> NotKnown {
        match self.roster.directory() {
            None => NotKnown::NoDirectory,
            Some(directory) if directory.assignment == Assignment::Unknown => NotKnown::NotSaid,
            Some(_) if !self.policy.assignment_known => NotKnown::GroupsCut,
            Some(_) => NotKnown::ListCut,
        }
    }

    fn assignment(&self, causes: &mut Vec<Cause>) {
        let by = self.roster.assigned_by(self.person);
        causes.push(if self.roster.is_assigned(self.person) {
            Cause::Assigned
        } else {
            Cause::NotAssigned {
                why: match by {
                    AssignedBy::NotListed => NotAssigned::NotInDirectory,
                    AssignedBy::Deactivated => NotAssigned::Deactivated,
                    AssignedBy::Group => NotAssigned::NotInAssignedGroup,
                    AssignedBy::Listed | AssignedBy::Flag => NotAssigned::Unassigned,
                },
            }
        });
    }

    /// Which groups entitle, or that none does.
    fn groups(&self, causes: &mut Vec<Cause>) {
        let grants = self.policy.grants(self.roster, self.person);
        if grants.roles != 0 {
            let role = highest_role(self.policy, grants);
            let group = self.granting(|bits| bits.roles & lowest_bit(grants.roles) != 0);
            causes.push(Cause::RoleGroup { group, role });
        } else if grants.tiers != 0 {
            let group = self.granting(|bits| bits.tiers != 0);
            causes.push(Cause::TierGroupOnly { group });
        } else {
            causes.push(Cause::NoMappedGroup);
        }
    }

    fn login(&self, causes: &mut Vec<Cause>) {
        let domain = self.roster.domain_name(self.person).unwrap_or_default().to_owned();
        causes.push(if self.policy.sso_enforced(self.roster, self.person) {
            Cause::SsoEnforced { domain }
        } else {
            let why = if self.policy.sso_required {
                NotEnforced::OutsideVerifiedDomains
            } else {
                NotEnforced::NotRequired
            };
            Cause::SsoNotEnforced { domain, why }
        });
    }

    fn role(&self, causes: &mut Vec<Cause>) {
        let role = self.resolved.role;
        let entitled = self.policy.mapped
            && self.resolved.outcome != Outcome::Blocked
            && self.policy.is_entitled(self.roster, self.person)
            && !self.policy.is_exempt(self.roster, self.person);
        let grants = self.policy.grants(self.roster, self.person);
        causes.push(if entitled && grants.roles != 0 {
            Cause::RoleFromGroups { role, was: self.was(role) }
        } else if entitled || !self.roster.is_member(self.person) {
            Cause::RoleByDefault { role, was: self.was(role) }
        } else {
            Cause::RoleKept { role }
        });
    }

    /// The role held today where it is another.
    fn was(&self, role: Role) -> Option<Role> {
        let held = self.policy.held_role(self.roster, self.person);
        (self.roster.is_member(self.person) && held != role).then_some(held)
    }

    fn seat(&self, causes: &mut Vec<Cause>) {
        let policy = self.policy;
        if policy.offer.seat_tiers.is_empty() {
            return;
        }
        let held = policy.held_tier(self.roster, self.person);
        let tier = self.resolved.tier;
        match demand(policy, self.roster, self.person, self.resolved.outcome) {
            Demand::Keep => causes.push(Cause::SeatKept { seat_tier: held }),
            Demand::Named(seat_tier) => {
                let bit = policy.offer.tier_rank(seat_tier).map_or(0, |rank| 1 << rank);
                let group = self.granting(|bits| bits.tiers & bit != 0);
                causes.push(Cause::SeatFromGroup { group, seat_tier });
                self.missing_seat(tier, Some(seat_tier), causes);
            }
            Demand::Default => {
                causes.push(Cause::SeatByDefault { seat_tier: tier });
                if self.resolved.lacks.is_some() {
                    causes.push(Cause::NoSeatFree { seat_tier: None });
                }
            }
        }
    }

    fn missing_seat(
        &self,
        got: Option<SeatTier>,
        wanted: Option<SeatTier>,
        causes: &mut Vec<Cause>,
    ) {
        if got != wanted {
            causes.push(Cause::NoSeatFree { seat_tier: wanted });
        }
    }

    /// The first of the person's groups that grants what is asked for.
    fn granting(&self, grants: impl Fn(super::Grants) -> bool) -> String {
        let groups = self.roster.groups_of(self.person);
        let mut granting = groups.filter(|group| grants(self.policy.group_grants(*group)));
        let name = granting.next().map(|group| self.roster.groups().name(group));
        name.unwrap_or_default().to_owned()
    }
}

fn lowest_bit(bits: u8) -> u8 {
    bits & bits.wrapping_neg()
}
