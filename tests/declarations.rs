//! What TypeScript sees of the types changes only where somebody means it to: the declarations are kept in
//! `tests/golden/`. With `BLESS` set, as `cargo xtask bless` sets it, they are written anew.
#![cfg(all(not(target_arch = "wasm32"), feature = "types"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

#[test]
fn the_declarations_are_as_they_were() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/types.d.ts");
    let declarations = rolecall::types::declarations();
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &declarations).unwrap();
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    let differing = golden.lines().zip(declarations.lines()).find(|(before, now)| before != now);
    assert!(
        golden == declarations,
        "the types have changed, first at {differing:?}: if that is meant, run cargo xtask bless"
    );
}
