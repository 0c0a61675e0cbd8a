//! A non-empty group on a role, all of whose assigned people get a higher role from another group.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/shadowed-group",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B22"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {target}, but all of its {n} assigned {n|person gets|people get} a higher role from another group",
    ja: "{group} は {target} にマップされていますが、割り当て済みの {n} 人全員が別のグループでより高いロールになります",
};

const HELP: Text = Text {
    en: "nothing has to be done; take {group} out of the mapping, or its people out of the other group, if {target} was meant to count",
    ja: "対応は不要です。{target} を適用したい場合は、別のグループから外すか、{group} のマッピングを見直してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    for mut namings in by_group(context) {
        namings.retain(|naming| matches!(naming.target, Target::Role(_)));
        let Some(first) = namings.first() else { continue };
        let own = first.groups;
        let people = context.assigned_in(own);
        let rank = |bits: u8| bits.trailing_zeros();
        let granted = own.iter().fold(0, |bits, group| bits | policy.group_grants(*group).roles);
        let higher_elsewhere = |person: &PersonId| {
            let others = roster.groups_of(*person).iter().filter(|group| !own.contains(group));
            let elsewhere = others.fold(0, |bits, group| bits | policy.group_grants(*group).roles);
            rank(elsewhere) < rank(granted)
        };
        if people.is_empty() || !people.iter().all(higher_elsewhere) {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("target", first.target.arg())
                .people(people)
                .at_all(namings.iter().map(|naming| naming.path.clone())),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
