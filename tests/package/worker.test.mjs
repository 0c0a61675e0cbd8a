// The package's answers from a worker: the same as its own, asked for with promises, given up with signals.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import * as input from "../../benches/input.mjs";
import { install, loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

const MANY = 100_000;
const file = (path) => readFileSync(new URL(`../files/${path.split("/").map(encodeURIComponent).join("/")}`, import.meta.url));

/** How the worker's entry is loaded in each module system of Node. */
const workers = {
  "ES module": (project = install()) => {
    const module = join(project, "worker.mjs");
    writeFileSync(module, 'export * from "rolecall/worker";\n');
    return import(pathToFileURL(module).href);
  },
  CommonJS: async (project = install()) => createRequire(join(project, "module.cjs"))("rolecall/worker"),
};

/** The threads that there are beside this one. */
const alive = new Set();
process.on("worker", (worker) => {
  alive.add(worker);
  worker.once("exit", () => alive.delete(worker));
});
const workersGone = () => eventually(() => alive.size === 0, "the worker is gone");

async function eventually(check, what) {
  const deadline = Date.now() + 10_000;
  while (!check()) {
    assert.ok(Date.now() < deadline, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

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
        }
      }
      assert.deepEqual(await session.check(JSON.stringify(config)), resident.check(config));
      assert.deepEqual(await session.check(new TextEncoder().encode(JSON.stringify(config))), resident.check(config));
      assert.deepEqual(await session.roster(), resident.roster());
      session.free();
    });

    test("answers as the package does, whatever more a session can be asked", async () => {
      const session = await rolecall.Session.open(roster);
      const resident = new main.Session(roster);
      const questions = { people: [{ search: "zo", limit: 1 }], person: ["ann@acme.com"], columns: [], fingerprint: [] };
      for (const [question, given] of Object.entries(questions)) {
        if (!(question in resident)) continue;
        assert.deepEqual(await session[question](config, ...given), resident[question](config, ...given), question);
      }
      session.free();
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
      const { openAsBlob } = await import("node:fs");
      if (openAsBlob === undefined) return;
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

describe("giving up", () => {
  let rolecall;
  let bytes;
  before(async () => {
    rolecall = await workers["ES module"]();
    bytes = new TextEncoder().encode(JSON.stringify(input.roster(MANY)));
  });

  test("while a roster is read ends the worker at once", async () => {
    for (const open of [(options) => rolecall.Session.open(bytes, options), (options) => rolecall.check(input.configuration(MANY), bytes, options)]) {
      const control = new AbortController();
      let failure;
      await new Promise((onProgress) => {
        failure = open({ signal: control.signal, onProgress }).catch((error) => error);
      });
      assert.equal(alive.size, 1);
      control.abort();
      const error = await Promise.race([failure, new Promise((later) => setImmediate(later))]);
      assert.deepEqual([error?.name, error], ["AbortError", control.signal.reason]);
      await workersGone();
    }
  });

  test("before anything has begun makes no worker", async () => {
    const reason = new Error("no more");
    const signal = AbortSignal.abort(reason);
    const options = { signal };
    const session = await rolecall.Session.open(roster);
    const questions = [rolecall.Session.open(roster, options), rolecall.check(config, roster, options), rolecall.inspect("", options)];
    questions.push(session.check(config, options), session.render(config, options), session.roster(options));
    for (const { reason: thrown } of await Promise.allSettled(questions)) assert.equal(thrown, reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(alive.size, 1);
    session.free();
  });

  test("a question leaves the session usable, and what has not begun is never asked", async () => {
    const session = await rolecall.Session.open(bytes);
    const many = input.configuration(MANY);
    const expected = await session.check(many);
    const controls = Array.from({ length: 200 }, () => new AbortController());
    const given = controls.map(({ signal }) => session.render(many, { as: "people-json", signal }));
    const last = session.check(many);
    const at = performance.now();
    const reason = new Error("something newer has been asked");
    setTimeout(() => controls.forEach((control) => control.abort(reason)), 1);
    for (const { reason: thrown } of await Promise.allSettled(given)) assert.equal(thrown, reason);
    assert.deepEqual(await last, expected);
    const waited = performance.now() - at;
    const alone = performance.now();
    await session.render(many, { as: "people-json" });
    const one = performance.now() - alone;
    assert.ok(waited < 20 * one, `${waited} ms; one such question takes ${one} ms`);
    session.free();
  });

  test("the thread of the caller goes on while 100,000 people are read", async () => {
    const given = bytes.slice();
    let last = performance.now();
    let [ticks, longest] = [0, 0];
    const timer = setInterval(() => {
      const now = performance.now();
      [ticks, longest, last] = [ticks + 1, Math.max(longest, now - last), now];
    }, 2);
    const begun = performance.now();
    const session = await rolecall.Session.open(given, { transfer: true });
    const report = await session.check(input.configuration(MANY));
    const took = performance.now() - begun;
    clearInterval(timer);
    session.free();
    assert.equal(Object.values(report.counts).reduce((sum, count) => sum + count, 0), MANY);
    assert.ok(ticks > 10 && longest < took / 3, `${ticks} ticks in ${took} ms, ${longest} ms without any`);
  });
});

describe("a worker that breaks down", () => {
  /** Workers that can be told to misbehave: `harm` runs in them before anything else. */
  const harmed = (project, harm) => () => {
    const thread = pathToFileURL(join(project, "node_modules/rolecall/worker-thread-node.js"));
    const script = `${harm}; import(${JSON.stringify(thread.href)});`;
    return new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  };
  const trap = (asked) => `
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (module, imports) => {
      const instance = await instantiate(module, imports);
      const broken = () => { throw new WebAssembly.RuntimeError("unreachable"); };
      const exports = { ...instance.exports, ${asked}: broken };
      const proxy = Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
      return proxy;
    }`;
  const failed = (rolecall, code) => (error) => error instanceof rolecall.RolecallError && error.code === code && error.help !== "";

  test("by a trap fails what is under way, and a fresh session works", async () => {
    const project = install();
    const rolecall = await workers["ES module"](project);
    let broken = true;
    const healthy = harmed(project, "");
    const trapping = harmed(project, trap("session_check"));
    await rolecall.init({ worker: () => (broken ? trapping() : healthy()) });
    const session = await rolecall.Session.open(roster);
    const underWay = [session.check(config), session.check(config), session.roster()];
    for (const question of underWay) {
      await assert.rejects(question, (error) => failed(rolecall, "engine/trapped")(error) && error.cause.message === "unreachable");
    }
    await assert.rejects(session.check(config), failed(rolecall, "session/gone"));
    await workersGone();
    broken = false;
    const anew = await rolecall.Session.open(roster);
    assert.equal((await anew.check(config)).counts.removed, 1);
    await assert.rejects(session.check(config), failed(rolecall, "session/gone"));
    session.free();
    anew.free();
  });

  test("by dying fails what is under way, and a fresh session works", async () => {
    const project = install();
    const rolecall = await workers["ES module"](project);
    const made = [];
    await rolecall.init({ worker: () => made[made.push(harmed(project, "")()) - 1] });
    const bytes = new TextEncoder().encode(JSON.stringify(input.roster(20_000)));
    for (const die of ["terminate", "emit"]) {
      const session = await rolecall.Session.open(bytes);
      const underWay = [session.roster(), session.check(config)];
      if (die === "terminate") void made.at(-1).terminate();
      else made.at(-1).emit("error", new Error("out of memory"));
      for (const question of underWay) await assert.rejects(question, failed(rolecall, "worker/failed"));
      await assert.rejects(session.check(config), failed(rolecall, "session/gone"));
    }
    const session = await rolecall.Session.open(roster);
    assert.equal((await session.check(config)).counts.removed, 1);
    session.free();
  });

  test("or was never there is told of, as is WebAssembly that is not there", async () => {
    for (const path of ["worker-thread-node.js", "dist/rolecall.wasm", "dist/engine.js"]) {
      const project = install();
      const rolecall = await workers["ES module"](project);
      const place = join(project, "node_modules/rolecall", path);
      const code = path.endsWith("wasm") ? "init/failed" : "worker/failed";
      renameSync(place, `${place}.away`);
      for (const ask of [() => rolecall.Session.open(roster), () => rolecall.check(config, roster), () => rolecall.inspect("[]"), () => rolecall.version()]) {
        await assert.rejects(ask(), failed(rolecall, code), path);
      }
      renameSync(`${place}.away`, place);
      assert.equal((await rolecall.check(config, roster)).people.length, 3);
    }
  });
});

test("init takes the WebAssembly in every form", async () => {
  const project = install();
  const address = pathToFileURL(join(project, "node_modules/rolecall/dist/rolecall.wasm"));
  const bytes = readFileSync(address);
  const typed = { headers: { "content-type": "application/wasm" } };
  const forms = [bytes, bytes.buffer, WebAssembly.compile(bytes), address, address.href, new Response(bytes, typed), new Response(bytes)];
  for (const module of forms) {
    const rolecall = await workers["ES module"](install());
    await assert.rejects(rolecall.init({ module: new Uint8Array(8) }), refusal(rolecall, { code: "init/failed" }));
    await rolecall.init({ module });
    await rolecall.init();
    assert.equal(typeof (await rolecall.version()), "string");
  }
});

test("progress within a file is told as the engine tells it, and never goes back", async () => {
  const project = install();
  const dist = join(project, "node_modules/rolecall/dist");
  renameSync(join(dist, "engine.js"), join(dist, "silent.js"));
  writeFileSync(
    join(dist, "engine.js"),
    `import init, * as engine from "./silent.js";
     export * from "./silent.js";
     export default init;
     export class Reader {
       constructor(options, tell) {
         this.reader = new engine.Reader(options);
         this.tell = tell;
       }
       addRoster(data) {
         this.tell?.(0, 0);
         this.reader.addRoster(data);
       }
       add(side, path, inline, data, ...rest) {
         for (const tenth of [0, 1, 2, 3, 4, 2, 5, 8, 12]) this.tell?.((data.byteLength * tenth) / 10, data.byteLength);
         this.reader.add(side, path, inline, data, ...rest);
       }
       finish() {
         return this.reader.finish();
       }
     }`,
  );
  const rolecall = await workers["ES module"](project);
  const members = [0, 1].map((file) => `Name,Email,Role\n${`A,a${file}@acme.com,User\n`.repeat(100)}`);
  const total = members[0].length + members[1].length;
  const steps = [];
  (await rolecall.Session.open({ members, complete: true }, { onProgress: (step) => steps.push(step) })).free();
  const tenths = steps.map(({ done, total }) => Math.round((20 * done) / total));
  assert.deepEqual(tenths, [0, 1, 2, 3, 4, 5, 8, 10, 11, 12, 13, 14, 15, 18, 20]);
  assert.deepEqual(steps.at(-1), { done: total, total });
  await rolecall.check(config, { members });
});

test("a session that is open does not keep the process, and one that is forgotten loses its worker", async () => {
  const project = install();
  const script = join(project, "script.mjs");
  writeFileSync(
    script,
    `import { Session } from "rolecall/worker";
     const roster = ${JSON.stringify(roster)};
     const config = ${JSON.stringify(config)};
     let alive = 0;
     process.on("worker", (worker) => {
       alive += 1;
       worker.once("exit", () => (alive -= 1));
     });
     console.log((await Session.open(roster).then((session) => session.check(config))).counts.removed);
     for (let tries = 0; alive > 0 && tries < 100; tries++) {
       globalThis.gc();
       await new Promise((resolve) => setTimeout(resolve, 20));
     }
     console.log(alive);
     const session = await Session.open(roster);
     globalThis.kept = session;
     console.log((await session.check(config)).counts.removed);`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script], { timeout: 30_000 });
  assert.deepEqual(stdout.trim().split("\n"), ["1", "0", "1"]);
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
