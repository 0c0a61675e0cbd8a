//! What things are called in messages: the words of the catalogue, and what a place takes.

use super::{Locale, Text};
use crate::catalog::{Mode, Role, SeatTier};
use crate::model::read::Expected;
use crate::vocabulary::Word;

/// The provisioning mode as people see it.
pub(crate) fn mode_name(mode: Mode, locale: Locale) -> &'static str {
    match (locale, mode) {
        (Locale::En, mode) => mode.word(),
        (Locale::Ja, Mode::Manual) => "手動",
        (Locale::Ja, Mode::Jit) => "JIT",
        (Locale::Ja, Mode::Scim) => "SCIM",
    }
}

/// The role as people see it.
pub(crate) fn role_name(role: Role, locale: Locale) -> &'static str {
    match (locale, role) {
        (Locale::En, role) => role.word(),
        (Locale::Ja, Role::PrimaryOwner) => "Primary Owner",
        (Locale::Ja, Role::Owner) => "Owner",
        (Locale::Ja, Role::Admin) => "Admin",
        (Locale::Ja, Role::Developer) => "Developer",
        (Locale::Ja, Role::Billing) => "Billing",
        (Locale::Ja, Role::ClaudeCodeUser) => "Claude Code User",
        (Locale::Ja, Role::User) => "User",
    }
}

/// The seat tier as people see it.
pub(crate) fn tier_name(tier: SeatTier, locale: Locale) -> &'static str {
    match (locale, tier) {
        (Locale::En, tier) => tier.word(),
        (Locale::Ja, SeatTier::Premium) => "Premium",
        (Locale::Ja, SeatTier::Standard) => "Standard",
        (Locale::Ja, SeatTier::ChatAndClaudeCode) => "Chat + Claude Code",
        (Locale::Ja, SeatTier::Chat) => "Chat",
    }
}

/// What stands for a seat tier where there is none.
pub(crate) const NO_SEAT: Text = Text { en: "no seat", ja: "シートなし" };

/// What stands for access where there is none.
pub(crate) const NO_ACCESS: Text = Text { en: "no access", ja: "アクセスなし" };

/// What a place takes, in words.
pub(crate) fn expected(expected: Expected, locale: Locale) -> String {
    let text = match expected {
        Expected::OneOf(words) => {
            let text = Text { en: "one of {words}", ja: "{words} のいずれか" };
            return text.fill(locale, &[("words", words.join(", "))]);
        }
        Expected::Boolean => Text { en: "true or false", ja: "true または false" },
        Expected::Something => Text { en: "given", ja: "必須" },
        Expected::Text => Text { en: "a text", ja: "文字列" },
        Expected::Count => Text { en: "a whole number from 0 up", ja: "0以上の整数" },
        Expected::Percent => Text { en: "a number from 0 to 100", ja: "0から100までの数" },
        Expected::Encoding => Text {
            en: "the label of an encoding that is known here, for example shift_jis",
            ja: "ここで使える文字コードの名前(例: shift_jis)",
        },
        Expected::List => Text { en: "a list", ja: "リスト" },
        Expected::Object => Text { en: "an object", ja: "オブジェクト" },
    };
    text.template(locale).to_owned()
}
