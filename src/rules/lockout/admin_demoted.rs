//! Administrators, the actor excepted, who lose access or fall to a lower role.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/admin-demoted",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B40", "E3", "E7"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|administrator loses|administrators lose} access or the role {role}: {who}",
    ja: "管理者 {n} 人がアクセスまたは {role} のロールを失います: {who}",
};

const ADD_TO_GROUP: Text = Text {
    en: "if they are to stay, add them to a group mapped to {role} in your identity provider before saving",
    ja: "残すべき人であれば、保存する前にアイデンティティプロバイダーで {role} にマップされたグループに追加してください",
};

const ASSIGN: Text = Text {
    en: "if they are to stay, assign them to the application in your identity provider before saving",
    ja: "残すべき人であれば、保存する前にアイデンティティプロバイダーでアプリケーションに割り当ててください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let actor = context.acting_member().map(|actor| actor.id);
    let people = context.change.among(&context.admins_before, |cohort| {
        Some(cohort.id) != actor
            && (context.losers.contains(cohort) || context.demoted.contains(cohort))
    });
    if people.is_empty() {
        return;
    }
    let (help, path) = if context.policy.mapped {
        (ADD_TO_GROUP, context.administering_groups())
    } else {
        (ASSIGN, "/roster/directory/users".to_owned())
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, help)
            .people(people)
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::administrators::administer(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Administrators other than the person who is about to save lose access or the administering role.",
        ja: "変更を保存する本人以外の管理者が、アクセスまたは管理者のロールを失います。",
    },
    why: Text {
        en: "With advanced group mapping on, their groups decide and not the role they were given by hand; without it, SCIM removes whoever is not assigned, owners included. The people you would ask to put a mistake right may be the ones who can no longer do so.",
        ja: "高度なグループマッピングがオンのときは、手動で付与されたロールではなく所属グループによって決まります。オフのときも、SCIMは割り当てられていない人をOwnerも含めて削除します。誤りを直してもらうはずの人が、直せなくなるおそれがあります。",
    },
    fix: Text {
        en: "In your identity provider, before you save, add those who are to stay to a group mapped to Owner (Claude) or Admin (Console); without group mapping, assign them to the application.",
        ja: "残すべき人は、保存する前にアイデンティティプロバイダーでOwner(Claude)またはAdmin(Console)にマップされたグループに追加します。グループマッピングを使用しない場合は、アプリケーションに割り当てます。",
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
                { "email": "ben@example.com", "role": "owner" },
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
                { "email": "ben@example.com", "role": "owner" },
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
};
