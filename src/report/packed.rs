//! The answer as it crosses into JavaScript: a JSON text in which what many people share stands
//! once. The package puts it together again.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use serde::Serialize;

use crate::input::Options;
use crate::model::Report;
use crate::model::outcome::{Outcome, Standing, When};
use crate::model::person::{Cause, Dependency, Person, Reason};
use crate::model::query::PeopleQuery;
use crate::report::Preview;
use crate::resolve::CohortId;
use crate::roster::{GroupId, PersonId};
use crate::text::Locale;

/// People, in a form that is short and quickly read.
#[derive(Default, Serialize)]
struct Packed<'a> {
    emails: Vec<&'a str>,
    names: Vec<Option<&'a str>>,
    /// By person: the place of what becomes of them in `fates`.
    fate: Vec<usize>,
    fates: Vec<Fate>,
    reasons: Vec<Reason>,
}

/// A person without address and name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fate {
    before: Option<Standing>,
    after: Option<Standing>,
    outcome: Outcome,
    when: When,
    /// Places in `reasons`.
    because: Vec<usize>,
    depends_on: Vec<Dependency>,
}

#[derive(Serialize)]
struct PackedReport<'a> {
    #[serde(flatten)]
    report: Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Packed<'a>>,
}

#[derive(Serialize)]
struct PackedPage<'a> {
    total: usize,
    people: Packed<'a>,
}

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "JavaScript unpacks"))]
impl Preview<'_> {
    /// The answer without the people, as JSON.
    pub(crate) fn report_json(&self, options: &Options) -> String {
        json(&PackedReport { report: self.answer(options), people: None })
    }

    /// The answer with everyone in it, as JSON, packed.
    pub(crate) fn packed_report(&self, options: &Options) -> String {
        let people = self.packed(self.settled.proposed.listed_people(), options.locale);
        json(&PackedReport { report: self.answer(options), people: Some(people) })
    }

    /// Some of the people, as JSON, packed.
    pub(crate) fn packed_people(&self, query: &PeopleQuery, locale: Locale) -> String {
        let (total, people) = self.select(query);
        json(&PackedPage { total, people: self.packed(people, locale) })
    }

    fn packed(&self, people: impl IntoIterator<Item = PersonId>, locale: Locale) -> Packed<'_> {
        let mut packed = Packed::default();
        let mut known: HashMap<Kind, usize> = HashMap::new();
        let mut reasons: HashMap<Cause, usize> = HashMap::new();
        for person in people {
            let fate = match known.entry(self.kind(person)) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let Some(person) = self.person(person, locale) else { continue };
                    packed.add(person, &mut reasons);
                    *new.insert(packed.fates.len() - 1)
                }
            };
            packed.emails.push(self.roster.email(person));
            packed.names.push(self.roster.name(person));
            packed.fate.push(fate);
        }
        packed
    }

    /// All that the words about a person depend on, but for address and name.
    fn kind(&self, person: PersonId) -> Kind {
        let policy = &self.settled.proposed;
        let groups = self.roster.groups_of(person);
        Kind {
            cohort: self.settled.cohorts.number(self.roster, person),
            domain: self.roster.domain(person),
            groups: groups.filter(|group| policy.grant_mark(*group) != 0).collect(),
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
struct Kind {
    cohort: CohortId,
    domain: Option<u32>,
    /// Those that grant anything, in their order.
    groups: Vec<GroupId>,
}

impl Packed<'_> {
    fn add(&mut self, person: Person, known: &mut HashMap<Cause, usize>) {
        let mut because = Vec::new();
        for reason in person.because {
            let next = self.reasons.len();
            let place = *known.entry(reason.cause.clone()).or_insert(next);
            if place == next {
                self.reasons.push(reason);
            }
            because.push(place);
        }
        self.fates.push(Fate {
            before: person.before,
            after: person.after,
            outcome: person.outcome,
            when: person.when,
            because,
            depends_on: person.depends_on,
        });
    }
}

/// Any part of the answer as JSON text.
pub(crate) fn json(value: &impl Serialize) -> String {
    // What is only texts, numbers and lists has no way to fail.
    serde_json::to_string(value).unwrap_or_default()
}
