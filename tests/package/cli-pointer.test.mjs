// Where the place is that a JSON Pointer names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "./cli.mjs";

const { find, keysOf } = await import(join(project, "node_modules/rolecall/cli-pointer.js"));

/** Every place in a value: its keys, and whether it is a key or an element. */
function* places(value, keys = []) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield { keys: [...keys, key], isKey: !Array.isArray(value), inner };
    yield* places(inner, [...keys, key]);
  }
}

const samples = ["config.json", "roster.json"].map((name) => readFileSync(join(project, name), "utf8"));
const odd = { "a/b": [1, [2, "]}"], { "~": '\\"{' }], "": { "é\n": null, x: [[], {}, -1.5e3, true] }, 12: "日本" };

test("every place of every text, in its order", () => {
  const texts = [
    ...samples,
    JSON.stringify(odd),
    JSON.stringify(odd, null, 3),
    JSON.stringify(odd, null, "\t").replaceAll("\n", "\r\n"),
  ];
  for (const text of texts) {
    let before = -1;
    for (const { keys, isKey, inner } of places(JSON.parse(text))) {
      const pointer = keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
      const { line, column } = find(text, keysOf(pointer));
      const lines = text.split("\n").slice(0, line - 1);
      const place = lines.reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
      const expected = isKey ? JSON.stringify(keys.at(-1)) : JSON.stringify(inner)[0];
      assert.ok(text.startsWith(expected, place), `${pointer} at ${line}:${column}`);
      assert.ok(place > before, pointer);
      before = place;
    }
  }
});

test("what is not there is where it would be; the whole is nowhere", () => {
  const text = '{\n  "parent": {\n    "sso": [1]\n  }\n}';
  assert.deepEqual(find(text, ["parent", "domains", "0"]), { line: 2, column: 3 });
  assert.deepEqual(find(text, ["parent", "sso", "7"]), { line: 3, column: 5 });
  assert.deepEqual(find(text, ["parent", "sso", "0", "x"]), { line: 3, column: 13 });
  assert.equal(find(text, ["actor"]), undefined);
  assert.equal(find(text, []), undefined);
});

test("of two alike the last one counts", () => {
  assert.deepEqual(find('{ "a": 1, "a": { "b": 2 } }', ["a", "b"]), { line: 1, column: 18 });
});

test("texts that break off end", () => {
  const text = JSON.stringify(odd);
  for (let length = 0; length < text.length; length++) {
    try {
      find(text.slice(0, length), ["", "x", "3"]);
    } catch (error) {
      assert.ok(error instanceof SyntaxError);
    }
  }
});
