//! Sorting of all but bare numbers.
//!
//! The standard library's sort is compiled anew for every type of element, several thousand bytes
//! each. Here positions are sorted, whatever the elements are: it is compiled once.

use std::cmp::Ordering;

/// The elements in order. Equal ones stay as they came.
pub fn sorted<T: Ord>(list: impl IntoIterator<Item = T>) -> Vec<T> {
    sorted_by(list, T::cmp)
}

/// The elements in the order of `compare`. Equal ones stay as they came. Not inlined: its instances
/// side by side are less to download.
#[inline(never)]
pub fn sorted_by<T>(
    list: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    let positions = positions(list.len(), &|one, other| {
        let at = |position: usize| list.get(position).and_then(Option::as_ref);
        at(one).zip(at(other)).map_or(Ordering::Equal, |(one, other)| compare(one, other))
    });
    positions.into_iter().filter_map(|position| list.get_mut(position)?.take()).collect()
}

/// Bare numbers and words in order, each once.
pub fn different<T: Ord>(mut numbers: Vec<T>) -> Vec<T> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The values of each key together, as they came; the keys in order.
pub fn grouped<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut groups: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in sorted_by(pairs, |(one, _), (other, _)| one.cmp(other)) {
        match groups.last_mut().filter(|(last, _)| *last == key) {
            Some((_, values)) => values.push(value),
            None => groups.push((key, vec![value])),
        }
    }
    groups
}

/// The positions of so many elements, in the order of what `compare` says of two of them. Equal
/// ones stay as they came.
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

#[cfg(test)]
mod tests {
    use super::{grouped, sorted, sorted_by};

    #[test]
    fn equal_elements_stay_as_they_came() {
        assert_eq!(sorted(["b", "", "a", "b"]), ["", "a", "b", "b"]);
        let by_length = sorted_by(["cc", "b", "aa", "a"], |one, other| one.len().cmp(&other.len()));
        assert_eq!(by_length, ["b", "a", "cc", "aa"]);
        assert!(sorted(Vec::<u8>::new()).is_empty());
    }

    #[test]
    fn values_of_one_key_stay_as_they_came() {
        let groups = grouped([("b", 2), ("a", 3), ("b", 1)]);
        assert_eq!(groups, [("a", vec![3]), ("b", vec![2, 1])]);
        assert!(grouped(Vec::<(u8, u8)>::new()).is_empty());
    }
}
