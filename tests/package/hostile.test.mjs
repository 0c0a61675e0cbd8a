// Values that work against their reader, and files of a size that nobody has: refused, and the instance lives on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { detached, hostile, members } from "./hostile-values.mjs";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

const MB = 1 << 20;
const LONG_LINE = 200 * MB;

for (const [system, load] of Object.entries(loaders)) {
  describe(`hostile values as ${system}`, () => {
    let rolecall;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });
    const refuses = (call, expected = {}) => {
      assert.throws(call, (error) => {
        assert.notEqual(error.code, "engine/trapped");
        return refusal(rolecall, expected)(error);
      });
      assert.equal(rolecall.check(config, roster).people.length, 3);
    };

    /** Where a file, or a JSON text, may stand. */
    const whole = {
      config: (value) => rolecall.check(value, roster),
      roster: (value) => new rolecall.Session(value),
      members: (value) => new rolecall.Session({ members: value }),
      directory: (value) => new rolecall.Session({ ...roster, directory: value }),
      file: (value) => new rolecall.Session({ members: { data: value } }),
      source: (value) => rolecall.inspect(value),
      options: (value) => rolecall.check(config, roster, value),
      rendering: (value) => new rolecall.Session(roster).render(config, { as: value }),
      "in a list of files": (value) => new rolecall.Session({ members: [members, value] }),
    };
    /** Where a value may stand among others. */
    const inside = {
      "in config": (value) => rolecall.check({ ...config, actor: value }, roster),
      "beside the sides": (value) => new rolecall.Session({ ...roster, assignment: value }),
      "what is said of a file": (value) => new rolecall.Session({ members: { data: members, columns: value } }),
      "in a list of rows": (value) => new rolecall.Session({ members: [...roster.members, value] }),
      "deep in rows": (value) => new rolecall.Session({ ...roster, directory: { users: [{ email: "a@acme.com", groups: value }] } }),
    };
    for (const [what, make] of Object.entries({ ...hostile, ...detached })) {
      test(`${what} is refused wherever it stands`, () => {
        const places = what in detached ? whole : { ...whole, ...inside };
        for (const [place, call] of Object.entries(places)) {
          try {
            refuses(() => call(make()));
          } catch (error) {
            error.message = `${place}: ${error.message}`;
            throw error;
          }
        }
      });
    }

    test("keys that objects have by birth are keys like any other", () => {
      const text = '{"members":[{"email":"ann@acme.com","__proto__":{"role":"owner"},"constructor":1}],"__proto__":[],"toString":2}';
      for (const roster of [text, JSON.parse(text)]) {
        const { findings } = rolecall.check(config, roster);
        const unknown = findings.filter(({ code }) => code === "input/unknown-key").flatMap(({ paths }) => paths);
        const expected = ["/roster/__proto__", "/roster/members/0/__proto__", "/roster/members/0/constructor", "/roster/toString"];
        assert.deepEqual(unknown.sort(), expected);
      }
      refuses(() => rolecall.inspect({ data: members, columns: JSON.parse('{"__proto__":"Email"}') }), { code: "input/wrong-shape" });
      assert.equal({}.role, undefined);
    });

    test("a value that changes while it is read is read once", () => {
      let asked = 0;
      const options = {
        get as() {
          asked += 1;
          return asked === 1 ? "people-json" : Symbol("no");
        },
      };
      const text = new rolecall.Session(roster).render(config, options);
      assert.equal(JSON.parse(text).length, 3);
    });

    test("a value that asks the engine while it is read gets its answer", () => {
      const nosy = {
        get members() {
          rolecall.check(config, roster);
          assert.throws(() => rolecall.check("{", roster));
          return roster.members;
        },
        directory: roster.directory,
      };
      assert.deepEqual(rolecall.check(config, nosy), rolecall.check(config, roster));
    });
  });
}

describe("files of a size that nobody has", () => {
  let rolecall;
  before(async () => {
    rolecall = await loaders["ES module"]();
    await rolecall.init();
  });
  const huge = {
    "200 MB of zeros": [() => new Uint8Array(200 * MB), "input/not-text"],
    "200 MB of short lines": [() => new Uint8Array(Buffer.alloc(200 * MB, "x\n")), "input/bad-table"],
    "one long line": [() => new Uint8Array(LONG_LINE).fill(0x78), "input/bad-table"],
    "50 MB of JSON that breaks off": [() => truncated(50), "input/not-json"],
    "more than the limit": [() => new Uint8Array(257 * MB).fill(0x78), "input/too-large"],
    "more than the engine could hold": [() => new Uint8Array(3 * 1024 * MB), "input/too-large"],
  };
  for (const [what, [make, code]] of Object.entries(huge)) {
    test(`${what}: refused, and the instance lives on`, () => {
      const data = make();
      const given = { "/roster/directory": data, "/roster/directory/1": [roster.directory, { data, name: "users" }] };
      for (const [path, directory] of Object.entries(given)) {
        assert.throws(() => new rolecall.Session({ ...roster, directory }), refusal(rolecall, { code, path }));
        assert.equal(rolecall.check(config, roster).people.length, 3);
      }
    });
  }

  test("the place where a large JSON text breaks off is told", () => {
    assert.throws(
      () => rolecall.check(config, { ...roster, directory: truncated(5) }),
      ({ line, column }) => line > 1000 && column > 0,
    );
  });
});

/** A SCIM list of so many megabytes, cut in the middle of a row. */
function truncated(megabytes) {
  const page = readFileSync(new URL("../files/scim-users/users.json", import.meta.url), "utf8");
  const rows = JSON.parse(page).Resources.map((row) => JSON.stringify(row)).join(",\n");
  const bytes = Buffer.alloc(megabytes * MB, `${rows},\n`);
  bytes.write('{"Resources":[\n'.padEnd(rows.length + 2));
  return bytes;
}
