//! Members who lose access by removal.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/members-removed",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29", "E4", "E3"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} of {members} {members|member|members} {n|is|are} removed: {unassigned} not assigned to the application, {ungrouped} in no group that entitles ({who})",
    ja: "メンバー {members} 人のうち {n} 人が削除されます。未割り当て {unassigned} 人、対象グループに属していない人 {ungrouped} 人({who})",
};

const HELP: Text = Text {
    en: "whoever is to stay must be assigned to the application in your identity provider, and with group mapping be in a group mapped to a role, before you save",
    ja: "残すべき人は、保存する前にアイデンティティプロバイダーでアプリケーションに割り当て、マッピング使用時はロールにマップされたグループに追加してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Removed);
    if people.is_empty() {
        return;
    }
    let assigned = |cohort: &Cohort| context.roster.is_assigned(cohort.first);
    let ungrouped = context.change.among(&people, assigned).len();
    let mut draft = Draft::new(&RULE, MESSAGE, HELP)
        .arg("members", Arg::Count(context.members_with_access()))
        .arg("unassigned", Arg::Count(people.len() - ungrouped))
        .arg("ungrouped", Arg::Count(ungrouped))
        .at("/config/provisioning/mode");
    if ungrouped > 0 {
        draft = draft.at("/config/provisioning/groupMapping");
    }
    drafts.push(draft.people(people).at("/roster/directory/users"));
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::let_in(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Members who have access today are removed from the organisation.",
        ja: "現在アクセスのあるメンバーが、オーガニゼーションから削除されます。",
    },
    why: Text {
        en: "SCIM removes whoever is not assigned to the application or, with advanced group mapping, is in no group mapped to a role, without anybody being asked again. What was meant as a change of settings ends in people losing their access.",
        ja: "SCIMは、アプリケーションに割り当てられていない人や、高度なグループマッピングを使用していてロールにマップされたグループに属していない人を、確認を求めずに削除します。設定を変えるだけのつもりでも、その人たちは利用できなくなります。",
    },
    fix: Text {
        en: "Before you save, assign whoever is to stay to the application in your identity provider and, with advanced group mapping, add them to a group mapped to a role.",
        ja: "残すべき人は、保存する前にアイデンティティプロバイダーでアプリケーションに割り当てます。高度なグループマッピングを使用する場合は、ロールにマップされたグループにも追加します。",
    },
    params: &[
        always("members", Kind::Number, "How many members have access today."),
        always("unassigned", Kind::Number, "How many are removed for not being assigned."),
        always(
            "ungrouped",
            Kind::Number,
            "How many are removed for being in no group that entitles.",
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
                    { "email": "chloe@example.com" }
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
