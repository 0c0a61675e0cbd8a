// The configuration as a form: every control changes the text in its place, and the text is the only truth.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { catalog, init } from "../../pkg/node.js";
import { MAPPING, formPage } from "./settings-support.mjs";
import { eventually } from "./support.mjs";

const open = formPage();

before(() => init());

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
  assert.deepEqual(
    await form.locator("input[name=mode]").evaluateAll((all) => all.map(({ value }) => value)),
    modes.map(({ id }) => id),
  );
  for (const { id, roles, seatTiers } of plans) {
    await plan.selectOption(id);
    const words = async (part) =>
      (
        await form
          .locator(`[data-at^="${MAPPING}/${part}/"]:not(:has(.tag.caution))`)
          .evaluateAll((all) => all.map((one) => one.dataset.at))
      ).map((at) => at.split("/").at(-1));
    await eventually(
      () => words("roles"),
      (seen) => seen.join() === roles.join(),
      `the roles of ${id}`,
    );
    assert.deepEqual(await words("seatTiers"), seatTiers);
  }
  await openAll();
  for (const reading of readings) {
    const select = form.locator(`[data-at="/assumptions/${reading.id}"] select`);
    assert.deepEqual(await values(select), ["", ...reading.values.slice(1)], reading.id);
    await select.selectOption(reading.values[1]);
    await eventually(
      () => tab.locator("rc-settings").evaluate((node) => node.input.text),
      (text) => text.includes(`"${reading.id}": "${reading.values[1]}"`),
      reading.id,
    );
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
  await says(
    ({ parent }) => parent.domains.length === 2 && Object.keys(parent.domains[1]).join() === "name",
    "a domain",
  );
  await form.getByRole("switch", { name: "example.org is verified" }).check();
  await says(({ parent }) => parent.domains[1].verified === true, "verified");
  await form.getByRole("button", { name: "Remove example.com" }).click();
  await says(
    ({ parent }) => parent.domains.length === 1 && parent.domains[0].name === "example.org",
    "one domain left",
  );
  await form.getByRole("button", { name: "Remove example.org" }).click();
  await says(({ parent }) => !("domains" in parent), "no domains");

  const [sso, sync] = ["/parent/sso", "/parent/directorySync"].map((at) => form.locator(`[data-at="${at}"]`));
  await sso.getByRole("switch", { name: "Connected" }).uncheck();
  await sso.getByRole("switch", { name: "Required" }).uncheck();
  await sync.getByRole("switch", { name: "Connected" }).uncheck();
  await sync.getByLabel("Identity provider").selectOption("okta");
  await says(
    ({ parent }) =>
      !parent.sso.connected &&
      !parent.sso.required &&
      !parent.directorySync.connected &&
      parent.directorySync.provider === "okta",
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
    ({ parent }) =>
      JSON.stringify(parent.siblings) === '[{"name":"API","plan":"console","mode":"scim","groupMapping":true}]',
    "the sibling",
  );
  await card.getByRole("button", { name: "Remove Sibling organisation API" }).click();
  await says(({ parent }) => !("siblings" in parent), "no siblings");
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
    node.preview.inputs.edit("config", JSON.stringify({ ...config, expect: [{ everyone: true, access: true }] }, null, 2));
  });
  await form.getByText("1 expectation.").waitFor();
  await form.getByRole("button", { name: "Edit them in the JSON" }).click();
  const selected = await editor("config")
    .locator("textarea")
    .evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.deepEqual(JSON.parse(selected), [{ everyone: true, access: true }]);
  assert.match(await text(), /expect/);
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

  await tab
    .locator("rc-findings")
    .getByRole("button", { name: `Go to /config${MAPPING}/roles/admin/0 in the input` })
    .or(tab.getByRole("button", { name: `/config${MAPPING}/roles/admin` }))
    .first()
    .click();
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
