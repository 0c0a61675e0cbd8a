//! JIT or SCIM with no verified domain.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/no-verified-domain",
    sources: &["B14", "A11", "A12"],
    check,
    ..DEFAULT
};

const NONE: Text = Text {
    en: "{mode} needs a verified domain and no domain has been added",
    ja: "{mode} には確認済みのドメインが必要ですが、ドメインが追加されていません",
};

const UNVERIFIED: Text = Text {
    en: "{mode} needs a verified domain and none of {domains} is verified",
    ja: "{mode} には確認済みのドメインが必要ですが、{domains} はいずれも確認されていません",
};

const HELP: Text = Text {
    en: "add your domain in Identity and access and publish the TXT record it shows in your DNS; then wait until it reads as verified",
    ja: "Identity and accessでドメインを追加し、表示されるTXTレコードをDNSに登録して、確認済みになるまで待ってください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let parent = context.config.parent.as_ref();
    let domains = parent.map_or(&[][..], |parent| parent.domains.as_slice());
    if !context.is_automatic() || domains.iter().any(|domain| domain.verified) {
        return;
    }
    let message = if domains.is_empty() { NONE } else { UNVERIFIED };
    let names = domains.iter().map(|domain| domain.name.trim().to_owned()).collect();
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .arg("mode", Arg::Mode(context.mode()))
            .arg("domains", Arg::Words(names))
            .at("/config/parent/domains")
            .at("/config/provisioning/mode"),
    );
}
