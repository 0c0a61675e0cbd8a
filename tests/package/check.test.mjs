// What the functions of the package do, in both module systems.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

const utf8 = (text) => new TextEncoder().encode(text);
const megabytes = (count, byte) => new Uint8Array(count * 1024 * 1024).map(byte);

for (const [system, load] of Object.entries(loaders)) {
  describe(system, () => {
    let rolecall;
    const works = () => assert.equal(rolecall.check(config, roster).people.length, 3);
    const refuses = (call, expected) => {
      assert.throws(call, refusal(rolecall, expected));
      works();
    };

    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });

    test("only names are exported", () => {
      const names = Object.keys(rolecall).filter((name) => !["__esModule", "module.exports"].includes(name));
      assert.deepEqual(names.sort(), ["RolecallError", "Session", "catalog", "check", "init", "inspect", "version"]);
    });

    test("a report says what becomes of everyone", () => {
      const report = rolecall.check(config, roster);
      assert.equal(report.schemaVersion, 1);
      assert.deepEqual(
        report.people.map(({ email, outcome }) => [email, outcome]),
        [
          ["ann@acme.com", "kept"],
          ["zoë@acme.com", "removed"],
          ["cy@acme.com", "added"],
        ],
      );
      assert.equal(report.counts.removed, 1);
    });

    test("a report is plain JSON", () => {
      const report = rolecall.check(config, roster);
      assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
    });

    test("objects, text and bytes give the same report", () => {
      const report = rolecall.check(config, roster);
      const [c, r] = [JSON.stringify(config), JSON.stringify(roster, null, 2)];
      const apart = Buffer.concat([Buffer.from("xxx"), Buffer.from(r)]).subarray(3);
      assert.deepEqual(rolecall.check(c, r), report);
      assert.deepEqual(rolecall.check(utf8(c), utf8(r)), report);
      assert.deepEqual(rolecall.check(config, apart), report);
      assert.deepEqual(rolecall.check(utf8(c).buffer, r), report);
    });

    test("the language is chosen", () => {
      const [en, ja] = ["en", "ja"].map((locale) => rolecall.check(config, roster, { locale }));
      assert.equal(en.headline, rolecall.check(config, roster).headline);
      assert.notEqual(ja.headline, en.headline);
      assert.equal(ja.verdict, en.verdict);
    });

    test("the catalogue and the version are there", () => {
      const catalog = rolecall.catalog();
      assert.deepEqual(JSON.parse(JSON.stringify(catalog)), catalog);
      const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
      assert.equal(rolecall.version(), version);
    });

    test("text that is no JSON is refused with its place", () => {
      const broken = '{\n  "organization": oops }';
      refuses(() => rolecall.check(broken, roster), { code: "input/not-json", path: "/config", line: 2 });
      refuses(() => rolecall.check(config, utf8(broken)), { code: "input/not-json", path: "/roster", line: 2 });
      refuses(() => rolecall.check("", roster), { code: "input/not-json", path: "/config" });
      refuses(() => rolecall.check(config, new Uint8Array([0x22, 0xff, 0x22])), { code: "input/not-json", path: "/roster" });
      assert.throws(
        () => rolecall.check(broken, roster),
        (error) => Number.isInteger(error.column) && error.column > 0,
      );
    });

    test("input of the wrong shape is refused with its path", () => {
      refuses(() => rolecall.check([], roster), { code: "input/wrong-shape", path: "/config" });
      refuses(() => rolecall.check(config, null), { code: "input/wrong-shape", path: "/roster" });
      refuses(() => rolecall.check({}, roster), { code: "input/no-plan" });
      refuses(() => rolecall.check({ organization: { plan: "free" } }, roster), { code: "input/unknown-plan" });
    });

    test("what JSON cannot say is refused for its side", () => {
      const cyclic = { members: [] };
      cyclic.members.push(cyclic);
      const throwing = {
        get members() {
          throw new Error("not today");
        },
      };
      for (const value of [cyclic, throwing, { members: 1n }, undefined, () => {}, Symbol("roster")]) {
        const path = value === cyclic || (value !== throwing && value?.members === 1n) ? "/roster/members" : "/roster";
        refuses(() => rolecall.check(config, value), { code: "input/not-json", path, line: undefined });
        refuses(() => rolecall.check(value, roster), { code: "input/not-json", path: "/config", line: undefined });
      }
    });

    test("ten megabytes of garbage are refused", () => {
      const noise = megabytes(10, (_, at) => Math.imul(at, 2654435761) >>> 24);
      for (const garbage of [noise, megabytes(10, () => 0x5b), "a".repeat(10 << 20), `"${"a".repeat(10 << 20)}`]) {
        refuses(() => rolecall.check(config, garbage), { code: "input/not-json", path: "/roster" });
        refuses(() => rolecall.check(garbage, roster), { code: "input/not-json", path: "/config" });
      }
    });

    test("an error is an Error and says what to do", () => {
      assert.throws(
        () => rolecall.check("{", roster),
        (error) => {
          assert.ok(error instanceof Error);
          assert.equal(error.name, "RolecallError");
          assert.match(String(error), /^RolecallError: ./);
          assert.equal(typeof error.help, "string");
          return true;
        },
      );
    });
  });
}
