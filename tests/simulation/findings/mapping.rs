//! What a mapping says of groups that are not there, are empty, or contradict each other.

use super::{Case, Expected, Findings, has_access};
use crate::catalogue::PRIMARY_OWNER;
use crate::scenario::{Given, Group, Kind, Mapping, Mode, Person, Scenario, User, Word};
use std::collections::{BTreeMap, BTreeSet};

/// More groups than a claim of Entra's carries.
const CLAIMED_GROUPS: usize = 150;

pub fn findings(scenario: &Scenario, case: Option<&Case>, found: &mut Findings) {
    let Some(mapping) = scenario.proposal.mapping_in_force() else {
        return;
    };
    if !scenario.directory.present {
        return;
    }
    let mapped = MappedGroup::all(mapping);
    by_group(scenario, &mapped, case.is_some(), found);
    names(scenario, mapping, found);
    if scenario.proposal.mode == Mode::Jit && scenario.parent.as_ref().is_some_and(|p| p.is_entra) {
        let lost = users(scenario).filter(|(_, user)| user.groups.len() > CLAIMED_GROUPS);
        found.add_for("mapping/too-many-groups", "warning", lost.count());
    }
    if let Some(case) = case {
        empty_or_shadowed(scenario, mapping, &mapped, found);
        without_group(case, mapping, found);
        by_person(scenario, mapping, found);
    }
}

/// All that a group is mapped to. A name that several groups bear is mapped as one.
#[derive(Default)]
struct MappedGroup {
    roles: BTreeSet<&'static str>,
    tiers: BTreeSet<&'static str>,
    repeated: BTreeSet<(Kind, &'static str)>,
}

type MappedGroups = BTreeMap<BTreeSet<Group>, MappedGroup>;

impl MappedGroup {
    fn all(mapping: &Mapping) -> MappedGroups {
        let mut mapped: MappedGroups = BTreeMap::new();
        for Given { kind, target, means, .. } in &mapping.given {
            let group = mapped.entry(means.clone()).or_default();
            let targets = if *kind == Kind::Role { &mut group.roles } else { &mut group.tiers };
            if !targets.insert(target) {
                group.repeated.insert((*kind, target));
            }
        }
        mapped
    }
}

/// Everyone in the directory, with what it says of them.
fn users(scenario: &Scenario) -> impl Iterator<Item = (&Person, &User)> {
    scenario.people.iter().filter_map(|person| Some((person, person.user.as_ref()?)))
}

fn assigned(scenario: &Scenario) -> impl Iterator<Item = (&Person, &User)> {
    users(scenario).filter(|(person, _)| scenario.word(person) == Word::Assigned)
}

fn is_known(scenario: &Scenario, group: &BTreeSet<Group>) -> bool {
    !scenario.directory.groups.is_disjoint(group)
        || !scenario.directory.mentioned.is_disjoint(group)
}

fn by_group(scenario: &Scenario, mapped: &MappedGroups, is_settled: bool, found: &mut Findings) {
    for (group, on) in mapped {
        if on.roles.len() > 1 {
            found.add("mapping/group-on-several-roles", "warning", None);
        }
        if on.tiers.len() > 1 {
            found.add("mapping/group-on-several-tiers", "warning", None);
        }
        for _ in &on.repeated {
            found.add("mapping/duplicate-group", "info", None);
        }
        if !scenario.directory.nesting.is_disjoint(group) {
            found.add("mapping/nested-group", "warning", None);
        }
        if !is_known(scenario, group) {
            let swallows: &[_] = if is_settled { &["mapping/empty-group"] } else { &[] };
            let (code, severity) = ("mapping/unknown-group", "warning");
            found.0.push(Expected { code, severity, people: None, swallows });
        }
    }
}

fn names(scenario: &Scenario, mapping: &Mapping, found: &mut Findings) {
    let bearers =
        |word: &str| scenario.directory.groups.iter().filter(|(name, _)| name == word).count();
    let words: BTreeSet<&str> = mapping.given.iter().map(|given| given.word.as_str()).collect();
    for _ in words.into_iter().filter(|word| bearers(word) > 1) {
        found.add("roster/ambiguous-group-name", "warning", None);
    }
}

fn empty_or_shadowed(
    scenario: &Scenario,
    mapping: &Mapping,
    mapped: &MappedGroups,
    found: &mut Findings,
) {
    let roles = scenario.plan.roles;
    for (group, on) in mapped {
        let mut people = assigned(scenario).filter(|(_, user)| user.is_in(group));
        let Some(first) = people.next() else {
            if is_known(scenario, group) {
                found.add("mapping/empty-group", "warning", Some(0));
            }
            continue;
        };
        let mapped_to = |role: &str| mapping.roles.get(role).filter(|_| !on.roles.is_empty());
        let gives = |role: &&str| mapped_to(role).is_some_and(|all| !all.is_disjoint(group));
        let Some(own) = roles.iter().position(gives) else {
            continue;
        };
        let rises = |(_, user): (&Person, &User)| {
            roles[..own].iter().any(|role| mapped_to(role).is_some_and(|all| user.is_in(all)))
        };
        if std::iter::once(first).chain(people).all(rises) {
            found.add("mapping/shadowed-group", "info", None);
        }
    }
}

fn without_group(case: &Case, mapping: &Mapping, found: &mut Findings) {
    let Case { scenario, passages, .. } = case;
    let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
    let lacks = |kind, target: &str| {
        !mapping.given.iter().any(|given| given.kind == kind && given.target == target)
    };
    let mut needs = |kind, target: &'static str, people| {
        if target != PRIMARY_OWNER && lacks(kind, target) {
            *missing.entry(target).or_default() += people;
        }
    };
    for passage in passages.iter().filter(|passage| has_access(passage.before)) {
        if let Some(member) = &passage.person.member {
            needs(Kind::Role, member.role, 1);
            if let Some(tier) = member.tier {
                needs(Kind::Tier, tier, 1);
            }
        }
    }
    for expectation in &scenario.expectations {
        if let Some(role) = expectation.role.as_ref().and_then(|r| scenario.plan.offered_role(r)) {
            needs(Kind::Role, role, 0);
        }
        if let Some(tier) = expectation.tier.as_ref().and_then(|t| scenario.plan.tier(t)) {
            needs(Kind::Tier, tier, 0);
        }
    }
    for people in missing.into_values() {
        found.add("mapping/role-without-group", "warning", Some(people));
    }
}

fn by_person(scenario: &Scenario, mapping: &Mapping, found: &mut Findings) {
    let grants = |user: &User, role| mapping.roles.get(role).is_some_and(|g| user.is_in(g));
    let in_role_group = |user: &User| mapping.roles.values().any(|groups| user.is_in(groups));
    let in_tier_group = |user: &User| mapping.tiers.values().any(|groups| user.is_in(groups));

    if scenario.plan.is_console() {
        let torn = assigned(scenario).filter(|(_, user)| {
            grants(user, "billing")
                && (grants(user, "developer") || grants(user, "claude-code-user"))
                && !grants(user, "admin")
        });
        found.add_for("mapping/incomparable-roles", "warning", torn.count());
    }
    if !scenario.takes("accessGroup", "any-mapped-group") {
        let seated = assigned(scenario).filter(|(person, user)| {
            in_tier_group(user) && !in_role_group(user) && !scenario.is_exempt_owner(person)
        });
        found.add_for("mapping/tier-group-only", "warning", seated.count());
    }
    let forgotten = users(scenario).filter(|(person, user)| {
        user.active
            && scenario.word(person) == Word::NotAssigned
            && (in_role_group(user) || in_tier_group(user))
    });
    found.add_for("mapping/unassigned-in-group", "warning", forgotten.count());
}
