//! When each change takes effect (domain 6).

use super::{Outcome, When};
use crate::catalog::Mode;

/// When the outcome takes effect under `mode`, with `saved` in force until then.
pub fn when(mode: Mode, saved: Mode, outcome: Outcome) -> When {
    match (outcome, mode) {
        (Outcome::Kept | Outcome::NotAMember | Outcome::Unknown, _) => When::Never,
        (Outcome::Waiting, _) => When::WhenSeatsAreBought,
        (Outcome::Blocked, _) => When::OnSave,
        // Saving the mode starts the first sync; later changes wait for the next.
        (_, Mode::Scim) if saved == Mode::Scim => When::NextSync,
        (Outcome::Changed | Outcome::Added, Mode::Jit) => When::NextLogin,
        _ => When::OnSave,
    }
}
