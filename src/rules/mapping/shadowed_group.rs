//! A non-empty group on a role, all of whose assigned people get a higher role from another group.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/shadowed-group",
    severity: Severity::Info,
    needs: Needs::Resolution,
    sources: &["B22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group} is mapped to {target}, but everyone assigned in it ({n}) gets a higher role from another group",
    ja: "{group} は {target} にマップされていますが、割り当て済みの所属者全員({n} 人)が別のグループからより高いロールを付与されます",
};

const HELP: Text = Text {
    en: "nothing has to be done if the higher role is meant; if {target} is, take these people out of the other group in your identity provider",
    ja: "高いほうのロールでよければ対応は不要です。{target} にする場合は、アイデンティティプロバイダーで別のグループから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy, change) = (context.roster, context.policy, context.change);
    let rank = |bits: u8| bits.trailing_zeros();
    let rank_of = |cohort: &Cohort| rank(policy.grants(roster, cohort.first).roles);
    let ranks: Vec<u32> = change.cohorts().iter().map(rank_of).collect();
    for namings in context.mapped_groups() {
        let namings = || namings.iter().filter(|it| matches!(it.target, Target::Role(_)));
        let Some(first) = namings().next() else { continue };
        let own = first.groups;
        let granted = own.iter().fold(0, |bits, group| bits | policy.group_grants(*group).roles);
        // What is higher than all that the group itself gives, another one gives.
        let higher_elsewhere = |person| {
            let cohort = change.cohort_of(person).and_then(|cohort| ranks.get(cohort.id));
            cohort.is_some_and(|highest| *highest < rank(granted))
        };
        let mut people = context.assigned_in(own).peekable();
        if people.peek().is_none() || !people.all(higher_elsewhere) {
            continue;
        }
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(first.designation.to_owned()))
                .arg("target", first.target.arg())
                .people(context.each_assigned_in(own))
                .at_all(namings().map(|naming| &naming.path)),
        );
    }
}

fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::without_role(context, draft.word("group").unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Everyone assigned in a group that is mapped to a role gets a higher role from another group.",
        ja: "ロールにマップされたグループの割り当て済みの全員が、別のグループからより高いロールを付与されます。",
    },
    why: Text {
        en: "A person gets the highest role among their groups, so this mapping has no effect at present. That is harmless unless the lower role was the one meant.",
        ja: "1人に付与されるのは所属グループの中で最も高いロールのため、このマッピングは今のところ何の効果もありません。低いほうのロールにする意図でなければ、問題はありません。",
    },
    fix: Text {
        en: "Nothing has to be done if the higher role is right; you may take the group out of the mapping. If the lower role is meant, take the people out of the other group in your identity provider.",
        ja: "高いほうのロールでよければ対応は不要で、グループをマッピングから外しても構いません。低いほうのロールにする場合は、アイデンティティプロバイダーでその人たちを別のグループから外します。",
    },
    params: &[
        always("group", Kind::Group, "The group."),
        always("target", Kind::Target, "The role or seat tier that it gives nobody."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"],
                        "claude-code-user": ["claude-code-team"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers", "claude-code-team"]
                    }
                ]
            }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMapping": {
                    "roles": {
                        "admin": ["anthropic-console-admins"],
                        "developer": ["anthropic-console-developers"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers", "claude-code-team"]
                    }
                ]
            }
        }
    }"#,
};
