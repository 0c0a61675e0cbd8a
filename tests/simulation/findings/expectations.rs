//! What the caller expects, held against what comes of it.

use super::{Case, Findings};
use crate::scenario::{Expectation, Subject, Word};
use crate::world::Standing;

pub fn findings(case: &Case, found: &mut Findings) {
    for expectation in &case.scenario.expectations {
        let subjects = subjects(case, expectation);
        if subjects.is_empty() {
            found.add("expect/matches-nobody", "warning", None);
        }
        let failed = subjects.iter().filter(|let_in| !is_met(expectation, **let_in)).count();
        found.add_for("expect/not-met", "error", failed);
    }
}

/// What each of those who are meant comes to, if they are let in at all.
fn subjects(case: &Case, expectation: &Expectation) -> Vec<Option<Standing>> {
    let scenario = case.scenario;
    let people = scenario.people.iter().enumerate();
    people
        .filter_map(|(index, person)| {
            let fate = case.preview.after.fates[index].as_ref();
            let let_in = fate.and_then(|fate| fate.standing).filter(|standing| standing.access);
            let is_meant = match &expectation.subject {
                Subject::Email(email) => person.email == *email,
                Subject::Group(groups) => {
                    scenario.word(person) == Word::Assigned
                        && person.user.as_ref().is_some_and(|user| user.is_in(groups))
                }
                Subject::Everyone => let_in.is_some(),
                Subject::Nobody => false,
            };
            is_meant.then_some(let_in)
        })
        .collect()
}

fn is_met(expectation: &Expectation, let_in: Option<Standing>) -> bool {
    let Expectation { access, role, tier, .. } = expectation;
    let has_role = |role: &String| let_in.is_some_and(|standing| standing.role == role);
    let has_tier = |tier: &String| let_in.is_some_and(|s| s.tier == Some(tier.as_str()));
    access.is_none_or(|access| access == let_in.is_some())
        && role.as_ref().is_none_or(has_role)
        && tier.as_ref().is_none_or(has_tier)
}
