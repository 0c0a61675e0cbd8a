//! Chromium and its driver, which the tests run in.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;
use crate::shell::find;

/// Installs Chromium and its driver where they are missing.
pub fn set_up() -> Result<()> {
    if chromium().is_ok() && chromedriver().is_ok() {
        return Ok(());
    }
    debian::install(&["chromium", "chromium-driver"])
        .context("the tests need Chromium and its driver")
}

/// The browser, or the one that `CHROMIUM` names.
pub fn chromium() -> Result<PathBuf> {
    named_by("CHROMIUM")
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find))
        .context("Chromium is not on this machine: run `cargo xtask setup`")
}

/// Its driver, or the one that `CHROMEDRIVER` names.
pub fn chromedriver() -> Result<PathBuf> {
    named_by("CHROMEDRIVER")
        .or_else(|| find("chromedriver"))
        .context("Chromium's driver is not on this machine: run `cargo xtask setup`")
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}
