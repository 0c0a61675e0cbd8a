//! The readings in words (domain 7).

use crate::model::readings::Reading;
use crate::text::{Locale, Text};

/// What the reading says with this value; empty for a value it does not take.
pub fn text(reading: Reading, value: &str, locale: Locale) -> &'static str {
    let text = match (reading, value) {
        (Reading::DefaultRole, "user") => Text {
            en: "newly added people get the role user",
            ja: "新しく追加される人のロールはUser",
        },
        (Reading::DefaultRole, "claude-code-user") => Text {
            en: "newly added people get the role claude-code-user",
            ja: "新しく追加される人のロールはClaude Code User",
        },
        (Reading::AccessGroup, "role-group") => Text {
            en: "only a group mapped to a role entitles to access, a seat tier group alone does not",
            ja: "ロールにマップされたグループだけがアクセスの対象で、シートティアのグループだけでは対象外",
        },
        (Reading::AccessGroup, "any-mapped-group") => Text {
            en: "a seat tier group entitles to access too, with the role user",
            ja: "シートティアのグループもアクセスの対象で、ロールはUser",
        },
        (Reading::UnmappedMember, "loses-access") => Text {
            en: "a member who is assigned but in no group that entitles is not entitled",
            ja: "割り当て済みでも対象グループに属さないメンバーは対象外",
        },
        (Reading::UnmappedMember, "falls-to-user") => Text {
            en: "a member who is assigned but in no group that entitles keeps access with the role user",
            ja: "割り当て済みで対象グループに属さないメンバーはUserとしてアクセスを維持",
        },
        (Reading::JitUnassigned, "stays-listed") => Text {
            en: "whoever can no longer log in under JIT stays listed until removed by hand",
            ja: "JITでログインできなくなった人は手動で削除されるまでリストに残る",
        },
        (Reading::JitUnassigned, "removed") => Text {
            en: "whoever can no longer log in under JIT is removed",
            ja: "JITでログインできなくなった人は削除される",
        },
        (Reading::TierUnmapped, "highest-available") => Text {
            en: "members in no seat tier group get the highest seat tier with a seat free",
            ja: "シートティアのグループに属さないメンバーには空きのある最も高いシートティアを割り当てる",
        },
        (Reading::TierUnmapped, "keep-current") => Text {
            en: "members in no seat tier group keep the seat they hold",
            ja: "シートティアのグループに属さないメンバーは現在のシートを維持",
        },
        (Reading::TierUnmapped, "removed") => Text {
            en: "under SCIM members in no seat tier group are removed",
            ja: "SCIMではシートティアのグループに属さないメンバーは削除される",
        },
        (Reading::TierMappingUnused, "keep-current") => Text {
            en: "as no seat tier has a group, members keep the seat they hold",
            ja: "どのシートティアにもグループがないため、メンバーは現在のシートを維持",
        },
        (Reading::TierMappingUnused, "highest-available") => Text {
            en: "as no seat tier has a group, members get the highest seat tier with a seat free",
            ja: "どのシートティアにもグループがないため、空きのある最も高いシートティアを割り当てる",
        },
        (Reading::OutsideDomain, "email-login") => Text {
            en: "people outside the verified domains can log in by e-mail",
            ja: "確認済みドメイン以外の人はメールでログインできる",
        },
        (Reading::OutsideDomain, "enforced") => Text {
            en: "SSO is enforced for people outside the verified domains too",
            ja: "確認済みドメイン以外の人にもSSOが強制される",
        },
        (Reading::PrimaryOwnerExempt, "yes") => Text {
            en: "neither removal nor group mapping touches the primary owner",
            ja: "Primary Ownerは削除とグループマッピングの対象外",
        },
        (Reading::PrimaryOwnerExempt, "no") => Text {
            en: "the primary owner is treated as any member",
            ja: "Primary Ownerもほかのメンバーと同じ扱い",
        },
        (Reading::SiblingScope, "scim-only") => Text {
            en: "people are added only to sibling organisations that use SCIM without mapping, or whose mode is not given",
            ja: "マッピングなしのSCIMを使う、またはモード不明のオーガニゼーションにだけ追加される",
        },
        (Reading::SiblingScope, "all") => Text {
            en: "people are added to every sibling organisation",
            ja: "同じ親のすべてのオーガニゼーションに追加される",
        },
        _ => return "",
    };
    text.template(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_reading_has_words_in_every_language() {
        for reading in Reading::ALL {
            for value in reading.values() {
                for locale in Locale::ALL {
                    assert!(!text(*reading, value, *locale).is_empty(), "{reading} {value}");
                }
            }
        }
    }
}
