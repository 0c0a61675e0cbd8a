//! What stops the engine from answering at all.

use serde::Serialize;
use serde_json::Value;

use crate::catalog::Plan;
use crate::model::read::{Expected, shorten};
use crate::text::{Locale, Text, expected};
use crate::vocabulary::{Word, closest, vocabulary};

/// Input that cannot be read, or about which nothing can be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is not JSON.
    #[error("{}", self.message(Locale::En))]
    NotJson {
        /// Pointer to the side that was being read: `/config`, `/roster` or `/options`.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What the parser expected.
        reason: String,
    },
    /// A document or a list in it is of another JSON type than it must be.
    #[error("{}", self.message(Locale::En))]
    WrongShape {
        /// Pointer to the value.
        path: String,
        /// What must stand there.
        expected: Expected,
    },
    /// `organization.plan` is absent.
    #[error("{}", self.message(Locale::En))]
    NoPlan,
    /// `organization.plan` is not a plan the engine knows.
    #[error("{}", self.message(Locale::En))]
    UnknownPlan {
        /// The value as given, shortened.
        value: String,
    },
}

vocabulary! {
    /// The codes of what stops the engine from answering.
    pub enum ErrorCode {
        /// See [`Error::NotJson`].
        NotJson = "input/not-json",
        /// See [`Error::WrongShape`].
        WrongShape = "input/wrong-shape",
        /// See [`Error::NoPlan`].
        NoPlan = "input/no-plan",
        /// See [`Error::UnknownPlan`].
        UnknownPlan = "input/unknown-plan",
    }
}

/// An error as it crosses into JavaScript, where it becomes a `RolecallError`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ErrorReport {
    /// Stable code.
    pub code: ErrorCode,
    /// Pointer to the place, from `{ config, roster }`.
    pub path: String,
    /// Line in the text, from 1, where it was text.
    pub line: Option<usize>,
    /// Column in bytes, from 1, where it was text.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

const PLAN_PATH: &str = "/config/organization/plan";

impl Error {
    pub(crate) fn wrong_shape(path: &str, expected: Expected) -> Self {
        Self::WrongShape { path: path.to_owned(), expected }
    }

    /// The error for a configuration whose plan could not be read.
    pub(crate) fn plan(value: Option<&Value>) -> Self {
        match value {
            None | Some(Value::Null) => Self::NoPlan,
            Some(Value::String(word)) => Self::UnknownPlan { value: shorten(word) },
            Some(other) => Self::UnknownPlan { value: shorten(&other.to_string()) },
        }
    }

    /// Stable code of the error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NotJson { .. } => ErrorCode::NotJson,
            Self::WrongShape { .. } => ErrorCode::WrongShape,
            Self::NoPlan => ErrorCode::NoPlan,
            Self::UnknownPlan { .. } => ErrorCode::UnknownPlan,
        }
    }

    /// Pointer to the place.
    pub fn path(&self) -> &str {
        match self {
            Self::NotJson { path, .. } | Self::WrongShape { path, .. } => path,
            Self::NoPlan | Self::UnknownPlan { .. } => PLAN_PATH,
        }
    }

    /// What is wrong, in the language asked for.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::NotJson { path, line, column, reason } => Text {
                en: "{path} is not JSON: {reason} at line {line}, column {column}",
                ja: "{path} はJSONとして読めません({line}行{column}列: {reason})",
            }
            .fill(
                locale,
                &[
                    ("path", path.clone()),
                    ("reason", reason.clone()),
                    ("line", line.to_string()),
                    ("column", column.to_string()),
                ],
            ),
            Self::WrongShape { path, expected: wanted } => Text {
                en: "{path} must be {expected}",
                ja: "{path} は{expected}でなければなりません",
            }
            .fill(locale, &[("path", path.clone()), ("expected", expected(*wanted, locale))]),
            Self::NoPlan => Text {
                en: "the configuration does not say which plan the organisation has",
                ja: "設定にオーガニゼーションのプランがありません",
            }
            .fill(locale, &[]),
            Self::UnknownPlan { value } => Text {
                en: "{value} is not a plan the engine knows",
                ja: "{value} は既知のプランではありません",
            }
            .fill(locale, &[("value", value.clone())]),
        }
    }

    /// What to do about it, in the language asked for.
    pub fn help(&self, locale: Locale) -> String {
        match self {
            Self::NotJson { .. } => Text {
                en: "correct the text at that place, or export it again",
                ja: "その箇所を修正するか、もう一度エクスポートしてください",
            }
            .fill(locale, &[]),
            Self::WrongShape { .. } => Text {
                en: "see the example in the documentation for the shape of a configuration and a roster",
                ja: "設定と名簿の形はドキュメントの例を参照してください",
            }
            .fill(locale, &[]),
            Self::NoPlan => Text {
                en: "set organization.plan to one of {plans}",
                ja: "organization.plan に {plans} のいずれかを指定してください",
            }
            .fill(locale, &[("plans", Plan::WORDS.join(", "))]),
            Self::UnknownPlan { value } => match closest(value, Plan::WORDS.iter().copied()) {
                Some(plan) => Text {
                    en: "did you mean {plan}? The plans are {plans}",
                    ja: "{plan} のことですか。プランは {plans} です",
                }
                .fill(locale, &[("plan", plan.to_owned()), ("plans", Plan::WORDS.join(", "))]),
                None => Self::NoPlan.help(locale),
            },
        }
    }

    /// The error in the shape in which it crosses into JavaScript.
    pub fn report(&self, locale: Locale) -> ErrorReport {
        let (line, column) = match self {
            Self::NotJson { line, column, .. } => (Some(*line), Some(*column)),
            _ => (None, None),
        };
        ErrorReport {
            code: self.code(),
            path: self.path().to_owned(),
            line,
            column,
            message: self.message(locale),
            help: self.help(locale),
        }
    }
}

impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.report(Locale::En).serialize(serializer)
    }
}
