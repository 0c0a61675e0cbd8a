//! The ways back to the administering role that would still exist after the save (domain 9, B41).

use super::Context;
use crate::catalog::{Mode, Product};
use crate::model::{WayBack, WayBackKind};
use crate::resolve::{Crowd, Outcome};
use crate::text::{Arg, Locale, Text, plain};

/// The ways back, best first; support alone where there is no other.
pub fn ways_back(context: &Context<'_>, locale: Locale) -> Vec<WayBack> {
    let others = &context.admins_after;
    let mut ways = Vec::new();
    if !others.is_empty() {
        ways.push(way(
            context,
            locale,
            WayBackKind::AnotherAdministrator,
            by_hand(context),
            others,
        ));
    }
    for (kind, text) in through_identity_provider(context, others) {
        let people = if kind == WayBackKind::SyncNow { others } else { &Crowd::default() };
        ways.push(way(context, locale, kind, text, people));
    }
    let blocked = blocked_administrators(context);
    if !blocked.is_empty() {
        ways.push(way(context, locale, WayBackKind::LogInAgain, ASSIGN, &blocked));
    }
    if ways.is_empty() {
        ways.push(way(context, locale, WayBackKind::Support, SUPPORT, &Crowd::default()));
    }
    ways
}

const SUPPORT: Text = Text {
    en: "nobody could restore the role and the identity provider does not give it: only the vendor's support is left",
    ja: "ロールを復元できる人がおらず、IdPからも付与できません。残るのはベンダーのサポートへの連絡だけです",
};

fn by_hand(context: &Context<'_>) -> Text {
    match (context.offer.product, context.policy.mapped) {
        (Product::Claude, false) => Text {
            en: "{who} could set the role back in Admin settings → Organization",
            ja: "{who} がAdmin settings > Organizationでロールを戻せます",
        },
        (Product::ClaudeConsole, false) => Text {
            en: "{who} could set the role back in Settings → Members",
            ja: "{who} がSettings > Membersでロールを戻せます",
        },
        (Product::Claude, true) => Text {
            en: "{who} could set the role back in Admin settings → Organization; it lasts only until that person's next login or sync unless the group is mended too",
            ja: "{who} がAdmin settings > Organizationでロールを戻せます。ただしグループも直さない限り、本人の次のログインまたは同期までしか続きません",
        },
        (Product::ClaudeConsole, true) => Text {
            en: "{who} could set the role back in Settings → Members; it lasts only until that person's next login or sync unless the group is mended too",
            ja: "{who} がSettings > Membersでロールを戻せます。ただしグループも直さない限り、本人の次のログインまたは同期までしか続きません",
        },
    }
}

const ASSIGN: Text = Text {
    en: "in the identity provider, assign {who} to the application; they log in with the role they still hold",
    ja: "IdPで {who} をアプリケーションに割り当てれば、保持しているロールのままログインできます",
};

/// Members who keep the administering role on the list but cannot log in; with mapping on only
/// those whom no group has to give it again.
fn blocked_administrators(context: &Context<'_>) -> Crowd {
    let roster = context.roster;
    context.change.crowd(|cohort| {
        let after = context.change.after(cohort);
        roster.is_member(cohort.first)
            && after.outcome == Outcome::Blocked
            && context.offer.administers(after.role)
            && !roster.is_service(cohort.first)
            && !roster.is_pending(cohort.first)
            && (!context.policy.mapped || context.policy.is_exempt(roster, cohort.first))
    })
}

/// The identity provider gives the role only through a mapped group that it has.
fn through_identity_provider(context: &Context<'_>, others: &Crowd) -> Vec<(WayBackKind, Text)> {
    if !context.policy.mapped || !administering_role_has_group(context) {
        return Vec::new();
    }
    match context.mode() {
        Mode::Manual => Vec::new(),
        Mode::Jit => vec![(
            WayBackKind::LogInAgain,
            Text {
                en: "in the identity provider, add the person to a group mapped to {role}; then they log out and in again",
                ja: "IdPで本人を {role} にマップされたグループに追加し、ログアウトしてログインし直します",
            },
        )],
        Mode::Scim => {
            let wait = (
                WayBackKind::WaitForSync,
                Text {
                    en: "in the identity provider, add the person to a group mapped to {role}; then wait for the next sync",
                    ja: "IdPで本人を {role} にマップされたグループに追加し、次の自動同期を待ちます",
                },
            );
            let sync = (
                WayBackKind::SyncNow,
                Text {
                    en: "in the identity provider, add the person to a group mapped to {role}; then another administrator ({who}) presses Sync now",
                    ja: "IdPで本人を {role} にマップされたグループに追加し、別の管理者({who})がSync nowを押します",
                },
            );
            if others.is_empty() { vec![wait] } else { vec![sync, wait] }
        }
    }
}

/// Whether some group is mapped to the administering role. It may yet have to be created in the
/// identity provider under that name.
fn administering_role_has_group(context: &Context<'_>) -> bool {
    let mapping = context.config.provisioning.group_mapping.as_ref();
    let role = context.offer.administering_role.to_string();
    let groups = mapping.and_then(|mapping| mapping.roles.get(&role));
    groups.is_some_and(|groups| !groups.is_empty())
}

fn way(
    context: &Context<'_>,
    locale: Locale,
    kind: WayBackKind,
    text: Text,
    people: &Crowd,
) -> WayBack {
    let people = context.sample(people);
    let args = [
        ("who", Arg::people(people.sample.clone(), people.count)),
        ("role", Arg::Role(context.offer.administering_role)),
    ];
    WayBack { kind, text: plain(&text.parts(locale, &args)), people }
}
