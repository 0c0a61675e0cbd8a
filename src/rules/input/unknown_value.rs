//! A configuration value that the engine does not know; it reads as absent.

use crate::model::read::{Expected, Problem};
use crate::rules::prelude::*;
use crate::vocabulary::closest;

pub static RULE: Rule = Rule {
    code: "input/unknown-value",
    sources: &["B14"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{value} at {path} is not understood and reads as absent: it must be {expected}",
    ja: "{path} の {value} は認識できないため未指定として扱います。正しくは{expected}です",
};

const HELP: Text =
    Text { en: "correct the value at {path}", ja: "{path} の値を修正してください" };

const MEANT: Text = Text {
    en: "did you mean {suggestion}? Correct the value at {path}",
    ja: "{suggestion} のことですか。{path} の値を修正してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for unread in context.config.unread() {
        let Problem::UnknownValue { value, expected } = &unread.problem else { continue };
        let words = match expected {
            Expected::OneOf(words) => words,
            _ => &[][..],
        };
        let suggestion = closest(value, words.iter().copied());
        let help = if suggestion.is_some() { MEANT } else { HELP };
        let draft = Draft::new(&RULE, MESSAGE, help)
            .subject(&unread.path)
            .arg("value", Arg::Word(value.clone()))
            .arg("path", Arg::Setting(unread.path.clone()))
            .arg("expected", Arg::Expected(*expected))
            .at(unread.path.clone());
        drafts.push(match suggestion {
            Some(suggestion) => draft.arg("suggestion", Arg::Word(suggestion.to_owned())),
            None => draft,
        });
    }
}

fn propose(_: &Context<'_>, draft: &Draft) -> Vec<Proposal> {
    remedies::mapping::value(draft)
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A value in the configuration is not understood, and the setting reads as if it had been left out.",
        ja: "設定の値が認識できず、その項目は指定されなかったものとして扱われます。",
    },
    why: Text {
        en: "A provisioning mode that is not understood reads as manual, which removes nobody. The preview then looks harmless while the save that was meant may not be.",
        ja: "認識できないプロビジョニングモードは手動とみなされ、その場合は誰も削除されません。プレビューでは問題がないように見えても、意図した保存ではそうとは限りません。",
    },
    fix: Text {
        en: "Replace the value with one of those that the finding lists.",
        ja: "検出結果に示された値のいずれかに置き換えます。",
    },
    params: &[
        always("value", Kind::Text, "The value as it was written."),
        always("path", Kind::Setting, "Where it stands."),
        always("expected", Kind::Text, "What the place takes, in English."),
        maybe("suggestion", Kind::Text, "The known value that was likely meant."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
            },
            "provisioning": { "mode": "sicm" },
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
            "organization": { "plan": "enterprise-seat-based" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true },
                "directorySync": { "connected": true }
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
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
