// How a worker ends: given up, broken down, forgotten; and what it tells until then.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import * as input from "../../benches/input.mjs";
import { install, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { alive, workers, workersGone } from "./worker-install.mjs";

const MANY = 100_000;

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
    for (const control of controls) control.abort(reason);
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
      // Ended before it is asked, of which nobody has heard yet: asked first, it might have answered by then.
      if (die === "terminate") void made.at(-1).terminate();
      const underWay = [session.roster(), session.check(config)];
      if (die === "emit") made.at(-1).emit("error", new Error("out of memory"));
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
