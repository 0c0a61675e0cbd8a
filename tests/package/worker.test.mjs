// The package's answers from a worker: the same as its own, asked for with promises.
import assert from "node:assert/strict";
import { openAsBlob, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { detached, hostile, members } from "./hostile-values.mjs";
import { install, loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { alive, workers, workersGone } from "./worker-install.mjs";

const file = (path) => readFileSync(new URL(`../files/${path.split("/").map(encodeURIComponent).join("/")}`, import.meta.url));

for (const [system, load] of Object.entries(workers)) {
  describe(`a worker as ${system}`, () => {
    let rolecall;
    let main;
    before(async () => {
      const project = install();
      [rolecall, main] = [await load(project), await loaders[system](project)];
      await main.init();
    });

    test("answers as the package does", async () => {
      assert.equal(await rolecall.version(), main.version());
      assert.deepEqual(await rolecall.catalog(), main.catalog());
      const session = await rolecall.Session.open(roster);
      const resident = new main.Session(roster);
      for (const options of [undefined, { locale: "ja" }]) {
        assert.deepEqual(await rolecall.check(config, roster, options), main.check(config, roster, options));
        assert.deepEqual(await session.check(config, options), resident.check(config, options));
        for (const as of ["markdown", "people-csv", "people-json"]) {
          assert.equal(await session.render(config, { as, ...options }), resident.render(config, { as, ...options }));
          const bytes = await (await session.blob(config, { as, ...options })).arrayBuffer();
          assert.equal(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), resident.render(config, { as, ...options }));
        }
      }
      assert.deepEqual(await session.check(JSON.stringify(config)), resident.check(config));
      assert.deepEqual(await session.check(new TextEncoder().encode(JSON.stringify(config))), resident.check(config));
      assert.deepEqual(await session.roster(), resident.roster());
      session.free();
    });

    test("tells of people as the package does", async () => {
      const session = await rolecall.Session.open(roster);
      const resident = new main.Session(roster);
      const questions = [["people"], ["people", { search: "zo", limit: 1 }], ["person", "ann@acme.com"], ["person", "nobody"], ["columns"], ["fingerprint"], ["flow"], ["compare", { organization: { plan: "team" } }, { limit: 1 }]];
      for (const [question, ...given] of questions) {
        assert.deepEqual(await session[question](config, ...given), resident[question](config, ...given), question);
      }
      const wrong = [["people", { limit: -1 }], ["people", 5n], ["people", "{"], ["person"], ["person", 5], ["compare"], ["compare", "{"], ["compare", config, 5]];
      for (const [question, ...given] of wrong) {
        const expected = outcome(main, () => resident[question](config, ...given));
        assert.deepEqual(await outcome(rolecall, () => session[question](config, ...given)), expected, question);
      }
      session.free();
    });

    test("tells of the directory without its people", async () => {
      const users = [{ email: "ann@acme.com", groups: ["a", "b"] }, { email: "ben@acme.com", groups: ["a"] }, { email: "eve@acme.com" }];
      const directory = { users, groups: [{ name: "empty", id: "00g1" }], assignment: { groups: ["a"] } };
      const session = await rolecall.Session.open({ members: [], directory });
      const { groups, ...rest } = await session.directory();
      assert.deepEqual(rest, { users: 3, assignment: { groups: ["a"] }, complete: true });
      const found = groups.map(({ name, id, people }) => [name, id, people]).toSorted();
      assert.deepEqual(found, [["a", null, 2], ["b", null, 1], ["empty", "00g1", 0]]);
      session.free();
      const bare = await rolecall.Session.open({ members: [] });
      assert.equal(await bare.directory(), null);
      bare.free();
    });

    test("reads files as the package does, whether they have been read already or not", async () => {
      const home = new URL("../files/", import.meta.url);
      const cases = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      let compared = 0;
      for (const { name } of cases.filter((_, index) => index % 4 === 0)) {
        const { assignment, complete, ...sides } = JSON.parse(file(`${name}/case.json`));
        const given = { assignment, complete };
        const asFiles = { assignment, complete };
        for (const side of ["members", "directory"]) {
          const files = sides[side] ?? [];
          if (files.length === 0) continue;
          const read = files.map(({ file: path, name: called = path, ...said }) => ({ data: file(`${name}/${path}`), name: called, ...said }));
          given[side] = read;
          asFiles[side] = read.map(({ data, name, ...said }) => {
            if (name === null) return { data: new Blob([data]), ...said };
            return Object.keys(said).length > 0 ? { data: new File([data], name), ...said } : new File([data], name);
          });
        }
        const expected = outcome(main, () => new main.Session(given).roster());
        for (const one of [given, asFiles]) {
          const found = await outcome(rolecall, async () => {
            const session = await rolecall.Session.open(one);
            const document = await session.roster();
            session.free();
            return document;
          });
          assert.deepEqual(found, expected, name);
        }
        compared += 1;
      }
      assert.ok(compared > 10, `${compared} cases`);
    });

    test("inspects as the package does", async () => {
      const given = [file("entra-users/exportUsers_2026-11-20.csv"), file("scim-users/users.json"), file("error-columns-needed-japanese/社員一覧.csv")];
      const answers = await Promise.all(given.flatMap((data) => [data, new Blob([data]), { data }].map((one) => rolecall.inspect(one))));
      answers.forEach((answer, index) => assert.deepEqual(answer, main.inspect(given[Math.floor(index / 3)])));
      const value = JSON.parse(given[1]);
      assert.deepEqual(await rolecall.inspect(value), main.inspect(value));
    });

    test("errors come over with all their fields", async () => {
      const same = async (ask, askMain) => assert.deepEqual(await outcome(rolecall, ask), outcome(main, askMain));
      const table = { members: "Name,Email,Role\nAnn,ann@acme.com,User\n", directory: file("error-columns-needed-japanese/社員一覧.csv") };
      const session = await rolecall.Session.open(roster);
      const resident = new main.Session(roster);
      const cyclic = {};
      cyclic.self = cyclic;
      await same(() => rolecall.Session.open(table), () => new main.Session(table));
      await same(() => rolecall.Session.open({ members: [table.members, ""] }), () => new main.Session({ members: [table.members, ""] }));
      await same(() => rolecall.check(config, cyclic), () => main.check(config, cyclic));
      await same(() => rolecall.check("{ oops", roster), () => main.check("{ oops", roster));
      await same(() => rolecall.check(config, Promise.resolve(roster)), () => main.check(config, Promise.resolve(roster)));
      await same(() => rolecall.check(config, roster, []), () => main.check(config, roster, []));
      await same(() => rolecall.inspect("", { locale: "ja" }), () => main.inspect("", { locale: "ja" }));
      for (const wrong of [{}, "{", undefined, 5n, cyclic]) await same(() => session.check(wrong), () => resident.check(wrong));
      for (const as of [5, "pdf", Symbol("csv")]) await same(() => session.render(config, { as }), () => resident.render(config, { as }));
      assert.deepEqual(await session.check(config), resident.check(config), "the session stays usable");
      session.free();
    });

    test("a file that cannot be read is told of", async () => {
      const project = install();
      const path = join(project, "members.csv");
      writeFileSync(path, "Name,Email,Role\nAnn,ann@acme.com,User\n");
      const moved = await openAsBlob(path);
      renameSync(path, `${path}.away`);
      await assert.rejects(rolecall.Session.open({ members: moved }), ({ code }) => code === "input/not-text");
    });

    test("questions asked at once never mix", async () => {
      const other = { members: [{ email: "dee@acme.com" }], directory: null };
      const sessions = await Promise.all([roster, other, roster].map((given) => rolecall.Session.open(given)));
      const residents = [roster, other, roster].map((given) => new main.Session(given));
      const configs = ["manual", "jit", "scim"].map((mode) => ({ ...config, provisioning: { mode } }));
      const asked = sessions.flatMap((session, which) => configs.map(async (one) => [await session.check(one), residents[which].check(one)]));
      for (const [answer, expected] of await Promise.all(asked)) assert.deepEqual(answer, expected);
      for (const session of sessions) session.free();
    });

    test("a caller's bytes stay, unless they may be taken", async () => {
      const data = () => new TextEncoder().encode("Name,Email,Role\nAnn,ann@acme.com,Owner\n");
      const [kept, taken, part] = [data(), data(), data()];
      const sessions = [await rolecall.Session.open({ members: [kept, kept.buffer] })];
      assert.equal(kept.byteLength, data().byteLength);
      sessions.push(await rolecall.Session.open({ members: [taken, { data: taken, name: "again.csv" }] }, { transfer: true }));
      assert.equal(taken.byteLength, 0);
      await assert.rejects(rolecall.Session.open({ members: taken }), refusal(rolecall, { code: "input/not-text", path: "/roster/members" }));
      const shared = new Uint8Array(new SharedArrayBuffer(kept.byteLength));
      shared.set(kept);
      sessions.push(await rolecall.Session.open({ members: [part.subarray(0, -1), shared] }, { transfer: true }));
      assert.equal(part.byteLength, data().byteLength);
      for (const session of sessions) {
        assert.equal((await session.roster()).members[0].email, "ann@acme.com");
        session.free();
      }
    });

    test("progress grows from nothing to all the bytes of all the files", async () => {
      const files = ["members.csv", "more.csv"].map((name, count) => new File([`Name,Email,Role\n${"A,a@acme.com,User\n".repeat(9 ** (count + 4))}`], name));
      const steps = [];
      const onProgress = (step) => steps.push(step);
      (await rolecall.Session.open({ members: files, complete: true }, { onProgress })).free();
      const total = files[0].size + files[1].size;
      assert.deepEqual([steps[0], steps.at(-1)], [{ done: 0, total }, { done: total, total }]);
      for (const [index, step] of steps.entries()) assert.ok(index === 0 || (step.done > steps[index - 1].done && step.total === total));
      assert.ok(steps.length <= 101);
      steps.length = 0;
      await rolecall.check(config, JSON.stringify(roster), { onProgress });
      assert.equal(steps.at(-1).done, Buffer.byteLength(JSON.stringify(roster)));
    });

    test("what onProgress throws rejects", async () => {
      const thrown = new Error("no");
      const onProgress = () => {
        throw thrown;
      };
      await assert.rejects(rolecall.Session.open(roster, { onProgress }), (error) => error === thrown);
      await workersGone();
    });

    test("a session is opened, not made", () => {
      assert.throws(() => new rolecall.Session(roster), TypeError);
    });

    test("is gone once it is freed, and its worker too", async () => {
      const session = await rolecall.Session.open(roster);
      const gone = refusal(rolecall, { code: "session/gone" });
      const underWay = [session.check(config), session.roster()];
      session.free();
      session.free();
      for (const question of underWay) await assert.rejects(question, gone);
      await assert.rejects(session.check(config), gone);
      await assert.rejects(session.roster(), gone);
      await workersGone();
      const other = await rolecall.Session.open(roster);
      await other[Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]();
      assert.equal(alive.size, 0);
      const third = await rolecall.Session.open(roster);
      third[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
      await assert.rejects(third.render(config), gone);
    });
  });
}

test("hostile values are refused, never thrown at once, and do no harm", async () => {
  const rolecall = await workers["ES module"]();
  const session = await rolecall.Session.open(roster);
  const { open } = rolecall.Session;
  const whole = {
    config: (value) => session.check(value),
    "the other config": (value) => session.compare(config, value),
    roster: (value) => open(value),
    members: (value) => open({ members: value }),
    file: (value) => open({ members: { data: value } }),
    source: (value) => rolecall.inspect(value),
    options: (value) => session.check(config, value),
    rendering: (value) => session.render(config, { as: value }),
    "in a list of files": (value) => open({ members: [members, value] }),
  };
  const inside = {
    "in config": (value) => rolecall.check({ ...config, actor: value }, roster),
    "beside the sides": (value) => open({ ...roster, assignment: value }),
    "what is said of a file": (value) => open({ members: { data: members, columns: value } }),
    "in a list of rows": (value) => open({ members: [...roster.members, value] }),
  };
  for (const [what, make] of Object.entries({ ...hostile, ...detached })) {
    for (const [place, ask] of Object.entries(what in detached ? whole : { ...whole, ...inside })) {
      await assert.rejects(ask(make()), refusal(rolecall, {}), `${what}: ${place}`);
    }
  }
  assert.equal((await session.check(config)).counts.removed, 1);
  session.free();
  await workersGone();
});

/** What is answered, or the error with its fields. */
function outcome({ RolecallError }, ask) {
  const told = (error) => {
    assert.ok(error instanceof RolecallError, String(error?.stack));
    return { ...error, message: error.message, cause: error.cause?.message };
  };
  try {
    const answer = ask();
    return answer instanceof Promise ? answer.catch(told) : answer;
  } catch (error) {
    return told(error);
  }
}
