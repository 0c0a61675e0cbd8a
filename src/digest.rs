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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::digest;

    #[test]
    fn texts_that_differ_have_digests_that_differ() {
        let mut texts: Vec<String> = (0..50_000).map(|n| format!("user{n}@example.com")).collect();
        texts.extend((0..40).map(|length| "\0".repeat(length)));
        texts.extend((0..64).map(|bit| format!("{}", 1_u64 << bit)));
        texts.sort();
        texts.dedup();
        let digests: HashSet<u64> = texts.iter().map(|text| digest(text)).collect();
        assert_eq!(digests.len(), texts.len());
        // Sums of two spread as well.
        let sums: HashSet<u64> = texts
            .iter()
            .take(400)
            .enumerate()
            .flat_map(|(n, one)| texts.iter().take(n).map(move |other| (one, other)))
            .map(|(one, other)| digest(one).wrapping_add(digest(other)))
            .collect();
        assert_eq!(sums.len(), 400 * 399 / 2);
    }
}
