// How much is read and how long is looked for: each limit holds to the last one, says its name, and can be set.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { wasm } from "./builds.mjs";
import { scim } from "./growing-files.mjs";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { workers } from "./worker-install.mjs";

const list = (n, make) => Array.from({ length: n }, (_, index) => make(index));
const ann = { email: "ann@acme.com" };
const users = (...users) => ({ members: [], directory: { users } });
const inGroups = (...groups) => users({ ...ann, groups });
const bytes = (value) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

/** By what is limited: what is just within `most` and what is just beyond, in every way that it can be given. */
const cases = [
  { of: "people, members", limit: "people", code: "input/too-many-people", path: "/roster/members", most: 2, given: (n) => ({ members: list(n, (index) => ({ email: `p${index}@acme.com` })) }) },
  { of: "people, users", limit: "people", code: "input/too-many-people", path: "/roster/directory", most: 2, given: (n) => users(...list(n, (index) => ({ email: `p${index}@acme.com` }))) },
  { of: "people on both sides, who are one where their address is", limit: "people", code: "input/too-many-people", path: "/roster/directory", most: 2, given: (n) => ({ members: [ann], directory: { users: [ann, ...list(n - 1, (index) => ({ email: `p${index}@acme.com` }))] } }) },
  { of: "people of several files", limit: "people", code: "input/too-many-people", path: "/roster/directory/1", most: 3, given: (n) => ({ members: [], directory: [scim.users(2), scim.users(n - 2, (index) => ({ id: `x${index}`, userName: `x${index}@acme.com` }))] }) },
  { of: "groups, by name", limit: "groups", code: "input/too-many-groups", path: "/roster/directory", most: 3, given: (n) => inGroups(...list(n, (index) => `g${index}`)) },
  { of: "groups, by name and id", limit: "groups", code: "input/too-many-groups", path: "/roster/directory", most: 4, given: (n) => ({ members: [], directory: { users: [], groups: [{ name: "g", id: "1" }, ...list(n - 2, (index) => ({ name: `h${index}` }))] } }) },
  { of: "groups of one person, who is in none twice", limit: "groupsPerPerson", code: "input/too-many-groups-of-one", path: "/roster/directory", most: 3, given: (n) => inGroups("g0", "g0", ...list(n, (index) => `g${index}`)) },
  { of: "groups of one person, by the lists of groups", limit: "groupsPerPerson", code: "input/too-many-groups-of-one", path: "/roster/directory", most: 2, given: (n) => ({ members: [], directory: [scim.users(1), scim.groups(list(n, (index) => [`g${index}`, ["u0"]]))] }) },
  { of: "groups of one person, of one name", limit: "groupsPerPerson", code: "input/too-many-groups-of-one", path: "/roster/directory", most: 2, given: (n) => ({ members: [], directory: { users: [{ ...ann, groups: ["g"] }], groups: list(n, (index) => ({ name: "g", id: `${index}` })) } }) },
  { of: "memberships", limit: "memberships", code: "input/too-many-memberships", path: "/roster/directory", most: 4, given: (n) => users({ ...ann, groups: ["g", "h"] }, { email: "ben@acme.com", groups: list(n - 2, (index) => `g${index}`) }) },
  { of: "memberships in groups of one name", limit: "memberships", code: "input/too-many-memberships", path: "/roster/directory", most: 4, given: (n) => ({ members: [], directory: { users: [ann, { email: "ben@acme.com" }].map((user) => ({ ...user, groups: ["g"] })), groups: list(n / 2, (index) => ({ name: "g", id: `${index}` })) } }), step: 2 },
];

for (const [system, load] of Object.entries(loaders)) {
  describe(`limits as ${system}`, () => {
    let rolecall;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });
    const refused = (expected, call) => {
      assert.throws(call, refusal(rolecall, expected));
      assert.equal(rolecall.check(config, roster).people.length, 3);
    };

    for (const { of, limit, code, path, most, given, step = 1 } of cases) {
      test(of, () => {
        const options = { limits: { [limit]: most } };
        const forms = { objects: (value) => value, text: JSON.stringify, bytes };
        for (const [form, written] of Object.entries(forms)) {
          // Files are in a list of their own: written down together they would be no roster.
          const write = [given(most).members, given(most).directory].flat().some((it) => typeof it === "string") ? (value) => value : written;
          new rolecall.Session(write(given(most)), options).free();
          const whole = form !== "objects" && write === written && code !== "input/too-many-groups-of-one" && code !== "input/too-many-memberships";
          refused({ code, path: whole ? "/roster" : path }, () => new rolecall.Session(write(given(most + step)), options));
          refused({ code, path: whole ? "/roster" : path }, () => rolecall.check(config, write(given(most + step)), options));
          new rolecall.Session(write(given(most + step))).free();
        }
      });
    }

    test("whoever is in too many groups is named, in the language asked for", () => {
      const limits = { groupsPerPerson: 1 };
      assert.throws(() => new rolecall.Session(inGroups("g", "h"), { limits }), /ann@acme\.com/);
      assert.throws(() => new rolecall.Session(inGroups("g", "h"), { limits, locale: "ja" }), /1 個の ann@acme\.com の所属グループを超え/);
    });

    test("bytes, of every text", () => {
      const code = "input/too-large";
      const text = JSON.stringify(roster);
      const [size, members] = [bytes(text).length, "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n"];
      new rolecall.Session(text, { limits: { bytes: size } }).free();
      refused({ code, path: "/roster" }, () => new rolecall.Session(text, { limits: { bytes: size - 1 } }));
      refused({ code, path: "/roster/members" }, () => new rolecall.Session(roster, { limits: { bytes: 10 } }));
      refused({ code, path: "/roster/members" }, () => new rolecall.Session({ members }, { limits: { bytes: members.length - 1 } }));
      refused({ code, path: "/source" }, () => rolecall.inspect(members, { limits: { bytes: members.length - 1 } }));
      assert.equal(rolecall.inspect(members, { limits: { bytes: members.length } }).format, "claude-members-csv");
      // What is said beside a file goes before what is said of all.
      new rolecall.Session({ members: { data: members, maxBytes: 1000 } }, { limits: { bytes: 20 } }).free();

      const session = new rolecall.Session(roster);
      const length = bytes(config).length;
      session.check(config, { limits: { bytes: length } });
      refused({ code, path: "/config" }, () => session.check(config, { limits: { bytes: length - 1 } }));
      refused({ code, path: "/other" }, () => session.compare(config, { ...config, more: "" }, {}, { limits: { bytes: length } }));
      session.free();
    });

    test("checks of a search, which says that it was not whole", () => {
      const blocked = { ...config, actor: "zoë@acme.com" };
      const session = new rolecall.Session(roster);
      const whole = session.repair(blocked);
      assert.ok(whole.length > 0 && whole.search.checks > 10);
      for (const repairChecks of [0, 1, 5, 20, 50]) {
        const part = session.repair(blocked, { limits: { repairChecks } });
        assert.ok(part.search.checks <= repairChecks, `${part.search.checks} of ${repairChecks}`);
        if (part.length === 0) {
          assert.equal(part.search.exhausted, false);
          const errors = session.check(blocked).findings.filter(({ severity }) => severity === "error");
          assert.deepEqual(part.why.map(({ finding }) => finding).sort(), errors.map(({ id }) => id).sort());
        }
      }
      session.free();
    });

    test("checks for fixes, of which the errors come first", () => {
      const session = new rolecall.Session(roster);
      const fixed = (options) => session.check({ ...config, actor: "zoë@acme.com" }, options).findings.filter(({ fixes }) => fixes.length > 0);
      const [all, few] = [fixed(), fixed({ limits: { repairChecks: 1 } })];
      assert.ok(few.length < all.length);
      assert.deepEqual(fixed({ limits: { repairChecks: 0 } }), []);
      assert.ok(few.every(({ severity }) => severity === "error"));
      // What was worked out under one limit is no answer under another.
      assert.deepEqual(fixed(), all);
      session.free();
    });
  });
}

describe("limits in a worker, and in the build that is loaded first", () => {
  test("are those of the engine", async () => {
    const options = { limits: { people: 1 } };
    const two = { members: [ann, { email: "ben@acme.com" }] };
    const worker = await workers["ES module"]();
    await worker.init();
    await assert.rejects(worker.Session.open(two, options), refusal(worker, { code: "input/too-many-people" }));
    const session = await worker.Session.open(two);
    assert.equal((await session.people(config)).total, 2);
    session.free();

    const core = await loaders.CommonJS();
    await core.init({ module: wasm("core.wasm") });
    assert.throws(() => new core.Session(two, options), refusal(core, { code: "input/too-many-people" }));
  });
});
