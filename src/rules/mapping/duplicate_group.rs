//! One group twice on one role or seat tier.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/duplicate-group",
    severity: Severity::Info,
    sources: &["B35"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {target} {times} times, which changes nothing",
    ja: "{group} が {target} に {times} 回マップされていますが、影響はありません",
};

const HELP: Text = Text {
    en: "name {group} once on {target}; check whether another group was meant",
    ja: "{target} での {group} の指定を1回にし、別のグループの間違いでないか確認してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in by_group(context) {
        // Roles first, then tiers: the same target stands side by side.
        for same in namings.chunk_by(|one, other| one.target == other.target) {
            let (Some(first), true) = (same.first(), same.len() > 1) else { continue };
            drafts.push(
                Draft::new(&RULE, MESSAGE, HELP)
                    .subject(first.designation)
                    .arg("group", Arg::Group(first.designation.to_owned()))
                    .arg("target", first.target.arg())
                    .arg("times", Arg::Count(same.len()))
                    .at_all(same.iter().map(|naming| naming.path.clone())),
            );
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
