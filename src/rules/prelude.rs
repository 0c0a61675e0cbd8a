//! What every rule needs.

#[cfg(not(target_arch = "wasm32"))]
pub use super::Docs;
pub use super::draft::DEFAULT;
pub use super::mapped::{Target, on_several, targets};
#[cfg(not(target_arch = "wasm32"))]
pub use super::params::{Kind, always, maybe};
pub use super::remedies::{self, Proposal, remedy};
pub use super::{Context, Draft, Needs, Rule};
pub use crate::catalog::{Mode, ParentKind, Plan, Role, SeatTier};
pub use crate::model::report::Severity;
pub use crate::resolve::{Cohort, Crowd, Outcome};
pub use crate::roster::PersonId;
pub use crate::rules::edit::MappedTo;
pub use crate::text::{Arg, Text};
pub use crate::vocabulary::Word;
