//! One address twice on one side.

use crate::roster::{Repeat, Side};
use crate::rules::prelude::*;
use crate::sorted::grouped;

pub static RULE: Rule = Rule {
    code: "roster/duplicate-person",
    severity: Severity::Warning,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const DIFFERENT: Text = Text {
    en: "{n} {n|person is|people are} listed more than once in {list} with different content; the first row counts: {who}",
    ja: "{list} に、同じ人で内容の異なる行が {n} 人分あります。最初の行を使います: {who}",
};

const IDENTICAL: Text = Text {
    en: "{n} {n|person is|people are} listed more than once in {list} with the same content: {who}",
    ja: "{list} に、同じ人で内容も同じ行が {n} 人分あります: {who}",
};

const HELP: Text = Text {
    en: "leave one row for each person, the one that is right",
    ja: "1人につき正しい行を1つだけ残してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for (side, list) in
        [(Side::Members, "/roster/members"), (Side::Directory, "/roster/directory/users")]
    {
        let repeats = context.roster.notes().repeats.iter().filter(|repeat| repeat.side == side);
        let people = grouped(repeats.map(|repeat| (repeat.email.as_str(), repeat)));
        // Those whose rows all say the same, and those of whom some row says otherwise.
        let is_identical =
            |(_, repeats): &(_, Vec<&Repeat>)| repeats.iter().all(|repeat| repeat.identical);
        let (identical, different): (Vec<_>, Vec<_>) = people.into_iter().partition(is_identical);
        for (people, message, severity) in
            [(different, DIFFERENT, Severity::Warning), (identical, IDENTICAL, Severity::Info)]
        {
            if people.is_empty() {
                continue;
            }
            let mut found: Vec<_> =
                people.iter().filter_map(|(email, _)| context.roster.find(email)).collect();
            found.sort_unstable();
            let repeats = people.iter().flat_map(|(_, repeats)| repeats);
            drafts.push(
                Draft::new(&RULE, message, HELP)
                    .severity(severity)
                    .subject(list)
                    .people(found)
                    .arg("list", Arg::Setting(list.to_owned()))
                    .at_all(repeats.map(|repeat| &repeat.path).take(PLACES)),
            );
        }
    }
}

/// How many places a finding names.
const PLACES: usize = 20;

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "The same e-mail address stands more than once in the member list or in the directory.",
        ja: "メンバーリストまたはディレクトリに、同じメールアドレスの行が2つ以上あります。",
    },
    why: Text {
        en: "Only the first row of a person counts. Where the rows differ in role, seat tier or groups, the result may rest on the wrong one.",
        ja: "同じ人については最初の行だけが使われます。ロールやシートティア、所属グループが行によって異なる場合、誤った行をもとにした結果になるおそれがあります。",
    },
    fix: Text {
        en: "Leave one row for each person, the one that is right. If two exports were joined into one file, export the list again from its source.",
        ja: "1人につき正しい行を1つだけ残します。複数のエクスポートを1つにまとめたファイルであれば、元の画面からエクスポートし直します。",
    },
    params: &[always("list", Kind::Setting, "The list that they stand in.")],
    fails: r#"{
        "config": {
            "organization": { "plan": "console" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" },
                { "email": "ben@example.com", "role": "user" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
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
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [
                { "email": "ann@example.com", "role": "admin" },
                { "email": "ben@example.com", "role": "developer" }
            ],
            "directory": {
                "users": [{ "email": "ann@example.com" }, { "email": "ben@example.com" }]
            }
        }
    }"#,
};
