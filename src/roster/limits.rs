//! What a roster may hold at most.

use super::GroupId;
use super::builder::Builder;
use crate::model::read::shorten;
use crate::model::{Limits, TooMany};
use crate::sorted::different;

/// What there is too much of, and how many there may be.
pub type Over = (TooMany, usize);

impl Builder {
    /// Whether what has been added so far is within the limits.
    pub fn within(&self, limits: &Limits) -> Result<(), Over> {
        let (people, groups) = (limits.people as usize, limits.groups as usize);
        if self.addresses.len() > people {
            return Err((TooMany::People, people));
        }
        if self.roster.groups.designations() > groups {
            return Err((TooMany::Groups, groups));
        }
        Ok(())
    }

    /// Whether people are in no more groups than the limits allow. The groups that rows name are
    /// known by their designations here: they are counted before any is looked up.
    pub(super) fn memberships_within(&self, limits: &Limits) -> Result<(), Over> {
        let groups = &self.roster.groups;
        let mut all = 0;
        for (row, address) in self.users.addresses.iter().enumerate() {
            let named = || self.users.groups(row).iter();
            // Where no listed group bears a designation, it becomes a group of its own.
            let count: usize = named().map(|it| groups.bearers(*it).len().max(1)).sum();
            all += count;
            if all > limits.memberships as usize {
                return Err((TooMany::Memberships, limits.memberships as usize));
            }
            let limit = limits.groups_per_person as usize;
            if count > limit && self.different_groups(named()) > limit {
                let email = shorten(self.addresses.text(*address));
                return Err((TooMany::GroupsOfOne { email }, limit));
            }
        }
        Ok(())
    }

    /// How many groups these designations name: named twice, or by name and by id, it is one.
    fn different_groups<'a>(&self, designations: impl Iterator<Item = &'a u32>) -> usize {
        let (mut groups, mut unlisted) = (Vec::<GroupId>::new(), Vec::<u32>::new());
        for designation in designations {
            match self.roster.groups.bearers(*designation) {
                [] => unlisted.push(*designation),
                bearers => groups.extend(bearers),
            }
        }
        different(groups).len() + different(unlisted).len()
    }
}
