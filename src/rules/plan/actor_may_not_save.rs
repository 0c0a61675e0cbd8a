//! The actor is not a member, is only invited, or does not hold the administering role.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/actor-may-not-save",
    sources: &["B14", "A4", "A5", "E22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const NOT_A_MEMBER: Text = Text {
    en: "{actor} is not a member of the organisation: only an {role} may save these settings",
    ja: "{actor} はオーガニゼーションのメンバーではありません。この設定を保存できるのは {role} だけです",
};

const ONLY_INVITED: Text = Text {
    en: "{actor} has not accepted their invitation yet: only an {role} may save these settings",
    ja: "{actor} の招待は保留中です。この設定を保存できるのは {role} だけです",
};

const WRONG_ROLE: Text = Text {
    en: "{actor} holds the role {held}: only an {role} may save these settings",
    ja: "{actor} のロールは {held} です。この設定を保存できるのは {role} だけです",
};

const INVITE: Text = Text {
    en: "have an {role} invite {actor} with that role, or save as somebody who holds it",
    ja: "{role} の人に {actor} をそのロールで招待してもらうか、そのロールを持つ人が保存してください",
};

const ACCEPT: Text = Text {
    en: "{actor} must first accept the invitation in the e-mail and log in",
    ja: "先に {actor} が招待メールから承諾し、ログインしてください",
};

const GRANT: Text = Text {
    en: "have an {role} give {actor} that role, or save as somebody who holds it",
    ja: "{role} の人に {actor} へそのロールを付与してもらうか、そのロールを持つ人が保存してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(actor) = context.actor() else { return };
    let (member, roster) = (context.acting_member(), context.roster);
    let held = member.map(|member| context.offer.member_role(roster.role(member.first)));
    let (message, help) = match (member, held) {
        (Some(member), _) if roster.is_pending(member.first) => (ONLY_INVITED, ACCEPT),
        (_, Some(held)) if context.offer.administers(held) => return,
        (_, Some(_)) => (WRONG_ROLE, GRANT),
        (_, None) => (NOT_A_MEMBER, INVITE),
    };
    let draft = Draft::new(&RULE, message, help)
        .arg("actor", Arg::Person(actor))
        .arg("role", Arg::Role(context.offer.administering_role))
        .at("/config/actor")
        .at("/roster/members");
    let draft = match held {
        Some(held) => draft.arg("held", Arg::Role(held)),
        None => draft,
    };
    drafts.push(draft.people(member.into_iter().collect::<Crowd>()));
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    remedies::administrators::may_save(context)
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The person who is about to save is not a member, has not accepted their invitation, or does not hold the role that may save these settings.",
        ja: "変更を保存しようとしている人が、メンバーではないか、招待をまだ承諾していないか、この設定を保存できるロールを持っていません。",
    },
    why: Text {
        en: "Only an Owner (Claude) or an Admin (Console) can edit the Identity and access settings; on Claude plans Admin is not enough. Whoever is to do this must be a full member with that role before the work begins.",
        ja: "Identity and accessの設定を編集できるのは、Owner(Claude)またはAdmin(Console)だけです。ClaudeのプランではAdminでも編集できません。作業する人は、あらかじめそのロールを持つ正式なメンバーになっている必要があります。",
    },
    fix: Text {
        en: "Have an Owner (Claude) or an Admin (Console) invite the person or raise their role, and have them accept the invitation; or let somebody who already holds the role save.",
        ja: "Owner(Claude)またはAdmin(Console)に招待またはロールの変更を依頼し、招待された人は承諾します。あるいは、すでにそのロールを持つ人が保存します。",
    },
    params: &[
        always("actor", Kind::Person, "Who is about to save."),
        always("role", Kind::Role, "The role that may."),
        maybe("held", Kind::Role, "The role that they hold, if they are a member."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ben@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
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
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "admin" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
