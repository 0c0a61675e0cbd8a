//! What a run came to, as the fuzzer's own lines tell it.

use std::fmt;

/// So many MiB more in the second half of a run are no longer what the fuzzer keeps: that comes early, and less and less.
const GROWTH: u64 = 32;

/// The course of a run.
#[derive(Debug, PartialEq, Eq)]
pub struct Course {
    /// How many inputs were run.
    inputs: u64,
    /// How many places in the code they came to.
    places: u64,
    /// The resident memory in MiB: when all that was known is loaded, half-way, and at the end.
    memory: [u64; 3],
}

impl Course {
    /// Reads the lines that say how far a run is: `#382 INITED cov: 12105 ft: 31811 … rss: 36Mb`.
    pub fn of(log: &str) -> Option<Self> {
        let all = log.lines().skip_while(|line| !line.contains("INITED"));
        let moments: Vec<_> = all.filter_map(moment).collect();
        let [first, .., last] = moments.as_slice() else { return None };
        let half = moments.iter().rfind(|(inputs, ..)| *inputs <= last.0 / 2).unwrap_or(first);
        Some(Self { inputs: last.0, places: last.1, memory: [first.2, half.2, last.2] })
    }

    /// Whether memory grows on and on.
    pub fn grows(&self) -> bool {
        let [_, half, end] = self.memory;
        end > half + GROWTH
    }
}

impl fmt::Display for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inputs, places, memory: [start, half, end] } = self;
        write!(
            f,
            "{inputs} inputs, {places} places in the code, memory {start} → {half} → {end} MiB"
        )
    }
}

/// Inputs, places and memory.
fn moment(line: &str) -> Option<(u64, u64, u64)> {
    let mut words = line.strip_prefix('#')?.split_whitespace();
    let inputs = words.next()?.parse().ok()?;
    let after = |key| words.clone().skip_while(|word| *word != key).nth(1);
    let (places, memory) = (after("cov:")?, after("rss:")?);
    Some((inputs, places.parse().ok()?, memory.strip_suffix("Mb")?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::Course;

    const LOG: &str = "INFO: seed corpus: files: 2\n\
        #2\tREAD units: 2\n\
        #3\tINITED cov: 10 ft: 31 corp: 2/55Kb exec/s: 382 rss: 36Mb\n\
        #40\tNEW    cov: 12 ft: 33 corp: 3/56Kb lim: 4000 exec/s: 40 rss: 40Mb L: 5/9 MS: 1 EraseBytes-\n\
        #60\tpulse  cov: 12 ft: 33 corp: 3/56Kb lim: 4000 exec/s: 40 rss: 44Mb\n\
        #100\tDONE   cov: 12 ft: 33 corp: 3/56Kb lim: 4000 exec/s: 40 rss: 73Mb\n";

    #[test]
    fn a_run_is_told_by_its_lines() {
        let course = Course::of(LOG).unwrap();
        assert_eq!(course, Course { inputs: 100, places: 12, memory: [36, 40, 73] });
        assert!(course.grows());
        assert!(!Course::of(&LOG.replace("73Mb", "72Mb")).unwrap().grows());
        assert_eq!(Course::of("error: could not compile"), None);
    }
}
