//! Administrators, the actor excepted, who lose access or fall to a lower role.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/admin-demoted",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B40", "E3", "E7"],
    carries_ways_back: true,
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|administrator loses|administrators lose} access or the role: {who}",
    ja: "管理者 {n} 人がアクセスまたはロールを失います: {who}",
};

const ADD_TO_GROUP: Text = Text {
    en: "if they are to stay, add them to a group mapped to {role} in your identity provider before saving",
    ja: "残すべき人であれば、保存する前にアイデンティティプロバイダーで {role} にマップされたグループに追加してください",
};

const ASSIGN: Text = Text {
    en: "if they are to stay, assign them to the application in your identity provider before saving",
    ja: "残すべき人であれば、保存する前にアイデンティティプロバイダーでアプリケーションに割り当ててください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let actor = context.acting_member();
    let gone = |person: &&PersonId| {
        Some(**person) != actor
            && (context.losers.binary_search(person).is_ok()
                || context.demoted.binary_search(person).is_ok())
    };
    let people: Vec<_> = context.admins_before.iter().filter(gone).copied().collect();
    if people.is_empty() {
        return;
    }
    let (help, path) = if context.policy.mapped {
        (ADD_TO_GROUP, context.administering_groups())
    } else {
        (ASSIGN, "/roster/directory/users".to_owned())
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, help)
            .people(people)
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}
