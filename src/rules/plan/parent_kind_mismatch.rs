//! An Enterprise plan under a Team or Console parent, or Team under Console.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/parent-kind-mismatch",
    severity: Severity::Warning,
    sources: &["A8", "B18"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the plan is {plan} and its parent organisation is of kind {kind}, which does not go together",
    ja: "プランが {plan} で親オーガニゼーションの種類が {kind} という組み合わせはありません",
};

const HELP: Text = Text {
    en: "check the plan and the kind of the parent organisation; one of the two is likely wrong",
    ja: "プランと親オーガニゼーションの種類を確認してください。どちらかが誤っている可能性があります",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.config.parent.is_none() {
        return;
    }
    let (plan, kind) = (context.offer.plan, context.config.parent_kind());
    let mismatch = match plan {
        Plan::EnterpriseSeatBased | Plan::EnterpriseUsageBased => kind != ParentKind::Enterprise,
        Plan::Team => kind == ParentKind::Console,
        Plan::Console => false,
    };
    if mismatch {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("plan", Arg::Word(plan.to_string()))
                .arg("kind", Arg::Word(kind.to_string()))
                .at("/config/parent/kind")
                .at("/config/organization/plan"),
        );
    }
}
