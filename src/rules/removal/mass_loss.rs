//! So many members lose access or are demoted that it is likely a mistake.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/mass-loss",
    needs: Needs::Resolution,
    sources: &["B29", "E4"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} of {members} {members|member|members} with access {n|loses it or is|lose it or are} demoted: {lost} {lost|loses|lose} access, {demoted} {demoted|is|are} demoted ({who})",
    ja: "アクセスのあるメンバー {members} 人のうち {n} 人がアクセスを失うか降格されます。喪失 {lost} 人、降格 {demoted} 人({who})",
};

const HELP: Text = Text {
    en: "do not save yet: assign these people, and put them into mapped groups, in your identity provider first; if the loss is meant, raise maxLoss, maxLossFloor and maxLossPercent, or make a loss of more than half in smaller steps",
    ja: "まだ保存しないでください。先にアイデンティティプロバイダーで割り当てとグループを整えます。意図した変更であれば maxLoss、maxLossFloor、maxLossPercent を引き上げるか、半数を超える場合は何回かに分けてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let guards = &context.config.guards;
    let members = context.members_with_access();
    let (lost, demoted) = (context.losers.len(), context.demoted.len());
    let loss = lost + demoted;
    let share = 100.0 * loss as f64;
    let too_many = loss >= guards.max_loss as usize
        || (loss >= guards.max_loss_floor as usize
            && share > guards.max_loss_percent * members as f64)
        || (loss >= 2 && 2 * loss > members);
    if loss == 0 || !too_many {
        return;
    }
    let people = context
        .change
        .crowd(|cohort| context.losers.contains(cohort) || context.demoted.contains(cohort));
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .people(people)
            .arg("members", Arg::Count(members))
            .arg("lost", Arg::Count(lost))
            .arg("demoted", Arg::Count(demoted))
            .at("/config/provisioning")
            .at("/roster/directory/users"),
    );
}

/// Those who lose access are let in; those who are demoted keep the administering role.
fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let lost = context.everyone_of(&context.losers);
    let mut proposals = remedies::access::let_in(context, &lost);
    let demoted = context.everyone_of(&context.demoted);
    if !demoted.is_empty() {
        proposals.extend(remedies::administrators::administer(context, &demoted));
    }
    proposals
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "So many members lose access or the administering role that it is likely a mistake.",
        ja: "多数のメンバーがアクセスまたは管理者のロールを失います。意図しない変更である可能性があります。",
    },
    why: Text {
        en: "Saving before everybody is assigned, and in groups where they are mapped, deprovisions whoever is missing. A loss of this size usually means that the preparation in the identity provider is not finished, or that the list is the wrong one.",
        ja: "全員の割り当てが済まないうちに、マッピングを使用する場合は全員をグループに追加しないうちに保存すると、漏れている人がデプロビジョニングされます。これほど多くの人が影響を受けるときは、アイデンティティプロバイダーの準備が終わっていないか、リストが誤っていることがほとんどです。",
    },
    fix: Text {
        en: "Do not save yet. Assign these people, and add them to mapped groups, in your identity provider first; if the loss is meant, raise the guards maxLoss, maxLossFloor and maxLossPercent. No guard lets a loss of more than half of the members through: make such a change in smaller steps.",
        ja: "まだ保存しないでください。先にアイデンティティプロバイダーでこの人たちを割り当て、マップされたグループに追加します。意図した変更であれば、maxLoss、maxLossFloor、maxLossPercentを引き上げます。メンバーの半数を超える場合は値を引き上げても止められるため、何回かに分けて変更します。",
    },
    params: &[
        always("members", Kind::Number, "How many members have access today."),
        always("lost", Kind::Number, "How many of them lose it."),
        always("demoted", Kind::Number, "How many of them lose the administering role."),
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
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "user" }
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
                { "email": "ben@example.com", "role": "user" },
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
