//! Under manual provisioning, members who lose access because SSO is enforced and they are not
//! assigned.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "lockout/sso-shuts-out",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["E18"],
    carries_ways_back: true,
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} {n|member|members} can no longer log in, because SSO is required for their domain and they are not assigned to the application: {who}",
    ja: "{n} 人のメンバーがログインできなくなります。ドメインでSSOが必須になりますが、アプリケーションに割り当てられていません: {who}",
};

const HELP: Text = Text {
    en: "assign them to the application in your identity provider, or do not require SSO yet",
    ja: "アイデンティティプロバイダーでアプリケーションに割り当てるか、まだSSOを必須にしないでください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let people = context.losers_by(Outcome::Blocked);
    if context.mode() == Mode::Manual && !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/parent/sso/required")
                .at("/roster/directory/users"),
        );
    }
}
