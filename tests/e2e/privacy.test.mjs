// Nothing leaves the tab, and nothing that a file says becomes part of the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { given, page } from "./support.mjs";

const app = page();
const MARKUP = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';

test("no request after the page has loaded, none ever to another origin, and no complaint", async (t) => {
  const { tab, requests, complaints, drop, field, finding, person } = await app.open(t);
  const { origin } = new URL(app.url());
  assert.deepEqual(requests.filter((url) => new URL(url).origin !== origin), []);
  const loaded = requests.length;

  await finding("lockout/actor-demoted").getByRole("button", { name: "mei.tanaka@example.com" }).first().click();
  await tab.locator("rc-person").getByRole("heading", { name: "Why does Mei Tanaka change?" }).waitFor();
  await tab.keyboard.press("Escape");
  await finding("lockout/actor-demoted").getByRole("button", { name: /^Go to/ }).first().click();
  await field("config").fill("{ not json");
  await tab.locator("#problem").waitFor();
  await tab.getByRole("button", { name: "Show the sample" }).click();
  await tab.locator("#problem").waitFor({ state: "detached" });
  await tab.getByRole("button", { name: "日本語" }).click();
  await drop("roster", { name: "roster.json", content: '{ "members": [{ "email": "solo@example.com" }] }' });
  await person("solo@example.com").waitFor();
  await drop("roster", { name: "photo.jpg", content: [0xff, 0xd8] });
  await tab.locator(".refused").waitFor();
  await drop("roster", given("entra-group-members/members.csv"), given("entra-group-members/users.csv"));
  await person("ann@acme.com").waitFor();
  await tab.waitForTimeout(1_000);

  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(complaints, []);
});

test("the page goes on without a network", async (t) => {
  const { tab, field, person } = await app.open(t);
  await tab.context().setOffline(true);
  await field("roster").fill('{ "members": [{ "email": "solo@example.com" }] }');
  await person("solo@example.com").waitFor();
});

test("a roster leaves no trace in the browser unless that is asked for, and the clipboard is never read", async (t) => {
  const { tab, field, drop, person, complaints } = await app.open(t, {
    prepare: (tab) =>
      tab.addInitScript(() => {
        for (const name of ["read", "readText"]) Clipboard.prototype[name] = () => window.reportViolation(`clipboard.${name}`);
      }),
  });
  const address = "nobody.in.particular@example.com";
  const roster = JSON.stringify({ members: [{ email: address, role: "owner" }], directory: { users: [{ email: address }] } });
  await field("roster").fill(roster);
  await person(address).waitFor();
  await person(address).click();
  await tab.locator("rc-person").getByRole("heading").first().waitFor();
  await tab.keyboard.press("Escape");
  await drop("roster", { name: "roster.json", content: roster });
  await person(address).waitFor();
  await tab.getByRole("button", { name: "Copy a link" }).click();
  await tab.waitForTimeout(500);
  const traces = await tab.evaluate(async () => {
    const stores = [];
    for (const { name } of await indexedDB.databases()) stores.push(name);
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) cached.push(request.url, await (await cache.match(request)).text());
    }
    const words = [{ ...localStorage }, { ...sessionStorage }, history.state, window.name, document.cookie, document.title];
    return { stores, text: JSON.stringify([words, cached, location.href, stores]) };
  });
  assert.ok(!traces.text.includes("nobody.in.particular"), "the address is nowhere");
  assert.deepEqual(traces.stores, []);
  assert.deepEqual(await tab.context().cookies(), []);
  assert.deepEqual(complaints, []);
});

test("markup in names, addresses and keys is text", async (t) => {
  const { tab, field, rewrite, drop, complaints } = await app.open(t);
  const roster = {
    members: [
      { email: `${MARKUP}@example.com`, name: MARKUP, role: MARKUP },
      { email: "plain@example.com", name: MARKUP, role: "owner" },
    ],
    directory: { users: [{ email: "plain@example.com", name: MARKUP, groups: [MARKUP] }] },
  };
  await field("roster").fill(JSON.stringify(roster));
  await rewrite("config", (config) => JSON.stringify({ ...JSON.parse(config), [MARKUP]: MARKUP, actor: MARKUP }));
  await tab.locator("rc-people [role=grid]").getByText(MARKUP, { exact: true }).first().waitFor();
  await tab.locator("rc-findings").getByText("input/unknown-key", { exact: true }).first().waitFor();
  await drop("roster", { name: `${MARKUP}.json`.replaceAll("/", ""), content: "not json" });
  await tab.locator(".refused").waitFor();
  assert.equal(await tab.locator("img, rc-app script").count(), 0);
  assert.deepEqual(complaints, []);
});

test("markup in files, their names, headings and groups is text", async (t) => {
  const { tab, entry, drop, complaints } = await app.open(t);
  const quoted = `"${MARKUP.replaceAll('"', '""')}"`;
  const name = `${MARKUP}.csv`.replaceAll("/", "");
  await drop(
    "roster",
    { name: "members.csv", content: `Name,Email,Role,Status\n${quoted},ann@acme.com,${quoted},Active\n` },
    { name, content: `${quoted},Login,Team\nAnn,ann@acme.com,${quoted}\n` },
  );
  const table = entry(name);
  await table.locator("select[name=name]").selectOption(MARKUP);
  await table.getByLabel("Group, one a row").selectOption("Team");
  await table.getByRole("radio", { name: "Directory" }).check();
  await table.getByRole("button", { name: "Use these columns" }).click();
  await tab.locator("rc-assignment input[value=groups]").check();
  await tab.locator("rc-assignment").getByText(MARKUP).waitFor();
  await tab.locator("rc-people [role=grid]").getByText(MARKUP, { exact: true }).first().waitFor();
  assert.equal(await tab.locator("img, rc-app script").count(), 0);
  assert.deepEqual(complaints, []);
});

test("the security headers are sent, and the policy stands in the page itself", async (t) => {
  const response = await fetch(app.url());
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.equal(response.headers.get("referrer-policy"), "no-referrer");
  assert.equal(response.headers.get("cross-origin-opener-policy"), "same-origin");
  assert.equal(response.headers.get("cross-origin-resource-policy"), "same-origin");

  assert.match(policy, /worker-src 'self'(;|$)/);

  const { tab } = await app.open(t);
  const inPage = await tab.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.equal(`${inPage}; frame-ancestors 'none'`, policy);
});

test("no script can be made a worker but the one", async (t) => {
  const { tab } = await app.open(t);
  const thrown = await tab.evaluate(() => {
    const refused = (make) => {
      try {
        make();
      } catch (error) {
        return error.name;
      }
      return undefined;
    };
    return [refused(() => new Worker("./assets/other.js")), refused(() => trustedTypes.createPolicy("another", {}))];
  });
  assert.deepEqual(thrown, ["TypeError", "TypeError"]);
});
