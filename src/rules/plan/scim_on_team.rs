//! SCIM on the Team plan.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/scim-on-team",
    sources: &["B19", "B18"],
    swallows: &["plan/directory-not-connected"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim is not offered on the team plan",
    ja: "scim はTeamプランでは利用できません",
};

const HELP: Text = Text {
    en: "choose jit, which the team plan offers, or keep manual; scim needs an Enterprise plan",
    ja: "Teamプランで利用できる jit を選ぶか、手動のままにしてください。scim にはEnterpriseプランが必要です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.mode() == Mode::Scim && context.offer.plan == Plan::Team {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .at("/config/provisioning/mode")
                .at("/config/organization/plan"),
        );
    }
}
