//! Texts for people, in every language the engine speaks. A text is a template with named places;
//! a language left out does not compile.

mod names;

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::{Mode, Role, SeatTier};
use crate::model::read::{Expected, shortened_to};
use crate::vocabulary::{Word, vocabulary};

pub(crate) use names::{NO_ACCESS, NO_SEAT, expected, mode_name, role_name, tier_name};

vocabulary! {
    /// A language that messages come in.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Locale, Word};
    ///
    /// assert_eq!(Locale::from_word("ja"), Some(Locale::Ja));
    /// assert_eq!(Locale::default(), Locale::En);
    /// ```
    #[derive(Default)]
    pub enum Locale {
        /// English.
        #[default]
        En = "en",
        /// Japanese.
        Ja = "ja",
    }
}

/// One text in every language. Places stand in braces: `{actor}` is filled with the argument of
/// that name; `{n|person|people}` chooses by the count `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English: lower case, no full stop, the fact with names and numbers.
    pub en: &'static str,
    /// Japanese.
    pub ja: &'static str,
}

/// What fills a place of a template. In a finding it is a parameter as well.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// One person's address.
    Person(String),
    /// People: the first few are named, the rest counted.
    People {
        /// Some of their addresses.
        named: Vec<String>,
        /// How many they are altogether.
        count: usize,
    },
    /// A group's name or id.
    Group(String),
    /// A setting, by its JSON Pointer.
    Setting(String),
    /// A role.
    Role(Role),
    /// A seat tier.
    Tier(SeatTier),
    /// A provisioning mode.
    Mode(Mode),
    /// What a place in the configuration takes.
    Expected(Expected),
    /// A phrase of our own.
    Text(Text),
    /// A number.
    Count(usize),
    /// Any other text, for example a value as it was written.
    Word(String),
    /// Several such.
    Words(Vec<String>),
    /// Several arguments of any kind.
    List(Vec<Arg>),
    /// A phrase of our own with places of its own.
    Phrase(Text, Vec<(&'static str, Arg)>),
}

/// A piece of a message: text, or a reference that a user interface may link.
///
/// # Example
///
/// ```
/// use rolecall::model::{Part, RefKind};
/// use rolecall::{Config, Roster, check};
/// # let config = Config::from_json(&std::fs::read("examples/acme/config.json")?)?;
/// # let roster = Roster::from_json(&std::fs::read("examples/acme/roster.json")?)?;
///
/// // Somebody who shows the message may link the person.
/// let findings = check(&config, &roster).report.findings;
/// let demoted = findings.iter().find(|it| it.code == "lockout/actor-demoted").unwrap();
/// let ann = Part::Ref { r#ref: RefKind::Person, value: "ann@acme.com".to_owned() };
/// assert_eq!(demoted.parts[0], ann);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(untagged)]
pub enum Part {
    /// Text.
    Text {
        /// The text.
        text: String,
    },
    /// A reference.
    Ref {
        /// What it refers to.
        r#ref: RefKind,
        /// The person's address, the group as written, or the setting's JSON Pointer.
        value: String,
    },
}

vocabulary! {
    /// What a reference in a message refers to.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{Part, RefKind};
    /// use rolecall::{Config, Roster, check};
    ///
    /// let config = Config::from_json(br#"{
    ///     "organization": { "plan": "team" },
    ///     "provisioning": { "mode": "jit", "groupMapping": { "roles": { "user": ["claude-user"] } } }
    /// }"#)?;
    /// let roster = Roster::from_json(br#"{
    ///     "directory": { "users": [{ "email": "ann@acme.com", "groups": ["claude-users"] }] }
    /// }"#)?;
    /// let findings = check(&config, &roster).report.findings;
    /// let unknown = findings.iter().find(|it| it.code == "mapping/unknown-group").unwrap();
    /// let group = Part::Ref { r#ref: RefKind::Group, value: "claude-user".to_owned() };
    /// assert!(unknown.parts.contains(&group));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub enum RefKind {
        /// A person, by address.
        Person = "person",
        /// A group, as the configuration or the directory writes it.
        Group = "group",
        /// A setting, by JSON Pointer.
        Setting = "setting",
    }
}

/// No name, address or pointer that is meant is longer: of one that is a message shows the beginning.
const LONGEST: usize = 500;

/// How much of a list a message names: all of it is among the finding's parameters.
const NAMED_OF_A_LIST: usize = 20;

/// How many people a message names before it counts the rest.
const NAMED_IN_A_MESSAGE: usize = 3;

impl Text {
    /// The template in one language.
    pub fn template(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Ja => self.ja,
        }
    }

    /// The text with its places filled by plain strings.
    pub(crate) fn fill(&self, locale: Locale, args: &[(&str, String)]) -> String {
        let args: Vec<_> =
            args.iter().map(|(name, value)| (*name, Arg::Word(value.clone()))).collect();
        plain(&self.parts(locale, &args))
    }

    /// The text as parts, its places filled.
    pub(crate) fn parts(&self, locale: Locale, args: &[(&str, Arg)]) -> Vec<Part> {
        let mut parts = PartList::default();
        let mut rest = self.template(locale);
        while let Some((before, after)) = rest.split_once('{') {
            parts.text(before);
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            fill_place(&mut parts, place, locale, args);
        }
        parts.text(rest);
        parts.0
    }
}

fn fill_place(parts: &mut PartList, place: &str, locale: Locale, args: &[(&str, Arg)]) {
    let mut words = place.split('|');
    let name = words.next().unwrap_or(place);
    let arg = args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
    debug_assert!(arg.is_some(), "a message has no argument for {{{place}}}");
    let (Some(arg), one, many) = (arg, words.next(), words.next()) else {
        return;
    };
    match (one, many) {
        (Some(one), Some(many)) => parts.text(if arg.count() == 1 { one } else { many }),
        _ => arg.write(parts, locale),
    }
}

impl Arg {
    /// The argument for people, of whom the first few are named.
    pub(crate) fn people(named: Vec<String>, count: usize) -> Self {
        Self::People { named, count }
    }

    /// The argument for a list of words.
    pub(crate) fn words(words: &[&str]) -> Self {
        Self::Words(words.iter().map(|word| (*word).to_owned()).collect())
    }

    fn count(&self) -> usize {
        match self {
            Self::Count(count) | Self::People { count, .. } => *count,
            Self::Words(words) => words.len(),
            Self::List(list) => list.len(),
            _ => 1,
        }
    }

    fn write(&self, parts: &mut PartList, locale: Locale) {
        match self {
            Self::Person(address) => parts.reference(RefKind::Person, address),
            Self::Group(group) if is_blank(group) => {
                parts.text("\"");
                parts.reference(RefKind::Group, group);
                parts.text("\"");
            }
            Self::Group(group) => parts.reference(RefKind::Group, group),
            Self::Setting(pointer) => parts.reference(RefKind::Setting, pointer),
            Self::Role(role) => parts.text(role_name(*role, locale)),
            Self::Tier(tier) => parts.text(tier_name(*tier, locale)),
            Self::Mode(mode) => parts.text(mode_name(*mode, locale)),
            Self::Expected(wanted) => parts.text(&expected(*wanted, locale)),
            Self::Text(text) => parts.text(text.template(locale)),
            Self::Count(count) => parts.text(&count.to_string()),
            Self::Word(word) => parts.shown(&visible(word)),
            Self::Words(words) => {
                let words: Vec<String> = words.iter().map(|it| visible(it).into_owned()).collect();
                parts.shown(&words.join(separator(locale)));
            }
            Self::List(list) => {
                for (position, arg) in list.iter().take(NAMED_OF_A_LIST).enumerate() {
                    parts.text(if position > 0 { separator(locale) } else { "" });
                    arg.write(parts, locale);
                }
                parts.text(if list.len() > NAMED_OF_A_LIST { " …" } else { "" });
            }
            Self::Phrase(text, args) => {
                for part in text.parts(locale, args) {
                    match part {
                        Part::Text { text } => parts.text(&text),
                        reference @ Part::Ref { .. } => parts.0.push(reference),
                    }
                }
            }
            Self::People { named, count } => write_people(parts, named, *count, locale),
        }
    }

    /// The argument as a finding's parameter.
    pub(crate) fn to_param(&self) -> serde_json::Value {
        match self {
            Self::Person(text) | Self::Group(text) | Self::Setting(text) | Self::Word(text) => {
                text.as_str().into()
            }
            Self::Role(role) => role.word().into(),
            Self::Tier(tier) => tier.word().into(),
            Self::Mode(mode) => mode.word().into(),
            Self::Text(text) => text.en.into(),
            Self::Expected(wanted) => expected(*wanted, Locale::En).into(),
            Self::Count(count) | Self::People { count, .. } => (*count).into(),
            Self::Words(words) => words.clone().into(),
            Self::List(list) => list.iter().map(Self::to_param).collect(),
            Self::Phrase(text, args) => plain(&text.parts(Locale::En, args)).into(),
        }
    }
}

/// A text of the caller's, in quotes where nothing of it would be seen.
fn visible(text: &str) -> Cow<'_, str> {
    if is_blank(text) { Cow::Owned(format!("\"{text}\"")) } else { Cow::Borrowed(text) }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn separator(locale: Locale) -> &'static str {
    match locale {
        Locale::En => ", ",
        Locale::Ja => "、",
    }
}

fn write_people(parts: &mut PartList, named: &[String], count: usize, locale: Locale) {
    // Naming four is shorter than naming three "and 1 more".
    let shown = if count == NAMED_IN_A_MESSAGE + 1 { count } else { NAMED_IN_A_MESSAGE };
    let mut left = count;
    for (index, address) in named.iter().take(shown).enumerate() {
        if index > 0 {
            parts.text(separator(locale));
        }
        parts.reference(RefKind::Person, address);
        left = left.saturating_sub(1);
    }
    if left > 0 {
        let more = Text { en: " and {n} more", ja: "ほか{n}人" };
        parts.text(&more.fill(locale, &[("n", left.to_string())]));
    }
}

/// The parts as one plain text. What is referred to is whole in its part, and shown no longer than
/// anybody reads.
pub(crate) fn plain(parts: &[Part]) -> String {
    let mut plain = String::new();
    for part in parts {
        match part {
            Part::Text { text } => plain.push_str(text),
            Part::Ref { value, .. } => plain.extend(shown(value)),
        }
    }
    plain
}

/// A text as a message shows it.
fn shown(text: &str) -> [&str; 2] {
    let short = shortened_to(LONGEST, text);
    [short, if short.len() < text.len() { "…" } else { "" }]
}

/// Parts under construction: neighbouring texts grow together.
#[derive(Default)]
struct PartList(Vec<Part>);

impl PartList {
    fn text(&mut self, more: &str) {
        if more.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(Part::Text { text }) => text.push_str(more),
            _ => self.0.push(Part::Text { text: more.to_owned() }),
        }
    }

    /// A text that may be of any length.
    fn shown(&mut self, text: &str) {
        shown(text).iter().for_each(|piece| self.text(piece));
    }

    fn reference(&mut self, r#ref: RefKind, value: &str) {
        self.0.push(Part::Ref { r#ref, value: value.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, LONGEST, Locale, NAMED_OF_A_LIST, Part, Text, plain};

    const TEXT: Text = Text { en: "{what} is odd", ja: "{what}" };

    #[test]
    fn what_nobody_reads_is_not_in_a_message() {
        let long = "é".repeat(1 << 20);
        let short = format!("{}… is odd", "é".repeat(LONGEST));
        for arg in [Arg::Word(long.clone()), Arg::Words(vec![long.clone()])] {
            assert_eq!(plain(&TEXT.parts(Locale::En, &[("what", arg)])), short);
        }
        for arg in [Arg::Person(long.clone()), Arg::Group(long.clone()), Arg::Setting(long.clone())]
        {
            let parts = TEXT.parts(Locale::En, &[("what", arg)]);
            assert_eq!(plain(&parts), short);
            // Whoever links it needs all of it.
            assert!(matches!(&parts[0], Part::Ref { value, .. } if *value == long));
        }
    }

    #[test]
    fn of_a_long_list_a_message_names_the_beginning() {
        let said = |count: usize| {
            let list = (1..=count).map(|number| Arg::Group(number.to_string())).collect();
            plain(&TEXT.parts(Locale::En, &[("what", Arg::List(list))]))
        };
        assert_eq!(said(3), "1, 2, 3 is odd");
        assert!(said(NAMED_OF_A_LIST).ends_with("19, 20 is odd"));
        assert!(said(100_000).ends_with("19, 20 … is odd"));
    }
}
