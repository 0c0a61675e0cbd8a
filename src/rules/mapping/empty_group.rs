//! A mapped group with no assigned person.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/empty-group",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B34", "B31"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets} and has no person who is assigned to the application",
    ja: "{targets} にマップされたグループ {group} に、アプリケーションに割り当てられた人がいません",
};

const HELP: Text = Text {
    en: "in your identity provider, assign the people who are to have {targets} to the application and add them to {group}, or take the group out of the mapping",
    ja: "アイデンティティプロバイダーで対象者をアプリケーションに割り当てて {group} に追加するか、グループをマッピングから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in context.mapped_groups() {
        let Some(first) = namings.first() else { continue };
        if context.assigned_in(first.groups).next().is_some() {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("targets", targets(namings.iter().map(|naming| naming.target)))
                .at_all(namings.iter().map(|naming| &naming.path)),
        );
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    vec![remedies::mapping::ungroup(draft.word("group").unwrap_or_default())]
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A mapped group has nobody in it who is assigned to the application.",
        ja: "マップされたグループに、アプリケーションに割り当て済みの人がいません。",
    },
    why: Text {
        en: "The mapping looks complete, but it gives this role or seat tier to nobody. Whoever was to have it through the group gets a lower one or loses access when the settings are saved.",
        ja: "マッピングは揃っているように見えますが、そのロールまたはシートティアは誰にも付与されません。このグループを通じて付与されるはずだった人は、保存すると、より低いものになるかアクセスを失います。",
    },
    fix: Text {
        en: "Before you save, add the right people to the group in your identity provider and assign them to the application, or take the group out of the mapping.",
        ja: "保存する前に、アイデンティティプロバイダーで該当する人をグループに追加し、アプリケーションに割り当てます。使わないグループであれば、マッピングから外します。",
    },
    params: &[
        always("group", Kind::Group, "The group."),
        always("targets", Kind::Targets, "The roles and seat tiers that it is mapped to."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "admin": ["anthropic-claude-admins"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] },
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-users"] }
                ],
                "groups": [
                    { "name": "anthropic-claude-owners" },
                    { "name": "anthropic-claude-admins" },
                    { "name": "anthropic-claude-users" }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "admin": ["anthropic-claude-admins"],
                        "user": ["anthropic-claude-users"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] },
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-admins"] }
                ],
                "groups": [
                    { "name": "anthropic-claude-owners" },
                    { "name": "anthropic-claude-admins" },
                    { "name": "anthropic-claude-users" }
                ]
            }
        }
    }"#,
};
