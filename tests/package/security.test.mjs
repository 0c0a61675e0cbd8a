// What SECURITY.md says of the package and of the crate, and that whatever it says names a test that there is.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const CONFIG = { organization: { plan: "enterprise-seat-based" }, provisioning: { mode: "scim" }, actor: "ann@acme.com" };
const PERMISSION = ["--permission", "--experimental-permission"].find((flag) => process.allowedNodeEnvironmentFlags.has(flag));

/** Takes the network away from a process, and says so where somebody wants it. */
const NO_NETWORK = `
  const refuse = () => { throw new Error("the network was asked for"); };
  require("node:net").Socket.prototype.connect = refuse;
  require("node:dns").lookup = require("node:dgram").createSocket = refuse;
  globalThis.fetch = globalThis.WebSocket = globalThis.EventSource = refuse;
`;

/** Node with only what is allowed: some files to be read, nothing written, started or compiled from a text, no network. */
function confined(project, readable, args, options = {}) {
  writeFileSync(join(project, "no-network.cjs"), NO_NETWORK);
  const allowed = [project, ...readable].map((path) => `--allow-fs-read=${path}${path === project ? "/*" : ""}`);
  const flags = ["--no-warnings", "--disallow-code-generation-from-strings", "--require", join(project, "no-network.cjs")];
  return spawnSync(process.execPath, [PERMISSION, ...allowed, ...flags, ...args], { cwd: project, encoding: "utf8", ...options });
}

describe("the package", () => {
  test("asks for nothing but to read its own files: no network, no writing, no process, no code from texts", () => {
    const project = install();
    const program = join(project, "program.mjs");
    writeFileSync(
      program,
      `import assert from "node:assert/strict";
       import { init, check, Session } from "rolecall";
       import * as inline from "rolecall/inline";
       import { rule } from "rolecall/rules";
       import { createGuard } from "rolecall/guard";
       import "rolecall/element";
       await init();
       await inline.init();
       const config = ${JSON.stringify(CONFIG)};
       const roster = { members: "Name,Email,Role\\nAnn,ann@acme.com,Owner\\n" };
       const report = check(config, roster);
       assert.deepEqual(inline.check(config, roster), report);
       const session = new Session(roster);
       session.repair(config);
       session.render(config);
       assert.ok(await rule(report.findings[0].code));
       const guard = createGuard({ session, read: () => config });
       await guard.check();
       for (const forbidden of [() => eval("1"), () => new Function("1")]) assert.throws(forbidden, EvalError);
       for (const path of ["/etc/hostname", process.execPath]) {
         await assert.rejects(import("node:fs/promises").then(({ readFile }) => readFile(path)), { code: "ERR_ACCESS_DENIED" });
       }
       assert.throws(() => fetch("http://127.0.0.1"), /network/);
       process.stdout.write("done");`,
    );
    const { status, stdout, stderr } = confined(project, [], [program]);
    assert.equal(`${stdout}${stderr}`, "done");
    assert.equal(status, 0);
  });

  test("changes nothing and starts nothing where it is imported", () => {
    const project = install();
    const program = join(project, "program.mjs");
    const entries = ["rolecall", "rolecall/inline", "rolecall/rules", "rolecall/guard", "rolecall/worker", "rolecall/element"];
    writeFileSync(
      program,
      `import assert from "node:assert/strict";
       const state = () => JSON.stringify({
         globals: Reflect.ownKeys(globalThis).map(String),
         prototypes: [Object, Array, Function, String, Promise, Map].map((it) => Reflect.ownKeys(it.prototype).map(String)),
         listeners: process.eventNames().map(String),
         resources: process.getActiveResourcesInfo(),
       });
       const before = state();
       for (const entry of ${JSON.stringify(entries)}) await import(entry);
       assert.equal(state(), before);
       process.stdout.write("done");`,
    );
    const { stdout, stderr } = confined(project, [], [program]);
    assert.equal(`${stdout}${stderr}`, "done");
  });

  test("depends on no other package, and runs nothing when it is installed", () => {
    const manifest = JSON.parse(read("pkg/package.json"));
    for (const key of ["dependencies", "optionalDependencies", "peerDependencies", "bundledDependencies", "scripts"]) {
      assert.equal(manifest[key], undefined, key);
    }
  });

  test("its WebAssembly can call nothing but a few functions on values", () => {
    for (const name of ["rolecall.wasm", "core.wasm"]) {
      const module = new WebAssembly.Module(readFileSync(join(root, "pkg/dist", name)));
      for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
        assert.deepEqual([from, kind], ["./engine_bg.js", "function"]);
        assert.match(name, /^__wbindgen_|^__wbg_(new|new_from_slice|set|call|normalize|decode|random|Error|__wbindgen_\w+)_[0-9a-f]{16}$/);
      }
    }
    const bindings = read("pkg/dist/engine.js");
    // The one of them is how a caller's own address of the WebAssembly is fetched.
    assert.equal(bindings.match(/\bfetch\(/g)?.length, 1);
    assert.doesNotMatch(bindings, /\beval\(|new Function|XMLHttpRequest|WebSocket|document\.|window\.|localStorage/);
  });
});

describe("what it is built with", () => {
  test("npm packages are installed without running their scripts", () => {
    const installs = readdirSync(join(root, "xtask/src"), { recursive: true })
      .filter((name) => name.endsWith(".rs"))
      .flatMap((name) => read(`xtask/src/${name}`).match(/\["(ci|install|i)", .*"--no-audit".*\]/g) ?? []);
    assert.equal(installs.length, 1);
    assert.ok(installs[0].includes("--ignore-scripts"));
  });
});

describe("the command", () => {
  test("reads the files that it is given and no others, and writes none", () => {
    const project = install();
    const folder = join(project, "..", "elsewhere");
    mkdirSync(folder, { recursive: true });
    const files = { "config.json": JSON.stringify(CONFIG), "members.csv": "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,\n" };
    const paths = Object.entries(files).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const [config, members] = paths;
    writeFileSync(join(folder, "other.csv"), files["members.csv"]);
    const command = join(project, "node_modules/rolecall/cli.js");
    const asked = ["check", config, "--members", members, "--format", "json"];
    const answered = confined(project, paths, [command, ...asked]);
    assert.equal(answered.stderr, "");
    assert.equal(JSON.parse(answered.stdout).schemaVersion, 1);
    // What is not allowed here, it cannot read: the one that is named is asked for, and that is all.
    const refused = confined(project, [config], [command, ...asked]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /members\.csv/);
    assert.doesNotMatch(refused.stderr, /config\.json|other\.csv/);
    const written = confined(project, paths, [command, ...asked, "--output", join(folder, "report.json")]);
    assert.equal(written.status, 2);
    assert.deepEqual(readdirSync(folder).sort(), ["config.json", "members.csv", "other.csv"]);
  });
});

describe("the crate", () => {
  const sources = readdirSync(join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".rs"));

  test("has no unsafe code and none that opens, asks, starts or waits for anything", () => {
    assert.ok(sources.length > 50, "the sources are found");
    assert.match(read("src/lib.rs"), /^#!\[forbid\(unsafe_code\)\]$/m);
    for (const name of sources) {
      const code = read(`src/${name}`).split("#[cfg(test)]")[0].replace(/\/\/.*$/gm, "");
      assert.doesNotMatch(code, /\bstd::(env|fs|io|net|os|process|thread|time)\b|\bunsafe (fn|impl|extern|{)/, name);
    }
  });

  test("has one kind of table, which nobody can make texts collide in", () => {
    const hashing = sources.filter((name) => /\b(HashMap|HashSet|HashTable)\b/.test(read(`src/${name}`)));
    assert.deepEqual(hashing, [join("roster", "texts.rs")]);
  });

  test("prints nothing", () => {
    for (const name of sources) {
      const code = read(`src/${name}`).split("#[cfg(test)]")[0].replace(/\/\/.*$/gm, "");
      assert.doesNotMatch(code, /\b(print|println|eprint|eprintln|dbg)!/, name);
    }
  });
});

describe("SECURITY.md", () => {
  const text = read("SECURITY.md");
  const section = (title) => text.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? "";
  /** The cells of the rows of a section's table. */
  const rows = (title) => {
    const lines = section(title).split("\n").filter((line) => line.startsWith("|"));
    return lines.slice(2).map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
  };
  const titles = text.match(/^## .*$/gm).map((line) => line.slice(3));
  const claims = titles.flatMap((title) => (section(title).includes("| shown by |") ? rows(title) : []));
  /** The tests of a cell, as `file` “title”. */
  const named = (cell) => [...cell.matchAll(/`([^`]+)`((?:,? “[^”]+”)+)/g)].flatMap(([, file, titles]) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ file, title })),
  );

  test("every claim names tests, and each of them is there", () => {
    assert.ok(claims.length > 30, `${claims.length} claims`);
    for (const row of claims) {
      const tests = named(row.at(-1));
      assert.notEqual(tests.length, 0, row.join(" | "));
      for (const { file, title } of tests) {
        assert.ok(existsSync(join(root, file)), `${file} is not there: ${row[0]}`);
        const source = read(file);
        const isThere = file.endsWith(".rs")
          ? source.includes(`fn ${title}(`)
          : source.includes(`test("${title}"`) || source.includes(`test(\`${title}\``);
        assert.ok(isThere, `${file} has no test “${title}”`);
      }
    }
  });

  test("every directive and every header of the page is explained, and no others", () => {
    const source = read("www/security.ts");
    const [, policy] = source.match(/const policy[^{]*{([^}]*)}/);
    const [, headers] = source.match(/SECURITY_HEADERS[^{]*{(.*)};/s);
    const keys = (text) => [...text.matchAll(/^ {2}"([\w-]+)": /gm)].map(([, key]) => key);
    const explained = rows("The policy of the page").map(([cell]) => cell.match(/^`([\w-]+)/)?.[1]);
    assert.deepEqual(explained, [...keys(policy), "frame-ancestors", ...keys(headers).filter((key) => key !== "Content-Security-Policy")]);
    for (const [cell] of rows("The policy of the page")) {
      const [, name, value] = cell.match(/^`([\w-]+):? (.*)`$/) ?? assert.fail(cell);
      assert.ok(source.includes(`"${name}": "${value}"`), `${name} is not ${value}`);
    }
  });

  test("what it links to is there", () => {
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) assert.ok(existsSync(join(root, target)), target);
    for (const page of ["README.md", "ARCHITECTURE.md"]) assert.ok(read(page).includes("(SECURITY.md)"), page);
  });
});
