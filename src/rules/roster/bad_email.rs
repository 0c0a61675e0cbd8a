//! Something that is not an address stands where an address belongs.

use crate::roster::{Side, Trouble};
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/bad-email",
    severity: Severity::Warning,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const NOT_AN_ADDRESS: Text = Text {
    en: "what stands as the address of {n} {n|person|people} is not an e-mail address: {who}",
    ja: "{n} 人のメールアドレスがアドレスの形をしていません: {who}",
};

const NONE: Text = Text {
    en: "{count} {count|row|rows} of {list} {count|has|have} no address and {count|was|were} left out",
    ja: "{list} の {count} 行にメールアドレスがないため除外しました",
};

const HELP: Text = Text {
    en: "correct the address in the list, or export it again with the column of e-mail addresses",
    ja: "リストのアドレスを修正するか、メールアドレスの列を含めて再度エクスポートしてください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    let people = roster.not_addresses().to_vec();
    if !people.is_empty() {
        drafts.push(Draft::new(&RULE, NOT_AN_ADDRESS, HELP).people(people).at("/roster"));
    }
    for (side, list) in
        [(Side::Members, "/roster/members"), (Side::Directory, "/roster/directory/users")]
    {
        let of_side = || roster.notes().of_side(side);
        let without = of_side().map(|source| source.no_address).sum();
        if without == 0 {
            continue;
        }
        let problems = of_side().flat_map(|source| &source.problems);
        let rows = problems.filter(|problem| problem.trouble == Trouble::NoAddress);
        drafts.push(
            Draft::new(&RULE, NONE, HELP)
                .subject(list)
                .arg("count", Arg::Count(without))
                .arg("list", Arg::Setting(list.to_owned()))
                .at_all(rows.take(20).map(|row| row.place.path.clone())),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "A row of the member list or of the directory has no e-mail address, or something that is not one.",
        ja: "メンバーリストまたはディレクトリに、メールアドレスのない行か、メールアドレスとはいえない値の行があります。",
    },
    why: Text {
        en: "People are told apart by their address alone. A row without an address is left out, and a wrong one is taken for another person: the member seems to be missing from the directory, and the same human may be added a second time.",
        ja: "個人はメールアドレスだけで区別されます。アドレスのない行は除外され、アドレスが誤っている行は別の人とみなされます。そのため、メンバーがディレクトリにいないように見え、同じ人がもう1人追加されることもあります。",
    },
    fix: Text {
        en: "Correct the address in the list, or export the list again with the column that holds the e-mail addresses rather than user names.",
        ja: "リストのアドレスを修正するか、ユーザー名ではなくメールアドレスの列を含めてエクスポートし直します。",
    },
    params: &[
        maybe("count", Kind::Number, "How many rows have no address, where they have none."),
        maybe("list", Kind::Setting, "The list that these rows stand in."),
    ],
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
                { "email": "ben.example.com", "role": "developer" }
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
