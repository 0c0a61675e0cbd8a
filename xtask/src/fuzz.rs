//! Feeds the readers whatever a fuzzer thinks of. Takes as long as it is let: what it has tried and found worth keeping
//! is left in `target/fuzz-corpus/TARGET/`, from where the next run goes on, and what fails in `target/fuzz-finds/TARGET/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{path, root, target};
use crate::setup;
use crate::shell::{find, program_in, run as run_program, say};

/// The release that is installed when there is none.
const VERSION: &str = "0.13.2";

/// Nothing that people have is longer and takes another way: what is short is fast, and kept.
const LONGEST: &str = "-max_len=4000";

/// How many inputs of a target are kept.
const KEPT: usize = 40;

/// Runs the named targets, or all, so many minutes each.
pub fn run(minutes: u32, keep: bool, names: &[String]) -> Result<()> {
    let known = targets()?;
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        bail!("there is no target `{name}`, but {}", known.join(", "));
    }
    let program = installed()?;
    let mut failed = Vec::new();
    for name in known.iter().filter(|name| names.is_empty() || names.contains(name)) {
        let target = Target::new(&program, name)?;
        if minutes > 0 {
            say(&format!("fuzzing {name}, {minutes} min"));
            if let Err(error) = target.fuzz(minutes) {
                println!("{error:#}");
                failed.push(name.as_str());
            }
        }
        if keep {
            say(&format!("keeping what {name} found"));
            target.keep()?;
        }
    }
    if !failed.is_empty() {
        bail!("not all targets held: {}", failed.join(", "));
    }
    Ok(())
}

/// The names of all targets.
fn targets() -> Result<Vec<String>> {
    let programs = files(&path("fuzz/fuzz_targets"))?;
    let names = programs.iter().filter_map(|file| file.file_stem());
    Ok(names.map(|name| name.to_string_lossy().into_owned()).collect())
}

/// The files in a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// The files in a folder, the newest last.
fn in_order_of_writing(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut by_age = Vec::new();
    for file in files(folder)? {
        by_age.push((fs::metadata(&file)?.modified()?, file));
    }
    by_age.sort();
    Ok(by_age.into_iter().map(|(_, file)| file).collect())
}

/// Whether a file is named by the digest of its content.
fn is_named_by_content(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The fuzzer, which is built of C++.
fn installed() -> Result<PathBuf> {
    if find("c++").is_none() {
        bail!("`c++` is not on this machine: install g++ or clang");
    }
    setup::cargo_tool("cargo-fuzz", VERSION)
}

/// A target, and where its inputs are.
struct Target<'a> {
    program: &'a Path,
    name: &'a str,
    /// All inputs found so far, and what failed.
    working: PathBuf,
    finds: PathBuf,
    /// The few that are in the repository.
    corpus: PathBuf,
}

impl<'a> Target<'a> {
    fn new(program: &'a Path, name: &'a str) -> Result<Self> {
        let target = target()?;
        let working = target.join("fuzz-corpus").join(name);
        let finds = target.join("fuzz-finds").join(name);
        let corpus = path("fuzz/corpus").join(name);
        for folder in [&working, &finds, &corpus] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        Ok(Self { program, name, working, finds, corpus })
    }

    fn fuzz(&self, minutes: u32) -> Result<()> {
        let mut fuzz = self.command()?;
        fuzz.args([&self.working, &self.corpus, &path("tests/files")]);
        fuzz.args(["--", LONGEST, "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]);
        fuzz.arg(format!("-max_total_time={}", minutes * 60));
        fuzz.arg(format!("-dict={}", path("fuzz/words.dict").display()));
        fuzz.arg(format!("-artifact_prefix={}/", self.finds.display()));
        let before = files(&self.finds)?;
        match run_program(&mut fuzz) {
            Err(_) if files(&self.finds)? != before => self.shorten(),
            result => result,
        }
    }

    /// Says which input failed last, as short as it gets in a minute.
    fn shorten(&self) -> Result<()> {
        let newest = in_order_of_writing(&self.finds)?.pop().context("there is no find")?;
        let short = self.finds.with_extension("short");
        let mut shorten = self.command()?;
        shorten.arg(&newest).args(["--", "-minimize_crash=1", "-max_total_time=60"]);
        shorten.arg(format!("-exact_artifact_path={}", short.display()));
        // It fails where nothing shorter does.
        let input = run_program(&mut shorten).map_or(newest, |()| short);
        bail!("{} did not hold: the input is {}", self.name, input.display())
    }

    /// Puts the few inputs that together run the most lines into the repository's corpus, for those that are named after
    /// their content, as the fuzzer names them. Finds have names of their own, and stay.
    fn keep(&self) -> Result<()> {
        let chosen = target()?.join("fuzz-chosen").join(self.name);
        if chosen.exists() {
            fs::remove_dir_all(&chosen)?;
        }
        fs::create_dir_all(&chosen)?;
        let mut choose = self.command()?;
        choose.args([&chosen, &self.working, &self.corpus]);
        // Lines, not how often they are run.
        choose.args(["--", LONGEST, "-set_cover_merge=1", "-use_counters=0"]);
        run_program(&mut choose)?;
        for old in files(&self.corpus)?.iter().filter(|file| is_named_by_content(file)) {
            fs::remove_file(old)?;
        }
        // The fuzzer chooses, and writes, those first that add the most.
        for file in in_order_of_writing(&chosen)?.iter().take(KEPT) {
            fs::copy(file, self.corpus.join(file.file_name().context("a file has a name")?))?;
        }
        Ok(())
    }

    /// The fuzzer without a sanitizer: no code here is unsafe, and so the stable compiler does.
    fn command(&self) -> Result<Command> {
        let mut program = program_in(root(), self.program);
        program.args(["run", "--fuzz-dir=fuzz", "--sanitizer=none", "--target-dir"]);
        program.arg(target()?.join("fuzz")).arg(self.name);
        Ok(program)
    }
}
