// The JSON Schemas say what the engine says: what they refuse, it finds fault with; what it calls unknown, they refuse;
// and what it answers is as they say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { check, init, Session } from "../../pkg/node.js";
import { documents } from "../../pkg/dist/rules/en.js";
import { world } from "./worlds.mjs";

const tools = createRequire(new URL("../../xtask/package.json", import.meta.url));
const Ajv = tools("ajv/dist/2020").default;
const packed = createRequire(new URL("../../pkg/package.json", import.meta.url));
const NAMES = ["config", "roster", "report"];
const schemas = Object.fromEntries(NAMES.map((name) => [name, packed(`rolecall/schema/${name}.json`)]));
const validators = Object.fromEntries(NAMES.map((name) => [name, new Ajv({ strict: true, allowUnionTypes: true }).compile(schemas[name])]));

/** What a schema says against a value; nothing where it says nothing. */
function against(name, value) {
  validators[name](value);
  return (validators[name].errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const SCENARIOS = fileURLToPath(new URL("../scenarios/", import.meta.url));
const scenarios = readdirSync(SCENARIOS, { recursive: true })
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, ...JSON.parse(readFileSync(`${SCENARIOS}${name}`, "utf8")) }));
const rules = Object.values(documents).flatMap(({ code, fails, passes }) => [
  { name: `${code} fails`, ...fails },
  { name: `${code} passes`, ...passes },
]);

/** The findings that speak of a word or key that is not known. */
const UNKNOWN = { config: ["input/unknown-key", "input/unknown-value"], roster: ["input/unknown-key", "roster/unknown-value"] };
/** What the engine may say where a schema refuses: also that a word belongs to no plan, or that an address is missing. */
const FAULTS = ["input/", "plan/role-not-offered", "plan/tier-not-offered", "roster/", "expect/"];

before(() => init());

test("each has a title, descriptions of all its fields, and an example that it accepts", () => {
  for (const name of NAMES) {
    const schema = schemas[name];
    assert.ok(schema.title && schema.description, name);
    for (const example of schema.examples) assert.deepEqual(against(name, example), []);
    for (const [type, { properties = {} }] of [[name, schema], ...Object.entries(schema.$defs)]) {
      for (const [key, { description }] of Object.entries(properties)) assert.ok(description || key === "kind" || key === "op", `${name}: ${type}.${key}`);
    }
  }
});

describe("of what goes in they say what the engine says", () => {
  for (const { name, config, roster } of [...scenarios, ...rules]) {
    test(name, () => {
      let findings = [];
      let refused = false;
      try {
        findings = check(config, roster).findings;
      } catch {
        refused = true;
      }
      for (const [side, value] of Object.entries({ config, roster })) {
        const said = against(side, value);
        const faults = findings.filter(({ code, paths }) => paths.some((path) => path.startsWith(`/${side}`)) && FAULTS.some((fault) => code.startsWith(fault)));
        if (said.length > 0) assert.ok(refused || faults.length > 0, `the engine finds no fault with it: ${said}`);
        const unknown = faults.filter(({ code }) => UNKNOWN[side].includes(code));
        if (unknown.length > 0 && !unknown.every(({ params }) => params.plan)) assert.notDeepEqual(said, [], unknown[0].message);
      }
    });
  }
});

test("what comes out is as they say", () => {
  for (const { config, roster } of [...rules, ...Array.from({ length: 60 }, (_, number) => world(number)).flatMap(({ roster, configs }) => configs.map((config) => ({ config, roster })))]) {
    assert.deepEqual(against("report", check(config, roster)), []);
    const session = new Session(roster);
    assert.deepEqual(against("report", session.check(config, { fixes: true })), []);
    assert.deepEqual(against("roster", session.roster()), []);
    session.free();
  }
});
