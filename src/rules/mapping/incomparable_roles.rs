//! In Console, people whose groups grant `billing` and also `developer` or `claude-code-user`, and
//! not `admin`.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/incomparable-roles",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["E24", "B22"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the groups of {n} {n|person|people} grant billing and also developer or claude-code-user, which cannot be ranked against each other; the listed order decides ({who})",
    ja: "{n} 人の所属グループが Billing と、Developer または Claude Code User の両方を付与します。高低の定義がないため一覧の順で決まります({who})",
};

const HELP: Text = Text {
    en: "leave each of them in the one group whose role they are to have, in your identity provider",
    ja: "アイデンティティプロバイダーで、付与したいロールのグループ1つだけに所属させてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    let torn = |cohort: &Cohort| {
        let grants = |role| policy.grants_role(roster, cohort.first, role);
        grants(Role::Billing)
            && (grants(Role::Developer) || grants(Role::ClaudeCodeUser))
            && !grants(Role::Admin)
            && policy.is_entitled(roster, cohort.first)
    };
    let people = context.change.crowd(torn);
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/provisioning/groupMapping/roles/billing")
                .at("/roster/directory/users"),
        );
    }
}

/// Out of the groups for the one, or out of those for the others.
fn propose(context: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let people = draft.everyone(context);
    let gives = |role: Role, group: u32| {
        let rank = context.offer.role_rank(role);
        rank.is_some_and(|rank| context.policy.group_grants(group).roles & 1 << rank != 0)
    };
    let billing = |group| gives(Role::Billing, group);
    let coding = |group| gives(Role::Developer, group) || gives(Role::ClaudeCodeUser, group);
    let out_of_billing = remedies::expected::take_out(context, &people, billing);
    let out_of_coding = remedies::expected::take_out(context, &people, coding);
    out_of_billing.into_iter().chain(out_of_coding).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "In Console, the groups of some people grant Billing and also Developer or Claude Code User.",
        ja: "Consoleで、所属グループからBillingと、DeveloperまたはClaude Code Userの両方を付与される人がいます。",
    },
    why: Text {
        en: "A person has one role, the highest that their groups grant, but Billing is neither above nor below the other two: each allows what the other does not. Which one they end up with rests on the order in which the roles are listed, and they lack what the other would allow.",
        ja: "1人に付与されるロールは、所属グループから得られる最も高いもの1つだけです。しかし、Billingとほかの2つには上下の関係がなく、それぞれにできることが異なります。どちらになるかはロール一覧の順序で決まり、もう一方でできることはできなくなります。",
    },
    fix: Text {
        en: "Decide which of the two roles each of them needs, and in your identity provider take them out of the group that grants the other.",
        ja: "それぞれにどちらのロールが必要かを決め、アイデンティティプロバイダーで、もう一方のロールを付与するグループから外します。",
    },
    params: &[],
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
                        "billing": ["anthropic-console-billing"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "billing" },
                { "email": "daniel@example.com", "role": "billing" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-console-billing"]
                    },
                    {
                        "email": "daniel@example.com",
                        "groups": [
                            "anthropic-console-billing", "anthropic-console-developers"
                        ]
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
                        "developer": ["anthropic-console-developers"],
                        "billing": ["anthropic-console-billing"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "chloe@example.com", "role": "billing" },
                { "email": "daniel@example.com", "role": "billing" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    },
                    {
                        "email": "chloe@example.com",
                        "groups": ["anthropic-console-billing"]
                    },
                    {
                        "email": "daniel@example.com",
                        "groups": ["anthropic-console-billing"]
                    }
                ]
            }
        }
    }"#,
};
