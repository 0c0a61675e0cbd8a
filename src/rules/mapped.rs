//! The groups that the mapping names, and who is in them.

use super::Context;
use crate::catalog::{Role, SeatTier};
use crate::model::read::push_step;
use crate::roster::{GroupId, Interner};
use crate::text::Arg;
use crate::vocabulary::Word;

/// What a group is mapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A role.
    Role(Role),
    /// A seat tier.
    Tier(SeatTier),
}

impl Target {
    /// The target as a message's argument.
    pub fn arg(self) -> Arg {
        match self {
            Self::Role(role) => Arg::Role(role),
            Self::Tier(tier) => Arg::Tier(tier),
        }
    }
}

/// What a group is mapped to, each once, as a message's argument.
pub fn targets(targets: impl IntoIterator<Item = Target>) -> Arg {
    each_once(targets.into_iter().collect())
}

fn each_once(targets: Vec<Target>) -> Arg {
    let mut once: Vec<Target> = Vec::new();
    for target in targets {
        if !once.contains(&target) {
            once.push(target);
        }
    }
    Arg::List(once.into_iter().map(Target::arg).collect())
}

/// One naming of a group in the mapping, under a role or tier that the plan offers.
#[derive(Clone, Debug)]
pub struct MappedGroup<'a> {
    /// The group as the mapping names it: by name or id.
    pub designation: &'a str,
    /// What it is mapped to.
    pub target: Target,
    /// Where it is named.
    pub path: String,
    /// The directory's groups of that designation: none, one, or two that bear one name.
    pub groups: &'a [GroupId],
}

/// Every naming of a group, while the mapping is on and there is a directory to look them up in:
/// roles first, highest first, then seat tiers.
fn mapped_groups<'a>(context: &Context<'a>) -> Vec<MappedGroup<'a>> {
    let config = context.config;
    let mapping = config.provisioning.group_mapping.as_ref();
    let Some(mapping) = mapping.filter(|_| config.mapping_is_on()) else { return Vec::new() };
    if context.roster.directory().is_none() {
        return Vec::new();
    }
    let roles =
        context.offer.roles.iter().map(|role| {
            (Target::Role(*role), "roles", role.word(), mapping.roles.get(role.word()))
        });
    let tiers = context.offer.seat_tiers.iter().map(|tier| {
        (Target::Tier(*tier), "seatTiers", tier.word(), mapping.seat_tiers.get(tier.word()))
    });
    let mut mapped = Vec::new();
    for (target, part, word, designations) in roles.chain(tiers) {
        for (position, designation) in designations.into_iter().flatten().enumerate() {
            let mut path = format!("/config/provisioning/groupMapping/{part}");
            push_step(&mut path, word);
            push_step(&mut path, &position.to_string());
            let groups = context.roster.groups().named(designation);
            mapped.push(MappedGroup { designation, target, path, groups });
        }
    }
    mapped
}

/// The namings of each group together, whether by name or by id.
pub fn by_group<'a>(context: &Context<'a>) -> Vec<Vec<MappedGroup<'a>>> {
    let (mut designations, mut named) = (Interner::default(), Interner::default());
    // By designation: the place of what it names.
    let mut places: Vec<usize> = Vec::new();
    let mut together: Vec<Vec<MappedGroup<'a>>> = Vec::new();
    for mapped in mapped_groups(context) {
        let designation = designations.intern(mapped.designation) as usize;
        // Very many groups may bear one name, and it may be named very often: they are gone through once.
        if designation == places.len() {
            let groups: Vec<_> = mapped.groups.iter().map(GroupId::to_string).collect();
            // What the directory does not have is named by its designation alone.
            let unknown = if groups.is_empty() { mapped.designation } else { "" };
            places.push(named.intern(&(groups.join(" ") + "/" + unknown)) as usize);
        }
        let place = places.get(designation).copied().unwrap_or_default();
        match together.get_mut(place) {
            Some(namings) => namings.push(mapped),
            None => together.push(vec![mapped]),
        }
    }
    together
}

/// One group that is mapped to several targets of one kind.
pub struct OnSeveral<'a> {
    /// Its naming under the highest of them.
    pub first: &'a MappedGroup<'a>,
    /// The targets, each once.
    pub targets: Arg,
    /// Where it is named.
    pub paths: Vec<String>,
}

/// The groups that are mapped to several targets of a kind.
pub fn on_several<'c>(
    context: &'c Context<'_>,
    kind: fn(Target) -> bool,
) -> impl Iterator<Item = OnSeveral<'c>> {
    context.mapped_groups().iter().filter_map(move |namings| {
        let namings = || namings.iter().filter(|naming| kind(naming.target));
        let mut different: Vec<_> = namings().map(|naming| naming.target).collect();
        different.dedup();
        let first = namings().next().filter(|_| different.len() > 1)?;
        let paths = namings().map(|naming| naming.path.clone()).collect();
        Some(OnSeveral { first, targets: targets(different), paths })
    })
}
