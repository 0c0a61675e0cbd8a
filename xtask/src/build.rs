//! Builds the npm package and the page. Each step is taken only if what it makes is older than what it is made from.

mod commonjs;
mod engine;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

pub use engine::{FILES as ENGINE_FILES, build_named, cargo_for_wasm};

use crate::notices;
use crate::project::{cargo, is_stale, path, this_program, write_if_changed};
use crate::setup;
use crate::shell::{program_in, read, run, say};

/// The package, the page and the examples.
pub fn everything() -> Result<()> {
    setup::for_build()?;
    page()?;
    examples()
}

/// The page, `www/dist/`, and before it the package that it imports.
pub fn page() -> Result<()> {
    package()?;
    let sources = [path("www"), path("pkg"), path("pkg/dist")];
    if is_stale(&path("www/dist/index.html"), &sources)? {
        say("building the page");
        run(program_in(&path("www"), "npm").args(["run", "--silent", "build"]))?;
    }
    Ok(())
}

/// The examples of what customers write, `examples/dist/`, and before them the package that they import.
pub fn examples() -> Result<()> {
    package()?;
    let sources = [path("examples"), path("pkg"), path("pkg/dist")];
    if is_stale(&path("examples/dist/guard-html/index.html"), &sources)? {
        say("building the examples");
        run(program_in(&path("examples"), "npm").args(["run", "--silent", "build"]))?;
    }
    Ok(())
}

/// The engine alone, in `pkg/dist/`.
pub fn engine() -> Result<()> {
    let dist = path("pkg/dist");
    fs::create_dir_all(&dist)?;
    engine::build_all(&dist)
}

/// The npm package: what `pkg/dist/` holds.
pub fn package() -> Result<()> {
    engine()?;
    let dist = path("pkg/dist");
    engine::inline(&dist)?;
    commonjs::build_all(&dist)?;
    declarations(&dist)?;
    rules(&dist)?;
    schemas(&dist)?;
    element(&dist)?;
    licences(&dist)
}

/// The TypeScript declarations: the data types from the Rust types, then the functions. CommonJS wants a copy of its own.
fn declarations(dist: &Path) -> Result<()> {
    let types = written("declarations", &[])?;
    let functions = fs::read_to_string(path("pkg/api.d.ts"))?;
    // A session can be disposed of by `using`, which older libraries of TypeScript do not know.
    let library = "/// <reference lib=\"esnext.disposable\" />";
    let whole = format!("{library}\n{}\n\n{functions}", types.trim_end());
    for name in ["index.d.ts", "index.d.cts"] {
        write_if_changed(&dist.join(name), &whole)?;
    }
    for (name, index) in [("inline.d.ts", "./index.js"), ("inline.d.cts", "./index.cjs")] {
        write_if_changed(&dist.join(name), &format!("export * from \"{index}\";\n"))?;
    }
    for name in ["worker-thread.d.ts", "worker-thread.d.cts"] {
        write_if_changed(&dist.join(name), "export {};\n")?;
    }
    declared(dist, "worker")?;
    declared(dist, "guard")
}

/// The declarations of another entry, which names the types of the first one. CommonJS wants a copy of its own.
fn declared(dist: &Path, entry: &str) -> Result<()> {
    let declared = fs::read_to_string(path("pkg").join(format!("{entry}.d.ts")))?;
    write_if_changed(&dist.join(format!("{entry}.d.ts")), &declared)?;
    let commonjs = declared.replace("./index.js", "./index.cjs");
    write_if_changed(&dist.join(format!("{entry}.d.cts")), &commonjs)
}

/// The documentation of the rules, a module a language; the entry as CommonJS leaves them where they are.
fn rules(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist.join("rules"))?;
    for locale in ["en", "ja"] {
        let documents = written("rule_documents", &[locale])?;
        write_if_changed(&dist.join(format!("rules/{locale}.js")), &documents)?;
    }
    declared(dist, "rules")?;
    commonjs::beside("rules.js", "rules.cjs", "./dist/rules/*")
}

/// The JSON Schemas of what goes in and what comes out.
fn schemas(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist.join("schema"))?;
    for name in ["config", "roster", "report"] {
        let schema = written("schemas", &[name])?;
        write_if_changed(&dist.join(format!("schema/{name}.json")), &schema)?;
    }
    Ok(())
}

/// The page's verdict as an element for the pages of others. It is made of the page's own components, and asks the
/// package at run time only, so that it can be built before the page, which imports it.
fn element(dist: &Path) -> Result<()> {
    declared(dist, "element")?;
    let mut sources = vec![this_program()?];
    for source in ["src", "vite.element.config.ts", "package-lock.json", "tsconfig.json"] {
        sources.push(path("www").join(source));
    }
    if is_stale(&dist.join("element.js"), &sources)? {
        say("building the element");
        run(program_in(&path("www"), "npm").args(["run", "--silent", "build:element"]))?;
    }
    Ok(())
}

/// The licences belong into the package as well, and those of what is compiled into it.
fn licences(dist: &Path) -> Result<()> {
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let (from, to) = (path(name), path("pkg").join(name));
        if is_stale(&to, std::slice::from_ref(&from))? {
            copy(&from, &to)?;
        }
    }
    let notices = dist.join("THIRD-PARTY.md");
    if is_stale(&notices, &[path("Cargo.lock"), path("Cargo.toml"), this_program()?])? {
        fs::write(&notices, notices::of_crates()?)?;
    }
    Ok(())
}

/// What one of the crate's examples, which write parts of the package, prints.
fn written(example: &str, args: &[&str]) -> Result<String> {
    let mut program = cargo();
    program.args([
        "run",
        "--quiet",
        "--package=rolecall",
        "--features=types",
        "--example",
        example,
    ]);
    read(program.arg("--").args(args))
}

/// A program of the npm packages in `xtask/`.
fn tool(name: &str) -> Command {
    Command::new(path("xtask/node_modules/.bin").join(name))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(drop)
        .with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}
