//! SCIM on a Console organisation joined to a Team parent.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/scim-under-team-parent",
    sources: &["B19", "B18"],
    swallows: &["plan/directory-not-connected"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim is not offered to a console organisation whose parent organisation is of kind team",
    ja: "Teamの親オーガニゼーションに参加しているConsoleオーガニゼーションでは scim は利用できません",
};

const HELP: Text = Text {
    en: "choose jit or keep manual; scim needs a parent organisation of the console's own, or an Enterprise one",
    ja: "jit を選ぶか手動のままにしてください。scim には独自の、またはEnterpriseの親オーガニゼーションが必要です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let under_team = context.offer.plan == Plan::Console
        && context.config.parent.is_some()
        && !Plan::Console.offers(Mode::Scim, context.config.parent_kind());
    if context.mode() == Mode::Scim && under_team {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .at("/config/provisioning/mode")
                .at("/config/parent/kind"),
        );
    }
}
