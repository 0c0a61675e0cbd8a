//! People in other orders than their own.

use super::{PersonId, Roster};
use crate::sorted::positions;

impl Roster {
    /// Everyone by address. Sorted when first asked for.
    pub(crate) fn by_email(&self) -> &[PersonId] {
        self.read.by_email.get_or_init(|| {
            positions(self.len(), &|one, other| self.email(one).cmp(self.email(other)))
        })
    }

    /// Everyone by name, in lower case; whoever has none comes last. Sorted when first asked for.
    pub(crate) fn by_name(&self) -> &[PersonId] {
        self.read.by_name.get_or_init(|| {
            let name = |person| {
                let name = self.name(person).map(str::to_lowercase);
                (name.is_none(), name)
            };
            let names: Vec<_> = self.people().map(name).collect();
            positions(self.len(), &|one, other| names.get(one).cmp(&names.get(other)))
        })
    }
}
