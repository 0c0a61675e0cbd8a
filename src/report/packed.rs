//! The answer as it crosses into JavaScript: a JSON text in which what many people share stands
//! once. The package puts it together again.

use serde::Serialize;

use crate::input::Options;
use crate::model::Report;
use crate::model::outcome::{Outcome, Standing, When};
use crate::model::person::{Dependency, Person, Reason};
use crate::model::query::PeopleQuery;
use crate::report::Preview;
use crate::roster::{Interner, PersonId};
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
        let (mut kinds, mut reasons) = (Interner::default(), Interner::default());
        let mut kind = String::new();
        for person in people {
            self.write_kind(person, &mut kind);
            let fate = kinds.intern(&kind) as usize;
            if fate == packed.fates.len() {
                let Some(person) = self.person(person, locale) else { continue };
                packed.add(person, &mut reasons);
            }
            packed.emails.push(self.roster.email(person));
            packed.names.push(self.roster.name(person));
            packed.fate.push(fate);
        }
        packed
    }

    /// Writes down all that the words about a person depend on, but for address and name.
    fn write_kind(&self, person: PersonId, kind: &mut String) {
        let policy = &self.settled.proposed;
        kind.clear();
        push_number(kind, self.settled.cohorts.number(self.roster, person));
        push_number(kind, self.roster.domain(person).map_or(0, |domain| domain as usize + 1));
        // Of groups those that grant anything, in their order.
        for group in self.roster.groups_of(person) {
            if policy.grant_mark(group) != 0 {
                push_number(kind, group as usize);
            }
        }
    }
}

/// Writes a number, five bits a letter; letters below `@` have more behind them.
fn push_number(text: &mut String, mut number: usize) {
    while number >= 32 {
        text.push(char::from(b' ' + (number % 32) as u8));
        number /= 32;
    }
    text.push(char::from(b'@' + number as u8));
}

impl Packed<'_> {
    fn add(&mut self, person: Person, known: &mut Interner) {
        let mut because = Vec::new();
        for reason in person.because {
            let place = known.intern(&json(&reason)) as usize;
            if place == self.reasons.len() {
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
