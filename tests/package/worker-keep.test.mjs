// Workers that are kept: made at once, handed from session to session, and none made after that.
import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as input from "../../benches/input.mjs";
import { install } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { alive, eventually, workers } from "./worker-install.mjs";

const KEPT = 4;

describe("workers that are kept", () => {
  let rolecall;
  let made;
  let large;

  before(() => {
    large = new TextEncoder().encode(JSON.stringify(input.roster(50_000)));
  });

  beforeEach(async () => {
    const project = install();
    const thread = pathToFileURL(join(project, "node_modules/rolecall/worker-thread-node.js"));
    rolecall = await workers["ES module"](project);
    made = [];
    await rolecall.init({ keep: KEPT, worker: () => made[made.push(new Worker(thread)) - 1] });
  });

  const removed = async (session) => (await session.check(config)).counts.removed;

  test("are made at once and answer session after session", async () => {
    assert.equal(made.length, KEPT);
    for (let round = 0; round < 3 * KEPT; round++) {
      const session = await rolecall.Session.open(roster);
      assert.equal(await removed(session), 1);
      session.free();
      assert.equal((await rolecall.check(config, roster)).people.length, 3);
      assert.equal((await rolecall.inspect(JSON.stringify(roster))).format, "rolecall-json");
    }
    assert.equal(made.length, KEPT);
  });

  test("hand on nothing of the session before", async () => {
    const first = await rolecall.Session.open(large);
    first.free();
    const second = await rolecall.Session.open({ members: [{ email: "solo@acme.com" }] });
    assert.equal((await second.people(config)).total, 1);
    await assert.rejects(first.check(config), { code: "session/gone" });
    second.free();
  });

  test("stop what is given up while others are ready, and else let it run to its end unheard", async () => {
    const held = await rolecall.Session.open(roster);
    for (let round = 0; round < 2 * KEPT; round++) {
      const control = new AbortController();
      const reason = new Error("no more");
      const begun = new Promise((resolve) => {
        const opening = rolecall.Session.open(large, { signal: control.signal, onProgress: resolve });
        opening.catch((error) => assert.equal(error, reason));
      });
      await begun;
      control.abort(reason);
      const session = await rolecall.Session.open(roster);
      assert.equal(await removed(session), 1);
      session.free();
    }
    assert.equal(await removed(held), 1);
    assert.equal(made.length, KEPT);
    assert.ok(alive.size >= 2);
    held.free();
  });

  test("are replaced when they die, and more are made where all are in use", async () => {
    for (const worker of made.slice(0, KEPT - 1)) await worker.terminate();
    const sessions = [];
    for (let count = 0; count <= KEPT; count++) sessions.push(await rolecall.Session.open(roster));
    for (const session of sessions) assert.equal(await removed(session), 1);
    assert.equal(made.length, KEPT + KEPT);
    // Ended before it is asked, of which nobody has heard yet: asked first, it might have answered by then.
    void made.find((worker) => alive.has(worker)).terminate();
    await assert.rejects(sessions[0].check(config), { code: "worker/failed" });
    for (const session of sessions) session.free();
    assert.equal((await rolecall.check(config, roster)).people.length, 3);
  });

  test("give way to others where the engine is another: first the small one, then the whole", async () => {
    const wasm = (name) => readFileSync(new URL(`../../pkg/dist/${name}`, import.meta.url));
    await rolecall.init({ module: wasm("core.wasm"), keep: KEPT });
    const early = await rolecall.Session.open(roster);
    assert.equal(await removed(early), 1);
    await assert.rejects(early.repair(config), { code: "engine/not-in-build" });
    await rolecall.init({ module: wasm("rolecall.wasm"), keep: KEPT });
    assert.equal(made.length, 3 * KEPT);
    const late = await rolecall.Session.open(roster);
    assert.ok((await late.plan(config)).length > 0);
    assert.equal(await removed(early), 1);
    early.free();
    assert.equal(await removed(late), 1);
    const ended = () => made.slice(0, 2 * KEPT).every((worker) => worker.threadId === -1);
    await eventually(ended, "those with the other engine have ended");
    late.free();
  });
});
