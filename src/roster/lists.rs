//! Lists of numbers, packed: a small number takes one byte (LEB128).

/// Lists of numbers, one after the other in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    bytes: Vec<u8>,
    /// By list: where it ends.
    ends: Vec<u32>,
}

impl Lists {
    /// Appends a list.
    pub fn push(&mut self, numbers: impl IntoIterator<Item = u32>) {
        for number in numbers {
            self.bytes.extend(packed(number));
        }
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// The numbers of a list; none where there is no such list.
    pub fn get(&self, list: usize) -> Numbers<'_> {
        let end = |list: usize| self.ends.get(list).map_or(0, |end| *end as usize);
        let start = if list == 0 { 0 } else { end(list - 1) };
        Numbers::of(self.bytes.get(start..end(list)).unwrap_or_default())
    }

    /// Gives back what was set aside for more lists.
    pub fn close(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// The numbers of a list, in its order.
#[derive(Clone, Debug)]
pub struct Numbers<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Numbers<'a> {
    /// The numbers that are packed in these bytes.
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    /// How many bytes of them are left.
    pub fn left(&self) -> usize {
        self.bytes.len()
    }
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let first = u32::from(*self.bytes.next()?);
        if first < 0x80 {
            return Some(first);
        }
        let (mut number, mut shift) = (first & 0x7f, 7);
        for byte in self.bytes.by_ref() {
            number |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        Some(number)
    }
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn packed(mut number: u32) -> impl Iterator<Item = u8> {
    let mut more = true;
    std::iter::from_fn(move || {
        let low = (number & 0x7f) as u8;
        let current = more.then_some(if number >= 0x80 { low | 0x80 } else { low });
        more = number >= 0x80;
        number >>= 7;
        current
    })
}

/// Who is in which list, the other way round: by number, the rows of the lists that hold it, in
/// rising order and each once. Kept as the gaps between them, most of which take one byte.
#[derive(Clone, Debug, Default)]
pub struct Inverted(Lists);

impl Inverted {
    /// Turns lists round: `list(row)` gives the numbers, all below `count`, of each of the rows.
    pub fn of<'a>(
        rows: std::ops::Range<usize>,
        count: usize,
        list: impl Fn(usize) -> Numbers<'a>,
    ) -> Self {
        // Twice over the lists: to see how many bytes each number needs, then to write them.
        let mut ends = vec![0_u32; count];
        gaps(rows.clone(), count, &list, |number, gap| {
            if let Some(end) = ends.get_mut(number) {
                *end += packed(gap).count() as u32;
            }
        });
        let mut at = Vec::with_capacity(count);
        let mut bytes = 0;
        for end in &mut ends {
            at.push(bytes);
            bytes += *end;
            *end = bytes;
        }
        let mut bytes = vec![0; bytes as usize];
        gaps(rows, count, &list, |number, gap| {
            let Some(at) = at.get_mut(number) else { return };
            for byte in packed(gap) {
                if let Some(place) = bytes.get_mut(*at as usize) {
                    *place = byte;
                }
                *at += 1;
            }
        });
        Self(Lists { bytes, ends })
    }

    /// The rows whose list holds the number.
    pub fn rows(&self, number: usize) -> impl Iterator<Item = usize> {
        self.0.get(number).scan(0, |next, gap| {
            let row = *next + gap as usize;
            *next = row + 1;
            Some(row)
        })
    }
}

/// For every number of every list: how many rows are left out since the last that holds it.
fn gaps<'a>(
    rows: std::ops::Range<usize>,
    count: usize,
    list: impl Fn(usize) -> Numbers<'a>,
    mut found: impl FnMut(usize, u32),
) {
    let mut next = vec![0_u32; count];
    for (row, numbered) in rows.zip(0_u32..) {
        for number in list(row) {
            let number = number as usize;
            if let Some(next) = next.get_mut(number)
                && let Some(gap) = numbered.checked_sub(*next)
            {
                found(number, gap);
                *next = numbered + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [&[u32]; 5] = [&[3, 0, 127], &[], &[128, 3, 300, 3], &[u32::MAX - 1], &[3]];

    fn lists() -> Lists {
        let mut lists = Lists::default();
        LISTS.iter().for_each(|list| lists.push(list.iter().copied()));
        lists
    }

    #[test]
    fn lists_are_given_back_as_they_were() {
        let lists = lists();
        for (row, list) in LISTS.iter().enumerate() {
            assert_eq!(lists.get(row).collect::<Vec<_>>(), *list);
        }
        assert_eq!(lists.get(LISTS.len()).count(), 0);
    }

    #[test]
    fn turned_round_every_number_has_its_rows_once() {
        let lists = lists();
        let inverted = Inverted::of(0..LISTS.len(), 301, |row| lists.get(row));
        assert_eq!(inverted.rows(3).collect::<Vec<_>>(), [0, 2, 4]);
        assert_eq!(inverted.rows(300).collect::<Vec<_>>(), [2]);
        assert_eq!(inverted.rows(1).count(), 0);
    }

    #[test]
    fn wide_gaps_are_kept() {
        let rows = 0..70_000;
        let mut lists = Lists::default();
        rows.clone().for_each(|row| lists.push((row % 20_000 == 1).then_some(0)));
        let inverted = Inverted::of(rows, 1, |row| lists.get(row));
        assert_eq!(inverted.rows(0).collect::<Vec<_>>(), [1, 20_001, 40_001, 60_001]);
    }
}
