//! Running other programs.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// Says what is about to happen.
pub fn say(what: &str) {
    println!("==> {what}");
}

/// Runs a program to its end; it must succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if !status.success() {
        bail!("`{}` failed ({status})", spelled(command));
    }
    Ok(())
}

/// Runs a program to its end and gives what it printed; it must succeed. Its complaints stay on the terminal.
pub fn read(command: &mut Command) -> Result<String> {
    let output = finish(command.stderr(Stdio::inherit()))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", spelled(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed something that is no text", spelled(command)))
}

/// What a program prints if it is there and succeeds; nothing is said where it is not so.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = finish(command.stderr(Stdio::null())).ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies, by `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// A program to run in a folder.
pub fn program_in(folder: &Path, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

fn finish(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => anyhow!("`{program}` is not on this machine: install it"),
        _ => anyhow!("`{program}` cannot be started: {error}"),
    }
}

fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}
