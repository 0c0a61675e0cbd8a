//! Something that is not an address stands where an address belongs.

use crate::roster::{LeftOut, Side};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/bad-email",
    severity: Severity::Warning,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const NOT_AN_ADDRESS: Text = Text {
    en: "{n} {n|person has|people have} something that is not an e-mail address: {who}",
    ja: "{n} 人のメールアドレスがアドレスの形をしていません: {who}",
};

const NONE: Text = Text {
    en: "{count} {count|row|rows} of {list} {count|has|have} no address and {count|was|were} left out",
    ja: "{list} の {count} 行にメールアドレスがないため除外しました",
};

const HELP: Text = Text {
    en: "correct the address in the list, or export it again with the column of e-mail addresses",
    ja: "リストのアドレスを修正するか、メールアドレスの列を含めて再度エクスポートしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    let people: Vec<_> =
        roster.people().filter(|person| !is_address(roster.email(*person))).collect();
    if !people.is_empty() {
        drafts.push(Draft::new(&RULE, NOT_AN_ADDRESS, HELP).people(people).at("/roster"));
    }
    for (side, list) in
        [(Side::Members, "/roster/members"), (Side::Directory, "/roster/directory/users")]
    {
        let without = roster.notes().without_address(side);
        if without == 0 {
            continue;
        }
        let rows = roster.notes().left_out.iter();
        let rows = rows.filter(|row| row.side == side && row.why == LeftOut::NoAddress);
        drafts.push(
            Draft::new(&RULE, NONE, HELP)
                .subject(list)
                .arg("count", Arg::Count(without))
                .arg("list", Arg::Setting(list.to_owned()))
                .at_all(rows.take(20).map(|row| row.path.clone())),
        );
    }
}

/// Whether the text has the form of an address: something, one @, a domain, no blanks.
fn is_address(text: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    match text.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !text.contains(blank)
        }
        None => false,
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
