//! Reasons in words.

use crate::catalog::SeatTier;
use crate::model::person::{Cause, NotAssigned, NotEnforced, NotKnown};
use crate::text::{Arg, Locale, NO_SEAT, Text, plain};

/// One step of the rules in words.
pub fn text(cause: &Cause, locale: Locale) -> String {
    let (text, args) = worded(cause);
    plain(&text.parts(locale, &args))
}

fn tier(tier: Option<SeatTier>) -> Arg {
    tier.map_or(Arg::Text(NO_SEAT), Arg::Tier)
}

fn worded(cause: &Cause) -> (Text, Vec<(&'static str, Arg)>) {
    match cause {
        Cause::ManualMode => (
            Text {
                en: "under manual provisioning nobody is added or removed",
                ja: "手動プロビジョニングでは追加も削除も行われません",
            },
            vec![],
        ),
        Cause::AssignmentUnknown { why } => (not_known(*why), vec![]),
        Cause::Assigned => (
            Text {
                en: "they are assigned to the application in the identity provider",
                ja: "IdPでアプリケーションに割り当てられています",
            },
            vec![],
        ),
        Cause::NotAssigned { why } => (not_assigned(*why), vec![]),
        Cause::RoleGroup { group, role } => (
            Text {
                en: "their group {group} is mapped to {role}",
                ja: "所属グループ {group} が {role} にマップされています",
            },
            vec![("group", Arg::Group(group.clone())), ("role", Arg::Role(*role))],
        ),
        Cause::TierGroupOnly { group } => (
            Text {
                en: "their group {group} is mapped to a seat tier, and none of their groups to a role",
                ja: "所属グループ {group} はシートティアにマップされていますが、ロールにマップされたグループがありません",
            },
            vec![("group", Arg::Group(group.clone()))],
        ),
        Cause::NoMappedGroup => (
            Text {
                en: "none of their groups is mapped",
                ja: "マップされたグループに属していません",
            },
            vec![],
        ),
        Cause::NoTierGroupRemoves => (
            Text {
                en: "no seat tier group names them, and the reading taken removes such members",
                ja: "シートティアのグループに属さず、採用した解釈ではその場合削除されます",
            },
            vec![],
        ),
        Cause::PrimaryOwnerExempt => (
            Text {
                en: "they are the primary owner, whom neither removal nor group mapping touches",
                ja: "Primary Ownerは削除とグループマッピングの対象外です",
            },
            vec![],
        ),
        Cause::SsoEnforced { domain } => (
            Text {
                en: "SSO is required for {domain}, so they cannot log in any other way",
                ja: "{domain} ではSSOが必須のため、ほかの方法でログインできません",
            },
            vec![("domain", Arg::Word(domain.clone()))],
        ),
        Cause::SsoNotEnforced { domain, why } => {
            let text = match why {
                NotEnforced::NotRequired => Text {
                    en: "SSO is not required, so they can still log in by e-mail",
                    ja: "SSOは必須ではないため、引き続きメールでログインできます",
                },
                NotEnforced::OutsideVerifiedDomains => Text {
                    en: "{domain} is not a verified domain, so they can still log in by e-mail",
                    ja: "{domain} は確認済みドメインではないため、引き続きメールでログインできます",
                },
            };
            (text, vec![("domain", Arg::Word(domain.clone()))])
        }
        Cause::RoleFromGroups { role, was: None } => (
            Text {
                en: "their role is {role}, the highest that their groups give",
                ja: "ロールは、グループが与える最も高い {role} です",
            },
            vec![("role", Arg::Role(*role))],
        ),
        Cause::RoleFromGroups { role, was: Some(was) } => (
            Text {
                en: "their role goes from {was} to {role}, the highest that their groups give",
                ja: "ロールは {was} から、グループが与える最も高い {role} に変わります",
            },
            vec![("role", Arg::Role(*role)), ("was", Arg::Role(*was))],
        ),
        Cause::RoleByDefault { role, was: None } => (
            Text {
                en: "no group names a role for them, so they get {role}",
                ja: "ロールを指定するグループがないため {role} になります",
            },
            vec![("role", Arg::Role(*role))],
        ),
        Cause::RoleByDefault { role, was: Some(was) } => (
            Text {
                en: "no group names a role for them, so they fall from {was} to {role}",
                ja: "ロールを指定するグループがないため {was} から {role} になります",
            },
            vec![("role", Arg::Role(*role)), ("was", Arg::Role(*was))],
        ),
        Cause::RoleKept { role } => (
            Text { en: "they keep the role {role}", ja: "ロール {role} を維持します" },
            vec![("role", Arg::Role(*role))],
        ),
        Cause::SeatFromGroup { group, seat_tier } => (
            Text {
                en: "their group {group} is mapped to the seat tier {tier}",
                ja: "所属グループ {group} がシートティア {tier} にマップされています",
            },
            vec![("group", Arg::Group(group.clone())), ("tier", Arg::Tier(*seat_tier))],
        ),
        Cause::SeatByDefault { seat_tier } => (
            Text {
                en: "no group names a seat tier for them, so the highest with a seat free is theirs: {tier}",
                ja: "シートティアを指定するグループがないため、空きのある最も高いティアになります: {tier}",
            },
            vec![("tier", tier(*seat_tier))],
        ),
        Cause::SeatKept { seat_tier } => (
            Text {
                en: "they keep what they hold: {tier}", ja: "現在のシートを維持します: {tier}"
            },
            vec![("tier", tier(*seat_tier))],
        ),
        Cause::NoSeatFree { seat_tier } => {
            let any = Text { en: "any seat tier", ja: "どのシートティアにも" };
            let tier = seat_tier.map_or(Arg::Text(any), Arg::Tier);
            (
                Text {
                    en: "no seat of {tier} is free for them", ja: "{tier} の空きがありません"
                },
                vec![("tier", tier)],
            )
        }
    }
}

fn not_known(why: NotKnown) -> Text {
    match why {
        NotKnown::NoDirectory => Text {
            en: "there is no directory, so it is not known whether they are assigned",
            ja: "ディレクトリがないため、割り当てられているか分かりません",
        },
        NotKnown::NotSaid => Text {
            en: "the directory does not say who is assigned",
            ja: "ディレクトリからは誰が割り当てられているか分かりません",
        },
        NotKnown::GroupsCut => Text {
            en: "the directory's list of groups is not whole, and groups decide",
            ja: "ディレクトリのグループの一覧が一部だけのため、グループで決まることは判断できません",
        },
        NotKnown::ListCut => Text {
            en: "the directory's list is not whole and they are not in what there is of it",
            ja: "ディレクトリのリストが一部だけで、そこに含まれていません",
        },
    }
}

fn not_assigned(why: NotAssigned) -> Text {
    match why {
        NotAssigned::NotInDirectory => {
            Text { en: "they are not in the directory", ja: "ディレクトリにいません" }
        }
        NotAssigned::Deactivated => Text {
            en: "they are deactivated in the directory",
            ja: "ディレクトリで無効化されています",
        },
        NotAssigned::Unassigned => Text {
            en: "they are in the directory but not assigned to the application",
            ja: "ディレクトリにいますが、アプリケーションに割り当てられていません",
        },
        NotAssigned::NotInAssignedGroup => Text {
            en: "they are in none of the groups that are assigned to the application",
            ja: "アプリケーションに割り当てられたグループのいずれにも属していません",
        },
    }
}
