//! A list that is not whole: it says that it has more pages, or `complete` is false.

use crate::roster::Assignment;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "input/cut-list",
    severity: Severity::Warning,
    sources: &["B29"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the directory's list is not whole: {missing} {missing|member is|members are} not in what there is of it, and what becomes of them is not known",
    ja: "ディレクトリのリストは一部だけです。メンバー {missing} 人が含まれておらず、どうなるかは判断できません",
};

const UNDER_MANUAL: Text = Text {
    en: "the directory's list is not whole: {missing} {missing|member is|members are} not in what there is of it, and whether SSO shuts them out was not checked",
    ja: "ディレクトリのリストは一部だけです。メンバー {missing} 人が含まれておらず、SSOによってログインできなくなるかどうかは確認していません",
};

const NONE_MISSING: Text = Text {
    en: "the directory's list is not whole: every member is in it, but people who would be added may be missing",
    ja: "ディレクトリのリストは一部だけです。メンバーは全員含まれていますが、追加される人が漏れている可能性があります",
};

const MEMBERS: Text = Text {
    en: "the organisation's own list is not whole: members may be missing from it, and people who look new may be members already",
    ja: "オーガニゼーション自身のリストは一部だけです。メンバーが漏れている可能性があり、新しく追加されるように見える人がすでにメンバーかもしれません",
};

const GROUPS: Text = Text {
    en: "the directory's list of groups is not whole: who is in which group is not known, and what becomes of {members} {members|member|members} cannot be said",
    ja: "ディレクトリのグループの一覧は一部だけです。誰がどのグループに属するか分からず、メンバー {members} 人がどうなるかは判断できません",
};

const GROUPS_IGNORED: Text = Text {
    en: "the directory's list of groups is not whole: who is in which group is not known, and these settings do not ask for it",
    ja: "ディレクトリのグループの一覧は一部だけで、誰がどのグループに属するか分かりません。ただし、この設定ではグループを使いません",
};

const HELP: Text = Text {
    en: "bring the whole list: fetch the remaining pages, or export it again",
    ja: "残りのページを取得するか、もう一度エクスポートして、リスト全体を指定してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    let cut_members = &roster.notes().cut_members;
    if !cut_members.is_empty() {
        let draft = Draft::new(&RULE, MEMBERS, HELP).subject("/roster/members");
        drafts.push(draft.at_all(cut_members.iter().cloned()));
    }
    if let Some(directory) = roster.directory().filter(|directory| !directory.groups_complete) {
        let assigned_by_group = matches!(directory.assignment, Assignment::Groups(_));
        let groups_decide = context.policy.mapped || assigned_by_group && context.is_automatic();
        let message = if groups_decide { GROUPS } else { GROUPS_IGNORED };
        drafts.push(
            Draft::new(&RULE, message, HELP)
                .subject("/roster/directory/groups")
                .arg("members", Arg::Count(roster.member_count()))
                .at("/roster/directory/groups"),
        );
    }
    if roster.directory().is_none_or(|directory| directory.complete) {
        return;
    }
    let missing = context.members_not_in_directory();
    let message = match (missing.len(), context.mode()) {
        (0, _) => NONE_MISSING,
        (_, Mode::Manual) => UNDER_MANUAL,
        _ => MESSAGE,
    };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .arg("missing", Arg::Count(missing.len()))
            .people(missing)
            .at("/roster/directory/complete"),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The list of people from the identity provider, or the organisation’s own list, is only part of the whole: it says that it has more pages, or complete is false.",
        ja: "アイデンティティプロバイダー(IdP)から取得したユーザーのリスト、またはオーガニゼーション自身のリストが、全体の一部だけです。続きのページがあるか、completeがfalseになっています。",
    },
    why: Text {
        en: "A member who is missing from the list may be on a page that was not fetched, or may really not be assigned. Under JIT and SCIM the two end differently, so whether those members keep their access cannot be said. On the organisation’s own list, somebody who looks new may be a member already.",
        ja: "リストにいないメンバーは、取得していないページに載っているのかもしれず、実際に割り当てられていないのかもしれません。JITとSCIMではどちらであるかによって結果が変わるため、そのメンバーがアクセスを保てるかどうかを判断できません。オーガニゼーション自身のリストが一部だけのときは、新しく追加されるように見える人がすでにメンバーかもしれません。",
    },
    fix: Text {
        en: "Fetch the remaining pages, or export the list again, and give the whole of it.",
        ja: "残りのページを取得するか、もう一度エクスポートして、リスト全体を指定します。",
    },
    params: &[
        maybe(
            "members",
            Kind::Number,
            "How many members there are, where the list of groups is cut.",
        ),
        maybe(
            "missing",
            Kind::Number,
            "How many members are missing from what there is of the directory, where its list of people is cut.",
        ),
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
            ],
            "directory": { "users": [{ "email": "ann@example.com" }], "complete": false }
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
