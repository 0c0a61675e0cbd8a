//! Members with no access before or after, with the seats they hold.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/already-without",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B21", "E5"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member has|members have} no access today and none after the save, and {n|holds|hold} {seats} {seats|seat|seats}: {who}",
    ja: "{n} 人のメンバーは現在も保存後もアクセスがなく、{seats} シートを占有しています: {who}",
};

const NO_SEATS: Text = Text {
    en: "{n} {n|member has|members have} no access today and none after the save: {who}",
    ja: "{n} 人のメンバーは現在も保存後もアクセスがありません: {who}",
};

const SOME_REMOVED: Text = Text {
    en: "those who are removed give up their seats with the save; remove the others from the member list by hand if their seats are to be free",
    ja: "削除される人のシートは保存によって空きます。それ以外の人のシートを空けるには手動でメンバーリストから削除してください",
};

const HELP: Text = Text {
    en: "nothing changes for them; remove them from the member list by hand if their seats are to be free",
    ja: "この人たちには変化がありません。シートを空けるには手動でメンバーリストから削除してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let change = context.change;
    let without =
        |cohort: &&Cohort| !change.had_access(cohort) && !change.after(cohort).has_access();
    let people: Crowd = change.members().filter(without).collect();
    if people.is_empty() {
        return;
    }
    let holds = |cohort: &Cohort| context.policy.held_tier(context.roster, cohort.first).is_some();
    let seats = change.among(&people, holds).len();
    let removed = |cohort: &Cohort| change.after(cohort).outcome == Outcome::Removed;
    let message = if seats == 0 { NO_SEATS } else { MESSAGE };
    let help = if change.cohorts_of(&people).any(removed) { SOME_REMOVED } else { HELP };
    drafts.push(
        Draft::new(&RULE, message, help)
            .arg("seats", Arg::Count(seats))
            .people(people)
            .at("/roster/members"),
    );
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::let_in(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Members on the list have no access today and will have none after the save.",
        ja: "メンバーリストに、現在も保存後もアクセスのない人がいます。",
    },
    why: Text {
        en: "The save is not what shuts them out, but under JIT and manual provisioning nobody takes them off the list: they go on holding the seats that others may be waiting for.",
        ja: "アクセスがないのはこの保存のためではありません。ただし、JITと手動プロビジョニングではリストから自動で外れることがなく、ほかの人が待っているかもしれないシートを占有し続けます。",
    },
    fix: Text {
        en: "If they have left, remove them from the member list by hand to free their seats. If they should have access, assign them in your identity provider and, with group mapping, add them to a group mapped to a role.",
        ja: "退職した人であれば、手動でメンバーリストから削除してシートを空けます。アクセスが必要な人であれば、アイデンティティプロバイダーで割り当て、グループマッピングを使用する場合はロールにマップされたグループにも追加します。",
    },
    params: &[always("seats", Kind::Number, "How many seats they hold.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "saved": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": { "users": [{ "email": "ann@example.com" }] }
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
            "saved": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" }
            ],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
};
