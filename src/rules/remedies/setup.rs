//! What the documents ask for before a mode is chosen: a parent, a domain, SSO, directory sync.

use serde_json::json;

use super::Proposal;
use crate::model::repair::Where;
use crate::roster::PersonId;
use crate::rules::Context;
use crate::rules::edit::ConfigEdit;
use crate::sorted::{sorted, sorted_by};
use crate::text::{Arg, Text};
use crate::vocabulary::Word;

const PARENT: Text = Text {
    en: "ask the vendor's sales team for a parent organisation",
    ja: "営業チームに親オーガニゼーションをリクエストする",
};

const SSO: Text = Text {
    en: "connect SSO with the identity provider",
    ja: "アイデンティティプロバイダーとSSOを接続する",
};

const SYNC: Text = Text {
    en: "connect directory sync with the identity provider",
    ja: "アイデンティティプロバイダーとディレクトリ同期を接続する",
};

const DOMAIN: Text = Text {
    en: "verify {domain} by its TXT record",
    ja: "TXTレコードで {domain} を確認する",
};

/// A parent organisation, of the plan's own kind.
pub fn parent(context: &Context<'_>) -> Proposal {
    let kind = context.offer.plan.own_parent_kind();
    let edit = ConfigEdit::Set("/parent".to_owned(), json!({ "kind": kind.word() }));
    Proposal::elsewhere(Where::Vendor, PARENT, edit)
}

/// SSO connected.
pub fn sso() -> Proposal {
    let edit = ConfigEdit::Set("/parent/sso/connected".to_owned(), json!(true));
    Proposal::elsewhere(Where::IdentityProvider, SSO, edit)
}

/// Directory sync connected.
pub fn directory_sync() -> Proposal {
    let edit = ConfigEdit::Set("/parent/directorySync/connected".to_owned(), json!(true));
    Proposal::elsewhere(Where::IdentityProvider, SYNC, edit)
}

/// A domain verified.
pub fn domain(domain: &str) -> Proposal {
    let edit = ConfigEdit::Verify(domain.to_owned());
    Proposal::elsewhere(Where::Dns, DOMAIN, edit).arg("domain", Arg::Word(domain.to_owned()))
}

/// The domain of most people, of those that are listed if any is.
pub fn main_domain(context: &Context<'_>) -> Option<String> {
    let roster = context.roster;
    let names: Vec<&str> = roster.domain_names().collect();
    let mut counted: Vec<(usize, &str)> = names.iter().map(|name| (0, *name)).collect();
    for person in roster.people() {
        let domain = roster.domain(person).and_then(|domain| counted.get_mut(domain as usize));
        if let Some((count, _)) = domain {
            *count += 1;
        }
    }
    let by_count = sorted_by(counted, |one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    let listed = context.config.parent.as_ref().map_or(&[][..], |parent| &parent.domains);
    let listed = listed.iter().map(|domain| domain.name.trim().to_lowercase());
    let listed: Vec<String> = listed.filter(|name| !name.is_empty()).collect();
    let of_most = |among: &dyn Fn(&str) -> bool| {
        by_count.iter().find(|(_, name)| among(name)).map(|(_, name)| (*name).to_owned())
    };
    of_most(&|name| listed.iter().any(|known| known == name))
        .or_else(|| listed.first().cloned())
        .or_else(|| of_most(&|_| true))
}

/// The domains of these people verified, as far as the parent organisation lists them.
pub fn listed_domains(context: &Context<'_>, people: &[PersonId]) -> Vec<Proposal> {
    let listed = context.config.parent.as_ref().map_or(&[][..], |parent| &parent.domains);
    let is_listed = |name: &&str| {
        listed.iter().any(|domain| !domain.verified && domain.name.trim().to_lowercase() == *name)
    };
    let of_people = people.iter().filter_map(|person| context.roster.domain_name(*person));
    let mut domains: Vec<&str> = sorted(of_people.filter(is_listed));
    domains.dedup();
    domains.into_iter().map(domain).collect()
}
