//! Fewer than half of the members are in the directory.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/sides-do-not-match",
    severity: Severity::Warning,
    sources: &["E21", "E4"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "only {found} of {members} {members|member|members} {found|is|are} in the directory",
    ja: "メンバー {members} 人のうち {found} 人しかディレクトリにいません",
};

const HELP: Text = Text {
    en: "check that the directory is the right file and whole, and that its addresses are of the same kind as the members'; if all of that is right, most of your members are not assigned, and under SCIM this is a very large removal",
    ja: "ディレクトリが正しいファイルで欠けがないこと、メールアドレスの列がメンバー側と同じ種類であることを確認してください。いずれも正しければ、大半のメンバーが割り当てられておらず、SCIMでは大規模な削除になります",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    if roster.directory().is_none() {
        return;
    }
    let members = roster.member_count();
    let missing = context.members_not_in_directory();
    let found = members - missing.len();
    if 2 * found < members {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(missing)
                .arg("found", Arg::Count(found))
                .arg("members", Arg::Count(members))
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Fewer than half of the members are in the directory.",
        ja: "ディレクトリにいるメンバーが半数に達していません。",
    },
    why: Text {
        en: "Most often the directory is the wrong file, a file cut short, or one whose addresses come from another column, such as login names. If it is right, most of the members are not assigned, and what was meant as a change of settings ends in a very large removal.",
        ja: "ほとんどの場合、ディレクトリのファイルが違うか、途中で切れているか、ログイン名など別の列のアドレスを使っています。内容が正しければ大半のメンバーが割り当てられていないことになり、設定を変えるだけのつもりでも大規模な削除につながります。",
    },
    fix: Text {
        en: "Export the directory again, whole, with the same kind of address as the member list. If it was right, assign whoever is to stay to the application in your identity provider before you save.",
        ja: "メンバーリストと同じ種類のメールアドレスで、ディレクトリ全体をエクスポートし直します。ファイルが正しかった場合は、保存する前に、残すべき人をアイデンティティプロバイダーでアプリケーションに割り当てます。",
    },
    params: &[
        always("found", Kind::Number, "How many members are in the directory."),
        always("members", Kind::Number, "How many members there are."),
    ],
    fails: r#"{
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
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "user" }
            ],
            "directory": { "users": [{ "email": "ann@example.com" }] }
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
                { "email": "ben@example.com", "role": "user" },
                { "email": "chloe@example.com", "role": "user" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com" },
                    { "email": "ben@example.com" },
                    { "email": "chloe@example.com" }
                ]
            }
        }
    }"#,
};
