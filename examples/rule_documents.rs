//! Prints the documentation of all rules in one language, as a JavaScript module that the package
//! loads on demand: `cargo run --example rule_documents -- ja`.

use std::collections::BTreeMap;
use std::error::Error;

use rolecall::rules::documents;
use rolecall::{Locale, Word};

fn main() -> Result<(), Box<dyn Error>> {
    let word = std::env::args().nth(1).unwrap_or_default();
    let locale = Locale::from_word(&word).ok_or("name a language: en or ja")?;
    let documents: BTreeMap<_, _> =
        documents(locale)?.into_iter().map(|document| (document.code, document)).collect();
    println!("export const documents = {};", serde_json::to_string(&documents)?);
    Ok(())
}
