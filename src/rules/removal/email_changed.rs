//! Someone about to lose access and someone about to be added are one human under two addresses:
//! the same immutable id, else a full name that is unique on each side.

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

const ID: Text = Text { en: "immutable id", ja: "不変ID" };
const NAME: Text = Text { en: "full name", ja: "氏名" };

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let (roster, change) = (context.roster, context.change);
    let outcome = |cohort: &Cohort| change.after(cohort).outcome;
    let leave = |cohort: &&Cohort| matches!(outcome(cohort), Outcome::Removed | Outcome::Blocked);
    let come = |cohort: &Cohort| matches!(outcome(cohort), Outcome::Added | Outcome::Waiting);
    if !change.members().any(|cohort| leave(&cohort)) || !change.cohorts().iter().any(come) {
        return;
    }
    let leaves = |person: PersonId| change.cohort_of(person).filter(leave).is_some();
    let comes = |person: PersonId| change.cohort_of(person).is_some_and(come);
    let twins = roster.twins();
    let by_id = twins.by_id.iter().filter_map(|alike| {
        // More than one who leaves, or comes, are namesakes.
        let old = only(alike.members.iter().copied().filter(|old| leaves(*old)))?;
        let new = only(alike.others.iter().copied().filter(|new| comes(*new)))?;
        Some((old, new, ID))
    });
    let by_name = twins.by_name.iter().filter(|(old, new)| leaves(*old) && comes(*new));
    let mut known = vec![false; roster.len()];
    for (old, new, by) in by_id.chain(by_name.map(|(old, new)| (*old, *new, NAME))) {
        // Whoever is known by their id is not asked for their name.
        let now = [old, new].map(|person| known.get(person) == Some(&true));
        if now.contains(&true) {
            continue;
        }
        for person in [old, new] {
            known.get_mut(person).into_iter().for_each(|known| *known = true);
        }
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

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
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
    params: &[
        always("old", Kind::Person, "The member's address."),
        always("new", Kind::Person, "The address that the directory has."),
        always("by", Kind::Text, "By what they seem to be the same, in English."),
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
