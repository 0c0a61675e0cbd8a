// What can be told of the package without running it: its declarations hold, and its manifest is in order.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { install, tarball } from "./install.mjs";

const tools = fileURLToPath(new URL("../../xtask/node_modules", import.meta.url));
const customers = ["customer", "inline-customer", "worker-customer", "guard-customer", "element-customer"];

function tool(name, args, cwd) {
  try {
    return execFileSync(join(tools, ".bin", name), args, { cwd, encoding: "utf8" });
  } catch (error) {
    assert.fail(`${error.stdout}${error.stderr}`);
  }
}

/** What a customer writes. Whoever has the WebAssembly inside writes the same as others. */
function source(customer) {
  const text = (name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8");
  return customer === "inline-customer" ? text("customer").replaceAll('from "rolecall"', 'from "rolecall/inline"') : text(customer);
}

describe("the declarations hold", () => {
  const cases = [
    ["mts", "nodenext"],
    ["cts", "nodenext"],
    ["mts", "node16"],
    ["cts", "node16"],
    ["ts", "bundler"],
  ];
  const of = (customer) => cases.map((one) => [customer, ...one]);
  for (const [customer, extension, resolution] of customers.flatMap(of)) {
    const name = `${customer}.${extension}`;
    test(`for ${name}, resolved by the rules of ${resolution}`, () => {
      const project = install();
      writeFileSync(join(project, name), source(customer));
      const module = resolution === "bundler" ? "esnext" : resolution;
      const options = { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [], module, moduleResolution: resolution };
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: [name] }));
      tool("tsc", ["--project", project], project);
    });
  }
});

test("the manifest is in order", () => {
  tool("publint", ["run", "--strict", "--pack", "npm", fileURLToPath(new URL("../../pkg", import.meta.url))]);
});

test("the types are found however modules are resolved, and are of the kind of module they stand for", () => {
  const bare = ["./rolecall.wasm", "./core.wasm"]; // TypeScript has no types for these
  tool("attw", [tarball, "--profile", "strict", "--exclude-entrypoints", ...bare]);
});

test("crate and package say the same of themselves", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  const crate = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
  const said = (key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(crate)?.[1];
  for (const key of ["version", "description", "license"]) assert.equal(manifest[key], said(key), key);
  assert.equal(manifest.repository.url, `git+${said("repository")}.git`);
});

test("nothing is packed but what is used", () => {
  const packed = readdirSync(join(install(), "node_modules/rolecall"), { recursive: true }).sort();
  assert.deepEqual(
    packed.filter((name) => !name.startsWith("LICENSE-")),
    [
      "README.md",
      "cli-answer.js",
      "cli-arguments.js",
      "cli-check.js",
      "cli-exit.js",
      "cli-files.js",
      "cli-format.js",
      "cli-help.js",
      "cli-inspect.js",
      "cli-layout.js",
      "cli-main.js",
      "cli-names.js",
      "cli-options.js",
      "cli-output.js",
      "cli-places.js",
      "cli-pointer.js",
      "cli-problem.js",
      "cli-repair.js",
      "cli-rule.js",
      "cli-sarif.js",
      "cli-text.js",
      "cli-words.js",
      "cli.js",
      "core.js",
      "dist",
      "dist/THIRD-PARTY.md",
      "dist/core.wasm",
      "dist/element",
      "dist/element.d.cts",
      "dist/element.d.ts",
      "dist/element.js",
      "dist/element/THIRD-PARTY.md",
      "dist/element/en.js",
      "dist/element/ja.js",
      "dist/engine.js",
      "dist/guard.cjs",
      "dist/guard.d.cts",
      "dist/guard.d.ts",
      "dist/index.cjs",
      "dist/index.d.cts",
      "dist/index.d.ts",
      "dist/inline-wasm.js",
      "dist/inline.d.cts",
      "dist/inline.d.ts",
      "dist/rolecall.wasm",
      "dist/rules",
      "dist/rules.d.cts",
      "dist/rules.d.ts",
      "dist/rules/en.js",
      "dist/rules/ja.js",
      "dist/schema",
      "dist/schema/config.json",
      "dist/schema/report.json",
      "dist/schema/roster.json",
      "dist/worker-thread.d.cts",
      "dist/worker-thread.d.ts",
      "dist/worker.cjs",
      "dist/worker.d.cts",
      "dist/worker.d.ts",
      "element-server.cjs",
      "element-server.js",
      "error.js",
      "guard-question.js",
      "guard.js",
      "index.js",
      "inline-node.js",
      "inline.cjs",
      "inline.js",
      "inlined.js",
      "node.js",
      "package.json",
      "packed.js",
      "people.js",
      "repairs.js",
      "rules.cjs",
      "rules.js",
      "sources.js",
      "worker-client.js",
      "worker-crew.js",
      "worker-desk.js",
      "worker-line.js",
      "worker-node.js",
      "worker-sources.js",
      "worker-thread-node.js",
      "worker-thread.cjs",
      "worker-thread.js",
      "worker.js",
    ],
  );
});
