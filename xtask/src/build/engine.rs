//! Compiles the engine to WebAssembly, binds and optimises it: once whole, once small.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, thread};

use anyhow::{Context, Result, anyhow, bail};

use super::{copy, tool};
use crate::project::{
    WASM, cargo, is_stale, remap, remap_crates, root, target, this_program, write_if_changed,
};
use crate::setup;
use crate::shell::{program_in, read, run, say};

/// SHA-256 as a loop: less to download.
const SMALLER: &str = "--cfg=sha2_backend_soft=\"compact\"";

/// A call of cargo that compiles for wasm32 with the flags that all such calls share, so that they share what they build.
pub fn cargo_for_wasm() -> Result<Command> {
    cargo_for_wasm_with(&[])
}

fn cargo_for_wasm_with(more: &[&str]) -> Result<Command> {
    let mut flags: Vec<String> = more.iter().copied().chain([SMALLER]).map(str::to_owned).collect();
    flags.push(remap(root(), ""));
    flags.extend(remap_crates("crates")?);
    if let Some(sysroot) = setup::sysroot()? {
        flags.push(format!("--sysroot={}", sysroot.display()));
    }
    let mut command = cargo();
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    Ok(command)
}

/// One build of the engine.
struct Engine {
    /// Its file in the package.
    wasm: &'static str,
    /// The profile it is compiled with.
    profile: &'static str,
    /// The compiler's flags.
    flags: &'static [&'static str],
    /// How its code is optimised once more.
    optimised: &'static [&'static str],
    /// Which of its parts are in it.
    parts: &'static [&'static str],
}

/// The whole engine, and the part of it that answers a page's first question.
const ENGINES: [Engine; 2] = [
    Engine {
        wasm: "rolecall.wasm",
        profile: "release",
        // A little less inlining than the compiler does by itself. Still less makes the reading of rosters slower.
        flags: &["-Cllvm-args=-inline-threshold=225"],
        optimised: &["-O3"],
        parts: &[],
    },
    Engine {
        wasm: "core.wasm",
        profile: "core",
        flags: &[],
        // Nothing is inlined any more.
        optimised: &[
            "-Oz",
            "--flexible-inline-max-function-size=0",
            "--always-inline-max-function-size=0",
        ],
        parts: &["--no-default-features"],
    },
];

/// What is built here: the bindings, then every build of the engine.
pub const FILES: [&str; 3] = ["engine.js", ENGINES[0].wasm, ENGINES[1].wasm];

/// `engine.js`, the bindings, which all builds of the engine share, and every build, optimised.
pub fn build_all(dist: &Path) -> Result<()> {
    // At the same time: each is one piece to the compiler, which for most of it employs one processor.
    let built = thread::scope(|scope| {
        let builds = ENGINES.each_ref().map(|engine| scope.spawn(|| engine.build(dist)));
        builds.map(|build| build.join().unwrap_or_else(|_| Err(anyhow!("its build panicked"))))
    });
    for (engine, built) in ENGINES.iter().zip(built) {
        built.with_context(|| format!("{} is not built", engine.wasm))?;
    }
    share_bindings(&dist.join("engine.js"))
}

/// Any build may be loaded by the bindings, so those of all must be the same.
fn share_bindings(shared: &Path) -> Result<()> {
    let [whole, small] = ENGINES.each_ref().map(|engine| -> Result<String> {
        let made = engine.bound()?.join("engine.js");
        fs::read_to_string(&made).with_context(|| format!("{} cannot be read", made.display()))
    });
    let whole = whole?;
    if small? != whole {
        bail!("the bindings of {} differ from those of {}", ENGINES[1].wasm, ENGINES[0].wasm);
    }
    write_if_changed(shared, &whole)
}

/// Every build once more in a folder, now with the names of its functions; what is built must be up to date.
pub fn build_named(folder: &Path) -> Result<[PathBuf; 2]> {
    let named = ENGINES.each_ref().map(|engine| folder.join(engine.wasm));
    for (engine, out) in ENGINES.iter().zip(&named) {
        engine.optimise("--debuginfo", out)?;
    }
    Ok(named)
}

impl Engine {
    fn build(&self, dist: &Path) -> Result<()> {
        let mut compile = cargo_for_wasm_with(self.flags)?;
        // The same bytes for everybody, whatever somebody has wished for their own builds.
        for (name, _) in env::vars_os().filter(|(name, _)| is_wish(&name.to_string_lossy())) {
            compile.env_remove(name);
        }
        compile.args(["build", "--package=rolecall", "--lib", "--profile", self.profile]);
        run(compile.args(["--target", WASM]).args(self.parts))?;
        let target = target()?;
        let compiled = target.join(WASM).join(self.profile).join("rolecall.wasm");
        let wasm = dist.join(self.wasm);
        // This program too is a source: it knows the flags.
        if !is_stale(&wasm, &[compiled.clone(), this_program()?])? {
            return Ok(());
        }
        say(&format!("building the engine, {}", self.wasm));
        let bound = self.bound()?;
        wasm_bindgen(&compiled, &bound)?;
        let optimised = bound.join("optimised.wasm");
        self.optimise("--strip-debug", &optimised)?;
        copy(&optimised, &wasm)
    }

    /// Where it stands with its bindings, not optimised yet.
    fn bound(&self) -> Result<PathBuf> {
        Ok(target()?.join("bindings").join(self.profile))
    }

    /// Optimises it, and does with the names of its functions as it is told.
    fn optimise(&self, names: &str, out: &Path) -> Result<()> {
        let mut optimise = tool("wasm-opt");
        optimise
            // A function of one caller stays one: what is called once a row is then compiled anew while rows are read,
            // and the download is smaller.
            .arg("--one-caller-inline-max-function-size=0")
            .args(self.optimised)
            // Instances of one function side by side are smaller once they are compressed.
            .arg("--reorder-functions-by-name")
            .args([names, "--strip-producers"])
            .arg(self.bound()?.join("engine_bg.wasm"))
            .arg("-o")
            .arg(out);
        run(&mut optimise)
    }
}

/// Whether a variable of the environment would have cargo build otherwise than the manifest says. `RUSTFLAGS` need not be
/// named: there are flags of our own in their place.
fn is_wish(name: &str) -> bool {
    name.starts_with("CARGO_PROFILE_") || name == "CARGO_INCREMENTAL"
}

/// Bindings that leave it to their caller where the module comes from, and that can begin anew after a trap.
fn wasm_bindgen(compiled: &Path, out: &Path) -> Result<()> {
    let compiled = compiled.to_string_lossy();
    let out = out.to_string_lossy();
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args([
        "wasm-bindgen",
        &compiled,
        "--target=web",
        "--out-name=engine",
        "--out-dir",
        &out,
        "--no-typescript",
        "--omit-default-module-path",
        "--experimental-reset-state-function",
    ])
}

/// The engine within a module: compressed, in base64.
pub fn inline(dist: &Path) -> Result<()> {
    let (wasm, made) = (dist.join(ENGINES[0].wasm), dist.join("inline-wasm.js"));
    if !is_stale(&made, &[wasm.clone(), this_program()?])? {
        return Ok(());
    }
    let program = format!(
        r#"const {{ readFileSync }} = require("node:fs");
        const packed = require("node:zlib").deflateRawSync(readFileSync({:?}), {{ level: 9 }});
        process.stdout.write(`export const packed = "${{packed.toString("base64")}}";\n`);"#,
        wasm.to_string_lossy()
    );
    let module = read(program_in(root(), "node").args(["-e", &program]))?;
    fs::write(&made, module).with_context(|| format!("{} cannot be written", made.display()))
}
