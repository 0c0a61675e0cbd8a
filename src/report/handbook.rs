//! The tables of `docs/domain.md` that say what the engine's own tables say.

use crate::catalog::{Plan, Role, SeatTier};
use crate::model::Reading;
use crate::report::readings;
use crate::rules::facts;
use crate::text::Locale;
use crate::vocabulary::Word;

/// The tables by name, in English.
#[doc(hidden)] // a test holds docs/domain.md equal to them
pub fn tables() -> [(&'static str, String); 3] {
    [("catalogue", catalogue()), ("readings", readings_taken()), ("facts", facts_cited())]
}

fn catalogue() -> String {
    let mut table =
        String::from("| plan | roles | seat tiers | administering role |\n|---|---|---|---|\n");
    for plan in Plan::ALL {
        let offer = plan.offer();
        let roles = listed(offer.roles.iter().map(|role: &Role| role.word()));
        let tiers = listed(offer.seat_tiers.iter().map(|tier: &SeatTier| tier.word()));
        let administers = offer.administering_role;
        table.push_str(&format!("| `{plan}` | {roles} | {tiers} | `{administers}` |\n"));
    }
    table
}

fn listed(words: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn readings_taken() -> String {
    let mut table = String::from("| reading | value | says |\n|---|---|---|\n");
    for reading in Reading::ALL {
        for (position, value) in reading.values().iter().enumerate() {
            let name = if position == 0 { format!("`{reading}`") } else { String::new() };
            let says = readings::text(*reading, value, Locale::En);
            table.push_str(&format!("| {name} | `{value}` | {says} |\n"));
        }
    }
    table
}

fn facts_cited() -> String {
    let facts = facts(Locale::En);
    facts.iter().map(|fact| format!("- **{}** {}\n", fact.id, fact.title)).collect()
}
