//! Service accounts that lose access.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/service-account",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B29", "E4"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} service {n|account loses|accounts lose} access, and whatever runs as {n|it|them} stops: {who}",
    ja: "サービスアカウント {n} 件がアクセスを失い、それを使う処理が止まります: {who}",
};

const HELP: Text = Text {
    en: "assign each to the application in your identity provider before saving, or move what runs as it elsewhere",
    ja: "保存する前にアイデンティティプロバイダーでアプリケーションに割り当てるか、処理を移してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let service = |cohort: &Cohort| context.roster.is_service(cohort.first);
    let people = context.change.among(&context.losers, service);
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/mode")
                .at("/roster/directory/users"),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::let_in(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Service accounts lose access.",
        ja: "サービスアカウントがアクセスを失います。",
    },
    why: Text {
        en: "Whatever runs under such an account stops, and nobody notices at login because no human logs in. Service accounts are easily forgotten when people are assigned in the identity provider.",
        ja: "そのアカウントで動いている処理が止まります。人がログインするアカウントではないため、すぐには気付かれません。アイデンティティプロバイダーで割り当てを行うとき、サービスアカウントは忘れられがちです。",
    },
    fix: Text {
        en: "Assign each service account to the application in your identity provider and, with group mapping, add it to a group mapped to a role; or move what it runs elsewhere before you save.",
        ja: "保存する前に、アイデンティティプロバイダーで各サービスアカウントをアプリケーションに割り当て、グループマッピングを使用する場合はロールにマップされたグループにも追加します。あるいは、処理を別のアカウントに移します。",
    },
    params: &[],
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
                { "email": "reports@example.com", "role": "user", "kind": "service" }
            ],
            "directory": { "users": [{ "email": "ann@example.com" }] }
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
                { "email": "reports@example.com", "role": "user", "kind": "service" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com" },
                    { "email": "reports@example.com" }
                ]
            }
        }
    }"#,
};
