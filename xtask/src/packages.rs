//! The crates that a lock file names, as cargo tells of them.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Deserialize;

use crate::project::cargo;
use crate::shell::read;

/// A crate, as far as it is looked at here.
#[derive(Deserialize)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    /// Where it was fetched from; nothing for what lies here.
    pub source: Option<String>,
    pub manifest_path: PathBuf,
}

/// Every crate in the lock file beside a manifest, for whatever machine it is. The lock file must be up to date.
pub fn packages(manifest: &Path) -> Result<Vec<Package>> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }

    let mut metadata = cargo();
    metadata.args(["metadata", "--format-version=1", "--locked", "--manifest-path"]);
    let Metadata { packages } = serde_json::from_str(&read(metadata.arg(manifest))?)?;
    Ok(packages)
}
