//! The same sources give the same bytes: wherever they lie, whoever builds them, and whatever was built before.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::project::{cargo_home, path, root, target, this_program};
use crate::shell::{program_in, read, run as run_program, say};
use crate::{build, setup};

/// How much of the package is built in a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Part {
    /// The WebAssembly and its bindings
    Engine,
    /// All that is published
    Package,
}

impl Part {
    /// Builds it where this program was told to, from what has been set up there.
    pub fn build(self) -> Result<()> {
        match self {
            Self::Engine => build::engine(),
            Self::Package => build::package(),
        }
    }
}

/// Builds the whole package twice from nothing, in folders of another name and depth, and the second time under
/// circumstances as different as can be had on one machine.
pub fn run() -> Result<()> {
    setup::for_build()?;
    let one = Copy::new("one")?;
    one.build(Part::Package, |_| Ok(()))?;
    let two = Copy::new("two/at another/depth")?;
    two.build(Part::Package, |build| {
        build.env("CARGO_BUILD_JOBS", "1");
        elsewhere(build, &two.place)
    })?;
    same(&one.place.join("pkg"), &two.place.join("pkg"), None)
}

/// The engine, built from nothing in another folder, is the one in the package, whatever that one was built upon.
pub fn engine() -> Result<()> {
    build::package()?;
    let copy = Copy::new("engine/at another/depth")?;
    copy.build(Part::Engine, |build| elsewhere(build, &copy.place))?;
    same(&path("pkg/dist"), &copy.place.join("pkg/dist"), Some(&build::ENGINE_FILES))
}

/// Another home of cargo, other words and hours, and wishes of the user's own that are none of this build's business.
fn elsewhere(build: &mut Command, place: &Path) -> Result<()> {
    let home = place.join("cargo-home");
    fs::create_dir_all(&home)?;
    let own = cargo_home().context("cargo has no home")?;
    for entry in fs::read_dir(own)? {
        let entry = entry?;
        link(&entry.path(), &home.join(entry.file_name()))?;
    }
    build
        .env("CARGO_HOME", home)
        .env("CARGO_INCREMENTAL", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "true")
        .env("CARGO_PROFILE_CORE_OPT_LEVEL", "3")
        .env("RUSTFLAGS", "-Cdebuginfo=2")
        .env("LC_ALL", "C")
        .env("SOURCE_DATE_EPOCH", "1")
        .env("TZ", "Asia/Tokyo");
    Ok(())
}

/// The tracked files, as they are, in another folder.
struct Copy {
    place: PathBuf,
}

impl Copy {
    fn new(name: &str) -> Result<Self> {
        let place = target()?.join("reproduce").join(name);
        if place.exists() {
            fs::remove_dir_all(&place)?;
        }
        let mut git = program_in(root(), "git");
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        for file in read(&mut git)?.split('\0').filter(|file| !file.is_empty()) {
            let (from, to) = (path(file), place.join(file));
            if from.is_file() {
                fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
                fs::copy(from, to).with_context(|| format!("{file} cannot be copied"))?;
            }
        }
        // What was fetched is shared, and the standard library if it was built: neither is built from these sources.
        for shared in ["xtask/node_modules", "www/node_modules"] {
            link(&path(shared), &place.join(shared))?;
        }
        fs::create_dir_all(place.join("target/debug"))?;
        if setup::sysroot()?.is_some() {
            link(&target()?.join("wasm-std"), &place.join("target/wasm-std"))?;
        }
        // This program builds below the folder that it lies in.
        fs::copy(this_program()?, place.join("target/debug/xtask"))?;
        Ok(Self { place })
    }

    fn build(&self, part: Part, around: impl FnOnce(&mut Command) -> Result<()>) -> Result<()> {
        say(&format!("building in {}", self.place.display()));
        let mut build = program_in(&self.place, self.place.join("target/debug/xtask"));
        let name = part.to_possible_value().context("every part has a name")?;
        build.args(["build-copy", name.get_name()]);
        build.env("CARGO_MANIFEST_DIR", self.place.join("xtask"));
        for own in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"] {
            build.env_remove(own);
        }
        around(&mut build)?;
        run_program(&mut build)
    }
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to)
        .with_context(|| format!("{} cannot be linked", to.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, to: &Path) -> Result<()> {
    bail!("{} would have to be a link: run this on another system", to.display())
}

/// Both folders hold the same files, byte for byte: the named ones, or all.
fn same(one: &Path, other: &Path, named: Option<&[&str]>) -> Result<()> {
    let files = match named {
        Some(named) => named.iter().map(PathBuf::from).collect(),
        None => &files_below(one, Path::new(""))? | &files_below(other, Path::new(""))?,
    };
    let mut differing = Vec::new();
    for file in &files {
        let read = |folder: &Path| fs::read(folder.join(file)).ok();
        let (here, there) = (read(one), read(other));
        if here.is_none() || here != there {
            differing.push(file.display().to_string());
        }
    }
    if !differing.is_empty() {
        bail!(
            "{} of {} files differ between {} and {}:\n{}",
            differing.len(),
            files.len(),
            one.display(),
            other.display(),
            differing.join("\n")
        );
    }
    println!("{} files, the same bytes in both folders", files.len());
    Ok(())
}

fn files_below(folder: &Path, below: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let name = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            files.append(&mut files_below(folder, &name)?);
        } else {
            files.insert(name);
        }
    }
    Ok(files)
}
