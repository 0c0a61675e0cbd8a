// The element's entry: nothing happens where there is no DOM, and what browsers load holds no engine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { install } from "./install.mjs";

function run(script, ...flags) {
  const module = join(install(), "page.mjs");
  writeFileSync(module, script);
  return execFileSync(process.execPath, [...flags, module], { encoding: "utf8" }).trim();
}

test("where there is no DOM it can be imported and does nothing", () => {
  const script = `const before = Object.getOwnPropertyNames(globalThis).join();
    const element = await import("rolecall/element");
    console.log(Object.keys(element).join(), Object.getOwnPropertyNames(globalThis).join() === before);`;
  assert.equal(run(script), "RolecallVerdictElement true");
});

test("made there, it says why it cannot be", () => {
  const script = `import { RolecallVerdictElement } from "rolecall/element";
    try { new RolecallVerdictElement(); } catch (error) { console.log(error.message); }`;
  assert.match(run(script), /rolecall-verdict is an element of the browser/);
});

test("browsers get another file, which registers it when it is imported", () => {
  const manifest = JSON.parse(readFileSync(join(install(), "node_modules/rolecall/package.json"), "utf8"));
  const elsewhere = manifest.exports["./element"].default;
  const { types, default: browser } = elsewhere;
  assert.equal(Object.keys(elsewhere)[0], "types");
  assert.deepEqual([types, browser], ["./dist/element.d.ts", "./dist/element.js"]);
  assert.ok(manifest.sideEffects.includes(browser));
});

test("it has no engine in it, and asks for nothing but the rules and its own words", () => {
  const built = readFileSync(join(install(), "node_modules/rolecall/dist/element.js"), "utf8");
  assert.doesNotMatch(built, /WebAssembly|\.wasm|new Worker/);
  const imported = [...built.matchAll(/\b(?:from|import)\s*\(?\s*["'`]([^"'`]+)["'`]/g)].map(([, from]) => from);
  assert.deepEqual([...new Set(imported)].sort(), ["../rules.js", "./element/en.js", "./element/ja.js"]);
  assert.doesNotMatch(built, /["'`<]rc-[a-z]/, "its parts have names of their own");
});

test("it is as small as its documentation says", () => {
  const size = (name) => gzipSync(readFileSync(join(install(), "node_modules/rolecall/dist", name))).length / 1000;
  assert.ok(size("element.js") < 18, `${size("element.js")} KB`);
  for (const name of ["element/en.js", "element/ja.js"]) assert.ok(size(name) < 7, `${name}: ${size(name)} KB`);
});
