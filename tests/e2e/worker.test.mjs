// The worker in a real browser, under a strict policy, on a page as it is and on one that a bundler made.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { config, roster } from "../package/sample.mjs";
import { POLICY, eventually, site } from "./worker-support.mjs";

const pages = site();
const file = (path) => [...readFileSync(new URL(`../files/${path}`, import.meta.url))];
const files = ["entra-users/exportUsers_2026-11-20.csv", "scim-users/users.json", "google-users/User_Download_20112026_101010.csv"].map(file);
const MANY = 100_000;

for (const kind of ["plain", "built"]) {
  describe(`on a ${kind} page`, () => {
    test("it answers as the package does, without a complaint", async (t) => {
      const { tab, complaints } = await pages.open(t, kind);
      const pairs = await tab.evaluate(
        async ({ config, roster, files }) => {
          const { worker, main } = globalThis;
          await Promise.all([main.init(), worker.init()]);
          const pairs = [
            [await worker.version(), main.version()],
            [await worker.catalog(), main.catalog()],
            [await worker.check(config, roster), main.check(config, roster)],
          ];
          const rosters = [[roster, roster], ...files.map((bytes) => {
            const read = { directory: new Uint8Array(bytes), assignment: "listed" };
            return [{ ...read, directory: new File([read.directory], "f") }, { ...read, directory: { data: read.directory, name: "f" } }];
          })];
          const sessions = await Promise.all(rosters.map(async ([unread, read]) => [await worker.Session.open(unread), new main.Session(read)]));
          const asked = sessions.flatMap(([session, resident]) => ["en", "ja"].map(async (locale) => [
            [await session.check(config, { locale }), resident.check(config, { locale })],
            [await session.roster(), resident.roster()],
            [await session.render(config, { locale, as: "people-csv" }), resident.render(config, { locale, as: "people-csv" })],
          ]));
          pairs.push(...(await Promise.all(asked)).flat());
          for (const [session] of sessions) session.free();
          return pairs;
        },
        { config, roster, files },
      );
      for (const [answer, expected] of pairs) assert.deepEqual(answer, expected);
      assert.equal(pairs.length, 3 + 4 * 2 * 3);
      await eventually(() => tab.workers().length === 0, "the workers are gone");
      assert.deepEqual(complaints, []);
    });

    test("errors come over with their fields, and the session stays usable", async (t) => {
      const { tab } = await pages.open(t, kind);
      const [error, expected, isOne, counts] = await tab.evaluate(
        async ({ config, roster }) => {
          const { worker, main } = globalThis;
          await main.init();
          const told = (error) => ({ ...error, message: error.message });
          const session = await worker.Session.open(roster);
          const refused = await session.check('{ "oops"').catch((error) => error);
          let expected;
          try {
            new main.Session(roster).check('{ "oops"');
          } catch (error) {
            expected = told(error);
          }
          return [told(refused), expected, refused instanceof worker.RolecallError, (await session.check(config)).counts];
        },
        { config, roster },
      );
      assert.deepEqual(error, expected);
      assert.deepEqual([error.code, error.line, isOne, counts.removed], ["input/not-json", 1, true, 1]);
    });

    test("a large roster is read without keeping the page waiting, with progress, from a file", async (t) => {
      const { tab } = await pages.open(t, kind);
      const { steps, total, ticks, longest, took, people } = await tab.evaluate(async (many) => {
        const { worker, input } = globalThis;
        const given = new File([JSON.stringify(input.roster(many))], "roster.json");
        await worker.init();
        const steps = [];
        let last = performance.now();
        let [ticks, longest] = [0, 0];
        const timer = setInterval(() => {
          const now = performance.now();
          [ticks, longest, last] = [ticks + 1, Math.max(longest, now - last), now];
        });
        const begun = performance.now();
        const session = await worker.Session.open(given, { onProgress: (step) => steps.push(step) });
        const { counts } = await session.check(input.configuration(many));
        const took = performance.now() - begun;
        clearInterval(timer);
        session.free();
        return { steps, total: given.size, ticks, longest, took, people: Object.values(counts).reduce((sum, count) => sum + count) };
      }, MANY);
      assert.equal(people, MANY);
      assert.ok(ticks > 10 && longest < took / 3, `${ticks} ticks in ${took} ms, ${longest} ms without any`);
      assert.deepEqual([steps[0], steps.at(-1)], [{ done: 0, total }, { done: total, total }]);
      steps.forEach((step, index) => assert.ok(index === 0 || step.done > steps[index - 1].done));
      t.diagnostic(`${Math.round(took)} ms, ${ticks} ticks, ${Math.round(longest)} ms without any, ${steps.length} steps`);
    });

    test("giving up ends the worker, and a fresh one works", async (t) => {
      const { tab } = await pages.open(t, kind);
      const name = await tab.evaluate(async (many) => {
        const { worker, input } = globalThis;
        const given = new TextEncoder().encode(JSON.stringify(input.roster(many)));
        const control = new AbortController();
        let failure;
        const begun = new Promise((resolve) => {
          failure = worker.Session.open(given, { signal: control.signal, onProgress: resolve }).catch((error) => error);
        });
        await begun;
        control.abort();
        const failed = await Promise.race([failure, new Promise((later) => setTimeout(later))]);
        return failed?.name;
      }, MANY);
      assert.equal(name, "AbortError");
      await eventually(() => tab.workers().length === 0, "the worker is gone");
      const removed = await tab.evaluate(async ({ config, roster }) => (await globalThis.worker.check(config, roster)).counts.removed, { config, roster });
      assert.equal(removed, 1);
      await eventually(() => tab.workers().length === 0, "the worker is gone");
    });

    test("a worker that cannot be loaded is told of, and a later one works", async (t) => {
      const { tab } = await pages.open(t, kind);
      const ask = () => tab.evaluate(async (roster) => globalThis.worker.Session.open(roster).then(() => "opened", ({ name, code }) => `${name} ${code}`), roster);
      const script = /worker-thread/;
      await tab.route(script, (route) => route.fulfill({ status: 404, body: "" }));
      assert.equal(await ask(), "RolecallError worker/failed");
      await tab.unroute(script);
      assert.equal(await ask(), "opened");
    });

    test("a policy that allows no worker is told of", async (t) => {
      const { tab } = await pages.open(t, kind, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
      const code = await tab.evaluate((roster) => globalThis.worker.Session.open(roster).catch(({ code }) => code), roster);
      assert.equal(code, "worker/failed");
    });
  });
}

test("under Trusted Types the page makes the worker itself", async (t) => {
  const policy = `${POLICY}; require-trusted-types-for 'script'; trusted-types rolecall`;
  const { tab } = await pages.open(t, "plain", { policy });
  const codes = await tab.evaluate(async (roster) => {
    const { worker } = globalThis;
    const code = await worker.Session.open(roster).catch(({ code }) => code);
    const trusted = globalThis.trustedTypes.createPolicy("rolecall", { createScriptURL: () => "/pkg/worker-thread.js" });
    await worker.init({ worker: () => new Worker(trusted.createScriptURL(""), { type: "module" }) });
    const session = await worker.Session.open(roster);
    return [code, (await session.roster()).members.length];
  }, roster);
  assert.deepEqual(codes, ["worker/failed", 2]);
});
