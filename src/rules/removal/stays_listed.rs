//! Under JIT, members who lose access but stay on the list, with their seats.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/stays-listed",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B21", "B22", "E5"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member|members} can no longer log in but {n|stays|stay} listed, holding {seats} {seats|seat|seats}, until removed by hand: {who}",
    ja: "{n} 人のメンバーがログインできなくなりますが、手動で削除されるまでリストに残り、{seats} シートを占有し続けます: {who}",
};

const NO_SEATS: Text = Text {
    en: "{n} {n|member|members} can no longer log in but {n|stays|stay} listed until removed by hand: {who}",
    ja: "{n} 人のメンバーがログインできなくなりますが、手動で削除されるまでリストに残ります: {who}",
};

const HELP: Text = Text {
    en: "assign whoever is to stay in your identity provider before saving; remove the others from the member list by hand to free their seats",
    ja: "残すべき人は保存前にアイデンティティプロバイダーで割り当て、それ以外の人は手動でメンバーリストから削除してシートを解放してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Blocked);
    if context.mode() != Mode::Jit || people.is_empty() {
        return;
    }
    let holds = |cohort: &Cohort| context.change.after(cohort).tier.is_some();
    let seats = context.change.among(&people, holds).len();
    let message = if seats == 0 { NO_SEATS } else { MESSAGE };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .arg("seats", Arg::Count(seats))
            .people(people)
            .at("/config/provisioning/mode")
            .at("/roster/directory/users"),
    );
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::access::let_in(context, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Under JIT, members can no longer log in but stay on the list with their seats.",
        ja: "JITで、ログインできなくなるメンバーが、シートを占有したままリストに残ります。",
    },
    why: Text {
        en: "JIT adds people but does not clear away those who were taken out of the application: their entries stay until a login attempt or until somebody removes them by hand. Until then their seats are paid for and cannot be given to others.",
        ja: "JITはユーザーを追加しますが、アプリケーションから外れた人を整理しません。その人たちは、ログインを試みるか手動で削除されるまでリストに残ります。それまではシートの費用がかかり、ほかの人に割り当てることもできません。",
    },
    fix: Text {
        en: "Before you save, assign whoever is to stay in your identity provider and, with group mapping, add them to a group mapped to a role. Remove the others from the member list by hand to free their seats.",
        ja: "残すべき人は、保存する前にアイデンティティプロバイダーで割り当て、グループマッピングを使用する場合はロールにマップされたグループにも追加します。それ以外の人は手動でメンバーリストから削除し、シートを空けます。",
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
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner", "seatTier": "premium" },
                { "email": "ben@example.com", "role": "user", "seatTier": "standard" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
