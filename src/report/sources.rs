//! What was read of the roster.

use crate::model::report::{Format, SourceProblem, SourceReport};
use crate::roster::{LeftOut, Roster, Side};
use crate::text::{Locale, Text};

const NO_ADDRESS: Text = Text {
    en: "the row has no address and was left out",
    ja: "メールアドレスのない行のため除外しました",
};

const NOT_A_ROW: Text = Text {
    en: "this is not an object and was left out",
    ja: "オブジェクトではないため除外しました",
};

const REPEATED: Text = Text {
    en: "the row repeats an address of this side and was left out: the first row counts",
    ja: "同じ側に同じメールアドレスの行があるため除外しました。最初の行を使います",
};

/// What was read of each side that was given.
pub fn sources(roster: &Roster, locale: Locale) -> Vec<SourceReport> {
    let notes = roster.notes();
    let in_directory = roster.people().filter(|person| roster.is_in_directory(*person)).count();
    let mut sources = Vec::new();
    if notes.members_given {
        sources.push(source(
            roster,
            Side::Members,
            notes.member_rows,
            roster.member_count(),
            0,
            locale,
        ));
    }
    if roster.directory().is_some() {
        let groups = roster.groups().all().len();
        sources.push(source(
            roster,
            Side::Directory,
            notes.user_rows,
            in_directory,
            groups,
            locale,
        ));
    }
    sources
}

fn source(
    roster: &Roster,
    side: Side,
    rows: usize,
    people: usize,
    groups: usize,
    locale: Locale,
) -> SourceReport {
    let left_out = roster.notes().left_out.iter().filter(|row| row.side == side);
    let problem = |row: &crate::roster::LeftOutRow| SourceProblem {
        path: row.path.clone(),
        message: match row.why {
            LeftOut::NoAddress => NO_ADDRESS,
            LeftOut::NotARow => NOT_A_ROW,
            LeftOut::Repeated => REPEATED,
        }
        .template(locale)
        .to_owned(),
    };
    SourceReport {
        side,
        format: Format::RolecallJson,
        rows,
        people,
        groups,
        left_out: rows.saturating_sub(people),
        problems: left_out.map(problem).collect(),
    }
}
