//! Names that look alike.

use super::texts::Interner;
use crate::looks::looks;
use crate::sorted::sorted;

/// How a name looks: as it is written, and in lower case. A capital I looks like an l, and a small
/// i does not, so neither stands for the other.
fn both(name: &str) -> [String; 2] {
    let (written, lower) = (looks(name), name.to_lowercase());
    let lower = if lower == name { written.clone() } else { looks(&lower) };
    ["written ".to_owned() + &written, "lower ".to_owned() + &lower]
}

/// So many names that look alike are kept, first those that come first in the alphabet: whoever is
/// shown these will not miss more.
const KEPT: usize = 20;

/// Names, by their numbers, by how they look.
#[derive(Clone, Debug, Default)]
pub struct ByLook {
    looks: Interner,
    /// By look: the names.
    alike: Vec<Vec<u32>>,
}

impl ByLook {
    /// Looks at so many names.
    pub fn of<'n>(count: usize, name: &dyn Fn(u32) -> &'n str) -> Self {
        let mut by_look = Self::default();
        for number in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            for look in both(name(number)) {
                let look = by_look.looks.intern(&look) as usize;
                if look == by_look.alike.len() {
                    by_look.alike.push(Vec::new());
                }
                let Some(alike) = by_look.alike.get_mut(look) else { continue };
                let place = alike.binary_search_by(|known| name(*known).cmp(name(number)));
                // One more than are shown, for the one that is asked about is among them.
                if let Some(place) = place.err().filter(|place| *place <= KEPT) {
                    alike.insert(place, number);
                    alike.truncate(KEPT + 1);
                }
            }
        }
        by_look
    }

    /// The other names that look like this one, in their order.
    pub fn like<'n>(&self, asked: &str, name: &dyn Fn(u32) -> &'n str) -> Vec<&'n str> {
        if self.alike.is_empty() {
            return Vec::new();
        }
        let number = |look: String| self.looks.number(&look);
        let like = both(asked).into_iter().filter_map(number);
        let like = like.filter_map(|look| self.alike.get(look as usize)).flatten();
        let mut like = sorted(like.map(|number| name(*number)).filter(|name| *name != asked));
        like.dedup();
        like.truncate(KEPT);
        like
    }
}
