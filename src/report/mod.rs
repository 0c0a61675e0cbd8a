//! The answer put together: order, counts and text for people.

mod catalog;
mod export;
mod headline;
mod markdown;
mod people;
mod readiness;
mod readings;
mod reasons;
mod sources;

pub use crate::model::entries::*;
pub use crate::model::person::*;
pub use crate::model::readiness::*;
pub use crate::model::report::*;
pub use catalog::catalog;

use std::collections::BTreeMap;

use crate::catalog::Mode;
use crate::model::Config;
use crate::model::readings::SiblingScope;
use crate::resolve::{Change, Outcome, Policy, Resolution, count_readings, resolve};
use crate::roster::{PersonId, Roster};
use crate::rules::{self, Context};
use crate::text::Locale;

/// What saving a configuration would do to a roster, worked out once and asked in any language.
///
/// ```
/// use rolecall::{Config, Locale, Preview, Roster};
/// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
/// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","role":"owner"}]}"#)?;
/// let preview = Preview::new(&config, &roster);
/// assert_eq!(preview.report(Locale::En).counts[&rolecall::Outcome::Kept], 1);
/// # Ok::<(), rolecall::Error>(())
/// ```
pub struct Preview<'a> {
    config: &'a Config,
    policy: Policy<'a>,
    saved: Option<Policy<'a>>,
    change: Change<'a>,
}

impl<'a> Preview<'a> {
    /// Works out the states before and after the save.
    pub fn new(config: &'a Config, roster: &'a Roster) -> Self {
        let policy = Policy::proposed(config, roster);
        let saved = config.saved.as_ref().map(|saved| Policy::saved(config, saved, roster));
        let change = Change {
            offer: policy.offer,
            roster,
            before: saved.as_ref().map(|saved| resolve(saved, roster)),
            after: resolve(&policy, roster),
        };
        Self { config, policy, saved, change }
    }

    /// The answer without the people.
    pub fn report(&self, locale: Locale) -> Report {
        let context = Context::new(self.config, &self.policy, &self.change);
        let findings = rules::findings(&context, locale);
        let verdict = rules::verdict(&findings);
        let mut ways_back = findings.iter().map(|finding| &finding.ways_back);
        let ways_back = ways_back.find(|ways| !ways.is_empty()).cloned().unwrap_or_default();
        Report {
            schema_version: 1,
            verdict,
            headline: headline::headline(verdict, &findings, &context, locale),
            counts: self.counts(),
            roles: self.roles(),
            seats: self.seats(),
            readiness: readiness::readiness(&context, &findings, verdict, locale),
            findings,
            assumptions: self.assumptions(locale),
            ways_back,
            sources: sources::sources(self.change.roster, locale),
        }
    }

    /// The answer with everyone in it.
    pub fn full_report(&self, locale: Locale) -> FullReport {
        let people = self.policy.listed_people().map(|person| self.person(person, locale));
        FullReport { report: self.report(locale), people: people.collect() }
    }

    /// What becomes of one person, and why.
    pub fn person(&self, person: PersonId, locale: Locale) -> Person {
        people::person(&self.policy, self.saved_mode(), &self.change, person, locale)
    }

    fn saved_mode(&self) -> Mode {
        self.saved.as_ref().map_or(Mode::Manual, |saved| saved.mode)
    }

    fn counts(&self) -> BTreeMap<Outcome, usize> {
        let mut counts: BTreeMap<_, _> = Outcome::ALL.iter().map(|outcome| (*outcome, 0)).collect();
        for person in self.policy.listed_people() {
            *counts.entry(self.change.after.outcome(person)).or_default() += 1;
        }
        counts
    }

    fn roles(&self) -> Vec<RoleCount> {
        let (offer, change) = (self.change.offer, &self.change);
        let primary_owner = offer.has_primary_owner.then_some(crate::catalog::Role::PrimaryOwner);
        let roles = primary_owner.into_iter().chain(offer.roles.iter().copied());
        let mut counts: Vec<_> =
            roles.map(|role| RoleCount { role, before: 0, after: 0 }).collect();
        for person in change.roster.people() {
            let had = change.before(person).filter(|standing| standing.access);
            let has = change.after(person).filter(|standing| standing.access);
            for count in &mut counts {
                count.before += usize::from(had.is_some_and(|had| had.role == count.role));
                count.after += usize::from(has.is_some_and(|has| has.role == count.role));
            }
        }
        counts
    }

    fn seats(&self) -> Vec<SeatCount> {
        let change = &self.change;
        let before = |tier| {
            let holds = |person: &PersonId| {
                change.before(*person).is_some_and(|standing| standing.seat_tier == Some(tier))
            };
            change.roster.people().filter(holds).count()
        };
        let at = |counts: &Vec<usize>, rank| counts.get(rank).copied().unwrap_or_default();
        let tiers = change.offer.seat_tiers.iter().enumerate();
        tiers
            .map(|(rank, tier)| SeatCount {
                tier: *tier,
                purchased: self.policy.purchased(*tier),
                before: before(*tier),
                after: at(&change.after.held, rank),
                short: at(&change.after.short, rank),
            })
            .collect()
    }

    fn assumptions(&self, locale: Locale) -> Vec<AssumptionUse> {
        let before: Option<(&Policy<'_>, &Resolution)> =
            self.saved.as_ref().zip(self.change.before.as_ref());
        let after = (&self.policy, &self.change.after);
        let counts =
            count_readings(self.change.roster, after, before, siblings_differ(self.config));
        let assumption = |(id, people): (crate::model::readings::Reading, usize)| {
            let value = self.config.assumptions.value(id);
            AssumptionUse {
                id,
                value,
                alternatives: id.values().iter().copied().filter(|other| *other != value).collect(),
                people,
                text: readings::text(id, value, locale).to_owned(),
            }
        };
        counts.into_iter().map(assumption).collect()
    }
}

/// Whether some sibling is reached under one value of `siblingScope` and not under the other.
fn siblings_differ(config: &Config) -> bool {
    let siblings = config.parent.as_ref().map_or(&[][..], |parent| &parent.siblings);
    siblings.iter().any(|sibling| {
        rules::reaches_sibling(SiblingScope::All, sibling)
            != rules::reaches_sibling(SiblingScope::ScimOnly, sibling)
    })
}
