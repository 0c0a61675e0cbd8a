//! What the caller expects, held against what comes of it.

use super::{Case, Findings, Passage, has_access};
use crate::scenario::{Expectation, Subject, Word};

pub fn findings(case: &Case, found: &mut Findings) {
    for expectation in &case.scenario.expectations {
        let is_subject = |passage: &&Passage| match &expectation.subject {
            Subject::Email(email) => passage.person.email == *email,
            Subject::Group(groups) => {
                case.scenario.word(passage.person) == Word::Assigned
                    && passage.person.user.as_ref().is_some_and(|user| user.is_in(groups))
            }
            Subject::Everyone => has_access(passage.after),
            Subject::Nobody => false,
        };
        let subjects: Vec<&Passage> = case.passages.iter().filter(is_subject).collect();
        if subjects.is_empty() {
            found.add("expect/matches-nobody", "warning", None);
            continue;
        }
        let failed = subjects.iter().filter(|passage| !is_met(expectation, passage)).count();
        found.add_for("expect/not-met", "error", failed);
    }
}

fn is_met(expectation: &Expectation, passage: &Passage) -> bool {
    let let_in = passage.after.filter(|standing| standing.access);
    let holds =
        |is_so: &dyn Fn(&crate::world::Standing) -> bool| let_in.as_ref().is_some_and(is_so);
    expectation.access.is_none_or(|access| access == let_in.is_some())
        && expectation.role.as_ref().is_none_or(|role| holds(&|standing| standing.role == role))
        && expectation
            .tier
            .as_ref()
            .is_none_or(|tier| holds(&|standing| standing.tier == Some(tier)))
}
