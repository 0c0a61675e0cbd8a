//! People who administer afterwards and do not today.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "escalation/new-admins",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B22", "B24", "E22"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person becomes|people become} {role} or higher, who {n|is|are} not today: {who}",
    ja: "現在はそうでない {n} 人が {role} 以上になります: {who}",
};

const HELP: Text = Text {
    en: "make sure that each of them is to edit these settings; otherwise take them out of the groups mapped to {role} in your identity provider",
    ja: "それぞれがこの設定を編集してよい人か確認し、そうでなければアイデンティティプロバイダーで {role} にマップされたグループから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.new_admins();
    if people.is_empty() {
        return;
    }
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .people(people)
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(context.administering_groups()),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
