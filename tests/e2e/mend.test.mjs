// What can be done about an answer: fixes and whole repairs, each shown before it is applied, and undone by one click.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder, eventually, given, page } from "./support.mjs";

const app = page();
const SAMPLE = (name) => readFileSync(new URL(`../../www/src/sample/${name}.json`, import.meta.url), "utf8");
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** The page with what is needed to mend. */
async function open(t, options) {
  const opened = await app.open(t, { ...CLIPBOARD, ...options });
  const { tab, finding } = opened;
  const repairs = tab.locator("rc-repairs section").first();
  return {
    ...opened,
    repairs,
    ways: repairs.locator(".repair"),
    /** One of the fixes of a finding, unfolded, by a part of its title. */
    async fix(code, title) {
      const fixes = finding(code).locator("details.fixes");
      await fixes.waitFor();
      await fixes.evaluate((node) => (node.open = true));
      return fixes.locator("rc-fix").filter({ hasText: title });
    },
    config: () => tab.locator("rc-settings").evaluate((node) => node.input.text),
    roster: () => tab.locator("rc-editor.roster").evaluate((node) => node.input.text),
    settled: () => tab.locator("rc-repairs").evaluate((node) => node.updateComplete),
    applied: tab.locator("rc-supposed .applied"),
    supposed: tab.locator("rc-supposed .caution"),
  };
}

test("a whole repair is one offer: applied, nothing stops the save any more; undone, all is as it was", async (t) => {
  const { ways, says, config, applied, tab, complaints, repairs } = await open(t);
  await ways.first().waitFor();
  const before = await config();
  assert.match(await repairs.innerText(), /3 proven ways to save/);
  const first = ways.first();
  assert.match(await first.innerText(), /manual provisioning/i);
  // Every step says who does it and what to look at before the next; the last is to save.
  const steps = await first.locator(".plan > li").evaluateAll((items) => items.map(({ dataset, innerText }) => [dataset.step, innerText]));
  assert.deepEqual(steps.map(([step]) => step), ["settings", "save"]);
  for (const [, text] of steps) assert.match(text, /whoever saves[\s\S]*Then: /);

  await first.getByRole("button", { name: /^Apply: / }).click();
  await says(/Look before you save/);
  assert.equal(await config(), before.replace('"mode": "scim"', '"mode": "manual"'));
  assert.match(await applied.innerText(), /Applied: keep manual provisioning/);
  const focused = () => tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.textContent?.trim());
  assert.equal(await focused(), "Undo");
  await tab.keyboard.press("Enter");
  await says(/Do not save/);
  assert.equal(await config(), before);
  assert.equal(await applied.count(), 0);
  assert.deepEqual(complaints, []);
});

test("every offer keeps its promise", async (t) => {
  const { ways, says, tab, applied } = await open(t);
  await ways.first().waitFor();
  for (let number = 0; number < (await ways.count()); number++) {
    const way = ways.nth(number);
    await way.evaluate((node) => (node.open = true));
    const promised = /Leaves warnings/.test(await way.innerText()) ? /Look before you save/ : /Safe to save|Go ahead/;
    await way.locator("rc-fix button").first().click();
    await says(promised);
    await applied.getByRole("button").click();
    await says(/Do not save/);
    await ways.first().waitFor();
    await eventually(() => tab.locator("rc-fix button:disabled").count(), (count) => count === 0, "the offers are of this answer");
  }
});

test("a fix says beforehand what the answer would be, changes one word of the text, and is undone by keyboard", async (t) => {
  const { fix, config, verdict, tab, applied } = await open(t);
  const correct = await fix("mapping/unknown-group", "correct claude-admin to claude-admins");
  await correct.locator("summary").click();
  const effects = correct.locator(".effects");
  await effects.locator(".answer").waitFor();
  // hannah.weiss is in claude-admins, and was to be removed for want of a mapped group.
  assert.match(await effects.innerText(), /1 person gains access hannah\.weiss@example\.com/);
  assert.match(await effects.innerText(), /Gone with it[\s\S]*the directory has no group claude-admin/);
  assert.match(await effects.innerText(), /New with it[\s\S]*8 of 58 members are removed/);
  const promised = (await effects.locator(".answer").innerText()).trim();
  const before = await config();
  await correct.getByRole("button", { name: "Apply: correct claude-admin to claude-admins" }).click();
  await applied.waitFor();
  assert.equal(await config(), before.replace('["claude-admin"]', '["claude-admins"]'));
  await eventually(
    async () => (await verdict.innerText()).replace(/\s+/g, " "),
    (text) => promised.split(": ").every((part) => text.includes(part.replace(/\s+/g, " "))),
    `the answer is the one that was promised: ${promised}`,
  );
  await tab.keyboard.press("Control+z");
  await eventually(config, (text) => text === before, "undone");
});

test("what is done elsewhere can be supposed, and stays on a list until it is undone", async (t) => {
  const { fix, config, roster, supposed, applied, tab } = await open(t);
  const [configBefore, rosterBefore] = [await config(), await roster()];
  await (await fix("seats/shortage", "buy 1 more premium seat")).getByRole("button", { name: /^Suppose it is done: / }).click();
  await supposed.waitFor();
  assert.equal(await config(), configBefore.replace('"premium": 14', '"premium": 15'));
  assert.equal(await roster(), rosterBefore);

  const add = await fix("lockout/actor-demoted", "add mei.tanaka@example.com to claude-owners");
  await eventually(() => add.getByRole("button").isEnabled(), (ready) => ready, "the fix is of this answer");
  await add.getByRole("button", { name: /^Suppose it is done: / }).click();
  await eventually(() => supposed.locator("li").count(), (count) => count === 2, "both are listed");
  const mei = JSON.parse(await roster()).directory.users.find(({ email }) => email === "mei.tanaka@example.com");
  assert.ok(mei.groups.includes("claude-owners"));
  assert.match(await supposed.innerText(), /supposes that 2 things have been done elsewhere/);

  await supposed.getByRole("button", { name: "Copy this list" }).click();
  await supposed.getByText("Copied.").waitFor();
  assert.equal(
    await tab.evaluate(() => navigator.clipboard.readText()),
    "To be done elsewhere:\n- [ ] In billing: buy 1 more premium seat\n" +
      "- [ ] In the identity provider: in the identity provider, add mei.tanaka@example.com to claude-owners\n",
  );
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);

  await applied.getByRole("button", { name: "Undo" }).click();
  await eventually(roster, (text) => text === rosterBefore, "the roster is as it was");
  await tab.locator(".inputs").getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(config, (text) => text === configBefore, "the configuration is as it was");
  assert.equal(await supposed.count(), 0);
});

test("what a kept configuration supposes is still said after a reload; of a roster that is not kept it is not", async (t) => {
  const { fix, supposed, tab, config } = await open(t);
  const add = await fix("lockout/actor-demoted", "add mei.tanaka@example.com to claude-owners");
  await add.getByRole("button", { name: /^Suppose it is done: / }).click();
  await supposed.waitFor();
  const buy = await fix("seats/shortage", "buy 1 more premium seat");
  await eventually(() => buy.getByRole("button").isEnabled(), (ready) => ready, "the fix is of this answer");
  await buy.getByRole("button", { name: /^Suppose it is done: / }).click();
  await eventually(() => supposed.locator("li").count(), (count) => count === 2, "both are listed");
  assert.ok(!(await tab.evaluate(() => JSON.stringify({ ...localStorage, "rolecall.config": "" }))).includes("@"), "nobody is named");

  await tab.reload();
  await tab.locator("html[data-loaded]").waitFor({ state: "attached" });
  assert.match(await config(), /"premium": 15/);
  assert.deepEqual(await supposed.locator("li").allInnerTexts(), ["buy 1 more premium seat In billing"]);
  await tab.getByRole("button", { name: "Clear what is kept" }).click();
  await tab.getByText("Nothing is kept").waitFor();
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
});

test("a roster made of files becomes a text when something about people is supposed, and files again when that is undone", async (t) => {
  const { drop, field, supposed, tab, entry } = await open(t);
  await field("config").fill(
    JSON.stringify({
      organization: { plan: "enterprise-seat-based" },
      parent: { kind: "enterprise", domains: [{ name: "acme.com", verified: true }], sso: { connected: true, required: true }, directorySync: { connected: true, provider: "entra" } },
      provisioning: { mode: "scim", groupMapping: null },
      saved: { mode: "manual", groupMapping: null },
    }),
  );
  await drop("roster", given("claude-members-left-out/members.csv"), given("entra-group-members/users.csv"));
  await entry("users.csv").waitFor();
  const button = tab.locator("rc-findings rc-fix button").filter({ hasText: "Suppose it is done" }).first();
  await eventually(
    async () => {
      await tab.locator("rc-findings details.fixes").evaluateAll((all) => all.forEach((node) => (node.open = true)));
      return button.isVisible();
    },
    (shown) => shown,
    "something can be done in the identity provider",
  );
  await eventually(() => button.isEnabled(), (ready) => ready, "of this answer");
  await button.click();
  await supposed.waitFor();
  assert.equal(await tab.locator("rc-file").count(), 0);
  await tab.keyboard.press("Control+z");
  await entry("users.csv").waitFor();
  assert.equal(await tab.locator("rc-file").count(), 2);
  assert.equal(await supposed.count(), 0);
});

test("where nothing helps it says why", async (t) => {
  const { field, repairs, ways } = await open(t);
  const config = JSON.parse(SAMPLE("config"));
  const expect = [
    { email: "ben.carter@example.com", access: true },
    { email: "ben.carter@example.com", access: false },
  ];
  await field("config").fill(JSON.stringify({ ...config, expect }));
  await eventually(() => repairs.innerText(), (text) => /No way was found/.test(text), "nothing helps");
  assert.equal(await ways.count(), 0);
  assert.ok((await repairs.locator(".why li").count()) >= 2);
  assert.match(await repairs.locator(".why").innerText(), /another expectation asks something else of ben\.carter/);
});

test("with nothing in the way the order of steps to save is there, and no repair", async (t) => {
  const { field, repairs, ways, says } = await open(t);
  const config = JSON.parse(SAMPLE("config"));
  config.provisioning.groupMapping.roles.owner.push("it-operations");
  await field("config").fill(JSON.stringify(config));
  await says(/Look before you save/);
  await eventually(() => repairs.locator(".plan > li").count(), (count) => count > 1, "the steps are there");
  assert.equal(await ways.count(), 0);
  const steps = await repairs.locator(".plan > li").evaluateAll((items) => items.map(({ dataset }) => dataset.step));
  assert.equal(steps.at(-1), "sync-now");
  assert.ok(steps.indexOf("save") < steps.indexOf("sync-now"));
});

test("of more than ten thousand people it is looked for when somebody asks", async (t) => {
  const { drop, repairs, ways } = await open(t);
  const rows = Array.from({ length: 10_001 }, (_, index) => ({ email: `p${index}@example.com` }));
  await drop("roster", { name: "roster.json", content: JSON.stringify({ members: [...rows, { email: "mei.tanaka@example.com", role: "owner" }], directory: { users: rows } }) });
  const look = repairs.getByRole("button", { name: "Look for ways to mend it" });
  await look.waitFor();
  assert.equal(await ways.count(), 0);
  await look.click();
  await eventually(async () => (await ways.count()) + (await repairs.locator(".why li").count()), (count) => count > 0, "an answer about mending");
});

test("what is of the answer before cannot be applied", async (t) => {
  const { tab, field, ways } = await open(t);
  await ways.first().waitFor();
  await field("config").fill("{ broken");
  await tab.locator("rc-settings #problem, rc-editor #problem").first().waitFor();
  const button = ways.first().locator("rc-fix button").first();
  await button.click();
  await ways.first().getByText("The inputs have changed since.").waitFor();
  assert.equal(await field("config").inputValue(), "{ broken");
});

for (const [locale, width, colorScheme] of [["en", 390, "dark"], ["ja", 1600, "light"]]) {
  test(`axe is content with everything unfolded, ${locale}, ${width}px, ${colorScheme}`, async (t) => {
    const { tab, ways } = await open(t, { locale, colorScheme, viewport: { width, height: 900 } });
    await ways.first().waitFor();
    await tab.locator("rc-compare button").first().click();
    await tab.locator("rc-settings input[type=radio][value=jit]").check();
    await tab.locator("rc-compare .people").waitFor();
    for (let depth = 0; depth < 3; depth++) {
      await tab.locator("rc-repairs details, rc-findings details").evaluateAll((all) => all.forEach((node) => (node.open = true)));
    }
    await tab.locator("rc-fix .answer").first().waitFor();
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`), []);
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page");
  });
}
