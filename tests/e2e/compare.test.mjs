// Two configurations side by side: both answers, the settings that differ, and for whom.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { init, Session } from "../../pkg/node.js";
import { eventually, page } from "./support.mjs";

const app = page();
const sample = (name) => JSON.parse(readFileSync(new URL(`../../www/src/sample/${name}.json`, import.meta.url), "utf8"));
const kept = sample("config");
const jit = { ...kept, provisioning: { ...kept.provisioning, mode: "jit" } };

let session;
before(async () => {
  await init();
  session = new Session(sample("roster"));
});

async function open(t, options) {
  const opened = await app.open(t, options);
  const compare = opened.tab.locator("rc-compare");
  return {
    ...opened,
    compare,
    press: (name) => compare.getByRole("button", { name }).click(),
    outcomes: () =>
      compare.locator(".outcomes tbody tr").evaluateAll((rows) =>
        Object.fromEntries(rows.map((row) => [row.dataset.outcome, [...row.querySelectorAll("td")].map(({ innerText }) => Number(innerText))])),
      ),
    people: compare.locator(".people tbody tr"),
    config: () => opened.tab.locator("rc-settings").evaluate((node) => node.input.text),
  };
}

/** The outcomes of both that anybody has, as the two full answers count them. */
function expected(one, other) {
  const [before, after] = [one, other].map((config) => session.check(config).counts);
  return Object.fromEntries(Object.keys(before).filter((key) => before[key] + after[key] > 0).map((key) => [key, [before[key], after[key]]]));
}

test("what is kept stands beside what is edited: the numbers of both, the setting, and everyone for whom they differ", async (t) => {
  const { tab, compare, press, outcomes, people, complaints } = await open(t);
  await press("Keep this configuration to compare");
  await compare.getByText("Both are the same so far").waitFor();
  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  await people.first().waitFor();
  assert.deepEqual(await outcomes(), expected(kept, jit));
  const settings = await compare.locator(".settings tbody tr").allInnerTexts();
  assert.deepEqual(settings.map((row) => row.split(/\s+/)), [["/provisioning/mode", '"scim"', '"jit"']]);

  // Worked out from both full answers: whoever fares differently, and nobody else.
  const all = (config) => session.people(config, { limit: 1_000 }).people;
  const fate = ({ outcome, after, before, when }) => JSON.stringify([outcome, after, before, when]);
  const others = new Map(all(jit).map((person) => [person.email, person]));
  const differing = all(kept).filter((person) => fate(person) !== fate(others.get(person.email)));
  assert.match(await compare.locator(".people caption").innerText(), new RegExp(`^${differing.length} people fare differently`));
  const shown = await people.evaluateAll((rows) => rows.map(({ dataset }) => dataset.email));
  assert.deepEqual([...shown].sort(), differing.map(({ email }) => email).sort());
  const ben = compare.locator('[data-email="ben.carter@example.com"]');
  assert.match((await ben.innerText()).replace(/\s+/g, " "), /Ben Carter Removed .* Locked out User, Standard/);
  await ben.getByRole("button").click();
  await tab.locator("rc-person dialog[open]").getByText("ben.carter@example.com").first().waitFor();
  await tab.keyboard.press("Escape");
  await compare.locator(".settings").getByRole("button").click();
  assert.equal(await tab.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node.value;
  }), "jit");
  assert.deepEqual(complaints, []);
});

test("both are exchanged, kept anew, and let go", async (t) => {
  const { tab, compare, press, outcomes, people, config } = await open(t);
  await press("Keep this configuration to compare");
  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  await people.first().waitFor();
  await press("Exchange the two");
  await eventually(outcomes, (shown) => JSON.stringify(shown) === JSON.stringify(expected(jit, kept)) || sameCounts(shown, expected(jit, kept)), "the other way round");
  assert.match(await config(), /"scim"/);
  await tab.locator(".inputs .heading").getByRole("button", { name: "Undo" }).click();
  await compare.getByText("Both are the same so far").waitFor();
  await tab.locator("rc-settings input[type=radio][value=manual]").check();
  await people.first().waitFor();
  await press("Keep the present one instead");
  await compare.getByText("Both are the same so far").waitFor();
  await press("Stop comparing");
  await compare.getByRole("button", { name: "Keep this configuration to compare" }).waitFor();
});

test("what is in force today is one of the two, where something else is proposed", async (t) => {
  const { compare, press, outcomes, people } = await open(t);
  await press("Compare with what is in force today");
  await people.first().waitFor();
  const { saved } = kept;
  const inForce = { ...kept, provisioning: { mode: saved.mode, groupMapping: saved.groupMapping } };
  assert.ok(sameCounts(await outcomes(), expected(inForce, kept)));
  assert.match(await compare.locator(".settings").innerText(), /\/provisioning\/mode\s+"manual"\s+"scim"/);
});

test("many differ: the first of them, then more", async (t) => {
  const { tab, compare, press, people, drop, rows } = await open(t);
  const members = Array.from({ length: 300 }, (_, index) => ({ email: `p${index}@example.com`, role: "user" }));
  await drop("roster", { name: "roster.json", content: JSON.stringify({ members, directory: { users: [] } }) });
  await eventually(rows, (count) => count === 300, "everyone is there");
  await press("Keep this configuration to compare");
  await tab.locator("rc-settings input[type=radio][value=manual]").check();
  await people.first().waitFor();
  assert.match(await compare.locator(".people caption").innerText(), /^300 people/);
  assert.equal(await people.count(), 20);
  await press("Show 100 more");
  await eventually(() => people.count(), (count) => count === 120, "a hundred more");
});

const sameCounts = (one, other) => {
  const text = (counts) => JSON.stringify(Object.entries(counts).sort());
  return text(one) === text(other);
};
