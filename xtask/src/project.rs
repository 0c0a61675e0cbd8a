//! Where things lie, and whether what is made from others is older than they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::SystemTime;

use anyhow::{Context, Result};

/// The target that the engine is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the workspace.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        // Asked when run, not only when compiled: a clone may have been moved since.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let has_xtask = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file();
        here.ancestors().find(has_xtask).unwrap_or(&here).to_path_buf()
    });
    &ROOT
}

/// A file or folder of the workspace.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Cargo's folder for what it builds, wherever the user keeps it: this program lies two folders below.
pub fn target() -> Result<PathBuf> {
    let program = this_program()?;
    let target = program.ancestors().nth(2);
    Ok(target.context("this program lies nowhere")?.to_path_buf())
}

/// This very program.
pub fn this_program() -> Result<PathBuf> {
    std::env::current_exe().context("this program does not know where it lies")
}

/// The cargo that runs this program, in the root of the workspace.
pub fn cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    crate::shell::program_in(root(), cargo)
}

/// The folder that cargo keeps what it fetches in.
pub fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// The flag that has the compiler write one path for another, so that what it makes says nothing of this machine.
pub fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

/// The same for the folders that cargo keeps fetched crates in: they are named after where they were fetched from.
pub fn remap_crates(to: &str) -> Result<Vec<String>> {
    let mut flags = Vec::new();
    if let Some(folders) =
        cargo_home().and_then(|home| fs::read_dir(home.join("registry/src")).ok())
    {
        for folder in folders {
            flags.push(remap(&folder?.path(), to));
        }
    }
    flags.sort();
    Ok(flags)
}

/// Whether `made` is missing or older than any of `sources` (files, or folders with all that is in them).
pub fn is_stale(made: &Path, sources: &[PathBuf]) -> Result<bool> {
    let Ok(made) = modified(made) else {
        return Ok(true);
    };
    for source in sources {
        if newest(source)? > made {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a file, unless it already holds just that: then it does not become newer either.
pub fn write_if_changed(path: &Path, content: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

fn newest(path: &Path) -> Result<SystemTime> {
    let mut newest = modified(path)?;
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?.path();
            if !entry.ends_with("node_modules") && !entry.ends_with("dist") {
                newest = newest.max(self::newest(&entry)?);
            }
        }
    }
    Ok(newest)
}

fn modified(path: &Path) -> Result<SystemTime> {
    fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .with_context(|| format!("{} cannot be read", path.display()))
}
