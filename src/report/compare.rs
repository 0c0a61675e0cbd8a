//! One configuration beside another: for whom they differ.

use crate::model::flow::{Comparison, Difference, Flow};
use crate::model::outcome::{Outcome, Standing, When};
use crate::model::query::PeopleQuery;
use crate::report::flow::{Counted, Places, after_of};
use crate::report::{Preview, people};
use crate::roster::PersonId;
use crate::text::Locale;

/// What becomes of people, as far as it can differ.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fate {
    before: Option<Standing>,
    after: Option<Standing>,
    outcome: Outcome,
    when: When,
    end: Places,
}

impl Preview<'_> {
    /// For whom this configuration and `other`, about the same roster, differ: in what becomes of
    /// them, in when, or in where they stand before. The query is about people under this one.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::PeopleQuery;
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// let one = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let other = one.clone();
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","role":"owner"}]}"#)?;
    /// let query = PeopleQuery::from_json(b"{}")?;
    /// let (one, other) = (Preview::new(&one, &roster), Preview::new(&other, &roster));
    /// assert_eq!(one.compare(&other, &query, Locale::En).total, 0);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn compare(&self, other: &Self, query: &PeopleQuery, locale: Locale) -> Comparison {
        let fates = Fates::of(self, other);
        let differ = |person| fates.both(person).is_some_and(|(our, their)| our != their);
        let (total, asked) = self.select_among(query, differ);
        let both = |person| {
            let one = people::person(self.change(), person, locale)?;
            Some(Difference { one, other: people::person(other.change(), person, locale)? })
        };
        let people = asked.into_iter().filter_map(both).collect();
        Comparison { total, people, ends: fates.ends() }
    }
}

/// What becomes of everyone under two configurations: of fates there are few, and numbers are
/// quickly compared.
struct Fates<'a> {
    previews: [&'a Preview<'a>; 2],
    /// Every fate.
    known: Vec<Fate>,
    /// Under each: by cohort, the place of its fate in `known`.
    of_cohort: [Vec<usize>; 2],
}

impl<'a> Fates<'a> {
    fn of(one: &'a Preview<'a>, other: &'a Preview<'a>) -> Self {
        let mut known = Vec::new();
        let previews = [one, other];
        let of_cohort = previews.map(|preview| {
            let change = preview.change();
            let number = |cohort| {
                let after = change.after(cohort);
                let fate = Fate {
                    before: change.before(cohort),
                    after: after.standing(),
                    outcome: after.outcome,
                    when: change.when(after.outcome),
                    end: after_of(change, cohort),
                };
                known.iter().position(|it| *it == fate).unwrap_or_else(|| {
                    known.push(fate);
                    known.len() - 1
                })
            };
            change.cohorts().iter().map(number).collect()
        });
        Self { previews, known, of_cohort }
    }

    /// The numbers of what becomes of somebody under the one and under the other.
    fn both(&self, person: PersonId) -> Option<(usize, usize)> {
        let [one, other] = &self.of_cohort;
        let [ours, theirs] =
            self.previews.map(|preview| preview.settled.cohorts.number(preview.roster, person));
        one.get(ours).copied().zip(other.get(theirs).copied())
    }

    /// Everyone, by where they end.
    fn ends(&self) -> Flow {
        let [one, _] = self.previews;
        let width = self.known.len();
        let mut counts = vec![0_usize; width * width];
        for (our, their) in one.settled.proposed.listed_people().filter_map(|it| self.both(it)) {
            if let Some(count) = counts.get_mut(our * width + their) {
                *count += 1;
            }
        }
        let mut counted = Counted::default();
        for (our, counts) in self.known.iter().zip(counts.chunks(width.max(1))) {
            for (their, people) in self.known.iter().zip(counts) {
                counted.add(our.end, their.end, *people);
            }
        }
        counted.flow()
    }
}
