//! The catalogue as it crosses into JavaScript.

use serde::Serialize;

use crate::catalog::{Mode, Need, Plan, Product, Role, SeatTier};
use crate::model::outcome::Outcome;
use crate::model::readings::Reading;

/// One plan of the catalogue.
///
/// # Example
///
/// ```
/// use rolecall::catalog::{Mode, Plan};
///
/// let plans = rolecall::catalog().plans;
/// let team = plans.iter().find(|plan| plan.id == Plan::Team).unwrap();
/// assert_eq!(team.modes, [Mode::Manual, Mode::Jit]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanEntry {
    /// The plan.
    pub id: Plan,
    /// The product it belongs to.
    pub product: Product,
    /// The roles a group may be mapped to, highest first.
    pub roles: &'static [Role],
    /// The seat tiers, highest first.
    pub seat_tiers: &'static [SeatTier],
    /// The role that may edit identity settings.
    pub administering_role: Role,
    /// Whether a member may be the primary owner.
    pub has_primary_owner: bool,
    /// The provisioning modes offered under a parent organisation of the plan's own kind.
    pub modes: Vec<Mode>,
}

/// One provisioning mode of the catalogue.
///
/// # Example
///
/// ```
/// use rolecall::catalog::Mode;
///
/// let modes = rolecall::catalog().modes;
/// let jit = modes.iter().find(|mode| mode.id == Mode::Jit).unwrap();
/// assert_eq!(jit.needs, Mode::Jit.needs());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ModeEntry {
    /// The mode.
    pub id: Mode,
    /// What must be in place before it can be saved.
    pub needs: &'static [Need],
}

/// One reading of the catalogue.
///
/// # Example
///
/// ```
/// use rolecall::model::Reading;
///
/// let readings = rolecall::catalog().readings;
/// let unmapped = readings.iter().find(|it| it.id == Reading::TierUnmapped).unwrap();
/// assert_eq!(unmapped.default, "highest-available");
/// assert_eq!(unmapped.values, ["highest-available", "keep-current", "removed"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReadingEntry {
    /// The reading.
    pub id: Reading,
    /// The value taken where none is named.
    pub default: &'static str,
    /// The values it may take.
    pub values: &'static [&'static str],
}

/// What there is: plans, modes, readings, outcomes, rules.
///
/// # Example
///
/// ```
/// let catalog = rolecall::catalog();
/// assert_eq!((catalog.plans.len(), catalog.modes.len(), catalog.readings.len()), (4, 3, 9));
/// assert!(catalog.rules.contains(&"lockout/actor-demoted"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Catalog {
    /// The plans.
    pub plans: Vec<PlanEntry>,
    /// The provisioning modes.
    pub modes: Vec<ModeEntry>,
    /// The readings.
    pub readings: Vec<ReadingEntry>,
    /// The outcomes.
    pub outcomes: &'static [Outcome],
    /// Every role of any plan.
    pub roles: &'static [Role],
    /// Every seat tier of any plan.
    pub seat_tiers: &'static [SeatTier],
    /// The codes of the rules.
    #[cfg_attr(
        feature = "types",
        ts(as = "Vec<crate::types::RuleCode>"),
        schemars(with = "Vec<crate::types::RuleCode>")
    )]
    pub rules: Vec<&'static str>,
}
