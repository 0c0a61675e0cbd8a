//! On which readings an answer rests, and for how many people (domain 7).
//!
//! A reading counts for a person when it was consulted and an alternative to it would treat them
//! differently, in the state after or in the state before.

use super::{Cohort, Outcome, Policy, Resolution, Settled};
use crate::catalog::{Mode, Plan, Role};
use crate::model::readings::{JitUnassigned, Reading, UnmappedMember};
use crate::roster::{PersonId, Roster};

/// For how many people an answer rests on each reading. `siblings_differ` says whether some
/// sibling organisation would be treated otherwise under the alternative of `siblingScope`.
pub fn count_readings(
    roster: &Roster,
    settled: &Settled,
    siblings_differ: bool,
) -> Vec<(Reading, usize)> {
    let (policy, cohorts) = (&settled.proposed, settled.cohorts.all());
    let mut counts = vec![0; Reading::ALL.len()];
    for cohort in cohorts {
        let before = settled.saved.as_ref().zip(settled.before.as_ref());
        let used = used(roster, (policy, &settled.after), cohort)
            | before.map_or(0, |before| used(roster, before, cohort));
        for (position, count) in counts.iter_mut().enumerate() {
            *count += if used & (1 << position) != 0 { cohort.count } else { 0 };
        }
    }
    if siblings_differ && policy.mode == Mode::Scim && !policy.mapped {
        let listed = cohorts.iter().filter(|it| policy.listed_people().contains(&it.first));
        let assigned = listed.filter(|cohort| roster.is_assigned(cohort.first));
        if let Some(last) = counts.get_mut(Reading::SiblingScope as usize) {
            *last = assigned.map(|cohort| cohort.count).sum();
        }
    }
    Reading::ALL.iter().copied().zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// The readings that the answer about a cohort in one state rests on, as bits.
fn used(roster: &Roster, (policy, resolution): (&Policy, &Resolution), cohort: &Cohort) -> u16 {
    let person = cohort.first;
    if policy.assignment_unknown(roster, person) {
        return 0;
    }
    let asked = Asked { policy, roster, person, outcome: resolution.of(cohort.id).outcome };
    Reading::ALL
        .iter()
        .filter(|reading| asked.rests_on(**reading))
        .fold(0, |bits, reading| bits | (1 << (*reading as u16)))
}

struct Asked<'a> {
    policy: &'a Policy,
    roster: &'a Roster,
    person: PersonId,
    outcome: Outcome,
}

impl Asked<'_> {
    fn rests_on(&self, reading: Reading) -> bool {
        match reading {
            Reading::DefaultRole => self.default_role(),
            Reading::AccessGroup => self.access_group(),
            Reading::UnmappedMember => self.unmapped_member(),
            Reading::JitUnassigned => self.jit_unassigned(),
            Reading::TierUnmapped => self.tier_unmapped(),
            Reading::TierMappingUnused => self.tier_mapping_unused(),
            Reading::OutsideDomain => self.outside_domain(),
            Reading::PrimaryOwnerExempt => self.primary_owner_exempt(),
            // Not a matter of one person.
            Reading::SiblingScope => false,
        }
    }

    fn is_member(&self) -> bool {
        self.roster.is_member(self.person)
    }

    fn is_assigned(&self) -> bool {
        self.roster.is_assigned(self.person)
    }

    fn is_exempt(&self) -> bool {
        self.policy.is_exempt(self.roster, self.person)
    }

    fn is_entitled(&self) -> bool {
        self.policy.is_entitled(self.roster, self.person)
    }

    /// Assigned, with mapping on, and judged by groups.
    fn is_judged_by_groups(&self) -> bool {
        self.policy.mapped && self.is_assigned() && !self.is_exempt()
    }

    fn holds_highest_tier(&self) -> bool {
        let highest = self.policy.offer.seat_tiers.first().copied();
        self.policy.held_tier(self.roster, self.person) == highest
    }

    fn default_role(&self) -> bool {
        self.policy.offer.plan == Plan::Console
            && !self.policy.mapped
            && self.outcome == Outcome::Added
    }

    fn access_group(&self) -> bool {
        let grants = self.policy.grants(self.roster, self.person);
        let falls_to_user =
            self.is_member() && self.policy.readings.unmapped_member == UnmappedMember::FallsToUser;
        self.is_judged_by_groups() && grants.roles == 0 && grants.tiers != 0 && !falls_to_user
    }

    fn unmapped_member(&self) -> bool {
        let grants = self.policy.grants(self.roster, self.person);
        self.is_judged_by_groups()
            && self.is_member()
            && !self.policy.entitles(grants)
            && !self.policy.removes_without_tier(self.roster, self.person)
    }

    fn jit_unassigned(&self) -> bool {
        self.policy.mode == Mode::Jit
            && matches!(self.outcome, Outcome::Blocked | Outcome::Removed)
            && !self.is_exempt()
    }

    fn tier_unmapped(&self) -> bool {
        let may_be_removed = self.policy.mode == Mode::Scim && !self.is_exempt();
        self.policy.tiers_mapped
            && self.is_member()
            && self.is_entitled()
            && self.policy.grants(self.roster, self.person).tiers == 0
            && (may_be_removed || !self.holds_highest_tier())
    }

    fn tier_mapping_unused(&self) -> bool {
        self.policy.mapped
            && !self.policy.tiers_mapped
            && !self.policy.offer.seat_tiers.is_empty()
            && self.is_member()
            && self.is_entitled()
            && !self.holds_highest_tier()
    }

    fn outside_domain(&self) -> bool {
        let log_in_decides = match self.policy.mode {
            Mode::Manual => !self.is_assigned(),
            Mode::Jit => !self.is_entitled(),
            Mode::Scim => self.is_exempt() && !self.is_entitled(),
        };
        self.policy.sso_required
            && !self.policy.in_verified_domain(self.roster, self.person)
            && self.is_member()
            && log_in_decides
    }

    fn primary_owner_exempt(&self) -> bool {
        let is_primary_owner = self.is_member()
            && self.policy.held_role(self.roster, self.person) == Role::PrimaryOwner;
        let shut_out = matches!(self.outcome, Outcome::Blocked | Outcome::Removed);
        let differs = match self.policy.mode {
            Mode::Manual => false,
            _ if self.is_assigned() => self.policy.mapped,
            Mode::Scim => true,
            Mode::Jit => shut_out && self.policy.readings.jit_unassigned == JitUnassigned::Removed,
        };
        is_primary_owner && differs
    }
}
