//! SCIM on the Team plan.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/scim-on-team",
    sources: &["B19", "B18"],
    swallows: &["plan/directory-not-connected"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim is not offered on the team plan",
    ja: "SCIM はTeamプランでは利用できません",
};

const HELP: Text = Text {
    en: "choose jit, which the team plan offers, or keep manual; scim needs an Enterprise plan",
    ja: "Teamプランで利用できる JIT を選ぶか、手動のままにしてください。SCIM にはEnterpriseプランが必要です",
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

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    [remedies::mode::jit(context), remedies::mode::manual(context)].into_iter().flatten().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "SCIM is chosen as the provisioning mode of an organisation on the Team plan.",
        ja: "Teamプランのオーガニゼーションで、プロビジョニングモードにSCIMが選ばれています。",
    },
    why: Text {
        en: "SCIM is offered on Enterprise and on Console, never on Team. The setting cannot be saved as it is, and nobody would be provisioned or deprovisioned by the directory.",
        ja: "SCIMを利用できるのはEnterpriseとConsoleで、Teamプランでは利用できません。この設定はそのままでは保存できず、ディレクトリによるプロビジョニングもデプロビジョニングも行われません。",
    },
    fix: Text {
        en: "Choose JIT, which every plan offers, or keep manual provisioning; move to an Enterprise plan if people must be removed automatically.",
        ja: "すべてのプランで利用できるJITを選ぶか、手動のままにします。自動で削除する必要がある場合はEnterpriseプランに移行します。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
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
