//! The catalogue, put together for JavaScript.

use crate::catalog::{Mode, Plan, Role, SeatTier};
use crate::model::entries::{Catalog, ModeEntry, PlanEntry, ReadingEntry};
use crate::model::readings::Reading;
use crate::resolve::Outcome;
use crate::rules;

/// The catalogue as it crosses into JavaScript.
///
/// # Example
///
/// ```
/// use rolecall::catalog::SeatTier;
///
/// let catalog = rolecall::catalog();
/// assert_eq!(catalog.seat_tiers, SeatTier::ALL);
/// assert_eq!(catalog.modes[0].needs, [], "manual provisioning needs nothing");
/// ```
pub fn catalog() -> Catalog {
    let plan = |plan: &Plan| {
        let offer = plan.offer();
        PlanEntry {
            id: *plan,
            product: offer.product,
            roles: offer.roles,
            seat_tiers: offer.seat_tiers,
            administering_role: offer.administering_role,
            has_primary_owner: offer.has_primary_owner,
            modes: Mode::ALL
                .iter()
                .copied()
                .filter(|mode| plan.offers(*mode, plan.own_parent_kind()))
                .collect(),
        }
    };
    let mode = |mode: &Mode| ModeEntry { id: *mode, needs: mode.needs() };
    let reading = |reading: &Reading| ReadingEntry {
        id: *reading,
        default: reading.values().first().copied().unwrap_or_default(),
        values: reading.values(),
    };
    Catalog {
        plans: Plan::ALL.iter().map(plan).collect(),
        modes: Mode::ALL.iter().map(mode).collect(),
        readings: Reading::ALL.iter().map(reading).collect(),
        outcomes: Outcome::ALL,
        roles: Role::ALL,
        seat_tiers: SeatTier::ALL,
        rules: rules::RULES.iter().map(|rule| rule.code).collect(),
    }
}
