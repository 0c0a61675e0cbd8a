//! With mapping on, nobody is entitled to the administering role by a group.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/admin-role-unmapped",
    needs: Needs::Resolution,
    sources: &["B33", "B40"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const UNMAPPED: Text = Text {
    en: "no group is mapped to {role}: the mapping gives nobody the role that may edit these settings",
    ja: "{role} にマップされたグループがなく、この設定を編集できるロールがマッピングで誰にも付与されません",
};

const EMPTY: Text = Text {
    en: "nobody assigned is in a group mapped to {role} ({groups}): the mapping gives nobody the role that may edit these settings",
    ja: "{role} にマップされたグループ({groups})に割り当て済みのユーザーがおらず、この設定を編集できるロールがマッピングで誰にも付与されません",
};

const MAP: Text = Text {
    en: "map a group to {role} that holds at least one assigned person, yourself included",
    ja: "自分を含む少なくとも1人の割り当て済みユーザーがいるグループを {role} にマップしてください",
};

const ADD: Text = Text {
    en: "in your identity provider, add at least one assigned person, yourself included, to {groups}",
    ja: "アイデンティティプロバイダーで、自分を含む少なくとも1人の割り当て済みユーザーを {groups} に追加してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    let role = context.offer.administering_role;
    let entitled = |cohort: &Cohort| {
        roster.is_assigned(cohort.first) && policy.grants_role(roster, cohort.first, role)
    };
    if !policy.mapped || context.change.cohorts().iter().any(entitled) {
        return;
    }
    let mapping = context.config.provisioning.group_mapping.as_ref();
    let groups = mapping.and_then(|mapping| mapping.roles.get(role.word()));
    let groups = groups.cloned().unwrap_or_default();
    let (message, help) = if groups.is_empty() { (UNMAPPED, MAP) } else { (EMPTY, ADD) };
    let administered = !context.admins_after.is_empty();
    drafts.push(
        Draft::new(&RULE, message, help)
            .severity(if administered { Severity::Warning } else { Severity::Error })
            .arg("role", Arg::Role(role))
            .arg("groups", Arg::Words(groups))
            .at(context.administering_groups()),
    );
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    remedies::administrators::somebody(context)
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Advanced group mapping is on, and no group gives anybody the role that may edit these settings.",
        ja: "高度なグループマッピングがオンですが、この設定を編集できるロールがどのグループからも誰にも付与されません。",
    },
    why: Text {
        en: "The role is Owner on Claude plans and Admin in Console. Unless a group mapped to it holds somebody who is assigned, administrators fall to a lower role or lose access, and nobody can change the mapping back.",
        ja: "この設定を編集できるロールは、ClaudeではOwner、ConsoleではAdminです。そのロールにマップされたグループに割り当て済みのユーザーが1人もいなければ、管理者は下位のロールになるかアクセスを失い、マッピングを元に戻せる人がいなくなります。",
    },
    fix: Text {
        en: "Map a group to Owner (Claude) or Admin (Console) in the role mappings, and in your identity provider make sure that it holds at least one assigned person, yourself included.",
        ja: "ロールのマッピングでOwner(Claude)またはAdmin(Console)にグループをマップし、そのグループに自分を含む割り当て済みのユーザーが1人以上いることをアイデンティティプロバイダーで確認します。",
    },
    params: &[
        always("role", Kind::Role, "The administering role of the plan."),
        always("groups", Kind::Texts, "The groups mapped to it, with nobody assigned in them."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": { "developer": ["anthropic-console-developers"] }
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
                        "groups": ["anthropic-console-developers"]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
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
                        "groups": ["anthropic-console-developers"]
                    }
                ]
            }
        }
    }"#,
};
