//! Answers about organisations made of words.

use std::collections::BTreeMap;

use rolecall::Word;
use rolecall::catalog::{Role, SeatTier};
use rolecall::input::Options;
use rolecall::model::{Flow, FullReport, PeopleColumns, Person, Severity};
use rolecall::{Config, Error, Locale, Outcome, Preview, Report, Roster, Verdict};
use serde_json::Value;

use super::{laws, people};

/// A configuration and a roster that are read, or why not.
pub fn read(document: &Value) -> Result<(Config, Roster), Error> {
    let [config, roster] = ["config", "roster"].map(|part| document[part].to_string());
    let texts = [("/config", &config), ("/roster", &roster)];
    let texts = texts.map(|(path, text)| (path.to_owned(), text.as_bytes()));
    let config = Config::from_json(config.as_bytes());
    let roster = Roster::from_json(roster.as_bytes());
    for error in config.as_ref().err().into_iter().chain(roster.as_ref().err()) {
        laws::error(error, &texts);
    }
    Ok((config?, roster?))
}

/// Holds all that can be asked about a document against each other.
pub fn document(document: &Value, otherwise: &Value) {
    let Ok((config, roster)) = read(document) else { return };
    let again = laws::config_again(&config);
    let full = laws::answer(&config, &roster);
    if let Some(roster) = laws::roster_again(&roster) {
        let people = laws::everyone(&Preview::new(&again, &roster));
        assert_eq!(people, full.people, "what becomes of everyone when all is read again");
    }
    let preview = Preview::new(&config, &roster);
    columns(&preview.columns(), &full.people);
    flow(&preview.flow(), full.people.len());
    accepted(&preview, &full);
    people::laws(&preview, &full.people);
    order_of_rows(document, &preview, &full);

    let Ok(otherwise) = Config::from_json(otherwise.to_string().as_bytes()) else { return };
    let other = Preview::new(&otherwise, &roster);
    people::compared(&preview, &other);
    // What a preview was asked before, and in which language, makes no difference.
    let all = Options { fixes: Some(true), locale: Locale::Ja, ..Options::default() };
    let _ = preview.answer(&all);
    assert_eq!(Preview::new(&otherwise, &roster).columns(), other.columns(), "asked in between");
    assert_eq!(preview.full_report(Locale::En), full, "asked a second time");
}

/// Columns have what the people have.
fn columns(columns: &PeopleColumns, people: &[Person]) {
    fn code<T: Word + PartialEq>(all: &[T], word: Option<T>) -> u8 {
        let place = word.and_then(|word| all.iter().position(|it| *it == word));
        place.map_or(PeopleColumns::NONE, |place| u8::try_from(place).expect("few words"))
    }
    let after = |person: &Person| person.after;
    let outcome = people.iter().map(|person| code(Outcome::ALL, Some(person.outcome)));
    let role = people.iter().map(|person| code(Role::ALL, after(person).map(|it| it.role)));
    let tier = |person| code(SeatTier::ALL, after(person).and_then(|it| it.seat_tier));
    assert_eq!(columns.outcome, outcome.collect::<Vec<_>>());
    assert_eq!(columns.role, role.collect::<Vec<_>>());
    assert_eq!(columns.seat_tier, people.iter().map(tier).collect::<Vec<_>>());
}

/// Everyone comes from somewhere and goes somewhere.
pub fn flow(flow: &Flow, people: usize) {
    for links in [&flow.roles, &flow.seat_tiers] {
        assert_eq!(links.iter().map(|link| link.people).sum::<usize>(), people, "{links:?}");
        let is_sorted = links
            .windows(2)
            .all(|pair| (pair[0].before, pair[0].after) < (pair[1].before, pair[1].after));
        assert!(is_sorted && links.iter().all(|link| link.people > 0), "{links:?}");
    }
}

/// Accepted findings stand apart, and errors are never accepted.
fn accepted(preview: &Preview<'_>, full: &FullReport) {
    let findings = &full.report.findings;
    let accepted = findings.iter().map(|finding| finding.id.clone()).collect();
    let options = Options { accepted, fixes: Some(false), ..Options::default() };
    let answer = preview.answer(&options);
    let is_error = |severity| severity == Severity::Error;
    assert!(answer.findings.iter().all(|it| is_error(it.severity)));
    assert!(!answer.accepted.iter().any(|it| is_error(it.severity)));
    assert_eq!(answer.findings.len() + answer.accepted.len(), findings.len());
    let expected = if answer.findings.is_empty() { Verdict::Pass } else { Verdict::Block };
    assert_eq!(answer.verdict, expected, "when all is accepted that can be");
}

/// Where nobody's fate hangs on the order of rows, neither findings nor fingerprint do.
fn order_of_rows(document: &Value, preview: &Preview<'_>, full: &FullReport) {
    let mut reversed = document["roster"].clone();
    for list in ["/members", "/directory/users", "/directory/groups"] {
        if let Some(Value::Array(rows)) = reversed.pointer_mut(list) {
            rows.reverse();
        }
    }
    let Ok((config, roster)) = read(&serde_json::json!({
        "config": document["config"],
        "roster": reversed,
    })) else {
        panic!("rows in another order cannot be read");
    };
    let other = Preview::new(&config, &roster);
    let people = laws::everyone(&other);
    fn fates(people: &[Person]) -> BTreeMap<&str, &Person> {
        people.iter().map(|person| (person.email.as_str(), person)).collect()
    }
    // Strange keys and values are known by their places, which are the rows'; and of the rows of one
    // person the first counts.
    let hangs =
        |code: &str| code.starts_with("input/unknown-") || code == "roster/duplicate-person";
    if fates(&full.people) != fates(&people)
        || full.report.findings.iter().any(|finding| hangs(finding.code))
    {
        return;
    }
    let ids = |report: &Report| {
        let mut ids: Vec<_> = report.findings.iter().map(|it| it.id.clone()).collect();
        ids.sort();
        ids
    };
    let reversed = other.answer(&Options { fixes: Some(false), ..Options::default() });
    assert_eq!(ids(&full.report), ids(&reversed), "findings hang on the order of rows");
    assert_eq!(preview.fingerprint(), other.fingerprint(), "fingerprints of one situation");
}
