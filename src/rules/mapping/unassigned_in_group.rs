//! Active people in a mapped group who are not assigned to the application.

use crate::roster::AssignedBy;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/unassigned-in-group",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B34", "B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person is|people are} in a mapped group but not assigned to the application, so the group gives {n|them|them} nothing: {who}",
    ja: "{n} 人がマップされたグループに属していますが、アプリケーションに割り当てられていないため対象になりません: {who}",
};

const HELP: Text = Text {
    en: "assign them to the application in your identity provider, best by assigning the group itself",
    ja: "アイデンティティプロバイダーでアプリケーションに割り当ててください。グループごと割り当てるのが確実です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    if !policy.mapped || roster.directory().is_none() {
        return;
    }
    let unassigned = |person: &PersonId| {
        !roster.is_assigned(*person)
            && !matches!(
                roster.assigned_by(*person),
                AssignedBy::NotListed | AssignedBy::Deactivated
            )
            && policy.grants(roster, *person) != Default::default()
    };
    let people: Vec<_> = roster.people().filter(unassigned).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/roster/directory/users")
                .at("/config/provisioning/groupMapping"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
