//! A mapped group and another differ only in invisible, case or look-alike characters.

use crate::roster::ByLook;
use crate::rules::prelude::*;
use crate::sorted::sorted;

pub static RULE: Rule = Rule {
    code: "roster/confusable-name",
    severity: Severity::Warning,
    sources: &["B31", "E21"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{group}, which is mapped to {targets}, and {others} differ only in invisible, case or look-alike characters",
    ja: "{targets} にマップされた {group} と {others} は、見えない文字、大文字と小文字、または似た形の文字が違うだけです",
};

const HELP: Text = Text {
    en: "make sure that {group} is the group that is meant, and rename one of them in your identity provider",
    ja: "{group} が意図したグループであることを確認し、アイデンティティプロバイダーで一方の名前を変えてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let mapped = context.mapped_groups();
    if mapped.is_empty() {
        return;
    }
    let groups = context.roster.groups();
    let unknown = mapped.iter().flatten().filter(|naming| naming.groups.is_empty());
    let unknown: Vec<&str> = unknown.map(|naming| naming.designation).collect();
    let unknown_name = |number: u32| unknown.get(number as usize).copied().unwrap_or_default();
    let unknown_by_look = ByLook::of(unknown.len(), &unknown_name);
    for namings in mapped {
        let Some(first) = namings.first() else { continue };
        let name = first.groups.first().map_or(first.designation, |group| groups.name(*group));
        // Two groups of one name are not told apart at all: that is another rule's matter.
        let mut others =
            sorted(groups.like(name).into_iter().chain(unknown_by_look.like(name, &unknown_name)));
        others.dedup();
        if others.is_empty() {
            continue;
        }
        let others = others.into_iter().map(|other| Arg::Group(other.to_owned())).collect();
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(first.designation)
                .arg("group", Arg::Group(name.to_owned()))
                .arg("targets", targets(namings.iter().map(|naming| naming.target)))
                .arg("others", Arg::List(others))
                .at_all(namings.iter().map(|naming| &naming.path))
                .at("/roster/directory/groups"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A group in the mapping and another group have names that differ only in characters one does not see, in capitals, or in characters that look alike.",
        ja: "マッピングにあるグループと別のグループの名前が、見えない文字、大文字と小文字、または似た形の文字だけで異なっています。",
    },
    why: Text {
        en: "Group names are matched exactly. The wrong one of two such names gives its people nothing, or gives the wrong people a role, and nobody sees it on the screen.",
        ja: "グループ名は完全一致で照合されます。似た名前を取り違えると、対象者に何も付与されないか、別の人にロールが付与されますが、画面では気付けません。",
    },
    fix: Text {
        en: "Choose the group from the list in Identity and access instead of typing it, or map it by its id, and rename the other one in your identity provider.",
        ja: "名前を入力せずIdentity and accessの一覧から選ぶか、IDでマップし、アイデンティティプロバイダーでもう一方の名前を変更します。",
    },
    params: &[
        always("group", Kind::Group, "The mapped group."),
        always("targets", Kind::Targets, "The roles and seat tiers that it is mapped to."),
        always(
            "others",
            Kind::Texts,
            "The groups that look like it: up to 20 of the directory, and up to 20 of the mapping.",
        ),
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
                "groupMapping": { "roles": { "owner": ["claude-owners"], "user": ["Claude-Users"] } }
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
                    { "email": "ann@example.com", "groups": ["claude-owners"] },
                    { "email": "ben@example.com", "groups": ["Claude-Users"] }
                ],
                "groups": [{ "name": "claude-users" }]
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
                "groupMapping": { "roles": { "owner": ["claude-owners"], "user": ["claude-users"] } }
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
                    { "email": "ann@example.com", "groups": ["claude-owners"] },
                    { "email": "ben@example.com", "groups": ["claude-users"] }
                ]
            }
        }
    }"#,
};
