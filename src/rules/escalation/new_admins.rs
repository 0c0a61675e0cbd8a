//! People who administer afterwards and do not today.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "escalation/new-admins",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B22", "B24", "E22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person who does|people who do} not administer today {n|gets|get} the role {role}: {who}",
    ja: "現在は管理者でない {n} 人が {role} になります: {who}",
};

const HELP: Text = Text {
    en: "check that each of them is meant to edit these settings; take whoever is not out of the groups mapped to {role} in your identity provider",
    ja: "それぞれがこの設定を編集してよい人か確認し、そうでなければアイデンティティプロバイダーで {role} にマップされたグループから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.new_admins().clone();
    if people.is_empty() {
        return;
    }
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .people(people)
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(context.administering_groups()),
    );
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::administrators::take_out(context, &draft.everyone(context)).into_iter().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "People who are not administrators today get the administering role: Owner on Claude plans, Admin in Console.",
        ja: "現在は管理者でない人が、管理者のロール(ClaudeのプランではOwner、ConsoleではAdmin)になります。",
    },
    why: Text {
        en: "With advanced group mapping, everyone in a group mapped to that role becomes an administrator at once, without anybody granting it person by person. Administrators can change SSO, provisioning, the mapping itself and other people's roles.",
        ja: "高度なグループマッピングでは、そのロールにマップされたグループの全員が、1人ずつ付与する手続きなしに管理者になります。管理者は、SSO、プロビジョニング、マッピングそのもの、そしてほかの人のロールまで変更できます。",
    },
    fix: Text {
        en: "Look through the names before you save, and in your identity provider take whoever is not to edit these settings out of the groups mapped to that role.",
        ja: "保存する前に該当する人を確認し、この設定を編集すべきでない人は、アイデンティティプロバイダーでそのロールにマップされたグループから外します。",
    },
    params: &[always("role", Kind::Role, "The administering role of the plan.")],
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
                { "email": "chloe@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-users"] }
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
                { "email": "chloe@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] },
                    { "email": "chloe@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
};
