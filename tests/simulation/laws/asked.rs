//! However much has been asked of a roster and of a preview before, the answer is that of new ones.

use crate::compare::Mismatches;
use crate::generate::{self, Rows};
use crate::rng::Rng;
use rolecall::model::PeopleQuery;
use rolecall::{Config, Locale, Options, Preview, Roster};
use serde_json::{Value, json};

type Question = (&'static str, fn(&Preview<'_>) -> Value);

/// What can be asked of a preview, but for repairs and plans, which take hundreds of checks.
const QUESTIONS: [Question; 6] = [
    ("report", |it| json!(it.full_report(Locale::En))),
    ("report without fixes", |it| {
        json!(it.answer(&Options { fixes: Some(false), ..Options::default() }))
    }),
    ("report in Japanese", |it| json!(it.report(Locale::Ja))),
    ("people", |it| json!(it.people(&PeopleQuery::default(), Locale::En))),
    ("flow", |it| json!(it.flow())),
    ("fingerprint", |it| json!(it.fingerprint())),
];

/// One roster is asked about its own configuration, about another world's and about its own again, in two orders of the
/// questions; each answer is what a roster that was just read gives to its first question.
pub fn again(config: &Value, roster: &Value, seed: u64) -> Mismatches {
    let text = roster.to_string();
    let people = || Roster::from_json(text.as_bytes()).expect("a roster can be read");
    let (other, _) = generate::scenario(&mut Rng::new(seed + 1), Rows::MayRepeat);
    let [own, other] = [config, &other].map(|config| {
        Config::from_json(config.to_string().as_bytes()).expect("a configuration can be read")
    });
    let kept = people();
    let (first, second) = (Preview::new(&own, &kept), Preview::new(&other, &kept));
    let later = Preview::new(&own, &kept);
    let mut out = Mismatches::default();
    for ((about, question), from_behind) in QUESTIONS.iter().zip((0..QUESTIONS.len()).rev()) {
        let anew = question(&Preview::new(&own, &people()));
        out.demand(&format!("asked first: {about}"), "", anew.clone(), &question(&first));
        question(&second);
        QUESTIONS[from_behind].1(&later);
        out.demand(&format!("asked again: {about}"), "", anew, &question(&later));
    }
    for (about, question) in QUESTIONS.iter().rev() {
        let anew = question(&Preview::new(&other, &people()));
        out.demand(&format!("asked between: {about}"), "", anew, &question(&second));
    }
    out
}
