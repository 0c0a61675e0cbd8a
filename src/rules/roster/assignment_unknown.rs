//! JIT or SCIM and a directory that does not say who is assigned.

use crate::roster::Assignment;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/assignment-unknown",
    sources: &["B29"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the directory does not say who is assigned to the application: what {mode} makes of {members} {members|member|members} cannot be said",
    ja: "ディレクトリからは誰がアプリケーションに割り当てられているか分かりません。{mode} でメンバー {members} 人がどうなるかは判断できません",
};

const HELP: Text = Text {
    en: "say who is assigned with assignment: listed if everyone given is, flagged if the field assigned marks them, or the groups that are assigned to the application",
    ja: "assignment で割り当てを指定してください。全員が割り当て済みなら listed、assigned 欄で示すなら flagged、またはグループ名です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let directory = context.roster.directory();
    let unknown = directory.is_none_or(|found| found.assignment == Assignment::Unknown);
    if context.is_automatic() && unknown {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .arg("mode", Arg::Mode(context.mode()))
                .arg("members", Arg::Count(context.roster.member_count()))
                .at("/roster/directory/assignment"),
        );
    }
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let by_groups = remedies::access::assign_mapped_groups(context);
    let listed = remedies::access::assign_everyone(context);
    [by_groups, listed, remedies::mode::manual(context)].into_iter().flatten().collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "JIT or SCIM is chosen, and the directory does not say who is assigned to the application.",
        ja: "JITまたはSCIMが選ばれていますが、ディレクトリからは誰がアプリケーションに割り当てられているか分かりません。",
    },
    why: Text {
        en: "An export of the whole company lists everybody, whether they are assigned or not. Being assigned is what decides who keeps access, so what becomes of the members cannot be said.",
        ja: "全社のエクスポートには、割り当ての有無にかかわらず全員が載っています。誰がアクセスを保てるかは割り当てによって決まるため、メンバーがどうなるかを判断できません。",
    },
    fix: Text {
        en: "Say who is assigned with assignment: listed if everybody in the file is, flagged if the field assigned marks them, or the groups that are assigned to the application. An export of the application’s own users needs nothing more than listed.",
        ja: "assignmentで割り当てを指定します。全員が割り当て済みならlisted、assigned欄で示されているならflagged、それ以外はアプリケーションに割り当てたグループを指定します。アプリケーションのユーザーだけをエクスポートした場合は、listedで足ります。",
    },
    params: &[
        always("mode", Kind::Mode, "The provisioning mode."),
        always("members", Kind::Number, "How many members there are."),
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
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-app-users"] },
                    { "email": "ben@example.com", "groups": ["anthropic-app-users"] },
                    { "email": "dai@example.com", "groups": ["finance"] }
                ],
                "assignment": "unknown"
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
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-app-users"] },
                    { "email": "ben@example.com", "groups": ["anthropic-app-users"] },
                    { "email": "dai@example.com", "groups": ["finance"] }
                ],
                "assignment": { "groups": ["anthropic-app-users"] }
            }
        }
    }"#,
};
