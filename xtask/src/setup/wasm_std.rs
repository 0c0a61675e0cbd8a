//! Rust's standard library for wasm32: from the toolchain, by rustup, or else built from Debian's sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian_std;
use crate::project::{WASM, root};
use crate::shell::{ask, find, program_in, run, say};

/// Sees to it that there is a standard library for wasm32.
pub fn set_up() -> Result<()> {
    if toolchain_has_it() || debian_std::in_place()?.is_some() {
        return Ok(());
    }
    if find("rustup").is_some() {
        say(&format!("adding the target {WASM} with rustup"));
        let added = run(program_in(root(), "rustup").args(["target", "add", WASM]));
        if added.is_ok() && toolchain_has_it() {
            return Ok(());
        }
    }
    if !super::debian::is_debian() {
        bail!(
            "the Rust toolchain has no standard library for {WASM}: run `rustup target add {WASM}`, or install your system's package of it"
        );
    }
    debian_std::build().with_context(|| format!("no standard library for {WASM} could be had"))
}

/// The private sysroot to compile against, if the toolchain itself has no such library.
pub fn sysroot() -> Result<Option<PathBuf>> {
    if toolchain_has_it() {
        return Ok(None);
    }
    debian_std::in_place()
}

fn toolchain_has_it() -> bool {
    let mut rustc = program_in(root(), "rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    ask(&mut rustc).is_some_and(|folder| holds_std(Path::new(&folder)))
}

fn holds_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
        })
    })
}

/// The compiler's own account of itself.
pub fn rustc_version() -> Result<String> {
    ask(Command::new("rustc").arg("-vV")).context("`rustc` does not say its version")
}
