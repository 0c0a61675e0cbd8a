//! JIT or SCIM and no directory: it cannot be known who is assigned.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/no-directory",
    sources: &["B29", "E4"],
    swallows: &["roster/assignment-unknown"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "there is no directory, so it is not known who is assigned to the application: what {mode} makes of {members} {members|member|members} cannot be said",
    ja: "ディレクトリがないため、アプリケーションに割り当てられている人が分かりません。{mode} でメンバー {members} 人がどうなるかは判断できません",
};

const UNDER_MANUAL: Text = Text {
    en: "there is no directory, so whether SSO shuts anybody out was not checked",
    ja: "ディレクトリがないため、SSOによってログインできなくなる人がいるかどうかは確認していません",
};

const HELP: Text = Text {
    en: "export the application's users from your identity provider and give them as directory",
    ja: "アイデンティティプロバイダーからアプリケーションのユーザーをエクスポートし、directory として指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.roster.directory().is_some() {
        return;
    }
    let draft = if context.is_automatic() {
        Draft::new(&RULE, MESSAGE, HELP)
            .arg("mode", Arg::Mode(context.mode()))
            .arg("members", Arg::Count(context.roster.member_count()))
    } else {
        Draft::new(&RULE, UNDER_MANUAL, HELP).severity(Severity::Info)
    };
    drafts.push(draft.at("/roster/directory"));
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    remedies::mode::manual(context).into_iter().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "There is no directory, so it is not known who is assigned to the application.",
        ja: "ディレクトリがないため、アプリケーションに誰が割り当てられているか分かりません。",
    },
    why: Text {
        en: "Under JIT and SCIM the identity provider decides who keeps access, and without its list nothing can be said about anybody. Under manual provisioning it is only not known whether SSO shuts anybody out.",
        ja: "JITとSCIMでは、誰がアクセスを保てるかはアイデンティティプロバイダーによって決まるため、そのリストがなければ何も判断できません。手動プロビジョニングでは、SSOによってログインできなくなる人がいるかどうかだけが分かりません。",
    },
    fix: Text {
        en: "Export the users of the application, with their groups if you use group mapping, from your identity provider and give them as directory.",
        ja: "アイデンティティプロバイダーからアプリケーションのユーザーを(グループマッピングを使用する場合は所属グループとともに)エクスポートし、directoryとして指定します。",
    },
    params: &[
        maybe("mode", Kind::Mode, "The provisioning mode, unless it is manual."),
        maybe("members", Kind::Number, "How many members there are, unless the mode is manual."),
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
                { "email": "ben@example.com", "role": "user" }
            ]
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
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
