// What a browser keeps of the page: the configuration, the roster if it is asked to, and nothing once that is cleared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, given, page } from "./support.mjs";

const app = page();
const CONFIG = '{ "organization": { "plan": "team", "name": "Kept Ltd" }, "actor": "solo@example.com" }';
const ROSTER = '{ "members": [{ "email": "solo@example.com", "role": "owner" }] }';

const stored = (tab) =>
  tab.evaluate(async () => {
    // To open a database that is not there would make an empty one.
    const isThere = (await indexedDB.databases()).some(({ name }) => name === "rolecall");
    const rosters = !isThere ? [] : await new Promise((resolve, reject) => {
      const opening = indexedDB.open("rolecall");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const done = (found) => {
          database.close();
          resolve(found);
        };
        if (!database.objectStoreNames.contains("kept")) return done([]);
        const all = database.transaction("kept").objectStore("kept").getAllKeys();
        all.onsuccess = () => done(all.result);
      };
    });
    return { words: Object.keys(localStorage).sort(), rosters };
  });

async function reload(tab) {
  await tab.reload();
  await tab.locator("html[data-loaded]").waitFor({ state: "attached" });
}

test("the sample is not kept", async (t) => {
  const { tab } = await app.open(t);
  assert.deepEqual(await stored(tab), { words: [], rosters: [] });
  assert.equal(await tab.getByRole("button", { name: "Clear what is kept" }).count(), 0);
});

test("reloading keeps the configuration and the language, and not the roster unless it is asked for", async (t) => {
  const { tab, field, person, verdict } = await app.open(t);
  await field("config").fill(CONFIG);
  await field("roster").fill(ROSTER);
  await person("solo@example.com").waitFor();
  await reload(tab);
  assert.equal(await field("config").inputValue(), CONFIG);
  await tab.getByText("the roster was not kept").waitFor();
  await tab.getByText("The roster names nobody.").waitFor();
  assert.deepEqual((await stored(tab)).rosters, []);

  await field("roster").fill(ROSTER);
  await tab.getByLabel("Keep the roster in this browser as well").check();
  await person("solo@example.com").waitFor();
  await tab.getByRole("button", { name: "日本語" }).click();
  await eventually(() => stored(tab), ({ rosters, words }) => rosters.length === 1 && words.length === 3, "all of it is kept");
  await reload(tab);
  assert.equal(await field("roster").inputValue(), ROSTER);
  await person("solo@example.com").waitFor();
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "ja");
  assert.match(await verdict.innerText(), /[\u3040-\u30ff]/);
});

test("files are kept with what has been said of them", async (t) => {
  const { tab, drop, entry, person } = await app.open(t);
  await drop("roster", given("entra-group-members/members.csv"), given("entra-group-members/users.csv"));
  await tab.locator("rc-assignment input[value=everyone], rc-assignment input[value=listed]").first().check();
  await tab.getByLabel("Keep the roster in this browser as well").check();
  await person("ann@acme.com").waitFor();
  await eventually(() => stored(tab), ({ rosters }) => rosters.length === 1, "the files are kept");
  const answer = await tab.locator("rc-verdict section").innerText();
  await reload(tab);
  await entry("members.csv").waitFor();
  await entry("users.csv").waitFor();
  await person("ann@acme.com").waitFor();
  await eventually(() => tab.locator("rc-verdict section").innerText(), (said) => said === answer, "the same answer");
});

test("the button clears all of it", async (t) => {
  const { tab, field, person } = await app.open(t);
  await field("config").fill(CONFIG);
  await field("roster").fill(ROSTER);
  await tab.getByLabel("Keep the roster in this browser as well").check();
  await person("solo@example.com").waitFor();
  await eventually(() => stored(tab), ({ rosters }) => rosters.length === 1, "the roster is kept");
  await tab.getByRole("button", { name: "Clear what is kept" }).click();
  await tab.getByText("Nothing is kept in this browser any more.").waitFor();
  assert.deepEqual(await stored(tab), { words: [], rosters: [] });
  assert.equal(await field("config").inputValue(), CONFIG);
  await reload(tab);
  assert.notEqual(await field("config").inputValue(), CONFIG);
});

test("what is kept and cannot be read any more is shown as it is", async (t) => {
  const { tab, field, editor } = await app.open(t);
  await field("config").fill("{ broken");
  await editor("config").locator("#problem").waitFor();
  await reload(tab);
  assert.equal(await field("config").inputValue(), "{ broken");
});
