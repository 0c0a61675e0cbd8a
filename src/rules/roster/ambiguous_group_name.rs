//! A mapped name that two groups of the directory bear.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/ambiguous-group-name",
    severity: Severity::Warning,
    sources: &["B31"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{times} groups of the directory are called {group}, which is mapped to {targets}: all of them count",
    ja: "{targets} にマップされた名前 {group} のグループがディレクトリに {times} 個あり、すべてが対象になります",
};

const HELP: Text = Text {
    en: "map the one that is meant by its id, or rename the others in your identity provider",
    ja: "対象のグループをIDでマップするか、アイデンティティプロバイダーでほかのグループの名前を変えてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in context.mapped_groups() {
        let ambiguous = namings.iter().filter(|naming| naming.groups.len() > 1);
        let ambiguous: Vec<_> = ambiguous.collect();
        let Some(first) = ambiguous.first() else { continue };
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("times", Arg::Count(first.groups.len()))
                .arg("targets", targets(ambiguous.iter().map(|naming| naming.target)))
                .at_all(ambiguous.iter().map(|naming| &naming.path))
                .at("/roster/directory/groups"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let group = draft.word("group").unwrap_or_default();
    remedies::mapping::by_id(context, group).into_iter().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A group name in the mapping belongs to two or more groups of the directory.",
        ja: "マッピングに指定された名前のグループが、ディレクトリに2つ以上あります。",
    },
    why: Text {
        en: "The name alone does not tell which group is meant, so all of them count here. People in the wrong one may get access, or a role, that was not meant for them.",
        ja: "名前だけではどのグループか区別できないため、ここではすべてを対象として扱います。意図しないほうのグループの人に、アクセスやロールが付与されるおそれがあります。",
    },
    fix: Text {
        en: "Name the group that is meant by its id in the mapping, or give the other one a different name in your identity provider.",
        ja: "対象のグループをマッピングでIDによって指定するか、アイデンティティプロバイダーでもう一方のグループの名前を変えます。",
    },
    params: &[
        always("group", Kind::Group, "The name."),
        always("times", Kind::Number, "How many groups have it."),
        always("targets", Kind::Targets, "The roles and seat tiers that it is mapped to."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["developers"]
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
                    { "email": "ben@example.com", "groups": ["00g7"] },
                    { "email": "chloe@example.com", "groups": ["00g8"] }
                ],
                "groups": [
                    { "name": "developers", "id": "00g7" },
                    { "name": "developers", "id": "00g8" }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["00g7"]
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
                    { "email": "ben@example.com", "groups": ["00g7"] },
                    { "email": "chloe@example.com", "groups": ["00g8"] }
                ],
                "groups": [
                    { "name": "developers", "id": "00g7" },
                    { "name": "developers", "id": "00g8" }
                ]
            }
        }
    }"#,
};
