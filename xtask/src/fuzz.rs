//! Feeds the engine whatever a fuzzer thinks of. Takes as long as it is let: what it has tried and found worth keeping
//! is left in `target/fuzz-corpus/TARGET/`, from where the next run goes on, what fails in `target/fuzz-finds/TARGET/`, and
//! what the fuzzer had to say in `target/fuzz-logs/TARGET.log`.

mod course;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use self::course::Course;

use crate::project::{path, root, target};
use crate::setup;
use crate::shell::{find, program_in, run as run_program, say};

/// The release that is installed when there is none.
const VERSION: &str = "0.13.2";

/// Nothing that people have is longer and takes another way: what is short is fast, and kept.
const LONGEST: &str = "-max_len=4000";

/// No input of that length takes more seconds, nor all of them more MiB.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=512"];

/// How many inputs of a target are kept.
const KEPT: usize = 40;

/// Runs the named targets, or all, so many minutes each and so many at a time.
pub fn run(minutes: u32, jobs: usize, keep: bool, names: &[String]) -> Result<()> {
    let known = targets()?;
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        bail!("there is no target `{name}`, but {}", known.join(", "));
    }
    let program = installed()?;
    let chosen = known.iter().filter(|name| names.is_empty() || names.contains(name));
    let chosen = chosen.map(|name| Target::new(&program, name)).collect::<Result<Vec<_>>>()?;
    if minutes > 0 {
        say(&format!("fuzzing, {minutes} min a target"));
        fuzz_all(&chosen, minutes, jobs)?;
    }
    for target in chosen.iter().filter(|_| keep) {
        say(&format!("keeping what {} found", target.name));
        target.keep()?;
    }
    Ok(())
}

/// Runs so many targets at a time; one that does not hold keeps no other from its turn.
fn fuzz_all(targets: &[Target<'_>], minutes: u32, jobs: usize) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut failed = Vec::new();
        while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
            match target.fuzz(minutes) {
                Ok(course) => println!("{}: held, {course}", target.name),
                Err(error) => {
                    println!("{}: {error:#}", target.name);
                    failed.push(target.name);
                }
            }
        }
        failed
    };
    let failed = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(thread::ScopedJoinHandle::join).collect::<Result<Vec<_>, _>>()
    });
    let failed = failed.map_err(|_| anyhow!("a worker stopped before its time"))?.concat();
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
    /// What the fuzzer had to say last.
    log: PathBuf,
    /// The few that are in the repository.
    corpus: PathBuf,
}

impl<'a> Target<'a> {
    fn new(program: &'a Path, name: &'a str) -> Result<Self> {
        let target = target()?;
        let working = target.join("fuzz-corpus").join(name);
        let finds = target.join("fuzz-finds").join(name);
        let corpus = path("fuzz/corpus").join(name);
        let logs = target.join("fuzz-logs");
        for folder in [&working, &finds, &corpus, &logs] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        let log = logs.join(name).with_extension("log");
        Ok(Self { program, name, working, finds, log, corpus })
    }

    /// Runs for so long, and says what has come of it.
    fn fuzz(&self, minutes: u32) -> Result<Course> {
        let mut fuzz = self.command()?;
        fuzz.args([&self.working, &self.corpus, &path("tests/files")]);
        fuzz.args(["--", LONGEST, "-print_final_stats=1"]).args(LIMITS);
        fuzz.arg(format!("-max_total_time={}", minutes * 60));
        fuzz.arg(format!("-dict={}", path("fuzz/words.dict").display()));
        fuzz.arg(format!("-artifact_prefix={}/", self.finds.display()));
        let before = files(&self.finds)?;
        let log = File::create(&self.log)?;
        let held = run_program(fuzz.stdout(log.try_clone()?).stderr(log));
        if files(&self.finds)? != before {
            let input = self.shortened()?;
            bail!("did not hold: the input is {}", input.display());
        }
        let log = self.log.display();
        held.with_context(|| format!("what happened is in {log}"))?;
        let said = String::from_utf8_lossy(&fs::read(&self.log)?).into_owned();
        let course =
            Course::of(&said).with_context(|| format!("{log} does not say how it went"))?;
        if course.grows() {
            bail!("takes more and more memory: {course}");
        }
        Ok(course)
    }

    /// The input that failed last, as short as it gets in a minute.
    fn shortened(&self) -> Result<PathBuf> {
        let newest = in_order_of_writing(&self.finds)?.pop().context("there is no find")?;
        let short = self.finds.with_extension("short");
        let mut shorten = self.command()?;
        shorten.arg(&newest).args(["--", "-minimize_crash=1", "-max_total_time=60"]).args(LIMITS);
        shorten.arg(format!("-exact_artifact_path={}", short.display()));
        let log = File::options().append(true).open(&self.log)?;
        // It fails where nothing shorter does.
        let shortened = run_program(shorten.stdout(log.try_clone()?).stderr(log));
        Ok(shortened.map_or(newest, |()| short))
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
