//! JIT or SCIM and no directory: it cannot be known who is assigned.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/no-directory",
    sources: &["B29", "E4"],
    swallows: &["roster/assignment-unknown"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "there is no directory, so it is not known who is assigned to the application: what {mode} makes of {members} {members|member|members} cannot be said",
    ja: "ディレクトリがないため、アプリケーションに割り当てられている人が分かりません。{mode} でメンバー {members} 人がどうなるかは判断できません",
};

const UNDER_MANUAL: Text = Text {
    en: "there is no directory, so whether SSO shuts anybody out was not checked",
    ja: "ディレクトリがないため、SSOによってログインできなくなる人がいるかどうかは確認していません",
};

const HELP: Text = Text {
    en: "export the application's users from your identity provider and give them as directory",
    ja: "アイデンティティプロバイダーからアプリケーションのユーザーをエクスポートし、directory として指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.roster.directory().is_some() {
        return;
    }
    let draft = if context.is_automatic() {
        Draft::new(&RULE, MESSAGE, HELP)
            .arg("mode", Arg::Mode(context.mode()))
            .arg("members", Arg::Count(context.roster.member_count()))
    } else {
        Draft::new(&RULE, UNDER_MANUAL, HELP).severity(Severity::Info)
    };
    drafts.push(draft.at("/roster/directory"));
}
