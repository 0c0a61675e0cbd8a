//! A list that is not whole: `complete` is false.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "input/cut-list",
    severity: Severity::Warning,
    sources: &["B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the directory's list is not whole: {missing} {missing|member is|members are} not in what there is of it, and what becomes of them is not known",
    ja: "ディレクトリのリストは一部だけです。メンバー {missing} 人が含まれておらず、どうなるかは判断できません",
};

const HELP: Text = Text {
    en: "bring the whole list: fetch the remaining pages, or export it again",
    ja: "残りのページを取得するか、もう一度エクスポートして、リスト全体を指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    if roster.directory().is_none_or(|directory| directory.complete) {
        return;
    }
    let missing: Vec<_> =
        (0..roster.member_count()).filter(|person| !roster.is_in_directory(*person)).collect();
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .arg("missing", Arg::Count(missing.len()))
            .people(missing)
            .at("/roster/directory/complete"),
    );
}
