//! A mapped group has groups as members, which identity providers do not provision.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/nested-group",
    severity: Severity::Warning,
    sources: &["E34", "E36"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets} and has other groups as members ({nested}), whose people are not provisioned through it",
    ja: "{targets} にマップされたグループ {group} はほかのグループ({nested})をメンバーに含みますが、それらのグループの所属者は {group} を通じてはプロビジョニングされません",
};

const HELP: Text = Text {
    en: "map the inner groups themselves, or make their people direct members of {group} in your identity provider",
    ja: "入れ子のグループ自体をマップするか、アイデンティティプロバイダーで所属者を {group} の直接のメンバーにしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let groups = context.roster.groups();
    for namings in context.mapped_groups() {
        let Some(first) = namings.first() else { continue };
        let nested: Vec<String> =
            first.groups.iter().flat_map(|group| groups.nested_in(*group)).cloned().collect();
        if nested.is_empty() {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("targets", targets(namings.iter().map(|naming| naming.target)))
                .arg("nested", Arg::Words(nested))
                .at_all(namings.iter().map(|naming| &naming.path)),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let group = draft.word("group").unwrap_or_default();
    remedies::access::put_directly(context, group).into_iter().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A mapped group has other groups as members.",
        ja: "マップされたグループが、ほかのグループをメンバーに含んでいます。",
    },
    why: Text {
        en: "Microsoft Entra provisions only the direct members of a group, and Okta has no nested groups. People who belong to the mapped group only through an inner group get nothing from the mapping, and lose access if nothing else entitles them.",
        ja: "Microsoft Entraがプロビジョニングするのはグループの直接のメンバーだけで、Oktaには入れ子のグループがありません。入れ子のグループを通じてのみ所属する人には、このマッピングから何も付与されず、ほかのグループの対象でもなければアクセスを失います。",
    },
    fix: Text {
        en: "Map the inner groups themselves, or replace them in your identity provider by their people as direct members of the mapped group.",
        ja: "入れ子になっているグループ自体をマップするか、アイデンティティプロバイダーで入れ子をやめ、所属する人をマップされたグループの直接のメンバーにします。",
    },
    params: &[
        always("group", Kind::Group, "The mapped group."),
        always("targets", Kind::Targets, "The roles and seat tiers that it is mapped to."),
        always("nested", Kind::Texts, "The groups that are members of it."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true, "provider": "entra" }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["all-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["all-developers", "data-team"]
                    },
                    { "email": "chloe@example.com", "groups": ["platform-team"] }
                ],
                "groups": [{ "name": "all-developers", "groups": ["platform-team"] }]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true, "provider": "entra" }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["data-team", "platform-team"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["all-developers", "data-team"]
                    },
                    { "email": "chloe@example.com", "groups": ["platform-team"] }
                ],
                "groups": [{ "name": "all-developers", "groups": ["platform-team"] }]
            }
        }
    }"#,
};
