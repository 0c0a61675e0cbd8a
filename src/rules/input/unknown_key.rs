//! A key that the engine does not know.

use crate::model::read::Problem;
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "input/unknown-key",
    severity: Severity::Warning,
    sources: &["B14"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the key {key} at {path} means nothing and was ignored",
    ja: "{path} のキー {key} は未知のため無視されました",
};

const IN_ROWS: Text = Text {
    en: "the key {key}, first at {path}, means nothing and was ignored in {count} {count|place|places}",
    ja: "キー {key}(最初は {path})は未知のため {count} 箇所で無視されました",
};

const MORE: Text = Text {
    en: "{count} more unknown {count|key|keys} of the roster were ignored, all different from those named",
    ja: "名簿にはこのほかにも未知のキーが {count} 個あり、無視されました",
};

const HELP_MORE: Text = Text {
    en: "check that the file is a roster in the shape that the documentation shows",
    ja: "ファイルがドキュメントの示す形の名簿であることを確認してください",
};

const HELP: Text = Text {
    en: "the keys known there are {known}",
    ja: "そこで使えるキーは {known} です",
};

const MEANT: Text = Text {
    en: "did you mean {suggestion}? The keys known there are {known}",
    ja: "{suggestion} のことですか。そこで使えるキーは {known} です",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for unread in context.config.unread() {
        if let Problem::UnknownKey { key, known } = &unread.problem {
            drafts.push(
                draft(MESSAGE, key, known)
                    .arg("path", Arg::Setting(unread.path.clone()))
                    .at(unread.path.clone()),
            );
        }
    }
    for unknown in &context.roster.notes().unknown_keys {
        let path = Arg::Setting(unknown.path.clone());
        drafts.push(
            draft(IN_ROWS, &unknown.key, unknown.known)
                .example("path", path)
                .arg("count", Arg::Count(unknown.count))
                .at(unknown.path.clone()),
        );
    }
    let more = context.roster.notes().more_unknown_keys;
    if more > 0 {
        drafts
            .push(Draft::new(&RULE, MORE, HELP_MORE).arg("count", Arg::Count(more)).at("/roster"));
    }
}

fn draft(message: Text, key: &str, known: &'static [&'static str]) -> Draft {
    let suggestion = closest(key, known.iter().copied());
    let help = if suggestion.is_some() { MEANT } else { HELP };
    let draft = Draft::new(&RULE, message, help)
        .subject(key)
        .arg("key", Arg::Word(key.to_owned()))
        .arg("known", Arg::words(known));
    match suggestion {
        Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
        None => draft,
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::key(draft, draft.word("key").unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The configuration or the roster has a key that means nothing and was ignored.",
        ja: "設定または名簿に未知のキーがあり、無視されました。",
    },
    why: Text {
        en: "A misspelt key leaves the setting that was meant at its default. If the group mapping or a guard is lost in this way, the answer describes a save other than the one you are about to make.",
        ja: "キーの綴りが誤っていると、意図した設定は既定値のままになります。そのためにグループマッピングや上限の指定が抜け落ちると、実際に行おうとしている保存とは異なる結果が示されます。",
    },
    fix: Text {
        en: "Correct the spelling of the key, or take the key out if it is not needed.",
        ja: "キーの綴りを修正するか、不要であればキーを削除します。",
    },
    params: &[
        maybe("key", Kind::Text, "The key, unless it is one of many more."),
        maybe("known", Kind::Texts, "The keys that are known there."),
        maybe("suggestion", Kind::Text, "The known key that was likely meant."),
        maybe("path", Kind::Setting, "Where it stands, or stands first."),
        maybe(
            "count",
            Kind::Number,
            "In how many places of the roster it stands, or how many more such keys there are.",
        ),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": {
                "mode": "scim",
                "groupMappings": {
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
    passes: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
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
