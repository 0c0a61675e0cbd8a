// An engine that really breaks down, for its memory is too small, says so in one typed error; whoever begins anew has one
// that works.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { breakable, install, loaders, loading, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { wasm } from "./builds.mjs";
import { large, limited } from "./trap-support.mjs";
import { workers, workersGone } from "./worker-install.mjs";

const guards = loading("rolecall/guard");
const PAGE = 65_536;

/** A large roster in all the ways that there are into the engine. */
const { members, directory } = large();
const csv = `Name,Email,Role,Status,Seat Tier\n${members.map(({ email, name }) => `${name},${email},User,Active,\n`).join("")}`;
const scim = JSON.stringify({ Resources: members.map(({ email, name }) => ({ userName: email, displayName: name, active: true })) });
const ways = {
  "as objects": { members, directory },
  "as JSON text": JSON.stringify({ members, directory }),
  "in a file": { members: new TextEncoder().encode(csv) },
  "in another's JSON": { ...roster, directory: scim },
};
/** A configuration that takes more than a small memory has. */
const heavy = { ...config, organization: { ...config.organization, name: "n".repeat(8 << 20) } };

for (const [system, load] of Object.entries(loaders)) {
  describe(`out of memory as ${system}`, () => {
    for (const build of ["rolecall.wasm", "core.wasm"]) {
      // Enough for a small roster; then, enough to hold the bytes of a large one, and not what becomes of them.
      for (const more of [16, 16 + Math.ceil((2 * csv.length) / PAGE)]) {
        test(`${build} with ${more} pages more says so, and a fresh init recovers`, async () => {
          const rolecall = await load();
          await rolecall.init({ module: limited(wasm(build), more) });
          const expected = rolecall.check(config, roster, { fixes: false });
          const given = build === "core.wasm" ? Object.entries(ways).slice(0, 2) : Object.entries(ways);
          for (const [way, roster_] of given) {
            const before = new rolecall.Session(roster);
            assert.throws(() => new rolecall.Session(roster_), isTrapped(rolecall), way);
            for (const ask of [() => before.check(config), () => before.roster(), () => rolecall.version(), () => rolecall.check("{", roster)]) {
              assert.throws(ask, isTrapped(rolecall), way);
            }
            await rolecall.init();
            assert.throws(() => before.check(config), refusal(rolecall, { code: "session/gone" }));
            before.free();
            assert.deepEqual(rolecall.check(config, roster, { fixes: false }), expected);
          }
        });
      }
    }

    test("a check that breaks down is told of like a roster that does", async () => {
      const rolecall = await load();
      await rolecall.init({ module: limited(wasm(), 64) });
      const session = new rolecall.Session(roster);
      assert.throws(() => session.check(heavy), isTrapped(rolecall));
      session.free();
      await rolecall.init();
      assert.equal(new rolecall.Session(roster).check(config).counts.removed, 1);
    });

    test("a breakdown while the caller's values are read is not answered over", async () => {
      const rolecall = await load();
      await rolecall.init({ module: limited(wasm(), 64) });
      const nosy = {
        get members() {
          assert.throws(() => rolecall.check(heavy, roster), isTrapped(rolecall));
          return roster.members;
        },
      };
      assert.throws(() => new rolecall.Session(nosy), isTrapped(rolecall));
      await rolecall.init();
      assert.equal(rolecall.check(config, roster).people.length, 3);
    });

    test("a bug is named by its place, as often as it is asked, and nothing of it is left after a fresh init", async (context) => {
      const rolecall = await load();
      breakable(context, "session_check", new Error("panic at src/resolve/seat.rs:120:17 attempt to divide by zero"));
      await rolecall.init();
      const named = (error) => isTrapped(rolecall)(error) && error.message === "the engine broke down at src/resolve/seat.rs:120:17 and was stopped";
      assert.throws(() => rolecall.check(config, roster), named);
      assert.throws(() => rolecall.version(), named);
      await rolecall.init();
      assert.equal(rolecall.check(config, roster).people.length, 3);
    });

    test("a guard lets nothing through, whatever it said before, and asks a fresh session again", async () => {
      const [rolecall, { createGuard }] = [await load(), await guards[system]()];
      await rolecall.init({ module: limited(wasm(), 64) });
      let edited = config;
      const guard = createGuard({ session: new rolecall.Session(roster), read: () => edited });
      const first = await guard.check();
      assert.equal(guard.acknowledge(), true);
      assert.equal((await guard.check()).mayGoOn, true);
      edited = heavy;
      for (const time of ["first", "second"]) {
        const { mayGoOn, failure, error } = await guard.check();
        assert.deepEqual([mayGoOn, failure, error.code], [false, "session", "engine/trapped"], time);
        assert.deepEqual([guard.state.status, guard.state.mayGoOn], ["failed", false], time);
      }
      edited = config;
      assert.equal((await guard.check()).error.code, "engine/trapped");
      await rolecall.init();
      assert.equal((await guard.check()).error.code, "session/gone");
      guard.session = new rolecall.Session(roster);
      const again = await guard.check();
      assert.deepEqual([again.report.verdict, again.fingerprint, again.mayGoOn], ["confirm", first.fingerprint, false]);
      guard.free();
    });
  });
}

for (const [system, load] of Object.entries(workers)) {
  for (const keep of [0, 1]) {
    test(`in a worker out of memory as ${system}, ${keep} kept: only what was asked there is lost`, async () => {
      const rolecall = await load();
      await rolecall.init({ module: limited(wasm(), 64), keep });
      const session = await rolecall.Session.open(roster);
      const expected = await session.check(config);
      for (const [way, given] of Object.entries(ways)) {
        const asked = rolecall.Session.open(given);
        await assert.rejects(asked, (error) => isTrapped(rolecall, /ask again, or open the session again/)(error), way);
        await assert.rejects(rolecall.check(config, given), isTrapped(rolecall, /ask again/), way);
        assert.deepEqual(await session.check(config), expected, way);
      }
      const other = await rolecall.Session.open(roster);
      await assert.rejects(other.check(heavy), isTrapped(rolecall, /ask again/));
      await assert.rejects(other.check(config), refusal(rolecall, { code: "session/gone" }));
      const anew = await rolecall.Session.open(roster);
      assert.deepEqual(await anew.check(config), expected);
      for (const open of [session, other, anew]) open.free();
      if (keep === 0) await workersGone();
      await rolecall.init({ module: wasm() });
    });
  }
}

test("nobody who is told of progress can get at what is being read, and whatever they do it is read on", async () => {
  const project = install();
  const engine = await import(pathToFileURL(join(project, "node_modules/rolecall/dist/engine.js")).href);
  await engine.default({ module_or_path: wasm() });
  const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));
  const read = (listener) => {
    const thrown = new Set();
    const reader = new engine.Reader(bytes({}), () => {
      try {
        listener(reader);
      } catch (error) {
        thrown.add(error.message);
        throw error;
      }
    });
    reader.addRoster(bytes(roster));
    const session = reader.finish();
    const { counts } = JSON.parse(session.check(bytes(config), bytes({}), false));
    session.free();
    assert.equal(counts.removed, 1);
    return [...thrown];
  };
  assert.match(read((reader) => reader.addRoster(bytes(roster))).join(), /^recursive use of an object/);
  assert.deepEqual(read(() => assert.deepEqual(read(() => {}), [])), [], "another may be read and asked meanwhile");
  assert.deepEqual(read(() => assert.fail("not today")), ["not today"]);
});

/** What the engine takes from JavaScript: errors, whom to tell of progress, chance, encodings and forms of texts, plain values. */
const IMPORTS = [
  ...["Error", "__wbindgen_throw"],
  ...["call", "random"],
  ...["decode", "new", "normalize", "__wbindgen_string_get", "__wbindgen_is_string"],
  ...["new", "new", "new", "new_from_slice", "set", "set", "set", "set"],
  ...["F64", "I64", "U64", "text"].map(() => "__wbindgen_generic"),
  "__wbindgen_init_externref_table",
];

for (const build of ["rolecall.wasm", "core.wasm"]) {
  test(`${build} takes nothing from JavaScript but what it needs`, () => {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm(build)));
    assert.ok(imports.every(({ module, kind }) => module === "./engine_bg.js" && kind === "function"));
    const names = imports.map(({ name }) => name.replace(/^__wbg_/, "").replace(/_[0-9a-f]{16}$/, ""));
    assert.deepEqual(names.sort(), [...IMPORTS].sort());
  });
}

/** A matcher of the one error that says so, with what to do and what it was. */
function isTrapped(rolecall, help = /await init\(\)/) {
  return (error) => {
    assert.equal(error.code, "engine/trapped", error.stack);
    assert.match(error.help, help);
    assert.match(error.help, /without anyone's data/);
    return error instanceof rolecall.RolecallError && error.cause instanceof Error;
  };
}
