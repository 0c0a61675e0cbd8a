// A tab that is never closed: what it is asked, however often, leaves nothing behind. The whole of it with `cargo xtask endure`;
// in every run a taste.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { given, inspected, prepared, used, watched } from "./endurance-support.mjs";
import { site } from "./worker-support.mjs";

const [CHECKS, SESSIONS] = process.env.ENDURE === "whole" ? [100_000, 1_000] : [10_000, 200];

/** How much a heap may grow for what the browser itself learns about code that runs long. */
const NOISE = 2 ** 20;

const pages = site();

/** Two workers have whatever roster came last: pages that may differ. */
const LAST_ROSTERS = 64;

/** Of the engine not a page more than at first and not a value more, of the heap nothing but noise. */
function holdsStill(t, name, all, mayDiffer = 0) {
  const [first] = all;
  for (const { count, pages, values } of all) {
    assert.deepEqual({ count, values }, { count: first.count, values: first.values }, name);
    assert.ok(pages <= first.pages + mayDiffer, `${name}: ${pages} pages, and ${first.pages} at first`);
  }
  const heap = (some) => some.map(({ heap }) => heap).sort((one, other) => one - other)[some.length >> 1];
  const growth = heap(all.slice(-3)) - heap(all.slice(0, 3));
  t.diagnostic(`${name}: ${first.pages} pages, ${first.values} values, the heap ${growth} bytes more`);
  assert.ok(growth < NOISE, `${name}: the heap has grown by ${growth} bytes`);
}

test(`${CHECKS} checks and ${SESSIONS} sessions leave nothing behind in a tab`, async (t) => {
  const { tab, complaints } = await pages.open(t, "plain", { prepare: (tab) => tab.addInitScript(watched) });
  const inspector = await tab.context().newCDPSession(tab);
  const send = (...asked) => inspector.send(...asked);
  await tab.evaluate(prepared, given());
  await tab.evaluate(async () => {
    await main.init();
    globalThis.make = (roster) => new main.Session(roster);
    await endure.open(main, make);
    await endure.checks(0, 100);
  });
  const first = await used(send);
  assert.equal(first.count, 1);
  const step = CHECKS / 20;
  const checked = [first];
  for (let from = 100; from < CHECKS; from += step) {
    await tab.evaluate(([from, to]) => endure.checks(from, to), [from, Math.min(from + step, CHECKS)]);
    checked.push(await used(send));
  }
  holdsStill(t, "checks", checked);

  const opened = [first];
  for (let from = 0; from < SESSIONS; from += SESSIONS / 10) {
    await tab.evaluate(([from, to]) => endure.sessions(main, make, from, to), [from, from + SESSIONS / 10]);
    opened.push(await used(send));
  }
  holdsStill(t, "sessions", opened);
  assert.deepEqual(complaints, []);
});

test(`${CHECKS / 20} checks and ${SESSIONS / 4} sessions leave nothing behind in workers`, async (t) => {
  const thread = readFileSync(new URL("../../pkg/worker-thread.js", import.meta.url), "utf8");
  const prepare = async (tab) => {
    const body = `${thread}\n(${watched})();`;
    await tab.route("**/worker-thread.js", (route) => route.fulfill({ body, contentType: "text/javascript" }));
    await tab.addInitScript(watched);
  };
  const { tab, complaints } = await pages.open(t, "plain", { prepare });
  const inspector = await tab.context().newCDPSession(tab);
  const workers = await inspected(inspector);
  const all = async () => {
    const each = await Promise.all([(...asked) => inspector.send(...asked), ...workers()].map(used));
    return each.reduce((sum, one) => Object.fromEntries(Object.keys(sum).map((key) => [key, sum[key] + one[key]])));
  };
  const { worlds, files } = given();
  await tab.evaluate(prepared, { worlds: worlds.slice(0, 8), files });
  await tab.evaluate(async () => {
    // Eight sessions stay open; two workers are left for those that come and go.
    await worker.init({ keep: 10 });
    globalThis.make = (roster) => worker.Session.open(roster);
    await endure.open(worker, make);
    await endure.checks(0, 100);
    await endure.sessions(worker, make, 0, 50);
  });
  const measured = [await all()];
  const step = CHECKS / 20 / 10;
  for (let from = 100; from < CHECKS / 20; from += step) {
    await tab.evaluate(([from, to]) => endure.checks(from, to), [from, from + step]);
    measured.push(await all());
  }
  for (let from = 0; from < SESSIONS / 4; from += SESSIONS / 40) {
    await tab.evaluate(([from, to]) => endure.sessions(worker, make, from, to), [from, from + SESSIONS / 40]);
    measured.push(await all());
  }
  assert.equal(workers().length, 10);
  holdsStill(t, "workers", measured, LAST_ROSTERS);
  assert.deepEqual(complaints, []);
});
