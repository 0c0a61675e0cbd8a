//! The actor is a member and ends removed or blocked.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/actor-loses-access",
    needs: Needs::Resolution,
    sources: &["B29", "B33", "B40", "E3"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const REMOVED: Text = Text {
    en: "{actor}, who is about to save, is removed from the organisation",
    ja: "保存しようとしている {actor} がオーガニゼーションから削除されます",
};

const BLOCKED: Text = Text {
    en: "{actor}, who is about to save, can no longer log in",
    ja: "保存しようとしている {actor} がログインできなくなります",
};

const ASSIGN: Text = Text {
    en: "assign {actor} to the application in your identity provider before saving",
    ja: "保存する前に、アイデンティティプロバイダーで {actor} をアプリケーションに割り当ててください",
};

const ADD_TO_GROUP: Text = Text {
    en: "before saving, assign {actor} to the application in your identity provider and add them to a group mapped to {role}",
    ja: "保存する前に、アイデンティティプロバイダーで {actor} をアプリケーションに割り当て、{role} にマップされたグループに追加してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(actor) = context.acting_member() else { return };
    let message = match context.change.after(actor).outcome {
        Outcome::Removed => REMOVED,
        Outcome::Blocked => BLOCKED,
        _ => return,
    };
    // An exempt primary owner needs no group, only to be assigned.
    let by_group = context.policy.mapped && !context.policy.is_exempt(context.roster, actor.first);
    let help = if by_group { ADD_TO_GROUP } else { ASSIGN };
    let mut draft = Draft::new(&RULE, message, help)
        .people(Crowd::from_iter([actor]))
        .arg("actor", Arg::Person(context.roster.email(actor.first).to_owned()))
        .arg("role", Arg::Role(context.offer.administering_role))
        .at("/config/provisioning/mode");
    if by_group {
        draft = draft.at(context.administering_groups());
    }
    drafts.push(draft.at("/roster/directory/users"));
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let actor = draft.everyone(context);
    let administers = |person: &PersonId| {
        context.offer.administers(context.policy.held_role(context.roster, *person))
    };
    if actor.iter().all(administers) {
        remedies::administrators::administer(context, &actor)
    } else {
        remedies::access::let_in(context, &actor)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The person who is about to save is a member and ends removed from the organisation or unable to log in.",
        ja: "変更を保存しようとしている本人はメンバーですが、保存後はオーガニゼーションから削除されるか、ログインできなくなります。",
    },
    why: Text {
        en: "Administrators are not exempt: whoever is not assigned to the application, or with advanced group mapping is in no mapped group, is shut out like anybody else. You could not correct the mistake yourself afterwards.",
        ja: "管理者も例外ではありません。アプリケーションに割り当てられていない人や、高度なグループマッピングを使用していてマップされたグループに属していない人は、ほかのユーザーと同じくアクセスを失います。保存した後は、自分で誤りを直すことができません。",
    },
    fix: Text {
        en: "Before you save, assign yourself to the application in your identity provider and, with advanced group mapping, add yourself to a group mapped to Owner (Claude) or Admin (Console).",
        ja: "保存する前に、アイデンティティプロバイダーで自分をアプリケーションに割り当てます。高度なグループマッピングを使用する場合は、Owner(Claude)またはAdmin(Console)にマップされたグループにも自分を追加します。",
    },
    params: &[
        always("actor", Kind::Person, "Who is about to save."),
        always("role", Kind::Role, "The administering role of the plan."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "scim" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "owner" },
                { "email": "chloe@example.com", "role": "user" }
            ],
            "directory": {
                "users": [{ "email": "ben@example.com" }, { "email": "chloe@example.com" }]
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
            "provisioning": { "mode": "scim" },
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
                    { "email": "ann@example.com" },
                    { "email": "ben@example.com" },
                    { "email": "chloe@example.com" }
                ]
            }
        }
    }"#,
};
