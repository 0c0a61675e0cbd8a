//! A mapped group that the directory does not have.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "mapping/unknown-group",
    severity: Severity::Warning,
    sources: &["B31", "B35"],
    swallows: &["mapping/empty-group"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the directory has no group {group}, which is mapped to {targets}",
    ja: "{targets} にマップされたグループ {group} がディレクトリにありません",
};

const HELP: Text = Text {
    en: "create {group} in your identity provider and add the people who are to have {targets}, or take it out of the mapping",
    ja: "アイデンティティプロバイダーで {group} を作成して対象者を追加するか、マッピングから外してください",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Otherwise create {group} in your identity provider, or take it out of the mapping",
    ja: "{suggestion} のことですか。そうでなければアイデンティティプロバイダーで {group} を作成するか、マッピングから外してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for namings in context.mapped_groups() {
        let Some(first) = namings.first().filter(|first| first.groups.is_empty()) else { continue };
        let suggestion = remedies::mapping::meant(context, first.designation);
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let draft = Draft::new(&RULE, MESSAGE, help)
            .subject(first.designation)
            .arg("group", Arg::Group(first.designation.to_owned()))
            .arg("targets", targets(namings.iter().map(|naming| naming.target)))
            .at_all(namings.iter().map(|naming| &naming.path));
        drafts.push(match suggestion {
            Some(suggestion) => draft.arg("suggestion", Arg::Group(suggestion.to_owned())),
            None => draft,
        });
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    let wrong = draft.word("group").unwrap_or_default();
    let right = draft.word("suggestion").map(|right| remedies::mapping::regroup(wrong, right));
    right.into_iter().chain([remedies::mapping::ungroup(wrong)]).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The mapping names a group that the directory does not have.",
        ja: "マッピングに、ディレクトリにないグループが指定されています。",
    },
    why: Text {
        en: "Nobody can get a role or seat tier from a group that does not exist. It is often a spelling mistake, and the people of the group that was meant get nothing, or lose the access they have.",
        ja: "存在しないグループからは、誰もロールやシートティアを得られません。多くは表記の誤りで、本来のグループの人には何も付与されず、すでにあるアクセスを失うこともあります。",
    },
    fix: Text {
        en: "Correct the name so that it is written exactly as in your identity provider, capitals included. If the group is yet to come, create it there and add its people; otherwise take it out of the mapping.",
        ja: "大文字と小文字も含めて、アイデンティティプロバイダーでの表記どおりに訂正します。まだないグループであれば、アイデンティティプロバイダーで作成して該当する人を追加します。不要であればマッピングから外します。",
    },
    params: &[
        always("group", Kind::Group, "The group as it is written."),
        always("targets", Kind::Targets, "The roles and seat tiers that it is mapped to."),
        maybe("suggestion", Kind::Group, "The group of the directory that was likely meant."),
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
                        "developer": ["anthropic-console-developer"]
                    }
                }
            },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "admin" }],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
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
            "members": [{ "email": "ann@example.com", "role": "admin" }],
            "directory": {
                "users": [
                    { "email": "ann@example.com", "groups": ["anthropic-console-admins"] },
                    {
                        "email": "ben@example.com",
                        "groups": ["anthropic-console-developers"]
                    }
                ]
            }
        }
    }"#,
};
