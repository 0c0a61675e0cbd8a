//! Brings in what a bare machine lacks. Where nothing lacks, it only looks.

mod browser;
mod cargo_tool;
mod debian;
mod debian_std;
mod node;
mod wasm_std;

use anyhow::Result;

pub use browser::{chromedriver, chromium};
pub use cargo_tool::cargo_tool;
pub use node::FOLDERS as NPM_FOLDERS;
pub use wasm_std::sysroot;

/// All that any command needs.
pub fn everything() -> Result<()> {
    for_build()?;
    browser::set_up()
}

/// All that is needed to build and to serve.
pub fn for_build() -> Result<()> {
    wasm_std::set_up()?;
    node::set_up()
}
