//! Programs that cargo installs, each below `target/` alone.

use std::path::PathBuf;

use anyhow::Result;

use crate::project::{cargo, target};
use crate::shell::{run, say};

/// The program `name`, which is installed in this version when there is none.
pub fn cargo_tool(name: &str, version: &str) -> Result<PathBuf> {
    let tools = target()?.join("tools");
    let program = tools.join("bin").join(name);
    if !program.exists() {
        say(&format!("installing {name}"));
        let mut install = cargo();
        install.args(["install", "--locked", "--root"]).arg(&tools);
        run(install.args([name, "--version", version]))?;
    }
    Ok(program)
}
