// axe finds nothing to object to, in any state; and the keyboard is enough.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder, eventually, given, page } from "./support.mjs";

const app = page();

async function assertAccessible(tab) {
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.target.flat().join(" ")).join("\n  ")}`);
  assert.deepEqual(said, []);
}

const SETTINGS = [
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1024, height: 768 }, colorScheme: "dark" },
  { viewport: { width: 1600, height: 1000 }, colorScheme: "light", locale: "ja-JP" },
  { viewport: { width: 1600, height: 1000 }, colorScheme: "dark" },
];

for (const setting of SETTINGS) {
  const { viewport, colorScheme, locale = "en" } = setting;
  test(`axe is content at ${viewport.width}px, ${colorScheme}, ${locale}`, async (t) => {
    const { tab, field, editor, drop } = await app.open(t, setting);
    for (const details of await tab.locator("details").all()) await details.evaluate((node) => (node.open = true));
    await assertAccessible(tab);

    await drop("roster", { name: "photo.jpg", content: "not json" });
    await editor("roster").locator(".refused").waitFor();
    await field("config").fill("{ not json");
    await editor("config").locator("#problem").waitFor();
    await assertAccessible(tab);
  });
}

// Every pair of width, theme and language is among them.
for (const [width, colorScheme, locale] of [
  [390, "light", "en"],
  [390, "dark", "ja"],
  [1600, "light", "ja"],
  [1600, "dark", "en"],
]) {
  test(`axe is content with files and questions, ${width}px, ${colorScheme}, ${locale}`, async (t) => {
    const { tab, drop, entry } = await app.open(t, { viewport: { width, height: 900 }, colorScheme, locale });
    await drop(
      "roster",
      given("claude-members-left-out/members.csv"),
      given("entra-group-members/users.csv"),
      given("entra-group-members/claude-users.csv"),
      given("entra-group-no-name/exportGroupMembers_2026-11-20.csv"),
      given("error-columns-needed/staff.csv"),
      given("own-json/members.json"),
      given("error-pdf/members.csv", "handbook.pdf"),
      { name: "roster.json", content: '{ "members": [] }' },
    );
    await entry("roster.json").locator(".ask").waitFor();
    await assertAccessible(tab);
    await tab.locator("rc-assignment input[value=groups]").check();
    await tab.locator("rc-assignment input[type=checkbox]").first().check();
    await assertAccessible(tab);
  });
}

test("axe is content with an answer about nobody", async (t) => {
  const { tab, field, drop } = await app.open(t);
  await drop("config", { name: "config.json", content: '{ "organization": { "plan": "team" } }' });
  await field("roster").fill('{ "members": [] }');
  await tab.locator("rc-people .empty").waitFor();
  await assertAccessible(tab);
});

test("the keyboard reaches every control and sees where it is", async (t) => {
  const { tab } = await app.open(t);
  const seen = new Set();
  for (let press = 0; press < 240; press++) {
    await tab.keyboard.press("Tab");
    const focus = await tab.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      const shown = node?.matches(".visually-hidden") ? node.parentElement : node;
      return { tag: node?.localName, type: node?.type, outline: node && getComputedStyle(shown).outlineStyle };
    });
    if (focus.tag === "body") break;
    assert.notEqual(focus.outline, "none", `${focus.tag} shows no focus`);
    seen.add(focus.type === "file" || focus.type === "search" ? focus.type : focus.tag);
  }
  for (const kind of ["button", "select", "search", "textarea", "file", "summary"]) assert.ok(seen.has(kind), `${kind} is not reached`);
});

test("what is asked for by keyboard is shown", async (t) => {
  const { tab } = await app.open(t);
  await tab.getByRole("button", { name: /^Show them: .* loses? access/ }).press("Enter");
  await eventually(
    () => tab.getByRole("heading", { name: "People" }).evaluate((node) => node.getRootNode().activeElement === node),
    (focused) => focused,
    "the table's heading has the focus",
  );
});
