//! What a rule's messages are filled with: declared beside its documentation, so that the
//! TypeScript, the JSON Schema and the reference name every parameter with its type.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::catalog::{Mode, ParentKind, Plan, Role, SeatTier};
use crate::vocabulary::{Word, vocabulary};

vocabulary! {
    /// What a parameter holds.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::rules::{self, Kind};
    ///
    /// let documents = rules::documents(rolecall::Locale::En)?;
    /// let demoted = documents.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
    /// let actor = demoted.params.iter().find(|param| param.name == "actor").unwrap();
    /// assert_eq!(actor.kind, Kind::Person);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub enum Kind {
        /// A person's address.
        Person = "person",
        /// A group's name or id.
        Group = "group",
        /// A setting or a place in the roster, as a JSON Pointer.
        Setting = "setting",
        /// A role.
        Role = "role",
        /// A seat tier.
        SeatTier = "seat-tier",
        /// A role or a seat tier.
        Target = "target",
        /// Roles or seat tiers.
        Targets = "targets",
        /// A provisioning mode.
        Mode = "mode",
        /// A plan.
        Plan = "plan",
        /// What a parent organisation was made for.
        ParentKind = "parent-kind",
        /// A whole number from 0 up.
        Number = "number",
        /// Any text.
        Text = "text",
        /// Several texts.
        Texts = "texts",
    }
}

/// A parameter of a rule's findings.
///
/// # Example
///
/// ```
/// use rolecall::rules;
///
/// let documents = rules::documents(rolecall::Locale::En)?;
/// let shortage = documents.iter().find(|it| it.code == "seats/shortage").unwrap();
/// let waiting = shortage.params.iter().find(|param| param.name == "waiting").unwrap();
/// assert!(waiting.always, "every finding of the rule says how many wait");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Param {
    /// Its name in `params`.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every finding of the rule has it.
    pub always: bool,
    /// What it says, in English.
    pub says: &'static str,
}

/// A parameter that every finding of the rule has.
pub const fn always(name: &'static str, kind: Kind, says: &'static str) -> Param {
    Param { name, kind, always: true, says }
}

/// A parameter that some findings of the rule have.
pub const fn maybe(name: &'static str, kind: Kind, says: &'static str) -> Param {
    Param { name, kind, always: false, says }
}

impl Kind {
    /// Whether a value is of this kind.
    fn holds(self, value: &Value) -> bool {
        let text = value.as_str();
        let each = |holds: fn(Option<&str>) -> bool| {
            value.as_array().is_some_and(|list| list.iter().all(|item| holds(item.as_str())))
        };
        match self {
            Self::Person | Self::Group | Self::Text => text.is_some(),
            Self::Setting => text.is_some_and(|text| text.starts_with('/')),
            Self::Role => is::<Role>(text),
            Self::SeatTier => is::<SeatTier>(text),
            Self::Target => is_target(text),
            Self::Targets => each(is_target),
            Self::Mode => is::<Mode>(text),
            Self::Plan => is::<Plan>(text),
            Self::ParentKind => is::<ParentKind>(text),
            Self::Number => value.is_u64(),
            Self::Texts => each(|text| text.is_some()),
        }
    }
}

fn is_target(text: Option<&str>) -> bool {
    is::<Role>(text) || is::<SeatTier>(text)
}

fn is<T: Word>(text: Option<&str>) -> bool {
    text.and_then(T::from_word).is_some()
}

/// Where the parameters of a finding differ from what its rule declares.
pub fn differences(declared: &[Param], given: &Map<String, Value>) -> Vec<String> {
    let missing = declared
        .iter()
        .filter(|param| param.always && !given.contains_key(param.name))
        .map(|param| format!("{} is missing", param.name));
    let wrong = given.iter().filter_map(|(name, value)| {
        match declared.iter().find(|param| param.name == name) {
            None => Some(format!("{name} is not declared")),
            Some(param) if !param.kind.holds(value) => {
                Some(format!("{name} is declared as {} and holds {value}", param.kind))
            }
            Some(_) => None,
        }
    });
    missing.chain(wrong).collect()
}
