//! The entries of the package once more as CommonJS: made from the one source, not written twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::tool;
use crate::project::{is_stale, path, this_program};
use crate::shell::run;

/// Every entry that there is in both kinds of module.
pub fn build_all(dist: &Path) -> Result<()> {
    for (entry, made) in
        [("node.js", "index.cjs"), ("worker-node.js", "worker.cjs"), ("guard.js", "guard.cjs")]
    {
        within(dist, entry, &dist.join(made))?;
    }
    beside("element-server.js", "element-server.cjs", "./dist/*")?;
    beside("inline-node.js", "inline.cjs", "./dist/inline-wasm.js")
}

/// An entry with all that it imports, in `dist`.
fn within(dist: &Path, entry: &str, made: &Path) -> Result<()> {
    bundle(
        entry,
        made,
        Some(dist.join("engine.js")),
        &[
            // CommonJS has no `import.meta.url`: here it is the address of the module that this one is made from.
            &format!(
                r#"--banner:js=const source = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../{entry}")).href;"#
            ),
            "--define:import.meta.url=source",
        ],
    )
}

/// An entry as CommonJS that leaves some modules where they are: so it lies beside its source.
pub fn beside(entry: &str, made: &str, left: &str) -> Result<()> {
    bundle(entry, &path("pkg").join(made), None, &[&format!("--external:{left}")])
}

fn bundle(entry: &str, made: &Path, beyond: Option<PathBuf>, options: &[&str]) -> Result<()> {
    let mut sources = modules()?;
    sources.extend(beyond);
    sources.push(this_program()?);
    if !is_stale(made, &sources)? {
        return Ok(());
    }
    let mut bundle = tool("esbuild");
    bundle
        .current_dir(path("pkg"))
        .args([entry, "--bundle", "--platform=node", "--format=cjs"])
        .args(["--target=node20", "--log-level=warning"])
        .args(options)
        .arg(format!("--outfile={}", made.display()));
    run(&mut bundle)
}

/// The modules of the package that are written by hand.
fn modules() -> Result<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(path("pkg"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            modules.push(path);
        }
    }
    Ok(modules)
}
