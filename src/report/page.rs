//! Some of the people of an answer, filtered and in an order of the caller's choice.

use crate::catalog::{Role, SeatTier};
use crate::looks::folded;
use crate::model::outcome::{Outcome, Standing};
use crate::model::query::{PeopleChange, PeopleColumns, PeopleOrder, PeoplePage, PeopleQuery};
use crate::report::flow::{after_of, before_of, stands_in};
use crate::report::{Person, Preview};
use crate::resolve::{Change, Cohort};
use crate::roster::PersonId;
use crate::text::Locale;

impl Preview<'_> {
    /// Some of the people, and how many there are of them in all.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::PeopleQuery;
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com"},{"email":"bob@acme.com"}]}"#)?;
    /// let query = PeopleQuery::from_json(br#"{"search":"ANN"}"#)?;
    /// let page = Preview::new(&config, &roster).people(&query, Locale::En);
    /// assert_eq!((page.total, page.people[0].email.as_str()), (1, "ann@acme.com"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn people(&self, query: &PeopleQuery, locale: Locale) -> PeoplePage {
        let (total, people) = self.select(query);
        let people = people.into_iter().filter_map(|person| self.person(person, locale));
        PeoplePage { total, people: people.collect() }
    }

    /// What becomes of whoever has this address, however it is written, and why.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Config, Locale, Outcome, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let preview = Preview::new(&config, &roster);
    /// let cem = preview.find(" Cem@ACME.com", Locale::En);
    /// assert_eq!(cem.map(|person| person.outcome), Some(Outcome::Removed));
    /// assert_eq!(preview.find("nobody@acme.com", Locale::En), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn find(&self, email: &str, locale: Locale) -> Option<Person> {
        let person = self.roster.find(email)?;
        let listed = self.settled.proposed.listed_people().contains(&person);
        self.person(person, locale).filter(|_| listed)
    }

    /// What becomes of everyone, a column each.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::catalog::Role;
    /// use rolecall::{Config, Preview, Roster};
    /// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
    /// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
    ///
    /// let columns = Preview::new(&config, &roster).columns();
    /// let roles = columns.role.iter().filter_map(|code| Role::ALL.get(usize::from(*code)));
    /// assert_eq!(roles.filter(|role| **role == Role::Owner).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn columns(&self) -> PeopleColumns {
        let change = self.change();
        let place = |place: Option<usize>| {
            place.and_then(|place| u8::try_from(place).ok()).unwrap_or(PeopleColumns::NONE)
        };
        let code = |cohort: &Cohort| {
            let after = change.after(cohort);
            let standing = after.standing();
            let tier = standing.and_then(|standing| standing.seat_tier);
            [
                place(Outcome::ALL.iter().position(|it| *it == after.outcome)),
                place(standing.and_then(|it| Role::ALL.iter().position(|role| *role == it.role))),
                place(tier.and_then(|tier| SeatTier::ALL.iter().position(|it| *it == tier))),
            ]
        };
        let codes: Vec<[u8; 3]> = change.cohorts().iter().map(code).collect();
        let mut columns = PeopleColumns::default();
        for person in self.settled.proposed.listed_people() {
            let cohort = self.settled.cohorts.number(self.roster, person);
            let [outcome, role, tier] =
                codes.get(cohort).copied().unwrap_or([PeopleColumns::NONE; 3]);
            columns.outcome.push(outcome);
            columns.role.push(role);
            columns.seat_tier.push(tier);
        }
        columns
    }

    /// The people on the page that is asked for, and how many there are in all.
    pub(super) fn select(&self, query: &PeopleQuery) -> (usize, Vec<PersonId>) {
        self.select_among(query, |_| true)
    }

    /// The same, of those people only who are meant.
    pub(super) fn select_among(
        &self,
        query: &PeopleQuery,
        is_meant: impl Fn(PersonId) -> bool,
    ) -> (usize, Vec<PersonId>) {
        let change = self.change();
        let asked = |cohort: &Cohort| is_asked_for(change, query, cohort);
        let asked: Vec<bool> = change.cohorts().iter().map(asked).collect();
        let search = query.search.as_deref().map(|search| folded(search.trim()));
        let search = search.filter(|search| !search.is_empty());
        let listed = self.settled.proposed.listed_people();
        let number = |person| self.settled.cohorts.number(self.roster, person);
        let is_found = |person: &PersonId| {
            listed.contains(person)
                && asked.get(number(*person)) == Some(&true)
                && is_meant(*person)
                && search.as_deref().is_none_or(|search| self.contains(*person, search))
        };
        match query.sort {
            PeopleOrder::Roster => page(query, listed.clone().filter(is_found)),
            PeopleOrder::Email => {
                page(query, self.roster.by_email().iter().copied().filter(is_found))
            }
            PeopleOrder::Name => {
                page(query, self.roster.by_name().iter().copied().filter(is_found))
            }
            PeopleOrder::Harm => {
                let harm: Vec<u8> = change.cohorts().iter().map(|it| harm(change, it)).collect();
                let mut by_harm = vec![Vec::new(); usize::from(UNHARMED) + 1];
                for person in listed.clone().filter(is_found) {
                    let harm = harm.get(number(person));
                    if let Some(hit) = harm.and_then(|harm| by_harm.get_mut(usize::from(*harm))) {
                        hit.push(person);
                    }
                }
                page(query, by_harm.into_iter().flatten())
            }
        }
    }

    fn contains(&self, person: PersonId, search: &str) -> bool {
        let name = || self.roster.name(person).map(folded);
        let email = self.roster.email(person); // in lower case
        email.contains(search)
            || !email.is_ascii() && folded(email).contains(search)
            || name().is_some_and(|it| it.contains(search))
    }
}

fn is_asked_for(change: Change<'_>, query: &PeopleQuery, cohort: &Cohort) -> bool {
    let after = change.after(cohort);
    let standings = [change.before(cohort), after.standing()];
    let holds = |is: &dyn Fn(Standing) -> bool| standings.into_iter().flatten().any(is);
    let tier = |standing: Standing, tiers: &[SeatTier]| {
        standing.seat_tier.is_some_and(|tier| tiers.contains(&tier))
    };
    let held = |roles: &[Role]| change.before(cohort).is_some_and(|it| roles.contains(&it.role));
    query.outcome.as_deref().is_none_or(|outcomes| outcomes.contains(&after.outcome))
        && query
            .change
            .as_deref()
            .is_none_or(|changes| changes.iter().any(|it| is_so(*it, change, cohort)))
        && query.before.as_deref().is_none_or(|places| stands_in(places, before_of(change, cohort)))
        && query.after.as_deref().is_none_or(|places| stands_in(places, after_of(change, cohort)))
        && query.role_before.as_deref().is_none_or(held)
        && query.role.as_deref().is_none_or(|roles| holds(&|it| roles.contains(&it.role)))
        && query.seat_tier.as_deref().is_none_or(|tiers| holds(&|it| tier(it, tiers)))
}

/// Whether it changes so for them; of those whose outcome is not known it is not.
fn is_so(what: PeopleChange, change: Change<'_>, cohort: &Cohort) -> bool {
    if change.after(cohort).outcome == Outcome::Unknown {
        return false;
    }
    let had = change.before(cohort).filter(|before| before.access);
    let has = change.after(cohort).standing().filter(|after| after.access);
    // Roles are listed highest first.
    let place = |standing: Standing| Role::ALL.iter().position(|role| *role == standing.role);
    let both = had.map(place).zip(has.map(place));
    match what {
        PeopleChange::LosesAccess => change.lose_access(cohort),
        PeopleChange::GainsAccess => had.is_none() && has.is_some(),
        PeopleChange::LowerRole => both.is_some_and(|(before, after)| before < after),
        PeopleChange::HigherRole => both.is_some_and(|(before, after)| before > after),
    }
}

/// Not hit at all.
const UNHARMED: u8 = 7;

/// How hard people are hit, 0 the hardest.
fn harm(change: Change<'_>, cohort: &Cohort) -> u8 {
    let after = change.after(cohort);
    let administers = after.has_access() && change.offer.administers(after.role);
    let before = change.before(cohort);
    let administered =
        before.is_some_and(|before| before.access && change.offer.administers(before.role));
    match after.outcome {
        Outcome::Unknown => 6,
        _ if change.lose_access(cohort) => 0,
        _ if change.are_demoted(cohort) => 1,
        _ if after.lacks.is_some() => 2,
        _ if administers && !administered => 3,
        Outcome::Changed => 4,
        Outcome::Added => 5,
        _ => UNHARMED,
    }
}

fn page(
    query: &PeopleQuery,
    people: impl DoubleEndedIterator<Item = PersonId>,
) -> (usize, Vec<PersonId>) {
    let (offset, limit) = (query.offset as usize, query.limit as usize);
    let mut total = 0;
    let mut on_page = Vec::new();
    let mut add = |person| {
        if total >= offset && on_page.len() < limit {
            on_page.push(person);
        }
        total += 1;
    };
    if query.descending {
        people.rev().for_each(&mut add)
    } else {
        people.for_each(&mut add)
    }
    (total, on_page)
}
