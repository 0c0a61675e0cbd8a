// Warnings are acknowledged one by one; the answer has a fingerprint, and both go into the change ticket.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { init, Session } from "../../pkg/node.js";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();
const sample = (name) => JSON.parse(readFileSync(new URL(`../../www/src/sample/${name}.json`, import.meta.url), "utf8"));
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** The sample without what stops the save. */
const config = sample("config");
config.provisioning.groupMapping.roles.owner.push("it-operations");

let session;
before(async () => {
  await init();
  session = new Session(sample("roster"));
});

async function open(t, options) {
  const opened = await app.open(t, { ...CLIPBOARD, ...options });
  const { tab, field } = opened;
  await field("config").fill(JSON.stringify(config));
  return {
    ...opened,
    warnings: tab.locator("rc-findings .list > li.caution"),
    accepted: tab.locator("rc-findings .accepted"),
    fingerprint: tab.locator("rc-ticket .fingerprint"),
  };
}

test("when every warning is acknowledged nothing asks for confirmation, until one is taken back", async (t) => {
  const { tab, says, warnings, accepted } = await open(t);
  await says(/Look before you save/);
  const { findings } = session.check(config);
  const count = findings.filter(({ severity }) => severity === "warning").length;
  assert.equal(await warnings.count(), count);
  for (let left = count; left > 0; left--) {
    await warnings.first().getByRole("button", { name: /^Acknowledge: / }).click();
    await eventually(() => warnings.count(), (now) => now === left - 1, "it is set apart");
  }
  const accepting = session.check(config, { accepted: findings.map(({ id }) => id) });
  assert.equal(accepting.verdict, "pass");
  await says(new RegExp(accepting.headline.split(":")[0]));
  assert.match(await accepted.innerText(), new RegExp(`${count} findings are acknowledged`));
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);

  // It outlives a reload, with the configuration.
  await tab.reload();
  await tab.locator("html[data-loaded]").waitFor({ state: "attached" });
  await tab.locator("rc-kept").getByText("The configuration is kept").waitFor();
  assert.equal(await tab.evaluate(() => localStorage.getItem("rolecall.accepted").includes("@")), false);

  await tab.getByRole("button", { name: "Show the sample" }).click();
  assert.ok((await says(/Do not save/)).includes("mei.tanaka@example.com"));
});

test("what is acknowledged asks again when anything about it changes", async (t) => {
  const { says, finding, accepted, field } = await open(t);
  await says(/Look before you save/);
  const shortage = finding("seats/shortage");
  await shortage.getByRole("button", { name: /^Acknowledge: / }).click();
  await shortage.waitFor({ state: "detached" });
  await field("config").fill(JSON.stringify({ ...config, organization: { ...config.organization, seats: { premium: 13, standard: 60 } } }));
  await shortage.waitFor();
  assert.equal(await accepted.count(), 0);
  await field("config").fill(JSON.stringify(config));
  await accepted.waitFor();
  await accepted.getByRole("button", { name: /^Take back: / }).click();
  await shortage.waitFor();
});

test("the fingerprint is the engine's, does not depend on what is acknowledged, and is copied with the ticket", async (t) => {
  const { tab, says, fingerprint, finding } = await open(t);
  await says(/Look before you save/);
  const expected = session.fingerprint(config);
  await eventually(() => fingerprint.innerText(), (text) => text === expected, "the fingerprint");
  await finding("seats/shortage").getByRole("button", { name: /^Acknowledge: / }).click();
  await tab.locator("rc-findings .accepted").waitFor();
  await eventually(() => fingerprint.innerText(), (text) => text === expected, "the same fingerprint");

  const copied = async (name, is) => {
    await tab.locator("rc-ticket").getByRole("button", { name }).click();
    return eventually(() => tab.evaluate(() => navigator.clipboard.readText()), is, `${name} copies it`);
  };
  await copied("Copy the fingerprint", (text) => text === expected);
  await tab.locator("rc-ticket").getByText("Copied.").first().waitFor();
  const ticket = await copied("Copy the report", (text) => text !== expected);
  assert.ok(ticket.includes(expected));
  const [, acknowledged] = ticket.split("## Acknowledged");
  assert.match(acknowledged, /seats\/shortage/);
});

test("where copying is forbidden the text is shown to be copied by hand", async (t) => {
  const { tab, fingerprint } = await open(t, { permissions: [] });
  await tab.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await eventually(() => fingerprint.innerText(), (text) => text === session.fingerprint(config), "the fingerprint");
  await tab.locator("rc-ticket").getByRole("button", { name: "Copy the fingerprint" }).click();
  const field = tab.locator("rc-ticket textarea");
  await field.waitFor();
  assert.equal(await field.inputValue(), await fingerprint.innerText());
  assert.equal(await field.evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd).length), 64);
});
