//! The answer put together: order, counts and text for people.

mod catalog;
mod compare;
mod export;
mod fingerprint;
mod flow;
#[cfg(not(target_arch = "wasm32"))]
mod handbook;
mod headline;
mod markdown;
mod packed;
mod page;
mod people;
mod readiness;
mod readings;
mod reasons;
mod sources;

use crate::model::*;
pub use catalog::catalog;
#[cfg(not(target_arch = "wasm32"))]
pub use handbook::tables;
pub(crate) use packed::json;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::catalog::{Role, SeatTier};
use crate::input::{Options, Part};
use crate::model::Config;
use crate::model::readings::SiblingScope;
use crate::repair::{self, World};
use crate::resolve::{Change, Cohort, Outcome, Settled, Standing, count_readings};
use crate::roster::{PersonId, Roster};
use crate::rules::{self, Context};
use crate::sorted::sorted;
use crate::text::Locale;

/// What saving a configuration would do to a roster, worked out once and asked in any language.
///
/// # Example
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
    roster: &'a Roster,
    settled: Rc<Settled>,
    fixes: Rc<OnceCell<FoundFixes>>,
}

/// Up to how many people findings come with fixes though nobody asks for them: beyond, an answer
/// with them takes longer than people who type should wait.
const FIXES_UNASKED: usize = 10_000;
/// As many steps, about, the checks for such fixes take at most: one for each person and group, and
/// these for each finding.
const STEPS_UNASKED: usize = 3_000_000;
const STEPS_OF_FINDING: usize = 100;

/// The fixes of findings by their ids, in one language and by so many checks: worked out when first
/// asked for.
pub(crate) type FoundFixes = ((Locale, usize), BTreeMap<String, Vec<Fix>>);

impl<'a> Preview<'a> {
    /// Works out the states before and after the save.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Locale, Preview, Roster, Verdict};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let preview = Preview::new(&config, &roster);
    /// let (english, japanese) = (preview.report(Locale::En), preview.report(Locale::Ja));
    /// assert_eq!(english.verdict, japanese.verdict);
    /// assert_ne!(english.headline, japanese.headline);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(config: &'a Config, roster: &'a Roster) -> Self {
        Self::of(config, roster, Rc::new(Settled::of(config, roster)), Rc::default())
    }

    /// The same of what has been worked out before, for this configuration and roster.
    pub(crate) fn of(
        config: &'a Config,
        roster: &'a Roster,
        settled: Rc<Settled>,
        fixes: Rc<OnceCell<FoundFixes>>,
    ) -> Self {
        Self { config, roster, settled, fixes }
    }

    fn change(&self) -> Change<'_> {
        Change { offer: self.settled.proposed.offer, roster: self.roster, settled: &self.settled }
    }

    fn context(&self) -> Context<'_> {
        Context::new(self.config, self.change())
    }

    fn findings(&self, locale: Locale) -> Vec<Finding> {
        rules::findings(&self.context(), locale)
    }

    /// The answer without the people.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let report = Preview::new(&config, &roster).report(Locale::En);
    /// assert!(report.headline.starts_with("Do not save"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn report(&self, locale: Locale) -> Report {
        self.answer(&Options { locale, ..Options::default() })
    }

    /// How many checks the fixes of so many findings may take; 0 where they come without.
    fn checks_for_fixes(&self, findings: usize, options: &Options) -> usize {
        let (most, people) = (options.limits.repair_checks as usize, self.roster.len());
        match options.fixes {
            Some(fixes) => most * usize::from(fixes),
            None if people > FIXES_UNASKED => 0,
            None => {
                let groups = self.roster.groups().all().len();
                most.min(STEPS_UNASKED / (1 + people + groups + STEPS_OF_FINDING * findings))
            }
        }
    }

    /// The answer without the people, as it is asked for.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Locale, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let preview = Preview::new(&config, &roster);
    /// let findings = preview.report(Locale::En).findings;
    /// let shortage = findings.iter().find(|it| it.code == "seats/shortage").unwrap();
    /// // Somebody has accepted that Eve waits for a seat.
    /// let options = Options { accepted: vec![shortage.id.clone()], ..Options::default() };
    /// let answer = preview.answer(&options);
    /// assert_eq!(answer.accepted[0].code, "seats/shortage");
    /// assert_eq!(answer.findings.len(), findings.len() - 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn answer(&self, options: &Options) -> Report {
        let locale = options.locale;
        let context = self.context();
        let (mut findings, accepted) = accept(rules::findings(&context, locale), options);
        let checks = self.checks_for_fixes(findings.len() + accepted.len(), options);
        if Part::Repairs.is_there() && checks > 0 {
            let asked = (locale, checks);
            let work_out = || (asked, repair::fixes(&self.world(), locale, checks));
            let known = self.fixes.get_or_init(work_out);
            let other = (known.0 != asked).then(work_out);
            let (_, fixes) = other.as_ref().unwrap_or(known);
            for finding in &mut findings {
                finding.fixes = fixes.get(&finding.id).cloned().unwrap_or_default();
            }
        }
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
            accepted,
            assumptions: self.assumptions(locale),
            ways_back,
            sources: sources::sources(self.roster, locale),
        }
    }

    /// The answer with everyone in it.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let answer = Preview::new(&config, &roster).full_report(Locale::En);
    /// assert_eq!(answer.people.len(), 5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn full_report(&self, locale: Locale) -> FullReport {
        FullReport { report: self.report(locale), people: self.everyone(locale) }
    }

    /// What becomes of everyone.
    fn everyone(&self, locale: Locale) -> Vec<Person> {
        let people = self.settled.proposed.listed_people();
        people.filter_map(|person| self.person(person, locale)).collect()
    }

    /// Sets of fixes that leave no error, best first, by the means that the options allow.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let repairs = Preview::new(&config, &roster).repairs(&Options::default()).repairs;
    /// // One of them: Ann is put into the group that is mapped to owner.
    /// let title = "in the identity provider, add ann@acme.com to claude-owners";
    /// assert!(repairs.iter().any(|repair| repair.fixes.len() == 1 && repair.fixes[0].title == title));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn repairs(&self, options: &Options) -> Repairs {
        repair::repairs(&self.world(), options)
    }

    /// What to do in which order to save these settings; where they cannot be saved as they are,
    /// the best repair of them first, and nothing where there is none.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::PlanStepId;
    /// use rolecall::{Config, Options, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let plan = Preview::new(&config, &roster).plan(&Options::default());
    /// let (settings, save) = (&plan[0], &plan[1]);
    /// // The gentlest way is not to save these settings yet.
    /// assert_eq!((settings.id, save.id), (PlanStepId::Settings, PlanStepId::Save));
    /// assert_eq!(settings.instructions, ["keep manual provisioning until this is ready"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn plan(&self, options: &Options) -> Vec<PlanStep> {
        repair::plan(&self.world(), options)
    }

    fn world(&self) -> World {
        World::new(self.config, self.roster, Rc::clone(&self.settled))
    }

    /// What becomes of one person, and why; `None` for a number that is nobody's.
    pub(crate) fn person(&self, person: PersonId, locale: Locale) -> Option<Person> {
        people::person(self.change(), person, locale)
    }

    fn counts(&self) -> BTreeMap<Outcome, usize> {
        let (change, listed) = (self.change(), self.settled.proposed.listed_people());
        let cohorts = || change.cohorts().iter().filter(|cohort| listed.contains(&cohort.first));
        let mut counts = BTreeMap::new();
        for outcome in Outcome::ALL {
            let of_outcome = cohorts().filter(|cohort| change.after(cohort).outcome == *outcome);
            counts.insert(*outcome, of_outcome.map(|cohort| cohort.count).sum());
        }
        counts
    }

    fn roles(&self) -> Vec<RoleCount> {
        let change = self.change();
        let primary_owner = change.offer.has_primary_owner.then_some(Role::PrimaryOwner);
        let roles = primary_owner.into_iter().chain(change.offer.roles.iter().copied());
        let holds = |standing: Option<Standing>, role: Role| {
            standing.is_some_and(|standing| standing.access && standing.role == role)
        };
        let count = |role| RoleCount {
            role,
            before: change.crowd(|cohort| holds(change.before(cohort), role)).len(),
            after: change.crowd(|cohort| holds(change.after(cohort).standing(), role)).len(),
        };
        roles.map(count).collect()
    }

    fn seats(&self) -> Vec<SeatCount> {
        let change = self.change();
        let before = |cohort: &Cohort| change.before(cohort).and_then(|before| before.seat_tier);
        let count = |tier: &SeatTier| SeatCount {
            tier: *tier,
            purchased: change.policy().purchased(*tier),
            before: change.crowd(|cohort| before(cohort) == Some(*tier)).len(),
            after: change.holders(*tier).len(),
            short: change.lacking(*tier).len(),
        };
        change.offer.seat_tiers.iter().map(count).collect()
    }

    fn assumptions(&self, locale: Locale) -> Vec<AssumptionUse> {
        let counts = count_readings(self.roster, &self.settled, siblings_differ(self.config));
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

/// Sets apart what has been accepted. Errors cannot be.
fn accept(findings: Vec<Finding>, options: &Options) -> (Vec<Finding>, Vec<Finding>) {
    let accepted = sorted(options.accepted.iter());
    let is_accepted = |finding: &Finding| {
        finding.severity != Severity::Error && accepted.binary_search(&&finding.id).is_ok()
    };
    findings.into_iter().partition(|finding| !is_accepted(finding))
}

/// Whether some sibling is reached under one value of `siblingScope` and not under the other.
fn siblings_differ(config: &Config) -> bool {
    let siblings = config.parent.as_ref().map_or(&[][..], |parent| &parent.siblings);
    siblings.iter().any(|sibling| {
        rules::reaches_sibling(SiblingScope::All, sibling)
            != rules::reaches_sibling(SiblingScope::ScimOnly, sibling)
    })
}
