//! SCIM without mapping also adds everyone assigned to sibling organisations.

use crate::model::config::Sibling;
use crate::model::readings::SiblingScope;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "tenant/adds-everywhere",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["B23", "E8"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "scim without group mapping adds the {n} assigned {n|person|people} to {siblings} as well, under the same parent organisation",
    ja: "高度なグループマッピングなしの SCIM では、割り当て済みの {n} 人が同じ親オーガニゼーションの {siblings} にも追加されます",
};

const HELP: Text = Text {
    en: "turn group mapping on to decide who is added where, or make sure that everyone assigned may be in all of them",
    ja: "追加先を制御するには高度なグループマッピングをオンにするか、全員がすべてに追加されてよいことを確認してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.mode() != Mode::Scim || context.policy.mapped {
        return;
    }
    let assigned = context.change.crowd(|cohort| context.roster.is_assigned(cohort.first));
    let siblings = context.config.parent.as_ref().map_or(&[][..], |parent| &parent.siblings);
    let scope = context.config.assumptions.sibling_scope;
    let reached: Vec<_> =
        siblings.iter().enumerate().filter(|(_, sibling)| reaches(scope, sibling)).collect();
    if assigned.is_empty() || reached.is_empty() {
        return;
    }
    let name = |(position, sibling): &(usize, &Sibling)| {
        sibling.name.clone().unwrap_or_else(|| format!("#{}", position + 1))
    };
    let names = reached.iter().map(name).collect();
    let draft = Draft::new(&RULE, MESSAGE, HELP)
        .people(assigned)
        .arg("siblings", Arg::Words(names))
        .at("/config/provisioning/groupMapping");
    let at = |draft: Draft, (position, _): &(usize, &Sibling)| {
        draft.at(format!("/config/parent/siblings/{position}"))
    };
    drafts.push(reached.iter().fold(draft, at));
}

/// Whether people are added to the sibling too, by the reading `siblingScope`.
pub fn reaches(scope: SiblingScope, sibling: &Sibling) -> bool {
    match (scope, sibling.mode) {
        (SiblingScope::All, _) | (_, None) => true,
        (SiblingScope::ScimOnly, Some(mode)) => mode == Mode::Scim && !sibling.group_mapping,
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "SCIM without group mapping also adds everyone assigned to other organisations under the same parent organisation.",
        ja: "高度なグループマッピングなしのSCIMでは、割り当て済みの全員が、同じ親オーガニゼーションに参加しているほかのオーガニゼーションにも追加されます。",
    },
    why: Text {
        en: "Assignment to the one application counts for every organisation that shares the parent. People may turn up in organisations where they have no business, and take seats there.",
        ja: "1つのアプリケーションへの割り当てが、親オーガニゼーションを共有するすべてのオーガニゼーションに適用されます。そのため、本来は関係のないオーガニゼーションにも追加され、シートを占有することがあります。",
    },
    fix: Text {
        en: "Turn advanced group mapping on and map groups to roles in each organisation, so that only the people in its groups are added to it; or make sure that everyone assigned may be in all of them.",
        ja: "各オーガニゼーションで高度なグループマッピングをオンにしてグループをロールにマップし、そのグループの人だけが追加されるようにします。そうしない場合は、割り当て済みの全員がすべてのオーガニゼーションに追加されてもよいことを確認します。",
    },
    params: &[always("siblings", Kind::Texts, "The other organisations.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true },
                "siblings": [{ "name": "Example API", "plan": "console", "mode": "scim" }]
            },
            "provisioning": { "mode": "scim" },
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
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
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
                "directorySync": { "connected": true },
                "siblings": [{ "name": "Example API", "plan": "console", "mode": "scim" }]
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
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-claude-owners"] },
                    { "email": "ben@example.com", "groups": ["anthropic-claude-users"] }
                ]
            }
        }
    }"#,
};
