// The build of the engine that is loaded first says what the whole one says, and refuses by name what it leaves out.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { wasm } from "./builds.mjs";
import { loaders, refusal, wholeAndCore } from "./install.mjs";
import { world } from "./worlds.mjs";

const WORLDS = 150;

describe("core.wasm", () => {
  let whole;
  let core;
  before(async () => {
    ({ whole, core } = await wholeAndCore());
  });

  test("answers as the whole engine does, for random organisations", () => {
    for (let number = 0; number < WORLDS; number++) {
      const { roster, configs } = world(number);
      const [one, other] = [new whole.Session(roster), new core.Session(JSON.stringify(roster))];
      for (const [index, config] of configs.entries()) {
        const options = { locale: index % 2 ? "ja" : "en", fixes: false };
        assert.deepEqual(other.check(config, options), one.check(config, options), `world ${number}`);
        assert.deepEqual(other.people(config, { sort: "harm" }, options), one.people(config, { sort: "harm" }, options));
        assert.equal(other.fingerprint(config), one.fingerprint(config));
        assert.deepEqual(other.flow(config), one.flow(config));
        assert.deepEqual(other.compare(config, configs[0], {}, options), one.compare(config, configs[0], {}, options));
      }
      assert.deepEqual(other.roster(), one.roster());
      assert.deepEqual(other.directory(), one.directory());
      one.free();
      other.free();
    }
    assert.deepEqual(core.catalog(), whole.catalog());
  });

  test("without being asked for them, gives no fixes; what it leaves out it refuses by name, and goes on", () => {
    const { roster, configs } = world(3);
    const [config] = configs;
    const session = new core.Session(roster);
    const works = () => assert.equal(session.check(config).schemaVersion, 1);
    const refuses = (path, ask) => {
      assert.throws(ask, refusal(core, { code: "engine/not-in-build", path }));
      works();
    };
    works();
    assert.ok(session.check(config).findings.every(({ fixes }) => fixes.length === 0));
    refuses("/options/fixes", () => session.check(config, { fixes: true }));
    refuses("/config", () => session.repair(config));
    refuses("/config", () => session.plan(config));
    refuses("/options/as", () => session.render(config));
    refuses("/roster/members", () => new core.Session({ members: "Name,Email\nAnn,ann@acme.com\n" }));
    refuses("/roster/directory", () => new core.Session({ members: [], directory: { Resources: [{ userName: "ann@acme.com" }] } }));
    refuses("/source", () => core.inspect("Name,Email\nAnn,ann@acme.com\n"));
    assert.throws(() => new core.Session({ members: "[{" }), refusal(core, { code: "input/not-json" }));
    works();
  });

  test("is half the download of the whole engine", () => {
    const [small, large] = ["core.wasm", "rolecall.wasm"].map((name) => brotliCompressSync(wasm(name)).length);
    assert.ok(small <= 0.55 * large, `${small} of ${large} bytes`);
  });
});

describe("the directory at a glance", () => {
  test("names its groups with how many people they have", async () => {
    const rolecall = await loaders["ES module"]();
    await rolecall.init();
    const glance = (roster) => {
      const session = new rolecall.Session(roster);
      const directory = session.directory();
      session.free();
      return directory;
    };
    assert.equal(glance({ members: [{ email: "ann@acme.com" }] }), null);
    const users = [
      { email: "ann@acme.com", groups: ["g-users", "g-admins"] },
      { email: "ben@acme.com", groups: ["00g1"] },
      { email: "cyd@acme.com" },
    ];
    const groups = [{ name: "g-users", id: "00g1" }, { name: "g-nobody" }];
    const { groups: listed, ...rest } = glance({ directory: { users, groups, assignment: { groups: ["g-users"] }, complete: false } });
    assert.deepEqual(rest, { users: 3, assignment: { groups: ["g-users"] }, complete: false });
    assert.deepEqual(
      listed.sort((one, other) => one.name.localeCompare(other.name)),
      [
        { name: "g-admins", id: null, people: 1 },
        { name: "g-nobody", id: null, people: 0 },
        { name: "g-users", id: "00g1", people: 2 },
      ],
    );
  });
});
