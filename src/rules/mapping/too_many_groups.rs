//! JIT with mapping and Entra: people in so many groups that their group claims are left out.

use crate::catalog::Provider;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/too-many-groups",
    severity: Severity::Warning,
    sources: &["E35"],
    check,
    ..DEFAULT
};

/// From how many groups on a SAML token carries none of them.
const MOST: usize = 150;

const MESSAGE: Text = Text {
    en: "{n} {n|person is|people are} in more than {most} groups, and Entra leaves all group claims out of such a login, so the mapping sees none: {who}",
    ja: "{n} 人が {most} を超えるグループに属しており、Entraはこの場合ログイン時のグループ要求をすべて省くため、マッピングが効きません: {who}",
};

const HELP: Text = Text {
    en: "in Entra, limit the group claim to the groups assigned to the application",
    ja: "Entraで、グループ要求をアプリケーションに割り当てられたグループに限定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provider = context.config.parent.as_ref().and_then(|parent| parent.directory_sync.provider);
    if context.mode() != Mode::Jit || !context.policy.mapped || provider != Some(Provider::Entra) {
        return;
    }
    let roster = context.roster;
    let people: Vec<_> =
        roster.people().filter(|person| roster.groups_of(*person).len() > MOST).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("most", Arg::Count(MOST))
                .people(people)
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
