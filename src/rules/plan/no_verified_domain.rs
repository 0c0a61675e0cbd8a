//! JIT or SCIM with no verified domain.

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "plan/no-verified-domain",
    sources: &["B14", "A11", "A12"],
    check,
    propose: remedy(propose),
    ..DEFAULT
};

const NONE: Text = Text {
    en: "{mode} needs a verified domain and no domain has been added",
    ja: "{mode} には確認済みのドメインが必要ですが、ドメインが追加されていません",
};

const UNVERIFIED: Text = Text {
    en: "{mode} needs a verified domain and none of {domains} is verified",
    ja: "{mode} には確認済みのドメインが必要ですが、追加されているドメイン({domains})は確認済みではありません",
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
    let names = domains.iter().map(|domain| domain.name.trim().to_owned());
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    let message = if names.is_empty() { NONE } else { UNVERIFIED };
    drafts.push(
        Draft::new(&RULE, message, HELP)
            .arg("mode", Arg::Mode(context.mode()))
            .arg("domains", Arg::Words(names))
            .at("/config/parent/domains")
            .at("/config/provisioning/mode"),
    );
}

fn propose(context: &Context<'_>, _: &Draft) -> Vec<Proposal> {
    let domain = remedies::setup::main_domain(context);
    let verify = domain.map(|domain| remedies::setup::domain(&domain));
    verify.into_iter().chain(remedies::mode::manual(context)).collect()
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "JIT or SCIM is chosen, but no domain is verified.",
        ja: "JITまたはSCIMが選ばれていますが、確認済みのドメインがありません。",
    },
    why: Text {
        en: "A verified domain proves that your company owns it, and only then are logins from its addresses sent to your identity provider. Until that is so, the set-up that both modes rest on is unfinished.",
        ja: "ドメインの確認は会社がそのドメインを所有していることの証明であり、これが済んで初めて、そのドメインのアドレスからのログインがアイデンティティプロバイダーに送られます。それまでは、どちらのモードにも必要な設定が完了していません。",
    },
    fix: Text {
        en: "In Identity and access, add your domain and publish the TXT record that it shows in your DNS; then wait until the domain reads as verified.",
        ja: "Identity and accessの設定でドメインを追加し、表示されたTXTレコードをDNSに登録して、確認済みと表示されるまで待ちます。",
    },
    params: &[
        always("mode", Kind::Mode, "The provisioning mode."),
        always("domains", Kind::Texts, "The domains that are not verified."),
    ],
    fails: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": false }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
    passes: r#"{
        "config": {
            "organization": { "plan": "team" },
            "parent": {
                "domains": [{ "name": "example.com", "verified": true }],
                "sso": { "connected": true }
            },
            "provisioning": { "mode": "jit" },
            "actor": "ann@example.com"
        },
        "roster": {
            "members": [{ "email": "ann@example.com", "role": "owner" }],
            "directory": { "users": [{ "email": "ann@example.com" }] }
        }
    }"#,
};
