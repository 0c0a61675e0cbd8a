// The configuration as a form: every control changes the text in its place, and the text is the only truth.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { catalog, init } from "../../pkg/node.js";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();
const MARKUP = '<img src="x" onerror="alert(1)">';

before(() => init());

/** The page with the form, the text behind it, and ways to the form's controls. */
async function open(t, options) {
  const opened = await app.open(t, options);
  const { tab, editor } = opened;
  const form = tab.locator("rc-settings-form");
  const text = () => tab.locator("rc-settings").evaluate((node) => node.input.text);
  return {
    ...opened,
    form,
    text,
    config: async () => JSON.parse(await text()),
    /** Waits for what the text says, as JSON. */
    says: (check, what) => eventually(async () => JSON.parse(await text()), check, what),
    at: (pointer) => form.locator(`[data-at="${pointer}"]`).last(),
    groups: (pointer) => form.locator(`rc-groups[pointer="${pointer}"]`),
    /** Types a text into the JSON view and comes back. */
    async given(config) {
      await opened.field("config").fill(typeof config === "string" ? config : JSON.stringify(config, null, 2));
      await editor("config").getByRole("tab", { name: /Form|フォーム/ }).click();
    },
    openAll: () => tab.locator("rc-settings details").evaluateAll((all) => all.forEach((one) => (one.open = true))),
  };
}

const MAPPING = "/provisioning/groupMapping";

test("the form is what is seen first; its tabs follow the arrow keys", async (t) => {
  const { tab, form, editor } = await open(t);
  await form.getByLabel("Name", { exact: true }).first().waitFor();
  const [asForm, asJson] = ["Form", "JSON"].map((name) => editor("config").getByRole("tab", { name }));
  assert.equal(await asForm.getAttribute("aria-selected"), "true");
  await asForm.focus();
  await tab.keyboard.press("ArrowRight");
  await editor("config").locator("textarea").waitFor();
  assert.equal(await asJson.evaluate((node) => node.getRootNode().activeElement === node), true);
  assert.equal(await asForm.getAttribute("tabindex"), "-1");
  await tab.keyboard.press("ArrowRight");
  await form.waitFor();
  await tab.keyboard.press("End");
  await form.waitFor({ state: "detached" });
});

test("what is offered is what the engine's catalogue has", async (t) => {
  const { tab, form, openAll } = await open(t);
  const { plans, modes, readings } = catalog();
  const values = (locator) => locator.locator("option").evaluateAll((all) => all.map(({ value }) => value));
  const plan = form.getByLabel("Plan").first();
  assert.deepEqual((await values(plan)).sort(), plans.map(({ id }) => id).sort());
  assert.deepEqual(await form.locator("input[name=mode]").evaluateAll((all) => all.map(({ value }) => value)), modes.map(({ id }) => id));
  for (const { id, roles, seatTiers } of plans) {
    await plan.selectOption(id);
    const words = async (part) =>
      (await form.locator(`[data-at^="${MAPPING}/${part}/"]:not(:has(.tag.caution))`).evaluateAll((all) => all.map((one) => one.dataset.at))).map((at) =>
        at.split("/").at(-1),
      );
    await eventually(() => words("roles"), (seen) => seen.join() === roles.join(), `the roles of ${id}`);
    assert.deepEqual(await words("seatTiers"), seatTiers);
  }
  await openAll();
  for (const reading of readings) {
    const select = form.locator(`[data-at="/assumptions/${reading.id}"] select`);
    assert.deepEqual(await values(select), ["", ...reading.values.slice(1)], reading.id);
    await select.selectOption(reading.values[1]);
    await eventually(() => tab.locator("rc-settings").evaluate((node) => node.input.text), (text) => text.includes(`"${reading.id}": "${reading.values[1]}"`), reading.id);
  }
  assert.deepEqual(await form.locator('[data-at="/assumptions"] > .pair > .field').count(), readings.length);
});

test("the organisation: name, plan and seats, and nothing else in the text", async (t) => {
  const { form, text, says, finding } = await open(t);
  const before = await text();
  const name = form.getByLabel("Name", { exact: true }).first();
  await name.fill("Ångström & Söhne");
  assert.equal(await text(), before.replace("Harbour & Pine", "Ångström & Söhne"));
  await name.fill("");
  await name.blur();
  await says(({ organization }) => !("name" in organization), "an emptied name takes its key away");
  await name.fill("Harbour & Pine");
  assert.equal(await text(), before, "and it comes back to where it was");

  const seats = form.getByLabel("Premium seats purchased");
  await seats.fill("7");
  assert.equal(await text(), before.replace('"premium": 14', '"premium": 7'));
  await finding("seats/oversold").or(finding("seats/shortage")).first().waitFor();
  await seats.fill("");
  await seats.blur();
  await form.getByLabel("Standard seats purchased").fill("");
  await form.getByLabel("Standard seats purchased").blur();
  await says(({ organization }) => !("seats" in organization), "seats without a tier are no seats");

  await form.getByLabel("Plan").first().selectOption("console");
  await says(({ organization }) => organization.plan === "console", "the plan");
  await finding("plan/role-not-offered").waitFor();
  await form.getByText("This plan has no seat tiers.").waitFor();
});

test("the parent organisation: switched off and back on, as it was written", async (t) => {
  const { form, text, says, finding } = await open(t);
  const before = await text();
  const there = form.getByRole("switch", { name: "There is a parent organisation" });
  await there.uncheck();
  await says((config) => !("parent" in config), "no parent");
  await finding("plan/no-parent").waitFor();
  await form.getByText("Needs a parent organisation.").first().waitFor();
  assert.equal(await form.locator("input[name=mode]:disabled").count(), 0);
  await there.check();
  await eventually(text, (now) => now === before, "the parent is back as it was");

  await form.getByLabel("Kind").selectOption("");
  await says(({ parent }) => !("kind" in parent), "the plan's own kind is no kind given");
  await form.getByLabel("New domain").fill("example.org");
  await form.getByLabel("New domain").press("Enter");
  await says(({ parent }) => parent.domains.length === 2 && Object.keys(parent.domains[1]).join() === "name", "a domain");
  await form.getByRole("switch", { name: "example.org is verified" }).check();
  await says(({ parent }) => parent.domains[1].verified === true, "verified");
  await form.getByRole("button", { name: "Remove example.com" }).click();
  await says(({ parent }) => parent.domains.length === 1 && parent.domains[0].name === "example.org", "one domain left");
  await form.getByRole("button", { name: "Remove example.org" }).click();
  await says(({ parent }) => !("domains" in parent), "no domains");

  const [sso, sync] = ["/parent/sso", "/parent/directorySync"].map((at) => form.locator(`[data-at="${at}"]`));
  await sso.getByRole("switch", { name: "Connected" }).uncheck();
  await sso.getByRole("switch", { name: "Required" }).uncheck();
  await sync.getByRole("switch", { name: "Connected" }).uncheck();
  await sync.getByLabel("Identity provider").selectOption("okta");
  await says(
    ({ parent }) => !parent.sso.connected && !parent.sso.required && !parent.directorySync.connected && parent.directorySync.provider === "okta",
    "SSO and directory sync",
  );
  await finding("plan/sso-not-connected").waitFor();
});

test("sibling organisations are added, said more of, and removed", async (t) => {
  const { form, openAll, says } = await open(t);
  await openAll();
  await form.getByLabel("New sibling organisation").fill("API");
  await form.getByRole("button", { name: "Add organisation" }).click();
  const card = form.getByRole("group", { name: "Sibling organisation API" });
  await card.getByLabel("Plan").selectOption("console");
  await card.getByLabel("Provisioning mode").selectOption("scim");
  await card.getByRole("switch", { name: "Maps groups" }).check();
  await says(
    ({ parent }) => JSON.stringify(parent.siblings) === '[{"name":"API","plan":"console","mode":"scim","groupMapping":true}]',
    "the sibling",
  );
  await card.getByRole("button", { name: "Remove Sibling organisation API" }).click();
  await says(({ parent }) => !("siblings" in parent), "no siblings");
});

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
  await eventually(() => owner.getByRole("option").count(), (now) => now < count, "fewer are offered");
  const active = owner.locator(`#${await field.getAttribute("aria-activedescendant")}`);
  assert.match(await active.innerText(), /it-operations[^]*\d+ people/);
  await tab.keyboard.press("Enter");
  await says(({ provisioning }) => provisioning.groupMapping.roles.owner.join() === "claude-owners,it-operations", "added");
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
  await says(({ provisioning }) => !("owner" in provisioning.groupMapping.roles), "a role without groups is not written");
  await eventually(focused, (label) => label === "Groups for Owner: Add a group", "the field has the focus");

  await tab.keyboard.type("nobody-knows-it");
  await tab.keyboard.press("End");
  await tab.keyboard.press("Enter");
  await says(({ provisioning }) => provisioning.groupMapping.roles.owner.join() === "nobody-knows-it", "as typed");
  await owner.getByText("not in the directory").waitFor();
  await finding("mapping/unknown-group").waitFor();
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

test("who saves, limits, readings and expectations", async (t) => {
  const { tab, form, text, says, finding, editor, openAll } = await open(t);
  await tab.locator("rc-settings").evaluate((node) => (node.administrators = ["liam.osullivan@example.com"]));
  const actor = form.getByLabel("Email address");
  assert.equal(await form.locator("datalist option").getAttribute("value"), "liam.osullivan@example.com");
  await actor.fill("");
  await actor.blur();
  await says((config) => !("actor" in config), "no actor");
  await finding("lockout/actor-not-given").waitFor();
  await actor.fill("liam.osullivan@example.com");
  await finding("lockout/actor-not-given").waitFor({ state: "detached" });

  await openAll();
  const least = form.getByLabel("Administrators, at least");
  assert.equal(await least.getAttribute("placeholder"), "2");
  await least.fill("40");
  await says(({ guards }) => guards.minAdmins === 40, "a limit");
  await least.fill("");
  await least.blur();
  await says((config) => !("guards" in config), "no limits");
  await form.getByLabel("People in no tier group").selectOption("keep-current");
  await says(({ assumptions }) => assumptions.tierUnmapped === "keep-current", "a reading");
  await form.getByLabel("People in no tier group").selectOption("");
  await says((config) => !("assumptions" in config), "no readings");

  await tab.locator("rc-settings").evaluate((node) => {
    const config = JSON.parse(node.input.text);
    node.preview.edit("config", JSON.stringify({ ...config, expect: [{ everyone: true, access: true }] }, null, 2));
  });
  await form.getByText("1 expectation.").waitFor();
  await form.getByRole("button", { name: "Edit them in the JSON" }).click();
  const selected = await editor("config").locator("textarea").evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.deepEqual(JSON.parse(selected), [{ everyone: true, access: true }]);
  assert.match(await text(), /expect/);
});

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
  parent: { kind: "guild", domains: ["acme.com", { name: "b.com", verified: "yes" }], sso: [], directorySync: { provider: "acme" } },
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
    await form.locator(".odd", { hasText: shown }).or(form.locator("option:checked", { hasText: shown })).first().waitFor({ state: "attached" });
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
    ({ acter, guards, organization }) => acter === "me" && guards.unheard === 1 && organization.colour === "red" && organization.seats.gold === 3,
    "the rest is there",
  );
  await form.getByRole("button", { name: "Go to acter in the JSON" }).click();
  const selected = await editor("config").locator("textarea").evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.equal(selected, '"me"');
});

test("the place of a finding leads to its control", async (t) => {
  const { tab, form, at, text } = await open(t);
  const focusedAt = () =>
    tab.evaluate(() => {
      let node = document.activeElement;
      let host;
      while (node?.shadowRoot?.activeElement) [host, node] = [node, node.shadowRoot.activeElement];
      return host?.getAttribute("pointer") ?? node?.closest("[data-at]")?.dataset.at;
    });
  const reveal = (pointer) => tab.locator("rc-settings").evaluate((node, to) => node.reveal(to), pointer);

  await tab.locator("rc-findings").getByRole("button", { name: `Go to /config${MAPPING}/roles/admin/0 in the input` }).or(
    tab.getByRole("button", { name: `/config${MAPPING}/roles/admin` }),
  ).first().click();
  await eventually(focusedAt, (at) => at === `${MAPPING}/roles/admin`, "the admin role's groups");
  await form.locator(`[data-at="${MAPPING}/roles/admin"][data-found]`).waitFor();
  await form.locator("[data-found]").waitFor({ state: "detached" });

  for (const [pointer, control] of [
    ["/provisioning/mode", "/provisioning/mode"],
    ["/actor", "/actor"],
    ["/organization/seats/premium", "/organization/seats/premium"],
    ["/parent/domains/0/verified", "/parent/domains/0/verified"],
    ["/parent/domains/0/colour", "/parent/domains/0/name"],
    ["/guards/maxLoss", "/guards/maxLoss"],
    ["/saved/groupMapping", "/saved/groupMapping"],
  ]) {
    await reveal(pointer);
    await eventually(focusedAt, (at) => at === control, `${pointer} has the focus`);
    assert.ok(await at(control).isVisible());
  }
  await reveal("/no-such-key");
  await tab.locator("rc-settings textarea").waitFor();
  assert.match(await text(), /organization/);
});

test("without motion the place is marked all the same", async (t) => {
  const { tab, at } = await open(t, { reducedMotion: "reduce" });
  await tab.locator("rc-settings").evaluate((node) => node.reveal("/actor"));
  const style = await at("/actor").evaluate((node) => {
    const { animationName, outlineColor } = getComputedStyle(node);
    return { animationName, isSeen: !/, 0\)$|transparent/.test(outlineColor) };
  });
  assert.deepEqual(style, { animationName: "none", isSeen: true });
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

for (const colorScheme of ["light", "dark"]) {
  for (const locale of ["en", "ja"]) {
    for (const width of [320, 1600]) {
      test(`axe is content and nothing overflows with everything open, ${width}px, ${colorScheme}, ${locale}`, async (t) => {
        const { tab, given, openAll, groups } = await open(t, { viewport: { width, height: 900 }, colorScheme, locale });
        const check = async () => {
          const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(overflow <= 0, `${overflow}px too wide`);
          const { violations } = await new AxeBuilder({ page: tab }).include("rc-app").analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join("; ")}`), []);
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
  }
}
