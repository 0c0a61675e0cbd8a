//! One group on several seat tiers: the highest wins.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/group-on-several-tiers",
    severity: Severity::Warning,
    sources: &["B35", "B31"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets}: its people get {highest}, the highest of them",
    ja: "{group} が {targets} にマップされています。所属する人は最も高い {highest} になります",
};

const HELP: Text = Text {
    en: "leave {group} on the one seat tier that its people are to have",
    ja: "{group} は、所属する人に付与したいシートティア1つだけにマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for mut namings in by_group(context) {
        namings.retain(|naming| matches!(naming.target, Target::Tier(_)));
        let mut tiers: Vec<_> = namings.iter().map(|naming| naming.target).collect();
        tiers.dedup();
        let (Some(first), true) = (namings.first(), tiers.len() > 1) else { continue };
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("highest", first.target.arg())
                .arg("targets", targets(tiers))
                .people(context.assigned_in(first.groups))
                .at_all(namings.iter().map(|naming| naming.path.clone())),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
