//! A member's address and the directory's differ in case only.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/email-case-differs",
    severity: Severity::Info,
    sources: &["E21"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "the address of {n} {n|person|people} is written with other capitals in the directory than in the member list: {who}",
    ja: "{n} 人のメールアドレスの大文字と小文字が、ディレクトリとメンバーリストで異なります: {who}",
};

const HELP: Text = Text {
    en: "write the addresses alike in your identity provider: SSO and SCIM match them exactly, and a mismatch leaves a second account behind",
    ja: "アイデンティティプロバイダーでアドレスの表記を揃えてください。SSOとSCIMは完全一致で照合し、不一致は別アカウントを残します",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let roster = context.roster;
    let differs = |person: &PersonId| {
        roster.is_in_directory(*person)
            && roster.written_as_member(*person) != roster.written_in_directory(*person)
    };
    let people: Vec<_> = (0..roster.member_count()).filter(differs).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/roster/directory/users")
                .at("/roster/members"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
