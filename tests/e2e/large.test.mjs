// Large rosters: read in a worker, with the page at work meanwhile, progress in sight, and a way out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cancelWhileReading, dropPrepared, longestTask, prepared } from "./large-support.mjs";
import { AxeBuilder, eventually, given, page } from "./support.mjs";

const app = page();
const BEST_OF = 5;
const LONGEST_MS = 50;
const MANY = 100_000;
const SLOW = 1_000_000;

/** The best of some runs: what the machine is busy with otherwise is no matter of the page's. */
async function assertFluent(t, what, run) {
  let best = { longest: Infinity, within: [] };
  for (let tries = 0; tries < BEST_OF && best.longest > LONGEST_MS / 2; tries++) {
    const measured = await run();
    if (measured.longest < best.longest) best = measured;
  }
  t.diagnostic(`${what}: ${best.longest.toFixed(1)} ms of ${best.tasks} tasks`);
  assert.ok(best.longest <= LONGEST_MS, `${what}: one task takes ${best.longest} ms: ${best.within.join(", ")}`);
}

test("the main thread does not stand still while 100,000 people are read, asked about and looked at", async (t) => {
  const { tab, field, rows, person, complaints } = await app.open(t);
  await prepared(tab, MANY);
  await assertFluent(t, "reading", async () => {
    const measured = await longestTask(tab, async () => {
      await dropPrepared(tab);
      await eventually(rows, (count) => count === MANY, "everybody is counted");
      await tab.waitForTimeout(500);
    });
    await tab.getByRole("button", { name: "Remove all files" }).click();
    await person("ben.carter@example.com").waitFor();
    return measured;
  });

  await dropPrepared(tab);
  await eventually(rows, (count) => count === MANY, "everybody is counted");
  const status = tab.locator("rc-people [role=status]");
  await field("config").evaluate((node) => {
    const end = node.value.indexOf("claude-users") + "claude-users".length;
    node.focus();
    node.setSelectionRange(end, end);
  });
  const losing = tab.locator("rc-changes .pinned").getByText("people lose access");
  await assertFluent(t, "typing", () =>
    longestTask(tab, async () => {
      await tab.keyboard.type("-of-old");
      await eventually(() => losing.innerText(), (said) => /^\d{2,3},\d{3} /.test(said), "nearly everybody loses access");
      for (const _ of "-of-old") await tab.keyboard.press("Backspace");
      await eventually(() => losing.innerText(), (said) => said.startsWith("5,000 "), "few lose access");
    }),
  );
  await assertFluent(t, "searching and scrolling", () =>
    longestTask(tab, async () => {
      await tab.getByLabel("Search").fill("person 9999");
      await eventually(() => status.innerText(), (said) => said.startsWith("11 of"), "they are found");
      await tab.getByLabel("Search").fill("");
      await eventually(rows, (count) => count === MANY, "everybody is back");
      const grid = tab.locator("rc-people [role=grid]");
      for (let part = 1; part <= 10; part++) {
        await grid.evaluate((node, part) => (node.scrollTop = (node.scrollHeight * part) / 10), part);
        await tab.locator("rc-people [role=row][data-email]").first().waitFor();
      }
    }),
  );
  await assertFluent(t, "taking the answer along", () =>
    longestTask(tab, async () => {
      const waiting = tab.waitForEvent("download");
      await tab.getByRole("button", { name: "People, JSON" }).click();
      await (await waiting).path();
    }),
  );
  assert.deepEqual(complaints, []);
});

test("a file that takes long says so, and cancelling restores what was there", async (t) => {
  const { tab, drop, entry, field, rows, person, requests, complaints } = await app.open(t);
  const sample = await field("roster").inputValue();
  const loaded = requests.length;
  await prepared(tab, SLOW);
  const progress = tab.getByRole("progressbar", { name: "Reading large.json" });

  const cancelled = cancelWhileReading(tab);
  await dropPrepared(tab);
  assert.deepEqual(await cancelled, { said: "Reading large.json", files: 1 });
  await progress.waitFor({ state: "detached" });
  assert.equal(await field("roster").inputValue(), sample);
  await person("ben.carter@example.com").waitFor();
  assert.equal(await rows(), 66);

  // The same with files and an answer to a question in place of the text.
  await drop("roster", given("entra-group-members/members.csv"), given("error-columns-needed/staff.csv"));
  await person("ann@acme.com").waitFor();
  for (let round = 0; round < 4; round++) {
    await dropPrepared(tab);
    const cancelled = cancelWhileReading(tab);
    await entry("large.json").getByRole("button", { name: "Use it instead" }).click();
    assert.equal((await cancelled).files, 1);
    await progress.waitFor({ state: "detached" });
    assert.equal(await tab.locator("rc-file").count(), 3);
    await entry("staff.csv").locator(".ask").waitFor();
    await entry("large.json").getByRole("button", { name: "Remove large.json" }).click();
    await person("ann@acme.com").waitFor();
  }

  // What is not cancelled comes in force, and none of this has asked the network for anything.
  await dropPrepared(tab);
  await entry("large.json").getByRole("button", { name: "Use it instead" }).click();
  await progress.waitFor();
  const { violations } = await new AxeBuilder({ page: tab }).include([["rc-app", "rc-reading"]]).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  await eventually(rows, (count) => count === SLOW, "everybody is counted", 30_000);
  await progress.waitFor({ state: "detached" });
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(complaints, []);
});

test("one can go on typing while a file is read, and the newest question wins", async (t) => {
  const { tab, field, rows, finding } = await app.open(t);
  await prepared(tab, SLOW);
  await dropPrepared(tab);
  const config = await field("config").inputValue();
  for (const mode of ["jit", "manual", "scim", "skim"]) {
    await field("config").fill(config.replace('"mode": "scim"', `"mode": "${mode}"`));
    await tab.waitForTimeout(150);
  }
  await eventually(rows, (count) => count === SLOW, "everybody is counted", 30_000);
  await finding("input/unknown-value").waitFor();
  assert.match(await finding("input/unknown-value").innerText(), /skim/);
});
