//! A mapped group has groups as members, which identity providers do not provision.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/nested-group",
    severity: Severity::Warning,
    sources: &["E34", "E36"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets} and has other groups as members ({nested}), whose people are not provisioned through it",
    ja: "{targets} にマップされたグループ {group} はほかのグループ({nested})をメンバーに含みますが、その所属者はプロビジョニングされません",
};

const HELP: Text = Text {
    en: "map the inner groups themselves, or make their people direct members of {group} in your identity provider",
    ja: "内側のグループ自体をマップするか、アイデンティティプロバイダーで所属者を {group} の直接のメンバーにしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let groups = context.roster.groups();
    for namings in by_group(context) {
        let Some(first) = namings.first() else { continue };
        let nested: Vec<String> =
            first.groups.iter().flat_map(|group| groups.nested_in(*group)).cloned().collect();
        if nested.is_empty() {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("targets", targets(namings.iter().map(|naming| naming.target)))
                .arg("nested", Arg::Words(nested))
                .at_all(namings.iter().map(|naming| naming.path.clone())),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
