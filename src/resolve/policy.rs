//! A configuration compiled against a roster: one table over groups, one over domains.

use crate::catalog::{Mode, Offer, Role, SeatTier};
use crate::model::config::{GroupMapping, Saved};
use crate::model::readings::{
    AccessGroup, OutsideDomain, PrimaryOwnerExempt, TierUnmapped, UnmappedMember,
};
use crate::model::{Config, Readings};
use crate::roster::{Assignment, Directory, PersonId, Roster};
use crate::sorted::sorted;
use crate::vocabulary::Word;

/// What groups grant, as bits: the lowest bit is the highest role, or tier, of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grants {
    /// Roles.
    pub roles: u8,
    /// Seat tiers.
    pub tiers: u8,
}

impl Grants {
    /// What either grants.
    pub fn and(self, other: Self) -> Self {
        Self { roles: self.roles | other.roles, tiers: self.tiers | other.tiers }
    }
}

/// What decides about access, roles and seats in one state: the proposed one or the saved one.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The plan.
    pub offer: &'static Offer,
    /// The provisioning mode.
    pub mode: Mode,
    /// Whether group mapping is on.
    pub mapped: bool,
    /// Whether a tier that the plan offers has any group.
    pub tiers_mapped: bool,
    /// The readings taken.
    pub readings: Readings,
    /// Whether the list of the directory's people can be relied on for those who are not in it.
    pub complete: bool,
    /// Whether it can be told who is assigned at all.
    pub assignment_known: bool,
    /// Whether a parent exists, its SSO is connected and required.
    pub sso_required: bool,
    /// By group.
    grants: Vec<Grants>,
    /// By domain: whether it is verified.
    verified: Vec<bool>,
    people: usize,
    /// By tier, highest first: seats purchased; `None`: not known, room without end.
    seats: Vec<Option<usize>>,
}

/// Whether the directory tells who is assigned and, with mapping on, who is in which group.
fn is_known(directory: &Directory, mapped: bool) -> bool {
    match directory.assignment {
        Assignment::Unknown => false,
        Assignment::Groups(_) => directory.groups_complete,
        Assignment::Listed | Assignment::Flagged => directory.groups_complete || !mapped,
    }
}

impl Policy {
    /// The policy that Save would write.
    pub fn proposed(config: &Config, roster: &Roster) -> Self {
        let provisioning = &config.provisioning;
        let sso_required = config.parent.as_ref().is_some_and(|parent| parent.sso.required);
        let mapping = provisioning.group_mapping.as_ref();
        Self::compile(config, roster, provisioning.mode, mapping, sso_required)
    }

    /// The policy in force today.
    pub fn saved(config: &Config, saved: &Saved, roster: &Roster) -> Self {
        let required = config.parent.as_ref().is_some_and(|parent| parent.sso.required);
        let sso_required = saved.sso_required.unwrap_or(required);
        Self::compile(config, roster, saved.mode, saved.group_mapping.as_ref(), sso_required)
    }

    fn compile(
        config: &Config,
        roster: &Roster,
        mode: Mode,
        mapping: Option<&GroupMapping>,
        sso_required: bool,
    ) -> Self {
        let offer = config.organization.plan.offer();
        let mapping = mapping.filter(|_| mode != Mode::Manual);
        let connected = config.parent.as_ref().is_some_and(|parent| parent.sso.connected);
        let directory = roster.directory();
        let assignment_known =
            directory.is_some_and(|directory| is_known(directory, mapping.is_some()));
        let nothing_known = mode != Mode::Manual && !assignment_known;
        Self {
            offer,
            mode,
            mapped: mapping.is_some(),
            tiers_mapped: mapping.is_some_and(|mapping| any_tier_group(offer, mapping)),
            readings: config.assumptions,
            complete: directory.is_some_and(|directory: &Directory| directory.complete),
            assignment_known,
            sso_required: connected && sso_required,
            grants: mapping.map_or_else(Vec::new, |mapping| grants(offer, mapping, roster)),
            verified: verified_domains(config, roster),
            people: if nothing_known { roster.member_count() } else { roster.len() },
            seats: offer.seat_tiers.iter().map(|tier| seats(config, *tier)).collect(),
        }
    }

    /// The people about whom there is something to say; the directory's others are not among them
    /// where too little is known.
    pub fn listed_people(&self) -> std::ops::Range<PersonId> {
        0..self.people
    }

    /// Whether nobody can say if the person is assigned (domain 2, "Not known").
    pub fn assignment_unknown(&self, roster: &Roster, person: PersonId) -> bool {
        !self.assignment_known || (!self.complete && !roster.is_in_directory(person))
    }

    /// What the person's groups grant.
    pub fn grants(&self, roster: &Roster, person: PersonId) -> Grants {
        let groups = roster.groups_of(person);
        groups.fold(Grants::default(), |all, group| all.and(self.group_grants(group)))
    }

    /// Whether the person's groups grant this role.
    pub fn grants_role(&self, roster: &Roster, person: PersonId, role: Role) -> bool {
        let bit = self.offer.role_rank(role).map_or(0, |rank| 1 << rank);
        self.grants(roster, person).roles & bit != 0
    }

    /// What one group grants.
    pub fn group_grants(&self, group: u32) -> Grants {
        self.grants.get(group as usize).copied().unwrap_or_default()
    }

    /// How many bits [`grant_mark`](Self::grant_mark) has: one for each role and tier of the plan.
    pub fn grant_bits(&self) -> usize {
        self.offer.roles.len() + self.offer.seat_tiers.len()
    }

    /// What one group grants, as one number.
    pub fn grant_mark(&self, group: u32) -> u16 {
        let grants = self.group_grants(group);
        u16::from(grants.roles) | u16::from(grants.tiers) << self.offer.roles.len()
    }

    /// Whether the person is a primary owner whom neither removal nor mapping touches.
    pub fn is_exempt(&self, roster: &Roster, person: PersonId) -> bool {
        self.readings.primary_owner_exempt == PrimaryOwnerExempt::Yes
            && roster.is_member(person)
            && self.held_role(roster, person) == Role::PrimaryOwner
    }

    /// Whether the groups alone entitle, by the reading `accessGroup`.
    pub fn entitles(&self, grants: Grants) -> bool {
        grants.roles != 0
            || (grants.tiers != 0 && self.readings.access_group == AccessGroup::AnyMappedGroup)
    }

    /// Whether the person is entitled: assigned and, with mapping on, in a group that entitles.
    pub fn is_entitled(&self, roster: &Roster, person: PersonId) -> bool {
        roster.is_assigned(person)
            && (!self.mapped
                || self.entitles(self.grants(roster, person))
                || self.is_exempt(roster, person)
                || (roster.is_member(person)
                    && self.readings.unmapped_member == UnmappedMember::FallsToUser))
    }

    /// Whether the person can log in only through the identity provider.
    pub fn sso_enforced(&self, roster: &Roster, person: PersonId) -> bool {
        self.sso_required
            && (self.readings.outside_domain == OutsideDomain::Enforced
                || self.in_verified_domain(roster, person))
    }

    /// Whether the person's domain is one of the verified ones, exactly.
    pub fn in_verified_domain(&self, roster: &Roster, person: PersonId) -> bool {
        let domain = roster.domain(person);
        domain.is_some_and(|domain| self.verified.get(domain as usize) == Some(&true))
    }

    /// Whether the person can log in.
    pub fn can_log_in(&self, roster: &Roster, person: PersonId) -> bool {
        roster.is_assigned(person) || !self.sso_enforced(roster, person)
    }

    /// The role that the person holds today, as the plan reads it; `user` for whoever is no member.
    pub fn held_role(&self, roster: &Roster, person: PersonId) -> Role {
        self.offer.member_role(roster.role(person))
    }

    /// The seat tier that the person holds today, as the plan reads it.
    pub fn held_tier(&self, roster: &Roster, person: PersonId) -> Option<SeatTier> {
        self.offer.member_tier(roster.tier(person))
    }

    /// Seats purchased of a tier; `None`: not known, room without end.
    pub fn purchased(&self, tier: SeatTier) -> Option<usize> {
        self.seats.get(self.offer.tier_rank(tier)?).copied().flatten()
    }

    /// Whether a tierless entitled member is removed: the reading `tierUnmapped: removed`.
    pub fn removes_without_tier(&self, roster: &Roster, person: PersonId) -> bool {
        self.mode == Mode::Scim
            && self.tiers_mapped
            && self.readings.tier_unmapped == TierUnmapped::Removed
            && roster.is_member(person)
            && !self.is_exempt(roster, person)
            && self.grants(roster, person).tiers == 0
    }
}

fn seats(config: &Config, tier: SeatTier) -> Option<usize> {
    config.organization.seats.get(tier.word()).map(|seats| *seats as usize)
}

fn any_tier_group(offer: &Offer, mapping: &GroupMapping) -> bool {
    let groups = |tier: &SeatTier| mapping.seat_tiers.get(tier.word());
    offer.seat_tiers.iter().filter_map(groups).any(|groups| !groups.is_empty())
}

fn grants(offer: &Offer, mapping: &GroupMapping, roster: &Roster) -> Vec<Grants> {
    let mut table = vec![Grants::default(); roster.groups().all().len()];
    let roles = offer.roles.iter().enumerate().map(|(rank, role)| {
        (mapping.roles.get(role.word()), Grants { roles: 1 << rank, tiers: 0 })
    });
    let tiers = offer.seat_tiers.iter().enumerate().map(|(rank, tier)| {
        (mapping.seat_tiers.get(tier.word()), Grants { roles: 0, tiers: 1 << rank })
    });
    for (designations, granted) in roles.chain(tiers) {
        // Named once or often, it is looked up once.
        let mut designations = sorted(designations.into_iter().flatten());
        designations.dedup();
        for group in designations.into_iter().flat_map(|it| roster.groups().named(it)) {
            if let Some(entry) = table.get_mut(*group as usize) {
                *entry = entry.and(granted);
            }
        }
    }
    table
}

fn verified_domains(config: &Config, roster: &Roster) -> Vec<bool> {
    let domains = config.parent.as_ref().map_or(&[][..], |parent| parent.domains.as_slice());
    let verified = domains.iter().filter(|domain| domain.verified);
    let verified = sorted(verified.map(|domain| domain.name.trim().to_lowercase()));
    let is_verified =
        |name: &str| verified.binary_search_by(|known| known.as_str().cmp(name)).is_ok();
    roster.domain_names().map(is_verified).collect()
}
