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
    en: "check that the directory is the right file and whole, and that its addresses are of the same kind as the members'; otherwise this is a very large removal",
    ja: "ディレクトリが正しいファイルで欠けがないこと、メールアドレスの列がメンバー側と同じ種類であることを確認してください。そうでなければ大規模な削除になります",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    if roster.directory().is_none() {
        return;
    }
    let members = roster.member_count();
    let missing: Vec<_> = (0..members).filter(|person| !roster.is_in_directory(*person)).collect();
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
pub static DOCS: Docs = Docs::MISSING;
