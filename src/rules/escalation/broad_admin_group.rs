//! One group makes administrators of so many people that it was likely not meant.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "escalation/broad-admin-group",
    needs: Needs::Resolution,
    sources: &["B33", "B22", "E22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {role} and makes administrators of {n} {n|person|people} who {n|is|are} not today ({who}); it holds {holds} of the {entitled} {entitled|person|people} entitled",
    ja: "{role} にマップされたグループ {group} によって、現在は管理者でない {n} 人が管理者になります({who})。対象者 {entitled} 人のうち {holds} 人がこのグループに属しています",
};

const HELP: Text = Text {
    en: "map to {role} a group that holds only those who are to edit these settings; if this one is meant, raise broadAdminGroup or broadAdminPercent",
    ja: "この設定を編集してよい人だけのグループを {role} にマップしてください。意図した変更であれば broadAdminGroup か broadAdminPercent を引き上げてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (change, guards) = (context.change, &context.config.guards);
    let administering = Target::Role(context.offer.administering_role);
    let new = context.new_admins();
    let entitled = |cohort: &Cohort| context.policy.is_entitled(context.roster, cohort.first);
    let entitled = change.crowd(entitled).len();
    for namings in context.mapped_groups() {
        let mut namings = namings.iter().filter(|naming| naming.target == administering);
        let Some(naming) = namings.next() else { continue };
        let mut people = context.each_assigned_in(naming.groups);
        let holds = people.len();
        people.retain(|person| change.cohort_of(*person).is_some_and(|it| new.contains(it)));
        let many = people.len() >= guards.broad_admin_group as usize && !people.is_empty();
        let share = 100.0 * holds as f64 >= guards.broad_admin_percent * entitled as f64;
        if many && share {
            drafts.push(
                Draft::new(&RULE, MESSAGE, HELP)
                    .subject(naming.designation)
                    .people(people)
                    .arg("group", Arg::Group(naming.designation.to_owned()))
                    .arg("role", Arg::Role(context.offer.administering_role))
                    .arg("holds", Arg::Count(holds))
                    .arg("entitled", Arg::Count(entitled))
                    .at(&naming.path),
            );
        }
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let group = draft.word("group").unwrap_or_default();
    remedies::administrators::narrow(context, group, &draft.everyone(context))
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "One group mapped to the administering role makes administrators of many people who are not administrators today.",
        ja: "管理者のロールにマップされた1つのグループによって、現在は管理者でない多くの人が管理者になります。",
    },
    why: Text {
        en: "Administrators (Owner on Claude plans, Admin in Console) may edit identity settings and other people's roles. A group that gives this role to so many people at once is usually a whole department mapped to the wrong role. The limits are broadAdminGroup (5 new administrators unless given) and broadAdminPercent (20% of everyone entitled unless given).",
        ja: "管理者(ClaudeのプランではOwner、ConsoleではAdmin)は、アイデンティティの設定やほかの人のロールを変更できます。一度にこれほど多くの人へこのロールを付与するグループは、部署全体を誤ったロールにマップしたものであることがほとんどです。基準はbroadAdminGroup(新しい管理者の人数、既定は5人)とbroadAdminPercent(対象者に占める割合、既定は20%)です。",
    },
    fix: Text {
        en: "Map to the administering role a group that holds only the people who are to edit these settings, and map the large group to a lower role. If all of them are meant to be administrators, raise broadAdminGroup or broadAdminPercent.",
        ja: "管理者のロールには、この設定を編集してよい人だけのグループをマップし、人数の多いグループはより低いロールにマップします。全員を管理者にする意図であれば、broadAdminGroupかbroadAdminPercentの値を引き上げます。",
    },
    params: &[
        always("group", Kind::Group, "The mapped group."),
        always("role", Kind::Role, "The administering role that it gives."),
        always("holds", Kind::Number, "How many entitled people are in it."),
        always("entitled", Kind::Number, "How many people are entitled altogether."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": { "roles": { "admin": ["platform-admins", "engineering"] } }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "admin" }],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["platform-admins"] },
                    { "email": "ben@example.com", "groups": ["engineering"] },
                    { "email": "chloe@example.com", "groups": ["engineering"] },
                    { "email": "daniel@example.com", "groups": ["engineering"] },
                    { "email": "emma@example.com", "groups": ["engineering"] },
                    { "email": "farid@example.com", "groups": ["engineering"] }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": { "admin": ["platform-admins"], "developer": ["engineering"] }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "admin" }],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["platform-admins"] },
                    { "email": "ben@example.com", "groups": ["engineering"] },
                    { "email": "chloe@example.com", "groups": ["engineering"] },
                    { "email": "daniel@example.com", "groups": ["engineering"] },
                    { "email": "emma@example.com", "groups": ["engineering"] },
                    { "email": "farid@example.com", "groups": ["engineering"] }
                ]
            }
        }
    }"#,
};
