//! The fallback for machines where rustup cannot fetch: the standard library for wasm32, built from Debian's package of
//! the Rust sources of the very version of the compiler. Nothing is installed and the user's toolchain is not touched:
//! all of it lies under `target/wasm-std/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::wasm_std::rustc_version;
use crate::project::{WASM, cargo, remap, remap_crates, target};
use crate::shell::{program_in, read, run, say};

/// Where newer packages than the machine's own may be found.
const SUITES: [&str; 4] = ["trixie", "trixie-backports", "forky", "sid"];

/// The sysroot that was built earlier for this compiler, if it was.
pub fn in_place() -> Result<Option<PathBuf>> {
    let sysroot = home()?.join("sysroot");
    let made_for = fs::read_to_string(sysroot.join("rustc-version"));
    let usable = match made_for {
        Ok(made_for) => made_for == rustc_version()?,
        Err(_) => false,
    };
    Ok(usable.then_some(sysroot))
}

/// Builds the sysroot.
pub fn build() -> Result<()> {
    let version = rustc_version()?;
    let release = field(&version, "release").context("`rustc -vV` names no release")?;
    say(&format!(
        "rustup cannot add {WASM}: building its standard library from Debian's sources of Rust {release}, under target/"
    ));
    let home = home()?;
    let _ = fs::remove_dir_all(&home);
    let sources = download(&home, release)?;
    let libraries = compile(&home, &sources, &version)?;
    lay_out(&home, &libraries, &version)
}

fn home() -> Result<PathBuf> {
    Ok(target()?.join("wasm-std"))
}

/// Downloads and unpacks the sources of the release, and gives their folder.
fn download(home: &Path, release: &str) -> Result<PathBuf> {
    let apt = Apt::new(home)?;
    // A suite that the mirror does not have makes this fail, and what the others offer is known all the same.
    let _ = run(apt.command("apt-get").args(["update", "-qq"]));
    let offers = read(apt.command("apt-cache").args(["madison", "rust-src"]))?;
    let package = offers
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim)
        .find(|offer| offer.starts_with(&format!("{release}+")))
        .with_context(|| format!("Debian has no rust-src of version {release}"))?;
    run(apt.command("apt-get").args(["download", "-qq", &format!("rust-src={package}")]))?;
    let archive = find_in(home, |name| name.ends_with(".deb"))?;
    let unpacked = home.join("unpacked");
    run(Command::new("dpkg-deb").arg("-x").args([&archive, &unpacked]))?;
    fs::remove_file(archive)?;
    find_in(&unpacked.join("usr/src"), |name| name.starts_with("rustc-"))
}

/// Compiles the standard library, and gives the folder that holds it.
fn compile(home: &Path, sources: &Path, version: &str) -> Result<PathBuf> {
    let built = home.join("built");
    // As in the libraries that come with a toolchain: paths that say nothing of this machine.
    let commit = field(version, "commit-hash").unwrap_or("unknown");
    let mut flags = remap_crates("/rust/deps")?;
    flags.push(remap(sources, &format!("/rustc/{commit}")));
    // What the standard library's own build is compiled with.
    flags.extend(["-Zforce-unstable-if-unmarked", "-Cembed-bitcode=yes"].map(String::from));
    run(cargo()
        .current_dir(sources)
        .args(["build", "--quiet", "--locked", "--release", "--target", WASM])
        .args(["--manifest-path", "library/sysroot/Cargo.toml"])
        .arg("--target-dir")
        .arg(&built)
        // Any compiler can build the standard library of its own version; only this makes it willing to.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")))?;
    Ok(built.join(WASM).join("release/deps"))
}

/// Lays the libraries out as the compiler looks for them. The version is written last: with it the sysroot is whole.
fn lay_out(home: &Path, libraries: &Path, version: &str) -> Result<()> {
    let sysroot = home.join("sysroot");
    let folder = sysroot.join("lib/rustlib").join(WASM).join("lib");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(libraries)? {
        let library = entry?.path();
        if let (Some("rlib"), Some(name)) =
            (library.extension().and_then(|extension| extension.to_str()), library.file_name())
        {
            fs::copy(&library, folder.join(name))?;
        }
    }
    for done_with in ["unpacked", "built", "cache", "lists"] {
        fs::remove_dir_all(home.join(done_with))?;
    }
    fs::write(sysroot.join("rustc-version"), version)?;
    Ok(())
}

/// Debian's package tools with a list of sources and a state of their own.
struct Apt {
    home: PathBuf,
}

impl Apt {
    fn new(home: &Path) -> Result<Self> {
        for folder in ["lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(home.join(folder))?;
        }
        let mirror = Self::mirror()?;
        let sources: String = SUITES
            .iter()
            .map(|suite| {
                format!("deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] {mirror} {suite} main\n")
            })
            .collect();
        fs::write(home.join("sources.list"), sources)?;
        let home = home.to_path_buf();
        Ok(Self { home })
    }

    /// The mirror that this machine takes its own packages from.
    fn mirror() -> Result<String> {
        let listed = read(Command::new("apt-get").args([
            "indextargets",
            "--format",
            "$(LABEL) $(REPO_URI)",
            "Identifier: Packages",
        ]))?;
        listed
            .lines()
            .find_map(|line| line.strip_prefix("Debian "))
            .map(str::to_owned)
            .context("apt knows no mirror of Debian: run `apt-get update` as root")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = program_in(&self.home, program);
        for (option, value) in [
            ("Dir::Etc::SourceList", "sources.list"),
            ("Dir::Etc::SourceParts", "no-more-sources"),
            ("Dir::State::Lists", "lists"),
            ("Dir::Cache", "cache"),
        ] {
            let value = self.home.join(value);
            command.args(["-o", &format!("{option}={}", value.display())]);
        }
        // The unprivileged user that apt would download as cannot write below this folder.
        command.args(["-o", "APT::Sandbox::User=root"]);
        command
    }
}

fn find_in(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if wanted(&entry.file_name().to_string_lossy()) {
            return Ok(entry.path());
        }
    }
    bail!("{} does not hold what was expected", folder.display())
}

/// A line `name: value` of what `rustc -vV` prints.
fn field<'a>(version: &'a str, name: &str) -> Option<&'a str> {
    version.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_of_the_compilers_version() {
        let version = "rustc 1.95.0\nbinary: rustc\nrelease: 1.95.0\n";
        assert_eq!(field(version, "release"), Some("1.95.0"));
        assert_eq!(field(version, "host"), None);
    }
}
