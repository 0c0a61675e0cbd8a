//! What every rule needs.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use super::Docs;
pub(crate) use super::draft::DEFAULT;
pub(crate) use super::mapped::{Target, on_several, targets};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use super::params::{Kind, always, maybe};
pub(crate) use super::remedies::{self, Proposal, remedy};
pub(crate) use super::{Context, Draft, Needs, Rule};
pub(crate) use crate::catalog::{Mode, ParentKind, Plan, Role, SeatTier};
pub(crate) use crate::model::Severity;
pub(crate) use crate::resolve::{Cohort, Crowd, Outcome};
pub(crate) use crate::roster::PersonId;
pub(crate) use crate::rules::edit::MappedTo;
pub(crate) use crate::text::{Arg, Text};
pub(crate) use crate::vocabulary::Word;
