//! Members who lose access by removal.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/members-removed",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29", "E4", "E3"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} of {members} {members|member|members} {n|is|are} removed: {unassigned} not assigned to the application, {ungrouped} in no group that entitles ({who})",
    ja: "メンバー {members} 人のうち {n} 人が削除されます。未割り当て {unassigned} 人、対象グループに属していない人 {ungrouped} 人({who})",
};

const HELP: Text = Text {
    en: "whoever is to stay must be assigned to the application in your identity provider, and with group mapping be in a group mapped to a role, before you save",
    ja: "残すべき人は、保存する前にアイデンティティプロバイダーでアプリケーションに割り当て、マッピング使用時はロールにマップされたグループに追加してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Removed);
    if people.is_empty() {
        return;
    }
    let assigned = |person: &&PersonId| context.roster.is_assigned(**person);
    let ungrouped = people.iter().filter(assigned).count();
    let mut draft = Draft::new(&RULE, MESSAGE, HELP)
        .arg("members", Arg::Count(context.members_with_access()))
        .arg("unassigned", Arg::Count(people.len() - ungrouped))
        .arg("ungrouped", Arg::Count(ungrouped))
        .at("/config/provisioning/mode");
    if ungrouped > 0 {
        draft = draft.at("/config/provisioning/groupMapping");
    }
    drafts.push(draft.people(people).at("/roster/directory/users"));
}
