// Once it has loaded, the page opens and works without its server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { given, page } from "./support.mjs";

const app = page();

test("it opens without a network, answers, reads files and explains rules in both languages", async (t) => {
  const { tab, drop, finding, person, verdict } = await app.open(t);
  await tab.context().setOffline(true);
  await tab.reload();
  await tab.locator("html[data-loaded]").waitFor({ state: "attached" });
  assert.match(await verdict.innerText(), /Do not save/);
  const demoted = finding("lockout/actor-demoted");
  await demoted.getByText("About this rule").click();
  await demoted.getByText("Why", { exact: true }).waitFor();
  await drop("roster", given("entra-group-members/members.csv"), given("entra-group-members/users.csv"));
  await person("ann@acme.com").waitFor();
  await tab.getByRole("button", { name: "日本語" }).click();
  await tab.getByText("ルールについて").first().waitFor();
});

test("the service worker keeps the page's own files and nothing else", async (t) => {
  const { tab } = await app.open(t);
  const kept = await tab.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, addresses: requests.flat().map(({ url }) => url) };
  });
  assert.equal(kept.names.length, 1);
  for (const part of ["page-", "core-", "rolecall-", "worker-thread-", "later-"]) {
    assert.ok(kept.addresses.some((url) => url.includes(part)), `${part} is not kept`);
  }
  const { origin } = new URL(app.url());
  assert.deepEqual(kept.addresses.filter((url) => new URL(url).origin !== origin), []);
});
