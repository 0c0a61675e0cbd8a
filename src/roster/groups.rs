//! The groups of the directory. Wherever a group is named its id does as well (domain 2).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::look_alikes::ByLook;
use super::texts::Interner;

/// A group, by its number.
pub type GroupId = u32;

/// One group of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name; its id where it bears no name.
    pub name: String,
    /// The identity provider's immutable id, where given.
    pub id: Option<String>,
}

/// All groups: those the directory lists, then those that only a user names.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    groups: Vec<Group>,
    designations: Interner,
    /// By group that has groups as members: their names.
    nested: BTreeMap<GroupId, Vec<String>>,
    /// By designation: the groups that bear it as name or id. Almost always one.
    bearers: Vec<Vec<GroupId>>,
    /// By group: the numbers of its name and id among the designations.
    known: Interner,
    /// By how their names look; looked at when first asked for.
    by_look: OnceLock<ByLook>,
}

impl Groups {
    /// Every group.
    pub fn all(&self) -> &[Group] {
        &self.groups
    }

    /// The groups that bear `designation` as their name or id; two when two bear one name.
    pub fn named(&self, designation: &str) -> &[GroupId] {
        let number = self.designations.number(designation);
        number.map_or(&[], |number| self.bearers(number))
    }

    /// What the group is called in a message.
    pub fn name(&self, group: GroupId) -> &str {
        self.groups.get(group as usize).map_or("", |group| group.name.as_str())
    }

    /// The groups that are members of the group, by name or id.
    pub fn nested_in(&self, group: GroupId) -> &[String] {
        self.nested.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The names of other groups that look like this one.
    pub fn like(&self, name: &str) -> Vec<&str> {
        let name_of = |group| self.name(group);
        let by_look = self.by_look.get_or_init(|| ByLook::of(self.groups.len(), &name_of));
        by_look.like(name, &name_of)
    }

    /// How many names and ids of groups there are.
    pub(super) fn designations(&self) -> usize {
        self.designations.len()
    }

    /// The number of a designation that a user names.
    pub(super) fn designation(&mut self, designation: &str) -> u32 {
        self.designations.intern(designation)
    }

    /// The designation of this number.
    pub(super) fn designation_text(&self, designation: u32) -> &str {
        self.designations.text(designation)
    }

    /// The groups that bear the designation of this number.
    pub(super) fn bearers(&self, designation: u32) -> &[GroupId] {
        self.bearers.get(designation as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a listed group. The same name with the same id is the same group again.
    pub(super) fn add(&mut self, name: Option<&str>, id: Option<&str>, nested: Vec<String>) {
        let Some(shown) = name.or(id) else { return };
        let by_name = self.designations.intern(shown);
        let by_id = id.map(|id| self.designations.intern(id));
        let both = by_id.map_or_else(|| by_name.to_string(), |id| format!("{by_name} {id}"));
        let number = self.known.intern(&both);
        if number as usize == self.groups.len() {
            self.groups.push(Group { name: shown.to_owned(), id: id.map(str::to_owned) });
            self.bear(by_name, number);
            by_id.into_iter().for_each(|id| self.bear(id, number));
        }
        if !nested.is_empty() {
            self.nested.entry(number).or_default().extend(nested);
        }
    }

    /// Adds a group to those that are known already.
    pub(super) fn create(&mut self, name: &str) -> Option<GroupId> {
        self.by_look = OnceLock::new();
        self.add(Some(name), None, Vec::new());
        self.named(name).first().copied()
    }

    /// Says of the groups that bear the designation of this number that they have another as a
    /// member; of none, where none is listed.
    pub(super) fn nest(&mut self, designation: u32, nested: &str) {
        for group in self.bearers.get(designation as usize).into_iter().flatten() {
            self.nested.entry(*group).or_default().push(nested.to_owned());
        }
    }

    /// Says of a group that no other is a member of it.
    pub(super) fn unnest(&mut self, group: GroupId) {
        self.nested.remove(&group);
    }

    /// Turns designations that no listed group bears into groups of their own.
    pub(super) fn complete(&mut self) {
        for designation in 0..u32::try_from(self.designations.len()).unwrap_or(u32::MAX) {
            if self.bearers(designation).is_empty() {
                let name = self.designations.text(designation).to_owned();
                self.add(Some(&name), None, Vec::new());
            }
        }
    }

    fn bear(&mut self, designation: u32, group: GroupId) {
        let number = designation as usize;
        if self.bearers.len() <= number {
            self.bearers.resize(number + 1, Vec::new());
        }
        if let Some(bearers) = self.bearers.get_mut(number)
            // A group whose id is its name bears it once.
            && bearers.last() != Some(&group)
        {
            bearers.push(group);
        }
    }
}
