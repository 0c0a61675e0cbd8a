//! One address twice on one side.

use crate::roster::Repeat;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/duplicate-person",
    severity: Severity::Warning,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const DIFFERENT: Text = Text {
    en: "{n} {n|person stands|people stand} more than once in {list} with different content; the first row counts: {who}",
    ja: "{list} に内容の異なる同じ人の行が {n} 人分あります。最初の行を使います: {who}",
};

const IDENTICAL: Text = Text {
    en: "{n} {n|person stands|people stand} more than once in {list} with the same content: {who}",
    ja: "{list} に同じ内容の重複した行が {n} 人分あります: {who}",
};

const HELP: Text = Text {
    en: "leave one row for each person, the one that is right",
    ja: "1人につき正しい行を1つだけ残してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let repeats = &context.roster.notes().repeats;
    for side in [crate::roster::Side::Members, crate::roster::Side::Directory] {
        for (identical, message, severity) in
            [(false, DIFFERENT, Severity::Warning), (true, IDENTICAL, Severity::Info)]
        {
            let same = |repeat: &&Repeat| repeat.side == side && repeat.identical == identical;
            let found: Vec<_> = repeats.iter().filter(same).collect();
            let mut people: Vec<_> =
                found.iter().filter_map(|repeat| context.roster.find(&repeat.email)).collect();
            people.sort_unstable();
            people.dedup();
            if found.is_empty() {
                continue;
            }
            let list = match side {
                crate::roster::Side::Members => "/roster/members",
                crate::roster::Side::Directory => "/roster/directory/users",
            };
            drafts.push(
                Draft::new(&RULE, message, HELP)
                    .severity(severity)
                    .subject(&format!("{list} {identical}"))
                    .people(people)
                    .arg("list", Arg::Setting(list.to_owned()))
                    .at_all(found.iter().take(20).map(|repeat| repeat.path.clone())),
            );
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
