// What must hold after saving, said in the form: by group, by person, of everyone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formPage } from "./settings-support.mjs";
import { AxeBuilder, eventually } from "./support.mjs";

const open = formPage();

const focused = (tab) =>
  tab.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return { at: node?.closest("[data-at]")?.dataset.at, label: node?.getAttribute("aria-label") };
  });

const expecting = async ({ given, config }, expect) => given({ ...(await config()), expect });

test("a group of the directory must keep access, in one step", async (t) => {
  const { tab, form, at, text, says, finding } = await open(t);
  const before = await text();
  const field = form.getByLabel("Group that must keep access");
  const offered = await field.evaluate((node) => [...node.list.options].map(({ value, label }) => [value, label]));
  assert.ok(offered.some(([value, label]) => value === "claude-users" && /^claude-users \(\d+ people\)$/.test(label)));
  await field.fill("claude-admins");
  await form.getByRole("button", { name: "Add group" }).click();
  assert.equal(
    await text(),
    before.replace(/\n}\n$/, ',\n  "expect": [\n    { "group": "claude-admins", "access": true }\n  ]\n}\n'),
  );
  assert.equal(await field.inputValue(), "");
  await finding("expect/not-met").waitFor();
  await finding("expect/not-met").getByRole("button", { name: /\/config\/expect\/0/ }).click();
  await eventually(() => focused(tab), (seen) => seen.at === "/expect/0/group", "its place has the focus");
  assert.equal(await at("/expect/0/access").locator("select").inputValue(), "true");

  await at("/expect/0/access").locator("select").selectOption("");
  await says(({ expect }) => JSON.stringify(expect) === '[{"group":"claude-admins"}]', "nothing is said");
  await form.getByText("Says nothing yet").waitFor();
  await at("/expect/0/role").locator("select").selectOption("admin");
  await at("/expect/0/seatTier").locator("select").selectOption("premium");
  await says(({ expect }) => expect[0].role === "admin" && expect[0].seatTier === "premium", "role and seat");
  assert.match(await at("/expect/0/group").locator("label").innerText(), /^Group \(\d+ people\)$/);
  await at("/expect/0/group").locator("input").fill("no-such-group");
  await at("/expect/0").getByText("not in the directory").waitFor();
  await finding("expect/matches-nobody").waitFor();
  await form.getByRole("button", { name: "Remove no-such-group: Admin, Premium" }).click();
  await eventually(text, (now) => now === before, "the text is as it was");
});

test("a person, everyone, and which row is taken away", async (t) => {
  const { tab, form, at, says, finding } = await open(t);
  await form.getByLabel("Address of somebody who must keep access").fill(" ben.carter@example.com ");
  await form.getByRole("button", { name: "Add person" }).click();
  await form.getByRole("button", { name: "Add everyone with access" }).click();
  await says(
    ({ expect }) => JSON.stringify(expect) === '[{"email":"ben.carter@example.com","access":true},{"everyone":true}]',
    "both",
  );
  await eventually(() => focused(tab), (seen) => seen.at === "/expect/1/access", "what everyone must have is asked next");
  await at("/expect/1/role").locator("select").selectOption("user");
  await finding("expect/not-met").getByRole("button", { name: /\/config\/expect\/1/ }).first().waitFor();
  await at("/expect/0/access").locator("select").selectOption("false");
  await says(({ expect }) => expect[0].access === false, "no access");

  await form.getByRole("button", { name: "Remove ben.carter@example.com: Has no access" }).click();
  await says(({ expect }) => JSON.stringify(expect) === '[{"everyone":true,"role":"user"}]', "the other is left");
  await eventually(() => focused(tab), (seen) => seen.at === "/expect/0/access", "the focus is on the row that took its place");
  await form.getByRole("button", { name: "Remove Everyone with access: User" }).click();
  await says((config) => !("expect" in config), "no expectations");
  await form.getByText("Nothing yet. A group or a person").waitFor();
});

test("without a subject it asks for one; emptied, it asks again", async (t) => {
  const opened = await open(t);
  const { at, says } = opened;
  await expecting(opened, [{ access: true }]);
  await at("/expect/0").getByText("Names nobody yet").waitFor();
  assert.equal(await at("/expect/0/group").locator("label").innerText(), "Group");
  await at("/expect/0/email").locator("input").fill("ben.carter@example.com");
  await says(({ expect }) => expect[0].email === "ben.carter@example.com", "named");
  await at("/expect/0/group").waitFor({ state: "detached" });
  await at("/expect/0/email").locator("input").fill("");
  await at("/expect/0/email").locator("input").blur();
  await at("/expect/0/group").waitFor();
});

const STRANGE = [
  "everybody",
  { email: 7, access: "yes", role: "emperor", seatTier: [] },
  { everyone: false, access: true, colour: "red" },
  { group: "claude-users", email: "ann@example.com", role: "primary-owner" },
];

test("what is not understood is shown and kept", async (t) => {
  const opened = await open(t);
  const { form, at, text, says, editor } = opened;
  await expecting(opened, STRANGE);
  for (const shown of ["everybody", "7", "yes", "emperor", "[]", "false"]) {
    await form
      .locator(".odd", { hasText: shown })
      .or(form.locator("option:checked", { hasText: shown }))
      .first()
      .waitFor({ state: "attached" });
  }
  const before = await text();
  assert.deepEqual(JSON.parse(before).expect, STRANGE, "showing changes nothing");
  assert.equal(await at("/expect/3/role").locator("option:checked").innerText(), "Primary Owner");
  await at("/expect/2/role").locator("select").selectOption("user");
  await says(({ expect }) => expect[2].colour === "red" && expect[2].role === "user", "the key nobody knows is kept");
  await at("/expect/2").getByRole("button", { name: "Go to colour in the JSON" }).click();
  const selected = await editor("config")
    .locator("textarea")
    .evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.equal(selected, '"red"');
  await editor("config").getByRole("tab", { name: "Form" }).click();
  await form.getByRole("button", { name: "Remove everybody" }).click();
  await says(({ expect }) => expect.length === 3 && expect[0].email === 7, "only the strange row is gone");
  await opened.given({ organization: { plan: "team" }, expect: "all" });
  await form.locator('[data-at="/expect"] .odd', { hasText: "all" }).waitFor();
});

test("by keyboard alone", async (t) => {
  const { tab, form, says } = await open(t);
  await form.getByLabel("Group that must keep access").focus();
  await tab.keyboard.type("claude-premium");
  await tab.keyboard.press("Enter");
  await says(({ expect }) => expect?.[0].group === "claude-premium", "Enter adds");
  // A second Enter adds nothing, and what was typed before is gone.
  await tab.keyboard.press("Enter");
  for (const _ of Array(5)) await tab.keyboard.press("Shift+Tab");
  assert.equal((await focused(tab)).at, "/expect/0/group");
  await tab.keyboard.press("Tab");
  assert.equal((await focused(tab)).label, "Remove claude-premium: Has access");
  for (const _ of Array(2)) await tab.keyboard.press("Tab");
  assert.equal((await focused(tab)).at, "/expect/0/role");
  await tab.keyboard.type("Ow");
  await says(({ expect }) => expect.length === 1 && expect[0].role === "owner", "a role");
});

test("the place of a finding leads to its control", async (t) => {
  const opened = await open(t);
  const { tab, at } = opened;
  await expecting(opened, [{ group: "claude-users", access: true }, { email: "ben.carter@example.com", role: "admin" }]);
  for (const [pointer, control] of [
    ["/expect/1", "/expect/1/email"],
    ["/expect/1/role", "/expect/1/role"],
    ["/expect/0/access", "/expect/0/access"],
    ["/expect/0/colour", "/expect/0/group"],
  ]) {
    await tab.locator("rc-settings").evaluate((node, to) => node.reveal(to), pointer);
    await eventually(() => focused(tab), (seen) => seen.at === control, `${pointer} has the focus`);
    assert.ok(await at(control).isVisible());
  }
});

for (const [width, colorScheme, locale] of [
  [320, "dark", "en"],
  [1600, "light", "ja"],
]) {
  test(`axe is content and nothing overflows, ${width}px, ${colorScheme}, ${locale}`, async (t) => {
    const opened = await open(t, { viewport: { width, height: 900 }, colorScheme, locale });
    const { tab, form } = opened;
    await expecting(opened, [...STRANGE, { group: "a-group-that-is-not-there", access: true }, { access: true }, { everyone: true }]);
    await form.locator('[data-at="/expect/6"]').waitFor();
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow}px too wide`);
    const { violations } = await new AxeBuilder({ page: tab }).include({ fromShadowDom: ["rc-app", "rc-settings"] }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join("; ")}`), []);
    if (locale === "ja") {
      const said = await form.locator('[data-at="/expect"]').first().innerText();
      assert.match(said, /保存後に成り立つべきこと/);
      assert.equal(await form.getByRole("button", { name: "アクセスのある全員: 内容なしを削除" }).count(), 1);
    }
  });
}
