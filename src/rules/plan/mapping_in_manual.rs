//! Group mapping given while the mode is manual: it is ignored.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/mapping-in-manual",
    severity: Severity::Warning,
    sources: &["B22", "B24"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "a group mapping is given and the mode is manual, which ignores it",
    ja: "高度なグループマッピングが指定されていますが、モードが手動のため無視されます",
};

const HELP: Text = Text {
    en: "choose jit or scim for the mapping to count, or leave the mapping out",
    ja: "マッピングを有効にするには jit か scim を選び、そうでなければマッピングを外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provisioning = &context.config.provisioning;
    if !context.is_automatic() && provisioning.group_mapping.is_some() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .at("/config/provisioning/groupMapping")
                .at("/config/provisioning/mode"),
        );
    }
}
