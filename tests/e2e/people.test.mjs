// The table of people: found, ordered, gone through by keyboard, and each one explained. It never holds all of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { check, init } from "../../pkg/node.js";
import { dropPrepared, prepared } from "./large-support.mjs";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();
const sample = (name) => JSON.parse(readFileSync(new URL(`../../www/src/sample/${name}.json`, import.meta.url), "utf8"));

const ROLES = ["primary-owner", "owner", "admin", "user"];
const losesAccess = ({ before, outcome }) => before?.access === true && ["removed", "blocked"].includes(outcome);
const getsLowerRole = ({ before, after }) =>
  Boolean(before?.access && after?.access) && ROLES.indexOf(after.role) > ROLES.indexOf(before.role);

const row = (tab, index) => tab.locator(`rc-people [role=row][aria-rowindex="${index + 2}"][data-email]`);
const select = (tab, name) => tab.locator(`rc-people select[name=${name}]`);

/** The row that has the focus, by its place among all. */
const focused = (tab) =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("role") === "row" ? Number(element.getAttribute("aria-rowindex")) - 2 : undefined;
  });

const isFocused = (tab, index) => eventually(() => focused(tab), (at) => at === index, `row ${index} has the focus`);

/** The addresses in the table, from the first to the last, as somebody sees them who goes through it. */
async function everyone(tab, count) {
  const grid = tab.locator("rc-people [role=grid]");
  await eventually(() => grid.getAttribute("aria-rowcount"), (said) => Number(said) === count + 1, `${count} are in the table`);
  const found = new Map();
  for (let index = 0; index < count; index = found.size) {
    await grid.evaluate((node, index) => (node.scrollTop = index * 52), index);
    await row(tab, index).waitFor();
    for (const [at, email] of await grid.evaluate((node) =>
      [...node.querySelectorAll("[data-email]")].map((row) => [Number(row.dataset.index), row.dataset.email]),
    )) {
      found.set(at, email);
    }
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, email]) => email);
}

describe("finding people", () => {
  let report;
  before(async () => {
    await init();
    report = check(sample("config"), sample("roster"));
  });

  test("every filter finds just those whom it names", async (t) => {
    const { tab } = await app.open(t);
    const expected = new Map([
      ["all", () => true],
      ["loses-access", losesAccess],
      ["lower-role", getsLowerRole],
      ...["removed", "waiting", "changed", "added", "kept", "not-a-member"].map((outcome) => [outcome, (person) => person.outcome === outcome]),
    ]);
    for (const [filter, is] of expected) {
      await select(tab, "filter").selectOption(filter);
      const people = report.people.filter(is).map(({ email }) => email);
      assert.ok(people.length > 0, filter);
      assert.deepEqual((await everyone(tab, people.length)).toSorted(), people.toSorted(), filter);
      const label = await select(tab, "filter").locator(`option[value=${filter}]`).innerText();
      assert.ok(label.endsWith(`(${people.length})`), label);
    }
    await select(tab, "filter").selectOption("blocked");
    await tab.getByText("Nobody matches.").waitFor();
  });

  test("by role and seat, before or after, and all at once", async (t) => {
    const { tab } = await app.open(t);
    const has = (key, value) => ({ before, after }) => [before, after].some((standing) => standing?.[key] === value);
    await select(tab, "role").selectOption("admin");
    const admins = report.people.filter(has("role", "admin"));
    assert.deepEqual((await everyone(tab, admins.length)).toSorted(), admins.map(({ email }) => email).toSorted());
    await select(tab, "seat").selectOption("premium");
    const both = admins.filter(has("seatTier", "premium"));
    assert.ok(both.length > 0 && both.length < admins.length);
    assert.equal((await everyone(tab, both.length)).length, both.length);
    await select(tab, "filter").selectOption("lower-role");
    const lowered = both.filter(getsLowerRole);
    assert.deepEqual((await everyone(tab, lowered.length)).toSorted(), lowered.map(({ email }) => email).toSorted());
  });

  test("in every order", async (t) => {
    const { tab } = await app.open(t);
    const { length } = report.people;
    const listed = report.people.map(({ email }) => email);
    for (const [order, expected] of [["roster", listed], ["email", listed.toSorted()], ["email-descending", listed.toSorted().toReversed()]]) {
      await select(tab, "order").selectOption(order);
      await row(tab, 0).and(tab.locator(`[data-email="${expected[0]}"]`)).waitFor();
      assert.deepEqual(await everyone(tab, length), expected, order);
    }
    await select(tab, "order").selectOption("harm");
    const losing = report.people.filter(losesAccess).map(({ email }) => email);
    await row(tab, 0).and(tab.locator(`[data-email="${losing[0]}"]`)).waitFor();
    assert.deepEqual((await everyone(tab, length)).slice(0, losing.length), losing);
    await select(tab, "order").selectOption("name");
    await row(tab, 0).getByText("Aiko Nakamura").waitFor();
    const named = await everyone(tab, length);
    await select(tab, "order").selectOption("name-descending");
    await row(tab, 0).and(tab.locator(`[data-email="${named.at(-1)}"]`)).waitFor();
    assert.deepEqual(await everyone(tab, length), named.toReversed());
  });

  test("by a part of a name or an address, once typing has paused", async (t) => {
    const { tab, rows } = await app.open(t);
    await tab.getByLabel("Search").pressSequentially("CARTER");
    await eventually(rows, (count) => count === 1, "one is found");
    await row(tab, 0).getByText("Ben Carter").waitFor();
    assert.match(await tab.locator("rc-people [role=status]").innerText(), /^1 of 66 people$/);
    await tab.getByLabel("Search").fill("");
    await eventually(rows, (count) => count === 66, "everybody is back");
  });
});

test("the keyboard goes through the rows, of which one is reached by tab", async (t) => {
  const { tab } = await app.open(t);
  assert.equal(await tab.locator("rc-people [role=row][tabindex='0']").count(), 1);
  await tab.getByLabel("Search").focus();
  await tab.keyboard.press("Tab");
  await isFocused(tab, 0);
  for (const [key, at] of [["ArrowDown", 1], ["ArrowDown", 2], ["ArrowUp", 1], ["End", 65], ["ArrowDown", 65], ["Home", 0], ["ArrowUp", 0]]) {
    await tab.keyboard.press(key);
    await isFocused(tab, at);
    await row(tab, at).waitFor();
  }
  await tab.keyboard.press("PageDown");
  const page = await eventually(() => focused(tab), (at) => at > 4, "a page further");
  await tab.keyboard.press("PageUp");
  await isFocused(tab, 0);

  // Scrolled out of sight, the row keeps the focus, and the next key brings it back.
  await tab.keyboard.press("ArrowDown");
  await tab.locator("rc-people [role=grid]").evaluate((node) => (node.scrollTop = node.scrollHeight));
  await row(tab, 65).waitFor();
  await isFocused(tab, 1);
  await tab.keyboard.press("ArrowDown");
  await isFocused(tab, 2);
  await row(tab, 3).waitFor();
  assert.ok(page < 65);
  await tab.keyboard.press("Shift+Tab");
  await eventually(() => focused(tab), (at) => at === undefined, "the table is left");
});

test("rows say which they are of how many", async (t) => {
  const { tab } = await app.open(t);
  const grid = tab.getByRole("grid", { name: "People" });
  assert.equal(await grid.getAttribute("aria-rowcount"), "67");
  const indices = await grid.getByRole("row").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
  assert.deepEqual(indices, Array.from(indices, (_, index) => index + 1));
  assert.ok(indices.length < 60, "not everybody is in the page");
  assert.deepEqual(await grid.getByRole("columnheader").allInnerTexts(), ["Person", "Role", "Seat", "Outcome", "When", "Why"]);
});

test("the place in the table stays where it is while the answer changes", async (t) => {
  const { tab, rewrite, verdict } = await app.open(t);
  await select(tab, "order").selectOption("roster");
  const grid = tab.locator("rc-people [role=grid]");
  await grid.evaluate((node) => (node.scrollTop = 40 * 52));
  await row(tab, 40).waitFor();
  await rewrite("config", (config) => config.replace('"owner": ["claude-owners"]', '"owner": ["claude-owners", "it-operations"]'));
  await verdict.getByText("falls from owner to user").waitFor({ state: "detached" });
  await row(tab, 40).waitFor();
  assert.equal(await grid.evaluate((node) => node.scrollTop), 40 * 52);
});

describe("one person", () => {
  const dialog = (tab) => tab.getByRole("dialog");

  test("is explained at Enter and a click, and Escape goes back to the row", async (t) => {
    const { tab, person } = await app.open(t);
    await person("ben.carter@example.com").press("Enter");
    const panel = dialog(tab);
    await panel.getByRole("heading", { name: "Why is Ben Carter removed?" }).waitFor();
    assert.match(await panel.innerText(), /ben\.carter@example\.com[^]*Removed\s+on save[^]*Before\s+After[^]*Access\s+yes\s+not listed[^]*Role\s+User\s+not listed[^]*Because/);
    assert.ok((await panel.locator("li").count()) > 0);
    await tab.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    await isFocused(tab, 1);

    await person("saoirse.byrne@example.com").click();
    await panel.getByRole("heading", { name: "Why does Saoirse Byrne wait?" }).waitFor();
    assert.match(await panel.innerText(), /when seats are bought/);
    await panel.getByRole("button", { name: "Close" }).click();
    await panel.waitFor({ state: "hidden" });
  });

  test("is explained from a finding, whose link has the focus again", async (t) => {
    const { tab, finding } = await app.open(t);
    const link = finding("lockout/actor-demoted").getByRole("button", { name: "mei.tanaka@example.com" }).first();
    await link.press("Enter");
    await dialog(tab).getByRole("heading", { name: "Why does Mei Tanaka change?" }).waitFor();
    assert.match(await dialog(tab).innerText(), /Role\s+Owner\s+User/);
    await tab.keyboard.press("Escape");
    await dialog(tab).waitFor({ state: "hidden" });
    assert.ok(await link.evaluate((node) => node.getRootNode().activeElement === node));
  });

  for (const setting of [
    { viewport: { width: 390, height: 844 }, colorScheme: "light", locale: "ja" },
    { viewport: { width: 1600, height: 1000 }, colorScheme: "dark", locale: "en" },
    { viewport: { width: 320, height: 700 }, colorScheme: "dark", locale: "en" },
  ]) {
    test(`axe is content with the table and the panel at ${setting.viewport.width}px, ${setting.colorScheme}, ${setting.locale}`, async (t) => {
      const { tab, person } = await app.open(t, setting);
      for (const isOpen of [false, true]) {
        if (isOpen) await person("mateus.oliveira@example.com").press("Enter");
        if (isOpen) await dialog(tab).locator("li").first().waitFor();
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.flat().join(" "))]), []);
        const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow}px too wide`);
      }
    });
  }
});

test("of a million people the last can be scrolled to and read, by keyboard, mouse and scroll bar", async (t) => {
  const MANY = 1_000_000;
  const { tab, rows, complaints } = await app.open(t);
  await prepared(tab, MANY);
  await dropPrepared(tab);
  await eventually(rows, (count) => count === MANY, "everybody is counted", 60_000);
  await select(tab, "order").selectOption("roster");
  await row(tab, 0).and(tab.locator("[data-email='person0@example.com']")).waitFor();
  const grid = tab.locator("rc-people [role=grid]");
  const last = row(tab, MANY - 1);
  const top = () => grid.evaluate((node) => {
    const edge = node.getBoundingClientRect().top + node.querySelector(".head").offsetHeight;
    const seen = [...node.querySelectorAll(".row")].filter((row) => row.getBoundingClientRect().bottom > edge + 1);
    return Math.min(...seen.map((row) => Number(row.dataset.index)));
  });
  assert.ok(await grid.evaluate((node) => node.scrollHeight < 10_000_000), "no browser's limit is met");

  await row(tab, 0).focus();
  await tab.keyboard.press("End");
  await isFocused(tab, MANY - 1);
  await last.getByText("Person 999999").waitFor();
  assert.ok(await last.evaluate((node) => node.getBoundingClientRect().bottom <= node.getRootNode().querySelector(".view").getBoundingClientRect().bottom + 1));
  await tab.keyboard.press("ArrowUp");
  await isFocused(tab, MANY - 2);
  await tab.keyboard.press("Home");
  await isFocused(tab, 0);
  await row(tab, 0).getByText("Person 0").waitFor();

  // The scroll bar: to the middle, then to the end.
  await grid.evaluate((node) => (node.scrollTop = node.scrollHeight / 2));
  const middle = await eventually(top, (at) => Math.abs(at - MANY / 2) < 100, "half of the way");
  await row(tab, middle + 1).getByText(`Person ${middle + 1}`).waitFor();
  await grid.evaluate((node) => (node.scrollTop = node.scrollHeight));
  await last.getByText("Person 999999").waitFor();

  // The wheel: as many pixels as it says, wherever that is.
  await grid.evaluate((node) => (node.scrollTop = node.scrollHeight / 3));
  const from = await eventually(top, (at) => at > 300_000 && at < 350_000, "a third of the way");
  await grid.hover();
  await tab.mouse.wheel(0, 520);
  const to = await eventually(top, (at) => at > from, "the wheel moves the rows");
  await tab.waitForTimeout(500);
  assert.ok(to - from <= 11 && Math.abs((await top()) - from - 10) <= 1, `from ${from} to ${await top()}`);
  assert.deepEqual(complaints, []);
});
