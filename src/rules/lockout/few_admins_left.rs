//! Some administrators are left, but fewer than the guard `minAdmins`.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/few-admins-left",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B33", "E22"],
    carries_ways_back: true,
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|person|people} may edit these settings after the save, {before} before: {who}; the guard asks for {least}",
    ja: "保存後にこの設定を編集できるのは {n} 人です(保存前は {before} 人): {who}。下限は {least} 人です",
};

const HELP: Text = Text {
    en: "give another person the role {role}, by their group where groups are mapped, so that one absence locks nobody out",
    ja: "1人が不在でも困らないよう、ほかの人にも {role} を付与してください(マッピング使用時はグループで)",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (before, after) = (context.admins_before.len(), context.admins_after.len());
    let least = context.config.guards.min_admins;
    if after == 0 || after >= least as usize {
        return;
    }
    let severity = if after < before { Severity::Warning } else { Severity::Info };
    let path = if context.policy.mapped {
        context.administering_groups()
    } else {
        "/roster/members".to_owned()
    };
    drafts.push(
        Draft::new(&RULE, MESSAGE, HELP)
            .severity(severity)
            .people(context.admins_after.clone())
            .arg("before", Arg::Count(before))
            .arg("least", Arg::Count(least as usize))
            .arg("role", Arg::Role(context.offer.administering_role))
            .at(path),
    );
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let lost = context
        .change
        .among(&context.admins_before, |cohort| !context.admins_after.contains(cohort));
    let lost = context.everyone_of(&lost);
    if lost.is_empty() { Vec::new() } else { remedies::administrators::administer(context, &lost) }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Fewer people than the guard minAdmins asks for, two unless you set it, may edit these settings after the save.",
        ja: "保存後にこの設定を編集できる人が、minAdminsで指定した人数(既定は2人)に足りません。",
    },
    why: Text {
        en: "If the only administrator is away or leaves, nobody can restore a lost role, change the mapping or press Sync now. Only active human members and people newly added count; invitations and service accounts do not.",
        ja: "唯一の管理者が不在になったり退職したりすると、失われたロールの復元も、マッピングの変更も、Sync nowの実行も誰にもできません。数えるのは人間の有効なメンバーと新しく追加される人だけで、保留中の招待とサービスアカウントは含みません。",
    },
    fix: Text {
        en: "Give another person Owner (Claude) or Admin (Console): by their group in your identity provider where groups are mapped, otherwise by hand. If one administrator is enough, lower the guard minAdmins.",
        ja: "もう1人にOwner(Claude)またはAdmin(Console)を付与します。グループをマップしている場合はアイデンティティプロバイダーのグループで、そうでなければ手動で付与します。管理者が1人で十分な場合は、minAdminsの値を下げます。",
    },
    params: &[
        always("before", Kind::Number, "How many may edit these settings today."),
        always("least", Kind::Number, "How many the guard asks for."),
        always("role", Kind::Role, "The administering role of the plan."),
    ],
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
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
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
                { "email": "ben@example.com", "role": "owner" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
