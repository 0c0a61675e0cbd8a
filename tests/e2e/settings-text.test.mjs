// Edits of a configuration's text change one place and leave everything else as it is written.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sources } from "./sources.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const SAMPLE = readFileSync(`${WWW}src/sample/config.json`, "utf8");

let edit;
let settings;
let become;

sources(async (load) => {
  edit = await load("/src/model/settings-text.ts");
  settings = await load("/src/model/settings.ts");
  ({ become } = await load("/src/model/settings-become.ts"));
});

test("a value is put where it was, in the layout around it", () => {
  const { put } = edit;
  assert.equal(put(SAMPLE, ["provisioning", "mode"], "jit"), SAMPLE.replace('"mode": "scim"', '"mode": "jit"'));
  assert.equal(
    put(SAMPLE, ["provisioning", "groupMapping", "roles", "owner", 1], "b"),
    SAMPLE.replace('["claude-owners"]', '["claude-owners", "b"]'),
  );
  assert.equal(
    put(SAMPLE, ["provisioning", "groupMapping", "seatTiers", "gold", 0], "b"),
    SAMPLE.replace('"standard": ["claude-users"]\n', '"standard": ["claude-users"],\n        "gold": ["b"]\n'),
  );
  assert.equal(
    put(SAMPLE, ["guards", "minAdmins"], 3),
    SAMPLE.replace('"mei.tanaka@example.com"\n', '"mei.tanaka@example.com",\n  "guards": { "minAdmins": 3 }\n'),
  );
  assert.equal(
    put(SAMPLE, ["organization", "seats"], new edit.Verbatim("{ }")),
    SAMPLE.replace('{ "premium": 14, "standard": 60 }', "{ }"),
  );
});

test("a key comes where it customarily stands", () => {
  const { put } = edit;
  assert.equal(
    put('{ "actor": "a", "zzz": 1 }', ["organization", "plan"], "team"),
    '{ "organization": { "plan": "team" }, "actor": "a", "zzz": 1 }',
  );
  assert.equal(put('{ "actor": "a" }', ["expect", 0], {}), '{ "actor": "a", "expect": [{}] }');
  assert.equal(put("{}", ["own"], 1), '{\n  "own": 1\n}');
});

test("what is taken out leaves no trace, and takes along only what may go", () => {
  const { remove } = edit;
  const { isOptional } = settings;
  assert.equal(remove(SAMPLE, ["actor"]), SAMPLE.replace(',\n  "actor": "mei.tanaka@example.com"', ""));
  assert.equal(remove(SAMPLE, ["organization", "name"]), SAMPLE.replace('"name": "Harbour & Pine",\n    ', ""));
  assert.equal(remove(SAMPLE, ["nowhere", "at", 7]), SAMPLE);
  const mapping = '{ "provisioning": { "mode": "jit", "groupMapping": { "roles": { "owner": ["a"] } } } }';
  assert.equal(
    remove(mapping, ["provisioning", "groupMapping", "roles", "owner", 0], isOptional),
    '{ "provisioning": { "mode": "jit", "groupMapping": {} } }',
  );
  assert.equal(
    remove('{ "parent": { "domains": [{ "name": "a" }] } }', ["parent", "domains", 0], isOptional),
    '{ "parent": {} }',
  );
  assert.equal(remove('{ "saved": { "mode": "jit" } }', ["saved", "mode"], isOptional), '{ "saved": {} }');
});

test("line ends, indents, byte order mark and repeated keys are kept", () => {
  const { put, remove } = edit;
  const windows = '\ufeff{\r\n\t"organization": {\r\n\t\t"plan": "team"\r\n\t}\r\n}\r\n';
  assert.equal(put(windows, ["actor"], "a"), windows.replace("\t}\r\n}", '\t},\r\n\t"actor": "a"\r\n}'));
  assert.equal(put('{"a":1,"actor":"x","actor":"y"}', ["actor"], "z"), '{"a":1,"actor":"x","actor":"z"}');
  assert.equal(remove('{"a":1,"b":[1,2,3]}', ["b", 0]), '{"a":1,"b":[2,3]}');
});

test("a text that is no object is left alone by the form", () => {
  for (const text of ["", "[]", "null", "{", '{"a":1,}', "{} {}", "// no\n{}"])
    assert.equal(edit.parsed(text), undefined, text);
  assert.deepEqual(edit.parsed('\ufeff{"a":1}'), { a: 1 });
});

/** Numbers that look random and are the same every time. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test("of any text, an edit does what it does to the value, at one place", () => {
  const next = numbers(7);
  const random = (below) => Math.floor(next.next().value * below);
  const pick = (list) => list[random(list.length)];
  const KEYS = ["organization", "parent", "roles", "owner", "a b", 'q"uote', "~/", "mode"];
  const value = (depth) => {
    const kind = random(depth > 3 ? 3 : 5);
    if (kind === 3) return Array.from({ length: random(4) }, () => value(depth + 1));
    if (kind === 4) return Object.fromEntries(Array.from({ length: random(5) }, () => [pick(KEYS), value(depth + 1)]));
    return pick(["", "text", 'with "quotes" and \\', 0, -1.5, true, null, "日本"]);
  };
  const object = () => Object.fromEntries(KEYS.slice(0, random(KEYS.length)).map((key) => [key, value(1)]));
  const path = (of) => {
    const keys = [];
    for (let at = of; ; ) {
      const inner = Array.isArray(at) ? [...at.keys()] : typeof at === "object" && at !== null ? Object.keys(at) : [];
      if (inner.length === 0 || (keys.length > 0 && random(4) === 0)) return keys;
      keys.push(pick(inner));
      at = at[keys.at(-1)];
    }
  };
  const LAYOUTS = [undefined, 1, 2, "\t"];
  for (let round = 0; round < 3_000; round++) {
    const before = object();
    const text = JSON.stringify(before, null, pick(LAYOUTS));
    const keys = path(before);
    if (keys.length > 0) {
      const expected = structuredClone(before);
      const around = edit.valueAt(expected, keys.slice(0, -1));
      if (Array.isArray(around)) around.splice(keys.at(-1), 1);
      else delete around[keys.at(-1)];
      assert.deepEqual(JSON.parse(edit.remove(text, keys)), expected);
    }
    const put = value(1);
    const changed = structuredClone(before);
    const end = [...keys];
    const around = edit.valueAt(changed, keys);
    if (Array.isArray(around)) (around.push(put), end.push(around.length - 1));
    else if (typeof around === "object" && around !== null) ((around.fresh = put), end.push("fresh"));
    else edit.valueAt(changed, keys.slice(0, -1))[keys.at(-1)] = put;
    const written = edit.put(text, end, put);
    assert.deepEqual(JSON.parse(written), changed, `${text} ${JSON.stringify(end)}`);
    // The same, told as the value that it is to become; and any other value.
    assert.deepEqual(JSON.parse(become(text, changed)), changed, text);
    const other = object();
    assert.deepEqual(JSON.parse(become(text, other)), other, `${text} ${JSON.stringify(other)}`);
    assert.equal(become(text, before), text);
  }
});

test("a text becomes another value with no more changed than must be", () => {
  const config = JSON.parse(SAMPLE);
  config.provisioning.groupMapping.roles.admin = ["claude-admins"];
  config.provisioning.groupMapping.roles.owner.push("it-operations");
  delete config.saved.ssoRequired;
  assert.equal(
    become(SAMPLE, config),
    SAMPLE.replace('["claude-admin"]', '["claude-admins"]').replace('["claude-owners"]', '["claude-owners", "it-operations"]').replace(', "ssoRequired": false', ""),
  );
  // One of several is taken out; what stands beside it is not written anew.
  assert.equal(become('{ "expect": [{ "a":1 }, { "b": 2}, {"c" :3}] }', { expect: [{ a: 1 }, { c: 3 }] }), '{ "expect": [{ "a":1 }, {"c" :3}] }');
  // A key that stands twice cannot be changed in place.
  assert.deepEqual(JSON.parse(become('{ "a": 1, "a": 2 }', {})), {});
  assert.equal(become('\ufeff{"a":1}', { a: 2 }), '\ufeff{"a":2}');
});
