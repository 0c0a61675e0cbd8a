//! Someone about to lose access and someone about to be added are one human under two addresses:
//! the same immutable id, else a full name that is unique on each side.

use std::collections::HashMap;

use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "removal/email-changed",
    severity: Severity::Warning,
    needs: Needs::Resolution,
    sources: &["E11", "E21"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "{old} loses access and {new} is added: judging by their {by} they are one person whose address has changed",
    ja: "{old} がアクセスを失い {new} が追加されますが、{by}から見て同一人物で、メールアドレスが変わったようです",
};

const HELP: Text = Text {
    en: "make the address in your identity provider and in the organisation the same before saving; else the person starts anew under {new} and what belongs to {old} stays behind",
    ja: "保存する前に、アイデンティティプロバイダーとオーガニゼーションのアドレスを一致させてください。そうしないと {new} として新規に始まり、{old} のデータは引き継がれません",
};

/// Someone who leaves and someone who comes, by one key.
#[derive(Default)]
struct Match {
    leaving: Vec<PersonId>,
    coming: Vec<PersonId>,
}

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, after) = (context.roster, &context.change.after);
    let members = 0..roster.member_count();
    let leaving: Vec<_> = members
        .filter(|person| matches!(after.outcome(*person), Outcome::Removed | Outcome::Blocked))
        .collect();
    let coming: Vec<_> = (roster.member_count()..roster.len())
        .filter(|person| matches!(after.outcome(*person), Outcome::Added | Outcome::Waiting))
        .collect();
    if leaving.is_empty() || coming.is_empty() {
        return;
    }
    let mut pairs = by_id(context, &leaving, &coming);
    let known = |person: PersonId, pairs: &[(PersonId, PersonId, Text)]| {
        pairs.iter().any(|(old, new, _)| *old == person || *new == person)
    };
    for pair in by_name(context, &leaving, &coming) {
        if !known(pair.0, &pairs) && !known(pair.1, &pairs) {
            pairs.push(pair);
        }
    }
    for (old, new, by) in pairs {
        drafts.push(
            Draft::new(&RULE, MESSAGE, HELP)
                .subject(roster.email(old))
                .people(vec![old, new])
                .arg("old", Arg::Person(roster.email(old).to_owned()))
                .arg("new", Arg::Person(roster.email(new).to_owned()))
                .arg("by", Arg::Text(by))
                .at("/roster/members")
                .at("/roster/directory/users"),
        );
    }
}

const ID: Text = Text { en: "immutable id", ja: "不変ID" };
const NAME: Text = Text { en: "full name", ja: "氏名" };

type Pair = (PersonId, PersonId, Text);

fn by_id(context: &Context<'_>, leaving: &[PersonId], coming: &[PersonId]) -> Vec<Pair> {
    let roster = context.roster;
    let mut by_id: HashMap<&str, Match> = HashMap::new();
    for person in leaving {
        // The organisation's list seldom has the id; the directory may still know the old address.
        if let Some(id) = roster.member_id(*person).or_else(|| roster.directory_id(*person)) {
            by_id.entry(id).or_default().leaving.push(*person);
        }
    }
    for person in coming {
        if let Some(id) = roster.directory_id(*person) {
            by_id.entry(id).or_default().coming.push(*person);
        }
    }
    pairs(by_id.into_values(), ID)
}

fn by_name(context: &Context<'_>, leaving: &[PersonId], coming: &[PersonId]) -> Vec<Pair> {
    let roster = context.roster;
    let mut by_name: HashMap<String, Match> = HashMap::new();
    let mut on_side: HashMap<String, (usize, usize)> = HashMap::new();
    for person in roster.people() {
        if let Some(name) = roster.member_name(person).and_then(full_name) {
            on_side.entry(name).or_default().0 += 1;
        }
        // The old address in the directory is the member's own, not a namesake.
        let own = roster.is_member(person);
        if let Some(name) = roster.directory_name(person).and_then(full_name).filter(|_| !own) {
            on_side.entry(name).or_default().1 += 1;
        }
    }
    for person in leaving {
        if let Some(name) = roster.member_name(*person).and_then(full_name) {
            by_name.entry(name).or_default().leaving.push(*person);
        }
    }
    for person in coming {
        if let Some(name) = roster.directory_name(*person).and_then(full_name) {
            by_name.entry(name).or_default().coming.push(*person);
        }
    }
    by_name.retain(|name, _| on_side.get(name) == Some(&(1, 1)));
    pairs(by_name.into_values(), NAME)
}

/// One who leaves and one who comes are a pair; more of either are namesakes.
fn pairs(matches: impl Iterator<Item = Match>, by: Text) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = matches
        .filter_map(|found| match (found.leaving.as_slice(), found.coming.as_slice()) {
            ([old], [new]) => Some((*old, *new, by)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable_by_key(|(old, new, _)| (*old, *new));
    pairs
}

/// The name as it is compared, if it has more than one word: a given name alone proves nothing.
fn full_name(name: &str) -> Option<String> {
    let words: Vec<_> = name.split_whitespace().collect();
    (words.len() > 1).then(|| words.join(" ").to_lowercase())
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs {
    says: Text {
        en: "Somebody who is about to lose access and somebody who is about to be added seem to be one person under two e-mail addresses.",
        ja: "アクセスを失う人と追加される人が、メールアドレスの異なる同一人物のようです。",
    },
    why: Text {
        en: "People are told apart by their address alone, so a changed address removes or shuts out one member and makes a new one. The person starts afresh, and what belongs to the old account stays behind.",
        ja: "個人はメールアドレスだけで区別されるため、アドレスが変わると、元のメンバーは削除されるかログインできなくなり、別のメンバーが新しく作られます。本人は最初からやり直すことになり、元のアカウントのデータは引き継がれません。",
    },
    fix: Text {
        en: "Before you save, make the address in your identity provider and the address in the organisation the same.",
        ja: "保存する前に、アイデンティティプロバイダーのメールアドレスとオーガニゼーションのメールアドレスを一致させます。",
    },
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
                { "email": "m.rossi@example.com", "role": "user", "name": "Maria Rossi" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com" },
                    { "email": "maria.rossi@example.com", "name": "Maria Rossi" }
                ]
            }
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
                { "email": "m.rossi@example.com", "role": "user", "name": "Maria Rossi" }
            ],
            "directory": {
                "users": [
                    { "email": "ann@example.com" },
                    { "email": "m.rossi@example.com", "name": "Maria Rossi" }
                ]
            }
        }
    }"#,
};
