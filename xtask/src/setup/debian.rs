//! Installing Debian's packages, where that is possible and allowed.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{ask, find, run, say};

/// Installs packages on Debian as root; elsewhere an error names the command that does.
pub fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !is_debian() {
        bail!(
            "{names}: install with your system's package manager what Debian packs under these names, then try again"
        );
    }
    if ask(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("{names}: not installed; run `sudo apt-get install {names}`, then try again");
    }
    say(&format!("installing with apt-get: {names}"));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-qq", "--yes", "--no-install-recommends"])
        // Another installation may be under way, on a machine that has just started for instance.
        .args(["-o", "DPkg::Lock::Timeout=120"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut install)
}

/// Whether this is Debian or a system made from it.
pub fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && find("apt-get").is_some()
}
