//! Prints the JSON Schema of what goes in or comes out: `cargo run --example schemas -- config`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).unwrap_or_default();
    let schemas = rolecall::types::schemas()?;
    let (_, schema) =
        schemas.iter().find(|(known, _)| *known == name).ok_or("name config, roster or report")?;
    println!("{}", serde_json::to_string_pretty(schema)?);
    Ok(())
}
