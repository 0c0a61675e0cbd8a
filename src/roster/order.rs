//! People in other orders than their own.

use super::{PersonId, Roster};

impl Roster {
    /// Everyone by address. Sorted when first asked for.
    pub fn by_email(&self) -> &[PersonId] {
        self.read.by_email.get_or_init(|| {
            let mut people: Vec<_> = self.people().collect();
            people.sort_unstable_by(|one, other| self.email(*one).cmp(self.email(*other)));
            people
        })
    }

    /// Everyone by name, in lower case; whoever has none comes last. Sorted when first asked for.
    pub fn by_name(&self) -> &[PersonId] {
        self.read.by_name.get_or_init(|| {
            let mut people: Vec<_> = self.people().collect();
            people.sort_by_cached_key(|person| {
                let name = self.name(*person).map(str::to_lowercase);
                (name.is_none(), name)
            });
            people
        })
    }
}
