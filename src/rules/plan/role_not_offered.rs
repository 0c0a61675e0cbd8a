//! A role in the mapping that the plan lacks, `primary-owner` included, even with no group.

use crate::model::read::push_step;
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "plan/role-not-offered",
    sources: &["B25", "B26", "B27"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "groups cannot be mapped to {role} on the {plan} plan: it offers {offered}",
    ja: "{plan} プランでは {role} にグループをマップできません。利用できるロールは {offered} です",
};

const HELP: Text = Text {
    en: "map the groups to one of {offered}, or leave {role} out",
    ja: "グループを {offered} のいずれかにマップするか、{role} を外してください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Otherwise map the groups to one of {offered}, or leave {role} out",
    ja: "{suggestion} のことですか。そうでなければ {offered} のいずれかにマップするか、{role} を外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let Some(mapping) = &context.config.provisioning.group_mapping else { return };
    let offered = context.offer.role_words();
    for role in mapping.roles.keys().filter(|role| !offered.contains(&role.as_str())) {
        let mut path = String::from("/config/provisioning/groupMapping/roles");
        push_step(&mut path, role);
        // A role of another plan is meant as it is written: the plan is what does not fit.
        let unknown = Role::from_word(role).is_none();
        let suggestion = closest(role, offered.iter().copied()).filter(|_| unknown);
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let draft = Draft::new(&RULE, MESSAGE, help)
            .subject(role)
            .arg("role", Arg::Word(role.clone()))
            .arg("plan", Arg::Word(context.offer.plan.to_string()))
            .arg("offered", Arg::words(&offered))
            .at(path);
        drafts.push(match suggestion {
            Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
            None => draft,
        });
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::key(draft, draft.word("role").unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Groups are mapped to a role that the plan does not have, or to Primary Owner, which no group can give.",
        ja: "プランにないロール、またはグループでは付与できないPrimary Ownerに、グループがマップされています。",
    },
    why: Text {
        en: "A role that the plan does not offer maps nothing: people whose only group is mapped to it count as being in no mapped group and lose access. Each product has roles of its own, so a mapping copied from Console does not fit a Claude plan.",
        ja: "プランにないロールへのマッピングは無効です。そのグループにしか属していない人は、マップされたグループに属していないとみなされ、アクセスを失います。ロールは製品ごとに異なるため、ConsoleのマッピングをそのままClaudeのプランに使うことはできません。",
    },
    fix: Text {
        en: "Map the groups to a role that the plan offers, or leave the role out of the mapping.",
        ja: "プランで利用できるロールにグループをマップし直すか、そのロールをマッピングから外します。",
    },
    params: &[
        always("role", Kind::Text, "The role as it is written."),
        always("plan", Kind::Plan, "The plan."),
        always("offered", Kind::Texts, "The roles that the plan has."),
        maybe("suggestion", Kind::Text, "The role that was likely meant."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "developer": ["engineering"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["engineering"] }
                ]
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
            "provisioning": {
                "mode": "jit",
                "groupMapping": {
                    "roles": {
                        "owner": ["anthropic-claude-owners"],
                        "user": ["engineering"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "owner" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["engineering"] }
                ]
            }
        }
    }"#,
};
