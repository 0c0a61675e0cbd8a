//! Nobody administers afterwards.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/no-admin-left",
    needs: Needs::Resolution,
    sources: &["B33", "E22"],
    carries_ways_back: true,
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "nobody is left who may edit these settings: {n} {n|administrator|administrators} today, none after the save ({who})",
    ja: "この設定を編集できる人がいなくなります。現在の管理者 {n} 人({who})が保存後は0人になります",
};

const NEVER_ANY: Text = Text {
    en: "nobody may edit these settings after the save, and nobody may today: no active human with access is {role}",
    ja: "保存後にこの設定を編集できる人がおらず、現在もいません。アクセスできる有効な {role} の人間のメンバーがいません",
};

const MAP: Text = Text {
    en: "before saving, map a group to {role} that holds at least one assigned person, yourself included",
    ja: "保存する前に、自分を含む少なくとも1人の割り当て済みユーザーがいるグループを {role} にマップしてください",
};

const ASSIGN: Text = Text {
    en: "before saving, assign the people who are {role} to the application in your identity provider",
    ja: "保存する前に、アイデンティティプロバイダーで {role} の人をアプリケーションに割り当ててください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if !context.admins_after.is_empty() {
        return;
    }
    let message = if context.admins_before.is_empty() { NEVER_ANY } else { MESSAGE };
    let (help, path) = if context.policy.mapped {
        (MAP, context.administering_groups())
    } else {
        (ASSIGN, "/roster/directory/users".to_owned())
    };
    drafts.push(
        Draft::new(&RULE, message, help)
            .people(context.admins_before.clone())
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}
