//! A short digest for telling situations apart. Not for secrets.

/// Eight bytes at a time, with a final mix, so that sums of digests spread too: the sum over people
/// is the same in whatever order they come. The same on every machine and in every version: ids of
/// findings are made of it.
pub fn digest(text: &str) -> u64 {
    let (chunks, tail) = text.as_bytes().as_chunks::<8>();
    let last = tail.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let words = chunks.iter().map(|chunk| u64::from_le_bytes(*chunk));
    let hash = words.chain([last]).fold(text.len() as u64, |hash, word| mixed(hash ^ word));
    mixed(hash)
}

/// One step of Marsaglia's xorshift with a multiplication before it.
#[inline(always)]
fn mixed(word: u64) -> u64 {
    let product = (word ^ 0xcbf2_9ce4_8422_2325).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 29) ^ (product >> 47)
}

/// Where a table looks for a digest. Anybody can make texts whose digests lie together; multiplied,
/// half by half, by what nobody can know beforehand, and mixed, they lie apart as if by chance.
#[derive(Clone, Copy, Debug)]
pub struct Scatter(u64, u64);

impl Default for Scatter {
    fn default() -> Self {
        Self(by_chance(), by_chance())
    }
}

impl Scatter {
    /// The place of a digest.
    #[inline(always)]
    pub fn of(self, digest: u64) -> u64 {
        let (low, high) = (digest & 0xffff_ffff, digest >> 32);
        mixed(low.wrapping_mul(self.0).wrapping_add(high.wrapping_mul(self.1)))
    }
}

#[cfg(target_arch = "wasm32")]
fn by_chance() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

#[cfg(not(target_arch = "wasm32"))]
fn by_chance() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0)
}

#[cfg(test)]
pub mod tests {
    use std::collections::BTreeSet;

    use super::{Scatter, digest, mixed};

    /// Texts that somebody made for the purpose: after two words each has come to the same.
    pub fn of_one_digest() -> impl Iterator<Item = String> {
        let texts = (0_u64..).filter_map(|n| {
            let first = format!("{n:08}");
            let word = u64::from_le_bytes(first.as_bytes().try_into().ok()?);
            let second = mixed(16 ^ word).to_le_bytes();
            Some(first + std::str::from_utf8(&second).ok().filter(|text| text.is_ascii())?)
        });
        texts.inspect(|text| assert_eq!(digest(text), mixed(mixed(mixed(0)))))
    }

    #[test]
    fn texts_that_differ_have_digests_that_differ() {
        let mut texts: Vec<String> = (0..50_000).map(|n| format!("user{n}@example.com")).collect();
        texts.extend((0..40).map(|length| "\0".repeat(length)));
        texts.extend((0..64).map(|bit| format!("{}", 1_u64 << bit)));
        texts.sort();
        texts.dedup();
        let digests: BTreeSet<u64> = texts.iter().map(|text| digest(text)).collect();
        assert_eq!(digests.len(), texts.len());
        // Sums of two spread as well.
        let sums: BTreeSet<u64> = texts
            .iter()
            .take(400)
            .enumerate()
            .flat_map(|(n, one)| texts.iter().take(n).map(move |other| (one, other)))
            .map(|(one, other)| digest(one).wrapping_add(digest(other)))
            .collect();
        assert_eq!(sums.len(), 400 * 399 / 2);
    }

    #[test]
    fn digests_that_lie_together_are_scattered() {
        const COUNT: u64 = 4096;
        for shift in [0, 8, 16, 25, 32, 40, 48, 52] {
            let scatter = Scatter::default();
            let places = (0..COUNT).map(|n| scatter.of(n << shift) % COUNT);
            let places: BTreeSet<u64> = places.collect();
            // By chance 63 of 100 places are taken, or a few less.
            assert!(places.len() > 2300, "{shift}: {}", places.len());
        }
    }
}
