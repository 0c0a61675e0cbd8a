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
    en: "the plan is {plan} and its parent organisation is of kind {kind}: the two do not go together",
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

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The kind of the parent organisation does not go with the plan: Enterprise under a Team or Console parent, or Team under a Console parent.",
        ja: "親オーガニゼーションの種類がプランと合いません。Enterpriseの親がTeamまたはConsoleであるか、Teamの親がConsoleです。",
    },
    why: Text {
        en: "The kind of the parent decides which provisioning modes are offered. If either of the two was written down wrongly, what is said about the modes may not hold for your organisation.",
        ja: "利用できるプロビジョニングモードは、親オーガニゼーションの種類によって変わります。どちらかの記載が誤っていると、モードについての結果が実際のオーガニゼーションに当てはまらない可能性があります。",
    },
    fix: Text {
        en: "Check the plan of the organisation and the kind of its parent in your admin console, and correct whichever of the two is wrong in the input.",
        ja: "オーガニゼーションのプランと親オーガニゼーションの種類を管理画面で確認し、入力の誤っている方を修正します。",
    },
    params: &[
        always("plan", Kind::Plan, "The plan."),
        always("kind", Kind::ParentKind, "What the parent organisation was made for."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "kind": "team",
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "kind": "enterprise",
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
};
