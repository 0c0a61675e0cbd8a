//! A finding's type by its rule: what `params` holds follows from `code`.

use ts_rs::{Config, TS, TypeVisitor};

use super::named;
use crate::model::finding;
use crate::rules::params::{Kind, Param};
use crate::rules::{DOCS, RULES};

/// The codes of the rules.
pub(crate) struct RuleCode;

named!(RuleCode, "The code of a rule.", {
    let codes = RULES.iter().map(|rule| format!("{:?}", rule.code));
    format!("type RuleCode = {};", codes.collect::<Vec<_>>().join(" | "))
});

/// What the messages of each rule are filled with.
pub(crate) struct FindingParams;

named!(FindingParams, "What the messages of each rule are filled with, by the rule's code.", {
    let rules = RULES.iter().zip(DOCS).map(|(rule, docs)| {
        let params: String = docs.params.iter().map(member).collect();
        match params.is_empty() {
            true => format!("{:?}: Record<string, never>,", rule.code),
            false => format!("{:?}: {{{params} }},", rule.code),
        }
    });
    format!("type FindingParams = {{\n{}\n}};", rules.collect::<Vec<_>>().join("\n"))
});

fn member(param: &Param) -> String {
    let Param { name, kind, always, says } = param;
    let optional = if *always { "" } else { "?" };
    format!("\n/**\n * {says}\n */\n{name}{optional}: {},", typescript(*kind))
}

fn typescript(kind: Kind) -> &'static str {
    match kind {
        Kind::Person | Kind::Group | Kind::Setting | Kind::Text => "string",
        Kind::Role => "Role",
        Kind::SeatTier => "SeatTier",
        Kind::Target => "Role | SeatTier",
        Kind::Targets => "Array<Role | SeatTier>",
        Kind::Mode => "Mode",
        Kind::Plan => "Plan",
        Kind::ParentKind => "ParentKind",
        Kind::Number => "number",
        Kind::Texts => "Array<string>",
    }
}

/// A finding of one rule.
pub(crate) struct FindingOf;

named!(
    FindingOf,
    "A finding of one rule.",
    "type FindingOf<Code extends RuleCode> = FindingBase & {\n\
     /**\n * Stable code of the rule.\n */\ncode: Code,\n\
     /**\n * What the message is filled with.\n */\nparams: FindingParams[Code], };"
        .to_owned(),
    finding::Finding,
    RuleCode,
    FindingParams
);

/// A finding of any rule.
pub(crate) struct Finding;

named!(
    Finding,
    "One thing that the save makes wrong or surprising. Its `code` tells what its `params` hold.",
    "type Finding = { [Code in RuleCode]: FindingOf<Code> }[RuleCode];".to_owned(),
    FindingOf
);
