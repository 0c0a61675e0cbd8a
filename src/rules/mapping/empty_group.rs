//! A mapped group with no assigned person.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/empty-group",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B34", "B31"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets} and has no person who is assigned to the application",
    ja: "{targets} にマップされたグループ {group} に、アプリケーションに割り当てられた人がいません",
};

const HELP: Text = Text {
    en: "add the people who are to have {targets} to {group} in your identity provider, assigned to the application, or take the group out of the mapping",
    ja: "アイデンティティプロバイダーで対象者をアプリケーションに割り当てて {group} に追加するか、グループをマッピングから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in by_group(context) {
        let Some(first) = namings.first() else { continue };
        if !context.assigned_in(first.groups).is_empty() {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("targets", targets(namings.iter().map(|naming| naming.target)))
                .at_all(namings.iter().map(|naming| naming.path.clone())),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
