//! SCIM on a Console organisation joined to a Team parent.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/scim-under-team-parent",
    sources: &["B19", "B18"],
    swallows: &["plan/directory-not-connected"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim is not offered to a console organisation whose parent organisation is of kind team",
    ja: "Teamの親オーガニゼーションに参加しているConsoleオーガニゼーションでは SCIM は利用できません",
};

const HELP: Text = Text {
    en: "choose jit or keep manual; scim needs a parent organisation of the console's own, or an Enterprise one",
    ja: "JIT を選ぶか手動のままにしてください。SCIM には独自の、またはEnterpriseの親オーガニゼーションが必要です",
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

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    [remedies::mode::jit(context), remedies::mode::manual(context)].into_iter().flatten().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "SCIM is chosen for a Console organisation that is joined to a Team parent organisation.",
        ja: "Teamの親オーガニゼーションに参加しているConsoleオーガニゼーションで、SCIMが選ばれています。",
    },
    why: Text {
        en: "SCIM is offered in Console only under a parent of its own or an Enterprise parent. The setting cannot be saved as it is, and nobody would be provisioned or deprovisioned by the directory.",
        ja: "ConsoleでSCIMを利用できるのは、独自の親オーガニゼーションか、Enterpriseの親オーガニゼーションがある場合だけです。この設定はそのままでは保存できず、ディレクトリによるプロビジョニングもデプロビジョニングも行われません。",
    },
    fix: Text {
        en: "Choose JIT, which every plan offers, or keep manual provisioning; for SCIM the Console organisation needs a parent of its own or an Enterprise one.",
        ja: "すべてのプランで利用できるJITを選ぶか、手動のままにします。SCIMを使うには、独自の、またはEnterpriseの親オーガニゼーションが必要です。",
    },
    params: &[],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "kind": "team",
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "kind": "team",
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
