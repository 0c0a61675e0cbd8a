//! Members with no access before or after, with the seats they hold.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/already-without",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B21", "E5"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member has|members have} no access today and none after the save, and {n|holds|hold} {seats} {seats|seat|seats}: {who}",
    ja: "{n} 人のメンバーは現在も保存後もアクセスがなく、{seats} シートを占有しています: {who}",
};

const HELP: Text = Text {
    en: "nothing changes for them; remove them from the member list by hand if their seats are to be free",
    ja: "この人たちには変化がありません。シートを空けるには手動でメンバーリストから削除してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let without = |person: &PersonId| {
        !context.change.had_access(*person) && !context.change.after.has_access(*person)
    };
    let people: Vec<_> = (0..context.roster.member_count()).filter(without).collect();
    if people.is_empty() {
        return;
    }
    let holds = |person: &&PersonId| context.policy.held_tier(context.roster, **person).is_some();
    let seats = people.iter().filter(holds).count();
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .arg("seats", Arg::Count(seats))
            .people(people)
            .at("/roster/members"),
    );
}
