//! One group on several roles: the highest wins.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/group-on-several-roles",
    severity: Severity::Warning,
    sources: &["B22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {targets}: its people get {highest}, the highest of them",
    ja: "{group} が {targets} にマップされています。所属する人は最も高い {highest} になります",
};

const HELP: Text = Text {
    en: "leave {group} on the one role that its people are to have",
    ja: "{group} は、所属する人に付与したいロール1つだけにマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for found in on_several(context, |target| matches!(target, Target::Role(_))) {
        let group = found.first.designation;
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(group)
                .arg("group", Arg::Group(group.to_owned()))
                .arg("highest", found.first.target.arg())
                .arg("targets", found.targets)
                .people(context.each_assigned_in(found.first.groups))
                .at_all(found.paths),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let group = draft.word("group").unwrap_or_default();
    remedies::mapping::alone(context, group, |target| matches!(target, Target::Role(_)))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "One group is mapped to several roles, and its people get the highest of them.",
        ja: "1つのグループが複数のロールにマップされており、所属する人は最も高いロールになります。",
    },
    why: Text {
        en: "The lower role never applies to anybody in the group. If that was the one meant, the whole group holds more permissions than it should.",
        ja: "そのグループの人に、低いほうのロールが適用されることはありません。低いほうが意図したロールであれば、グループの全員に必要以上の権限が付与されます。",
    },
    fix: Text {
        en: "Leave the group on the one role that its people are to have, and take it off the others. For people who need another role, make a group of their own in your identity provider.",
        ja: "所属する人に付与したいロール1つだけにグループをマップし、ほかのロールからは外します。別のロールが必要な人がいれば、アイデンティティプロバイダーでその人たちのグループを別に作成します。",
    },
    params: &[
        always("group", Kind::Group, "The group."),
        always("highest", Kind::Role, "The highest of the roles, which counts."),
        always("targets", Kind::Targets, "The roles that it is mapped to."),
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
                        "developer": ["platform-team"],
                        "claude-code-user": ["data-team", "platform-team"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "claude-code-user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    { "email": "ben@example.com", "groups": ["platform-team"] },
                    { "email": "chloe@example.com", "groups": ["data-team"] }
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
                        "developer": ["platform-team"],
                        "claude-code-user": ["data-team"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "claude-code-user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    { "email": "ben@example.com", "groups": ["platform-team"] },
                    { "email": "chloe@example.com", "groups": ["data-team"] }
                ]
            }
        }
    }"#,
};
