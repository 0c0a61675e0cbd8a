//! The actor holds the administering role and ends with access but without it.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/actor-demoted",
    needs: Needs::Resolution,
    sources: &["B40", "B33", "E7"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const BY_GROUPS: Text = Text {
    en: "{actor}, who is about to save, falls from {before} to {after}: their mapped groups are {groups}",
    ja: "保存しようとしている {actor} が {before} から {after} に下がります。マップされた所属グループは {groups} です",
};

const NO_GROUP: Text = Text {
    en: "{actor}, who is about to save, falls from {before} to {after}: no group of theirs is mapped to a role",
    ja: "保存しようとしている {actor} が {before} から {after} に下がります。ロールにマップされたグループに属していません",
};

const HELP: Text = Text {
    en: "add {actor} to a group mapped to {role} in your identity provider, or map one of their groups to {role}, before saving",
    ja: "保存する前に、アイデンティティプロバイダーで {actor} を {role} にマップされたグループに追加するか、所属グループを {role} にマップしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(actor) = context.acting_member() else { return };
    let roster = context.roster;
    let after = context.change.after(actor);
    let before = context.offer.member_role(roster.role(actor.first));
    if !context.offer.administers(before)
        || context.offer.administers(after.role)
        || !after.has_access()
    {
        return;
    }
    let mapped = |group: &u32| context.policy.group_grants(*group).roles != 0;
    let groups = roster.groups_of(actor.first).filter(mapped);
    let groups: Vec<String> = groups.map(|group| roster.groups().name(group).to_owned()).collect();
    let message = if groups.is_empty() { NO_GROUP } else { BY_GROUPS };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .people(Crowd::from_iter([actor]))
            .arg("actor", Arg::Person(roster.email(actor.first).to_owned()))
            .arg("before", Arg::Role(before))
            .arg("after", Arg::Role(after.role))
            .arg("groups", Arg::Words(groups))
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(context.administering_groups())
            .at("/config/actor"),
    );
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::administrators::administer(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The person who is about to save holds the role that may edit these settings, and keeps access but not that role.",
        ja: "変更を保存しようとしている本人が、この設定を編集できるロールを持っていますが、保存後はアクセスだけが残り、そのロールを失います。",
    },
    why: Text {
        en: "With advanced group mapping on, the groups decide, and a role given by hand does not survive. Whoever saves without being in a group mapped to Owner (Claude) or Admin (Console) loses the right to undo what they have just saved.",
        ja: "高度なグループマッピングがオンのときはグループによってロールが決まり、手動で付与したロールは引き継がれません。Owner(Claude)またはAdmin(Console)にマップされたグループに属さないまま保存すると、自分で保存した内容を元に戻すこともできなくなります。",
    },
    fix: Text {
        en: "In your identity provider, add yourself to a group mapped to Owner (Claude) or Admin (Console), or map a group that you are already in to that role, before you save.",
        ja: "保存する前に、アイデンティティプロバイダーで自分をOwner(Claude)またはAdmin(Console)にマップされたグループに追加するか、すでに属しているグループをそのロールにマップします。",
    },
    params: &[
        always("actor", Kind::Person, "Who is about to save."),
        always("before", Kind::Role, "Their role today."),
        always("after", Kind::Role, "Their role after the save."),
        always("groups", Kind::Texts, "Their groups that are mapped to a role."),
        always("role", Kind::Role, "The administering role of the plan."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
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
                { "email": "ben@example.com", "role": "owner" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-users"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-owners"] }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
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
                { "email": "ben@example.com", "role": "owner" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-owners"] }
                ]
            }
        }
    }"#,
};
