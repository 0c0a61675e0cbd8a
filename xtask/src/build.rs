//! Builds the npm package and the page. Each step is taken only if what it makes is older than what it is made from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{
    WASM, cargo, is_stale, path, remap, remap_crates, root, target, this_program, write_if_changed,
};
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

/// The npm package: what `pkg/dist/` holds.
pub fn package() -> Result<()> {
    let dist = path("pkg/dist");
    fs::create_dir_all(&dist)?;
    engines(&dist)?;
    inline(&dist)?;
    commonjs(&dist)?;
    declarations(&dist)?;
    rules(&dist)?;
    schemas(&dist)?;
    element(&dist)?;
    licences()
}

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
            "-Os",
            "--flexible-inline-max-function-size=0",
            "--always-inline-max-function-size=0",
        ],
        parts: &["--no-default-features"],
    },
];

/// `engine.js`, the bindings, which all builds of the engine share, and every build, optimised.
fn engines(dist: &Path) -> Result<()> {
    for engine in &ENGINES {
        engine.build(dist)?;
    }
    Ok(())
}

impl Engine {
    fn build(&self, dist: &Path) -> Result<()> {
        let mut compile = cargo_for_wasm_with(self.flags)?;
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
        let bound = target.join("bindings").join(self.profile);
        wasm_bindgen(&compiled, &bound)?;
        let optimised = bound.join("optimised.wasm");
        let mut optimise = tool("wasm-opt");
        optimise
            // A function of one caller stays one: what is called once a row is then compiled anew while rows are read,
            // and the download is smaller.
            .arg("--one-caller-inline-max-function-size=0")
            .args(self.optimised)
            // Instances of one function side by side are smaller once they are compressed.
            .arg("--reorder-functions-by-name")
            .args(["--strip-debug", "--strip-producers"])
            .arg(bound.join("engine_bg.wasm"))
            .arg("-o")
            .arg(&optimised);
        run(&mut optimise)?;
        self.share_bindings(&bound.join("engine.js"), &dist.join("engine.js"))?;
        copy(&optimised, &wasm)
    }

    /// The first build gives the bindings; another's must be the same, for any build may be loaded by them.
    fn share_bindings(&self, made: &Path, shared: &Path) -> Result<()> {
        if self.parts.is_empty() {
            return copy(made, shared);
        }
        let read = |path: &Path| {
            fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        if read(made)? != read(shared)? {
            bail!("the bindings of {} differ from those of {}", self.wasm, ENGINES[0].wasm);
        }
        Ok(())
    }
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

/// The entry modules for Node once more, as CommonJS: made from the one source, not written twice.
fn commonjs(dist: &Path) -> Result<()> {
    for (entry, made) in
        [("node.js", "index.cjs"), ("worker-node.js", "worker.cjs"), ("guard.js", "guard.cjs")]
    {
        bundle_commonjs(dist, entry, &dist.join(made))?;
    }
    commonjs_beside("element-server.js", "element-server.cjs", "./dist/*")?;
    commonjs_beside("inline-node.js", "inline.cjs", "./dist/inline-wasm.js")
}

fn bundle_commonjs(dist: &Path, entry: &str, made: &Path) -> Result<()> {
    let mut sources = modules()?;
    sources.extend([dist.join("engine.js"), this_program()?]);
    if !is_stale(made, &sources)? {
        return Ok(());
    }
    let mut bundle = tool("esbuild");
    bundle
        .current_dir(path("pkg"))
        .args([entry, "--bundle", "--platform=node", "--format=cjs"])
        .args(["--target=node20", "--log-level=warning"])
        // CommonJS has no `import.meta.url`: here it is the address of the module that this one is made from.
        .arg(format!(r#"--banner:js=const source = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../{entry}")).href;"#))
        .arg("--define:import.meta.url=source")
        .arg(format!("--outfile={}", made.display()));
    run(&mut bundle)
}

/// The modules of the package that are written by hand.
fn modules() -> Result<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(path("pkg"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            modules.push(path);
        }
    }
    Ok(modules)
}

/// The TypeScript declarations: the data types from the Rust types, then the functions. CommonJS wants a copy of its own.
fn declarations(dist: &Path) -> Result<()> {
    let types = read(cargo().args([
        "run",
        "--quiet",
        "--package=rolecall",
        "--example=declarations",
        "--features=types",
    ]))?;
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

/// The engine within a module: compressed, in base64.
fn inline(dist: &Path) -> Result<()> {
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

/// The documentation of the rules, a module a language; the entry as CommonJS leaves them where they are.
fn rules(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist.join("rules"))?;
    for locale in ["en", "ja"] {
        let documents = read(cargo().args([
            "run",
            "--quiet",
            "--package=rolecall",
            "--example=rule_documents",
            "--features=types",
            "--",
            locale,
        ]))?;
        write_if_changed(&dist.join(format!("rules/{locale}.js")), &documents)?;
    }
    declared(dist, "rules")?;
    commonjs_beside("rules.js", "rules.cjs", "./dist/rules/*")
}

/// An entry as CommonJS that leaves some modules where they are: so it lies beside its source.
fn commonjs_beside(entry: &str, made: &str, left: &str) -> Result<()> {
    let mut sources = modules()?;
    sources.push(this_program()?);
    if !is_stale(&path("pkg").join(made), &sources)? {
        return Ok(());
    }
    let mut bundle = tool("esbuild");
    bundle
        .current_dir(path("pkg"))
        .args([entry, "--bundle", "--platform=node", "--format=cjs", "--target=node20"])
        .args([&format!("--external:{left}"), "--log-level=warning", &format!("--outfile={made}")]);
    run(&mut bundle)
}

/// The JSON Schemas of what goes in and what comes out.
fn schemas(dist: &Path) -> Result<()> {
    fs::create_dir_all(dist.join("schema"))?;
    for name in ["config", "roster", "report"] {
        let schema = read(cargo().args([
            "run",
            "--quiet",
            "--package=rolecall",
            "--example=schemas",
            "--features=types",
            "--",
            name,
        ]))?;
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

/// The licences belong into the package as well.
fn licences() -> Result<()> {
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let (from, to) = (path(name), path("pkg").join(name));
        if is_stale(&to, std::slice::from_ref(&from))? {
            copy(&from, &to)?;
        }
    }
    Ok(())
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
