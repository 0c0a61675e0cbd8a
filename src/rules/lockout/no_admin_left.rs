//! Nobody administers afterwards.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/no-admin-left",
    needs: Needs::Resolution,
    sources: &["B33", "E22"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "nobody is left who may edit these settings: {n} {n|administrator|administrators} today, none after the save ({who})",
    ja: "この設定を編集できる人がいなくなります。現在の管理者 {n} 人({who})が保存後は0人になります",
};

const NEVER_ANY: Text = Text {
    en: "nobody may edit these settings after the save, and nobody may today: no active human with access is {role}",
    ja: "保存後にこの設定を編集できる人がおらず、現在もいません。アクセスできる有効な {role} の人間のメンバーがいません",
};

const GIVE: Text = Text {
    en: "give the role {role} to an active member who is a person and can log in, or have whoever is invited accept first",
    ja: "ログインできる有効な人間のメンバーに {role} を付与するか、先に招待を承諾してもらってください",
};

const MAP: Text = Text {
    en: "before saving, map a group to {role} that holds at least one assigned person, yourself included",
    ja: "保存する前に、自分を含む少なくとも1人の割り当て済みユーザーがいるグループを {role} にマップしてください",
};

const ASSIGN: Text = Text {
    en: "before saving, assign the people who are {role} to the application in your identity provider",
    ja: "保存する前に、アイデンティティプロバイダーで {role} の人をアプリケーションに割り当ててください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if !context.admins_after.is_empty() {
        return;
    }
    let message = if context.admins_before.is_empty() { NEVER_ANY } else { MESSAGE };
    let (help, path) = if context.policy.mapped {
        (MAP, context.administering_groups())
    } else if context.admins_before.is_empty() {
        (GIVE, "/roster/members".to_owned())
    } else {
        (ASSIGN, "/roster/directory/users".to_owned())
    };
    drafts.push(
        Draft::new(&RULE, message, help)
            .people(context.admins_before.clone())
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    remedies::administrators::somebody(context)
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Nobody may edit these settings after the save.",
        ja: "保存後、この設定を編集できる人が1人もいません。",
    },
    why: Text {
        en: "Without an Owner (Claude) or an Admin (Console) who can log in, nobody inside the organisation can restore a role by hand or correct the mapping. Getting back in then depends on the identity provider, or on support.",
        ja: "ログインできるOwner(Claude)またはAdmin(Console)がいなければ、オーガニゼーション内の誰も、ロールを手動で復元することもマッピングを修正することもできません。復旧の手段は、アイデンティティプロバイダーかサポートだけになります。",
    },
    fix: Text {
        en: "Before you save, see to it in your identity provider that at least one administrator, yourself included, is assigned to the application and, with advanced group mapping, is in a group mapped to Owner (Claude) or Admin (Console).",
        ja: "保存する前に、自分を含む1人以上の管理者をアイデンティティプロバイダーでアプリケーションに割り当てます。高度なグループマッピングを使用する場合は、Owner(Claude)またはAdmin(Console)にマップされたグループにも追加します。",
    },
    params: &[always("role", Kind::Role, "The administering role of the plan.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-usage-based" },
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
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-users"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-usage-based" },
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
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
};
