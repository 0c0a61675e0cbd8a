//! Some administrators are left, but fewer than the guard `minAdmins`.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/few-admins-left",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B33", "E22"],
    carries_ways_back: true,
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person|people} may edit these settings after the save, {before} before: {who}; the guard asks for {least}",
    ja: "保存後にこの設定を編集できるのは {n} 人です(保存前は {before} 人): {who}。下限は {least} 人です",
};

const HELP: Text = Text {
    en: "give a second person the role {role}, by their group where groups are mapped, so that one absence locks nobody out",
    ja: "1人が不在でも困らないよう、もう1人に {role} を付与してください(マッピング使用時はグループで)",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (before, after) = (context.admins_before.len(), context.admins_after.len());
    let least = context.config.guards.min_admins;
    if after == 0 || after >= least as usize {
        return;
    }
    let severity = if after < before { Severity::Warning } else { Severity::Info };
    let path = if context.policy.mapped {
        context.administering_groups()
    } else {
        "/roster/members".to_owned()
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .severity(severity)
            .people(context.admins_after.clone())
            .arg("before", Arg::Count(before))
            .arg("least", Arg::Count(least as usize))
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}
