//! A mapped name that two groups of the directory bear.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/ambiguous-group-name",
    severity: Severity::Warning,
    sources: &["B31"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{times} groups of the directory are called {group}, which is mapped to {targets}: all of them count",
    ja: "{targets} にマップされた名前 {group} のグループがディレクトリに {times} 個あり、すべてが対象になります",
};

const HELP: Text = Text {
    en: "map the one that is meant by its id, or rename the other in your identity provider",
    ja: "対象のグループをIDでマップするか、アイデンティティプロバイダーでもう一方の名前を変えてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in by_group(context) {
        let ambiguous = namings.iter().filter(|naming| naming.groups.len() > 1);
        let ambiguous: Vec<_> = ambiguous.collect();
        let Some(first) = ambiguous.first() else { continue };
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("times", Arg::Count(first.groups.len()))
                .arg("targets", targets(ambiguous.iter().map(|naming| naming.target)))
                .at_all(ambiguous.iter().map(|naming| naming.path.clone()))
                .at("/roster/directory/groups"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
