// The form with texts that it cannot follow, values that it does not know, and everything open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAPPING, formPage } from "./settings-support.mjs";
import { AxeBuilder } from "./support.mjs";

const open = formPage();

const MARKUP = '<img src="x" onerror="alert(1)">';

test("the form follows the text, and stands still while it cannot be read", async (t) => {
  const { form, given, editor, text } = await open(t);
  await given({ organization: { plan: "team", name: "Small" } });
  const name = form.getByLabel("Name", { exact: true }).first();
  assert.equal(await name.inputValue(), "Small");
  const broken = '{ "organization": { "plan": "team", "name": "Small" }, ';
  await given(broken);
  assert.equal(await name.inputValue(), "Small");
  assert.equal(await name.isDisabled(), true);
  assert.equal(await form.locator(":is(input, select, button):enabled").count(), 0);
  await editor("config").locator("#problem").waitFor();
  await editor("config").getByRole("button", { name: "Open the JSON" }).click();
  assert.equal(await editor("config").locator("textarea").inputValue(), broken);
  assert.equal(await text(), broken);
  for (const other of ["[]", "null", "7", ""]) {
    await given(other);
    assert.equal(await name.isDisabled(), true, other);
  }
  await given('{ "organization": { "plan": "team" } }');
  assert.equal(await name.inputValue(), "");
  assert.equal(await name.isDisabled(), false);
});

const STRANGE = {
  organization: { name: 42, plan: "enterprise-seat-based", seats: { premium: "many", gold: 3 }, colour: "red" },
  parent: {
    kind: "guild",
    domains: ["acme.com", { name: "b.com", verified: "yes" }],
    sso: [],
    directorySync: { provider: "acme" },
  },
  provisioning: {
    mode: "skim",
    groupMapping: { roles: { "primary-owner": ["a"], "a/b~c": [], owner: "claude-owners", user: [7, "claude-users"] } },
  },
  saved: { mode: 5, groupMapping: true },
  acter: "me",
  assumptions: { tierUnmapped: "hold" },
  guards: { minAdmins: null, unheard: 1 },
};

test("what the form does not know is shown as it is, and survives", async (t) => {
  const { form, given, text, says, openAll, groups, editor } = await open(t);
  const source = JSON.stringify(STRANGE, null, 3);
  await given(source);
  await openAll();
  for (const shown of ["42", "many", "guild", "acme.com", "yes", "[]", "skim", "claude-owners", "5", "true"]) {
    await form
      .locator(".odd", { hasText: shown })
      .or(form.locator("option:checked", { hasText: shown }))
      .first()
      .waitFor({ state: "attached" });
  }
  assert.equal(await form.locator('[data-at="/provisioning/mode"] input:checked').count(), 0);
  await form.getByText("not on this plan").first().waitFor();
  assert.equal(await text(), source, "showing changes nothing");

  await form.getByRole("radio", { name: /SCIM/ }).check();
  assert.equal(await text(), source.replace('"skim"', '"scim"'));
  await groups(`${MAPPING}/roles/primary-owner`).getByRole("button", { name: "Remove a" }).click();
  await form.getByRole("button", { name: "Remove a/b~c" }).click();
  await says(
    ({ provisioning }) => Object.keys(provisioning.groupMapping.roles).join() === "owner,user",
    "roles that the plan lacks are gone",
  );
  await form.getByLabel("Readings").or(form.getByLabel("People in no tier group")).first().selectOption("removed");
  await says(
    ({ acter, guards, organization }) =>
      acter === "me" && guards.unheard === 1 && organization.colour === "red" && organization.seats.gold === 3,
    "the rest is there",
  );
  await form.getByRole("button", { name: "Go to acter in the JSON" }).click();
  const selected = await editor("config")
    .locator("textarea")
    .evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.equal(selected, '"me"');
});

test("markup is text", async (t) => {
  const { tab, form, given, complaints, says, groups, openAll } = await open(t);
  await given({
    organization: { plan: "team", name: MARKUP, seats: { [MARKUP]: 1 } },
    parent: { domains: [{ name: MARKUP }], siblings: [{ name: MARKUP, plan: MARKUP }] },
    provisioning: { mode: MARKUP, groupMapping: { roles: { [MARKUP]: [MARKUP], owner: [MARKUP] } } },
    [MARKUP]: MARKUP,
  });
  await openAll();
  await form.locator("rc-groups").getByText(MARKUP).first().waitFor();
  const field = groups(`${MAPPING}/roles/user`).getByRole("combobox");
  await field.fill(`${MARKUP}2`);
  await field.press("Enter");
  await says(({ provisioning }) => provisioning.groupMapping.roles.user[0] === `${MARKUP}2`, "added as text");
  assert.equal(await tab.locator("img").count(), 0);
  assert.deepEqual(complaints, []);
});

const LOOKS = [
  { width: 320, colorScheme: "light", locale: "en" },
  { width: 1600, colorScheme: "dark", locale: "en" },
  { width: 1600, colorScheme: "light", locale: "ja" },
  { width: 320, colorScheme: "dark", locale: "ja" },
];

for (const { width, colorScheme, locale } of LOOKS) {
  test(`axe is content and nothing overflows with everything open, ${width}px, ${colorScheme}, ${locale}`, async (t) => {
    const { tab, given, openAll, groups } = await open(t, {
      viewport: { width, height: 900 },
      colorScheme,
      locale,
    });
    const check = async () => {
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow}px too wide`);
      const { violations } = await new AxeBuilder({ page: tab })
        .include({ fromShadowDom: ["rc-app", "rc-settings"] })
        .analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join("; ")}`),
        [],
      );
    };
    await openAll();
    await groups(`${MAPPING}/roles/admin`).getByRole("combobox").click();
    await check();
    await given(STRANGE);
    await openAll();
    await check();
    await given("{ not json");
    await tab.locator("#problem").waitFor();
    await check();
  });
}
