//! A role in the mapping that the plan lacks, `primary-owner` included, even with no group.

use crate::model::read::push_step;
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "plan/role-not-offered",
    sources: &["B25", "B26", "B27"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "groups cannot be mapped to {role} on the {plan} plan: it offers {offered}",
    ja: "{plan} プランでは {role} にグループをマップできません。利用できるロールは {offered} です",
};

const HELP: Text = Text {
    en: "map the groups to one of {offered}, or leave {role} out",
    ja: "グループを {offered} のいずれかにマップするか、{role} を外してください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Else map the groups to one of {offered}, or leave {role} out",
    ja: "{suggestion} のことですか。そうでなければ {offered} のいずれかにマップするか、{role} を外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(mapping) = &context.config.provisioning.group_mapping else { return };
    let offered = context.offer.role_words();
    for role in mapping.roles.keys().filter(|role| !offered.contains(&role.as_str())) {
        let mut path = String::from("/config/provisioning/groupMapping/roles");
        push_step(&mut path, role);
        // A role of another plan is meant as it is written: the plan is what does not fit.
        let unknown = Role::from_word(role).is_none();
        let suggestion = closest(role, offered.iter().copied()).filter(|_| unknown);
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let draft = Draft::new(&RULE, MESSAGE, help)
            .subject(role)
            .arg("role", Arg::Word(role.clone()))
            .arg("plan", Arg::Word(context.offer.plan.to_string()))
            .arg("offered", Arg::words(&offered))
            .at(path);
        drafts.push(match suggestion {
            Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
            None => draft,
        });
    }
}
