// Modes and mappings in the form: what Save would write, and what is in force today.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAPPING, formPage } from "./settings-support.mjs";
import { eventually } from "./support.mjs";

const open = formPage();

test("mode and mapping: cards and switch, and the verdict follows", async (t) => {
  const { form, text, says, finding } = await open(t);
  const before = await text();
  await form.getByRole("radio", { name: "Manual" }).check();
  await says(({ provisioning }) => provisioning.mode === "manual", "manual");
  await finding("plan/mapping-in-manual").waitFor();
  await form.getByText("In manual mode the mapping is ignored.").waitFor();
  await form.getByRole("radio", { name: /JIT/ }).check();
  await finding("timing/next-login").waitFor();
  await form.getByRole("radio", { name: /SCIM/ }).check();
  assert.equal(await text(), before);

  const mapping = form.locator(`[data-at="${MAPPING}"]`).getByRole("switch");
  await mapping.uncheck();
  await says(({ provisioning }) => !("groupMapping" in provisioning), "off");
  await finding("lockout/actor-demoted").waitFor({ state: "detached" });
  await mapping.check();
  await eventually(text, (now) => now === before, "the mapping is back as it was");
});

test("a mapping without groups is on", async (t) => {
  const { form, given, says, groups } = await open(t);
  await given({ organization: { plan: "team" }, provisioning: { groupMapping: { roles: { owner: ["a"] } } } });
  await groups(`${MAPPING}/roles/owner`).getByRole("button", { name: "Remove a" }).click();
  await says(({ provisioning }) => JSON.stringify(provisioning) === '{"groupMapping":{}}', "empty, and on");
  assert.equal(await form.locator(`[data-at="${MAPPING}"]`).getByRole("switch").isChecked(), true);
});

test("groups are mapped by keyboard alone", async (t) => {
  const { tab, groups, says, finding, text } = await open(t);
  const focused = () =>
    tab.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.getAttribute("aria-label");
    });
  const owner = groups(`${MAPPING}/roles/owner`);
  const field = owner.getByRole("combobox", { name: "Groups for Owner: Add a group" });
  await field.focus();
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  await tab.keyboard.press("ArrowDown");
  await owner.getByRole("listbox").waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  const count = await owner.getByRole("option").count();
  await tab.keyboard.press("Escape");
  await owner.getByRole("listbox").waitFor({ state: "hidden" });

  await tab.keyboard.type("it-op");
  await eventually(
    () => owner.getByRole("option").count(),
    (now) => now < count,
    "fewer are offered",
  );
  const active = owner.locator(`#${await field.getAttribute("aria-activedescendant")}`);
  assert.match(await active.innerText(), /it-operations[^]*\d+ people/);
  await tab.keyboard.press("Enter");
  await says(
    ({ provisioning }) => provisioning.groupMapping.roles.owner.join() === "claude-owners,it-operations",
    "added",
  );
  assert.match(await text(), /"owner": \["claude-owners", "it-operations"\],/);
  assert.equal(await field.inputValue(), "");
  assert.equal(await focused(), "Groups for Owner: Add a group");
  await finding("lockout/actor-demoted").waitFor({ state: "detached" });

  await tab.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "Remove it-operations");
  await tab.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "Remove claude-owners");
  await tab.keyboard.press("Delete");
  await says(({ provisioning }) => provisioning.groupMapping.roles.owner.join() === "it-operations", "removed");
  assert.equal(await focused(), "Remove it-operations");
  await tab.keyboard.press("Enter");
  await says(
    ({ provisioning }) => !("owner" in provisioning.groupMapping.roles),
    "a role without groups is not written",
  );
  await eventually(focused, (label) => label === "Groups for Owner: Add a group", "the field has the focus");

  await tab.keyboard.type("nobody-knows-it");
  await tab.keyboard.press("End");
  await tab.keyboard.press("Enter");
  await says(({ provisioning }) => provisioning.groupMapping.roles.owner.join() === "nobody-knows-it", "as typed");
  await owner.getByText("not in the directory").waitFor();
  await finding("mapping/unknown-group").filter({ hasText: "nobody-knows-it" }).waitFor();
});

test("the list says what is mapped already", async (t) => {
  const { groups } = await open(t);
  const admin = groups(`${MAPPING}/roles/admin`);
  await admin.getByRole("combobox").fill("claude-users");
  assert.match(await admin.getByRole("option").first().innerText(), /gives User, Standard/);
  const user = groups(`${MAPPING}/roles/user`);
  await user.getByRole("combobox").fill("claude-users");
  const here = user.getByRole("option").first();
  assert.match(await here.innerText(), /already here/);
  assert.equal(await here.getAttribute("aria-disabled"), "true");
});

test("what is in force today: given or not, and the same as above", async (t) => {
  const { form, text, says, config } = await open(t);
  const before = await text();
  const known = form.getByRole("switch", { name: "Say what is in force" });
  await known.uncheck();
  await says((now) => !("saved" in now), "not given");
  await known.check();
  await eventually(text, (now) => now === before, "back as it was");
  const saved = form.locator('details[data-at="/saved"]');
  await saved.getByLabel("Provisioning mode").selectOption("jit");
  await saved.getByLabel("SSO required today").selectOption("true");
  await says(({ saved: now }) => now.mode === "jit" && now.ssoRequired === true, "mode and SSO");
  await saved.getByLabel("SSO required today").selectOption("");
  await says(({ saved: now }) => !("ssoRequired" in now), "as the parent says");
  await saved.getByRole("button", { name: "Same as above" }).click();
  const { provisioning, saved: now } = await config();
  assert.deepEqual(now.groupMapping, provisioning.groupMapping);
  await saved.locator('rc-groups[pointer="/saved/groupMapping/roles/owner"]').waitFor();
});
