//! Fixes, repairs and plans, held against the laws that the cases in `tests/repairs/` keep.

use rolecall::Word;
use rolecall::model::Where;
use serde_json::{Value, json};

use super::case::Case;
use super::check;
use super::world::World;

/// What is offered to whoever may use some of the means.
pub fn laws(world: &World, means: u8) {
    let mut document = world.document();
    let Ok((_, roster)) = check::read(&document) else { return };
    // Patches address the roster as it is understood.
    document["roster"] = json!(roster.document());
    let given = json!({ "means": allowed(means) });
    let case = Case { name: "it".to_owned(), given, document };
    let broken = super::repair_laws::broken(&case);
    assert!(broken.is_empty(), "{}\nin {}", broken.join("\n"), case.document);
}

/// All, or those whose bits are set.
fn allowed(means: u8) -> Value {
    let bits = Where::ALL.iter().enumerate().filter(|(bit, _)| means >> bit & 1 == 1);
    let words: Vec<_> = bits.map(|(_, means)| means.word()).collect();
    if words.is_empty() { Value::Null } else { json!(words) }
}
