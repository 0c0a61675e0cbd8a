//! JIT or SCIM and a directory that does not say who is assigned.

use crate::roster::Assignment;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/assignment-unknown",
    sources: &["B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the directory does not say who is assigned to the application: what {mode} makes of {members} {members|member|members} cannot be said",
    ja: "ディレクトリからは誰がアプリケーションに割り当てられているか分かりません。{mode} でメンバー {members} 人がどうなるかは判断できません",
};

const HELP: Text = Text {
    en: "set directory.assignment: listed if everyone in the file is assigned, flagged if assigned marks them, or the groups that are assigned",
    ja: "directory.assignment を指定してください。全員が割り当て済みなら listed、assigned で示すなら flagged、またはグループ名です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let directory = context.roster.directory();
    let unknown = directory.is_none_or(|found| found.assignment == Assignment::Unknown);
    if context.is_automatic() && unknown {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("mode", Arg::Mode(context.mode()))
                .arg("members", Arg::Count(context.roster.member_count()))
                .at("/roster/directory/assignment"),
        );
    }
}
