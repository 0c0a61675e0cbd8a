// How far the set-up is, and a rule's documentation, as the engine tells them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, page } from "./support.mjs";

const app = page();

test("the steps of the set-up are those of the configuration", async (t) => {
  const { tab, field } = await app.open(t);
  const steps = tab.locator("rc-readiness");
  await steps.getByText("How far the set-up is").waitFor();
  const step = (id) => steps.locator(`li[data-step="${id}"]`);
  assert.match(await step("domain").innerText(), /Done/);
  assert.equal(await steps.locator("[aria-current=step]").count(), 1);

  await field("config").fill('{ "organization": { "plan": "console" }, "provisioning": { "mode": "jit" } }');
  await eventually(() => step("parent").innerText(), (said) => /Next|Waits/.test(said), "the parent is to be asked for");
  await field("config").fill('{ "organization": { "plan": "console" } }');
  await eventually(() => step("parent").count(), (count) => count === 0, "manual needs no parent");
  await steps.getByText(/steps are not needed/).click();
});

test("a finding's rule is explained on demand, in the page's language", async (t) => {
  const { tab, finding } = await app.open(t);
  const found = finding("lockout/actor-demoted");
  await found.getByText("About this rule").click();
  const documentation = found.locator("rc-rule dl");
  await documentation.getByText("What to do").waitFor();
  const english = await documentation.innerText();
  assert.match(english, /Based on/);
  await tab.getByRole("button", { name: "日本語" }).click();
  await eventually(() => documentation.innerText(), (said) => /[\u3040-\u30ff]/.test(said) && said !== english, "in Japanese");
});
