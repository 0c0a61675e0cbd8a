//! Questions about people: pages of them, and two configurations side by side.

use rolecall::model::{PeopleOrder, PeopleQuery, Person};
use rolecall::{Error, Locale, Preview};

use super::given::{self, CONFIGS};
use super::{check, laws as general};

/// A query, asked under one fixed configuration and then another.
pub fn query(data: &[u8]) {
    let query = match PeopleQuery::from_json(data) {
        Ok(query) => query,
        Err(error) => return wrong(&error, data),
    };
    let again = serde_json::to_vec(&query).expect("a query can be written");
    assert_eq!(PeopleQuery::from_json(&again), Ok(query.clone()), "a query read again");
    let [one, other] = &*CONFIGS;
    let [one, other] = [one, other].map(|config| Preview::new(config, given::roster()));
    for preview in [&one, &other] {
        page(preview, &query, &general::everyone(preview));
    }
    let all = PeopleQuery { limit: u32::MAX, ..PeopleQuery::default() };
    let (asked, all) =
        (one.compare(&other, &query, Locale::Ja), one.compare(&other, &all, Locale::Ja));
    assert_eq!(asked.ends, all.ends, "everyone is counted, whoever is asked for");
    assert!(asked.total <= all.total && asked.people.iter().all(|it| all.people.contains(it)));
}

fn wrong(error: &Error, data: &[u8]) {
    general::error(error, &[(error.path().to_owned(), data)]);
}

/// Everyone, in every order, by the page, and by their address.
pub fn laws(preview: &Preview<'_>, everyone: &[Person]) {
    for (number, sort) in PeopleOrder::ALL.iter().enumerate() {
        let (descending, limit) = (number % 2 == 1, everyone.len() as u32 / 2 + 1);
        let query = PeopleQuery { sort: *sort, descending, limit, ..PeopleQuery::default() };
        page(preview, &query, everyone);
        page(preview, &PeopleQuery { offset: limit, ..query }, everyone);
    }
    for person in everyone {
        let outcome = Some(vec![person.outcome]);
        page(preview, &PeopleQuery { outcome, ..PeopleQuery::default() }, everyone);
        let found = preview.find(&person.email, Locale::En);
        assert_eq!(found.as_ref(), Some(person), "found by their address");
    }
}

/// A page has the people who are asked for, and says how many they are.
fn page(preview: &Preview<'_>, query: &PeopleQuery, everyone: &[Person]) {
    let page = preview.people(query, Locale::En);
    let whole = PeopleQuery { offset: 0, limit: u32::MAX, ..query.clone() };
    let whole = preview.people(&whole, Locale::En);
    assert_eq!((page.total, whole.total), (whole.people.len(), whole.people.len()));
    let on_page = whole.people.iter().skip(query.offset as usize).take(query.limit as usize);
    assert!(page.people.iter().eq(on_page), "{page:?} of {whole:?}");

    let mut found: Vec<_> = whole.people.iter().map(|person| person.email.as_str()).collect();
    if query.sort == PeopleOrder::Email {
        let is_sorted = found.is_sorted_by(|one, other| (one < other) != query.descending);
        assert!(is_sorted, "{found:?}");
    }
    found.sort_unstable();
    let mut expected: Vec<_> =
        everyone.iter().filter(|person| is_asked_for(query, person)).collect();
    expected.sort_unstable_by_key(|person| &person.email);
    let some = query.change.is_some()
        || query.before.is_some()
        || query.after.is_some()
        || query.search.as_deref().is_some_and(|search| !search.trim().is_empty());
    if some {
        expected.retain(|person| found.binary_search(&person.email.as_str()).is_ok());
    }
    assert!(expected.iter().map(|person| &person.email).eq(&found), "{found:?} for {query:?}");
}

/// As far as that can be told from the person alone.
fn is_asked_for(query: &PeopleQuery, person: &Person) -> bool {
    let standings = || [person.before, person.after].into_iter().flatten();
    query.outcome.as_deref().is_none_or(|asked| asked.contains(&person.outcome))
        && query
            .role_before
            .as_deref()
            .is_none_or(|asked| person.before.is_some_and(|before| asked.contains(&before.role)))
        && query.role.as_deref().is_none_or(|asked| standings().any(|it| asked.contains(&it.role)))
        && query.seat_tier.as_deref().is_none_or(|asked| {
            standings().any(|it| it.seat_tier.is_some_and(|tier| asked.contains(&tier)))
        })
}

/// A configuration differs from itself for nobody; from another for those who fare otherwise.
pub fn compared(one: &Preview<'_>, other: &Preview<'_>) {
    let query = PeopleQuery { limit: u32::MAX, ..PeopleQuery::default() };
    let everyone = one.people(&query, Locale::En);
    let itself = one.compare(one, &query, Locale::En);
    assert_eq!((itself.total, itself.people.len()), (0, 0), "it differs from itself");
    check::flow(&itself.ends, everyone.total);
    let difference = one.compare(other, &query, Locale::En);
    assert_eq!(difference.total, difference.people.len());
    check::flow(&difference.ends, everyone.total);
    let fate = |person: &Person| (person.before, person.after, person.outcome, person.when);
    let others = other.people(&query, Locale::En).people;
    for person in &everyone.people {
        let Some(twin) = others.iter().find(|twin| twin.email == person.email) else { continue };
        let mut differing = difference.people.iter();
        let told = differing.find(|it| it.one.email == person.email);
        assert!(told.is_some() || fate(person) == fate(twin), "{person:?} but {twin:?}");
        if let Some(told) = told {
            assert_eq!((&told.one, &told.other), (person, twin));
        }
    }
}
