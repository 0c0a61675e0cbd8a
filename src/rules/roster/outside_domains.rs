//! Entitled people whose domain is not verified.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "roster/outside-domains",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["A11", "E18"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{n} entitled {n|person has|people have} an address outside the verified domains, which SSO may not cover: {who}",
    ja: "対象者のうち {n} 人のメールアドレスが確認済みドメイン以外で、SSOの対象にならない可能性があります: {who}",
};

const HELP: Text = Text {
    en: "verify their domains too, or give them an address in a verified one in your identity provider",
    ja: "該当するドメインも確認するか、アイデンティティプロバイダーで確認済みドメインのアドレスを付与してください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, policy) = (context.roster, context.policy);
    if !context.is_automatic() {
        return;
    }
    let outside = |person: &PersonId| {
        policy.is_entitled(roster, *person) && !policy.in_verified_domain(roster, *person)
    };
    let people: Vec<_> = roster.people().filter(outside).collect();
    if !people.is_empty() {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .people(people)
                .at("/config/parent/domains")
                .at("/roster/directory/users"),
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
