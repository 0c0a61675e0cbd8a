//! Assigned people in a seat tier group and in no role group: only role groups entitle.

use crate::model::readings::AccessGroup;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/tier-group-only",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B22", "E3"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} assigned {n|person is|people are} in a seat tier group and in no role group, so the mapping entitles {n|them|them} to nothing: {who}",
    ja: "割り当て済みの {n} 人がシートティアのグループにだけ属し、ロールのグループに属していないため、アクセスの対象になりません: {who}",
};

const HELP: Text = Text {
    en: "add them to a group mapped to a role in your identity provider, or map a group of theirs to a role",
    ja: "アイデンティティプロバイダーでロールにマップされたグループに追加するか、所属グループをロールにマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    // By the other reading such a group entitles, and there is nothing to warn of.
    if !policy.mapped || policy.readings.access_group == AccessGroup::AnyMappedGroup {
        return;
    }
    let tier_only = |person: &PersonId| {
        let grants = policy.grants(roster, *person);
        grants.tiers != 0 && grants.roles == 0 && !policy.is_exempt(roster, *person)
    };
    let assigned = roster.people().filter(|person| roster.is_assigned(*person));
    let people: Vec<_> = assigned.filter(tier_only).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/groupMapping/seatTiers")
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
