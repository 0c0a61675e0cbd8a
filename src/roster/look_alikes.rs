//! Names that look alike.

use std::collections::HashMap;

use super::GroupId;
use crate::looks::looks;
use crate::sorted::sorted;

/// How a name looks: as it is written, or in lower case. A capital I looks like an l, and a small
/// i does not, so neither stands for the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Look {
    Written(String),
    Lower(String),
}

fn both(name: &str) -> [Look; 2] {
    let (written, lower) = (looks(name), name.to_lowercase());
    let lower = if lower == name { written.clone() } else { looks(&lower) };
    [Look::Written(written), Look::Lower(lower)]
}

/// Names by how they look.
#[derive(Clone, Debug, Default)]
pub struct ByLook<N>(HashMap<Look, Vec<N>>);

impl<N: Copy + Ord> ByLook<N> {
    /// Looks at names, each with what stands for it.
    pub fn of<'n>(names: impl IntoIterator<Item = (N, &'n str)>) -> Self {
        let mut by_look: HashMap<Look, Vec<N>> = HashMap::new();
        for (stands, name) in names {
            for look in both(name) {
                by_look.entry(look).or_default().push(stands);
            }
        }
        Self(by_look)
    }

    /// What stands for the names that look like this one, itself if it is among them.
    pub fn like(&self, name: &str) -> Vec<N> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let like = both(name).into_iter().filter_map(|look| self.0.get(&look));
        let mut like = sorted(like.flatten().copied());
        like.dedup();
        like
    }
}

/// Groups whose names look alike, and how to find them.
#[derive(Clone, Debug, Default)]
pub struct LookAlikes {
    by_look: ByLook<GroupId>,
    /// By group, where there are any: the others that look like it.
    others: HashMap<GroupId, Vec<GroupId>>,
}

impl LookAlikes {
    /// Looks at the names of all groups, by number.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let by_look = ByLook::of((0..).zip(names));
        let mut others: HashMap<GroupId, Vec<GroupId>> = HashMap::new();
        for alike in by_look.0.values().filter(|alike| alike.len() > 1) {
            for group in alike {
                let like = alike.iter().filter(|other| *other != group);
                others.entry(*group).or_default().extend(like);
            }
        }
        for like in others.values_mut() {
            like.sort_unstable();
            like.dedup();
        }
        Self { by_look, others }
    }

    /// The groups that look like a group.
    pub fn of_group(&self, group: GroupId) -> &[GroupId] {
        self.others.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The groups that look like a name that none of them bears.
    pub fn of_name(&self, name: &str) -> Vec<GroupId> {
        self.by_look.like(name)
    }
}
