//! What was read of the roster, in words.

use crate::model::{SourceProblem, SourceReport};
use crate::roster::{Problem, Remark, Roster, Side, SourceNotes, Trouble};
use crate::text::{Arg, Locale, Text, plain};

/// What was read of each side that was given, or of each of its files; the members' first.
pub fn sources(roster: &Roster, locale: Locale) -> Vec<SourceReport> {
    let of_side = |side| roster.notes().of_side(side);
    let sources = of_side(Side::Members).chain(of_side(Side::Directory));
    sources.map(|source| report(source, locale)).collect()
}

fn report(source: &SourceNotes, locale: Locale) -> SourceReport {
    SourceReport {
        side: source.side,
        name: source.name.clone(),
        format: source.format,
        rows: source.rows,
        people: source.people,
        groups: source.groups,
        left_out: source.left_out,
        problems: source.problems.iter().map(|problem| in_words(problem, locale)).collect(),
        notes: source.remarks.iter().map(|remark| remark_in_words(remark, locale)).collect(),
    }
}

fn in_words(problem: &Problem, locale: Locale) -> SourceProblem {
    let place = &problem.place;
    SourceProblem {
        path: place.path.clone(),
        line: place.line,
        column: place.column,
        message: trouble_in_words(&problem.trouble, locale),
    }
}

fn trouble_in_words(trouble: &Trouble, locale: Locale) -> String {
    let (text, arguments): (Text, Vec<(&str, String)>) = match trouble {
        Trouble::NoAddress => (
            Text {
                en: "the row has no address and was left out",
                ja: "メールアドレスのない行のため除外しました",
            },
            vec![],
        ),
        Trouble::NotARow => (
            Text {
                en: "this is not an object and was left out",
                ja: "オブジェクトではないため除外しました",
            },
            vec![],
        ),
        Trouble::Repeated => (
            Text {
                en: "the row repeats an address of this side and was left out: the first row counts",
                ja: "同じ側に同じメールアドレスの行があるため除外しました。最初の行を使います",
            },
            vec![],
        ),
        Trouble::TooManyCells => (
            Text {
                en: "the row has more cells than there are headings and was left out: a cell with a comma in it may lack its quotation marks",
                ja: "見出しより多くのセルがある行のため除外しました。カンマを含むセルが引用符で囲まれていない可能性があります",
            },
            vec![],
        ),
        Trouble::InvitationOver(status) => (
            Text {
                en: "the invitation is not pending ({status}) and was left out",
                ja: "保留中ではない招待({status})のため除外しました",
            },
            vec![("status", status.clone())],
        ),
        Trouble::NeitherUserNorGroup => (
            Text {
                en: "this is neither a user nor a group and was left out",
                ja: "ユーザーでもグループでもないため除外しました",
            },
            vec![],
        ),
        Trouble::NoGroup => (
            Text {
                en: "the row names no group and was left out",
                ja: "グループ名のない行のため除外しました",
            },
            vec![],
        ),
        Trouble::NobodyInGroup { group, member } => (
            Text {
                en: "{member}, a member of the group {group}, is nobody in what was given",
                ja: "グループ {group} のメンバー {member} は、指定されたデータのどこにもいません",
            },
            vec![("member", member.clone()), ("group", group.clone())],
        ),
        Trouble::EverybodyInGroup(group) => (
            Text {
                en: "the group {group} has everybody of the company as a member (CUSTOMER) and does not name them: they were not counted as in it",
                ja: "グループ {group} には社内の全員(CUSTOMER)が含まれますが、名前が挙げられていないため、メンバーとして数えていません",
            },
            vec![("group", group.clone())],
        ),
    };
    text.fill(locale, &arguments)
}

fn remark_in_words(remark: &Remark, locale: Locale) -> String {
    let (text, arguments): (Text, Vec<(&str, Arg)>) = match remark {
        Remark::Encoding(encoding) => (
            Text { en: "the text is in {encoding}", ja: "文字コードは {encoding} です" },
            vec![("encoding", Arg::Word((*encoding).to_owned()))],
        ),
        Remark::AddressColumn { taken, members, other, other_members } => (
            Text {
                en: "addresses are taken from {taken}: {members} {members|member is|members are} in it, and {other_members} in {other}",
                ja: "メールアドレスは {taken} から取りました。メンバーと一致するのは {taken} が {members} 人、{other} が {other_members} 人です",
            },
            vec![
                ("taken", Arg::Word((*taken).to_owned())),
                ("members", Arg::Count(*members)),
                ("other", Arg::Word((*other).to_owned())),
                ("other_members", Arg::Count(*other_members)),
            ],
        ),
        Remark::OtherAddress { column, rows } => (
            Text {
                en: "{rows} {rows|row has|rows have} no address there: {column} stands in",
                ja: "{rows} 行はそこにメールアドレスがないため、{column} を使いました",
            },
            vec![("rows", Arg::Count(*rows)), ("column", Arg::Word((*column).to_owned()))],
        ),
        Remark::Indirect(count) => (
            Text {
                en: "{count} {count|membership|memberships} through another group (indirect) {count|does|do} not count: nested groups are not provisioned",
                ja: "他のグループを介した所属(indirect)が {count} 件ありますが、入れ子のグループはプロビジョニングされないため数えません",
            },
            vec![("count", Arg::Count(*count))],
        ),
        Remark::AssignmentNotSaid => (
            Text {
                en: "nothing in it says who is assigned to the application",
                ja: "誰がアプリケーションに割り当てられているかは書かれていません",
            },
            vec![],
        ),
        Remark::GroupFromFileName(group) => (
            Text {
                en: "the group is taken to be {group}, as the file is called",
                ja: "ファイル名からグループを {group} とみなしました",
            },
            vec![("group", Arg::Word(group.clone()))],
        ),
        Remark::Cut { rows, total: Some(total) } => (
            Text {
                en: "the list is not whole: {rows} of {total} are given",
                ja: "リストは一部だけです。{total} 件のうち {rows} 件が指定されています",
            },
            vec![("rows", Arg::Count(*rows)), ("total", Arg::Count(*total))],
        ),
        Remark::Cut { rows, total: None } => (
            Text {
                en: "the list is not whole: it says that more follow these {rows}",
                ja: "リストは一部だけです。この {rows} 件に続きがあります",
            },
            vec![("rows", Arg::Count(*rows))],
        ),
    };
    plain(&text.parts(locale, &arguments))
}
