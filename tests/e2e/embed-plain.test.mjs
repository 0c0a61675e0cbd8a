// <rolecall-verdict> without any tool: the package's files as they lie, in a page of `<script type="module">`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { packageServer } from "./embed-support.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'self'; worker-src 'self'";
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types lit-html";

const page = (script) => `<!doctype html><html lang="en"><title>Plain</title><link rel="icon" href="data:," />
  <script type="module" src="${script}"></script><rolecall-verdict></rolecall-verdict></html>`;

const INPUT = `
  const config = { organization: { plan: "enterprise-seat-based" }, provisioning: { mode: "scim" } };
  const roster = { members: [{ email: "ann@acme.com", role: "owner" }], directory: { users: [] } };
  const verdict = document.querySelector("rolecall-verdict");`;

const SESSION = `import { init, Session } from "/index.js";
  import "/dist/element.js";
  ${INPUT}
  await init();
  Object.assign(verdict, { config, session: new Session(roster) });`;

const WORKER = `import { Session } from "/worker.js";
  import "/dist/element.js";
  ${INPUT}
  const session = await Session.open(roster);
  Object.assign(verdict, { config, session });
  globalThis.free = () => session.free();`;

// What others have defined under the names of the page's own parts, and the element from two places.
const TWICE = `for (const name of ["rc-verdict", "rc-findings", "rc-rule"]) {
    customElements.define(name, class extends HTMLElement {});
  }
  import("/dist/element.js?again").then(() => (globalThis.again = true));
  ${SESSION}`;

const PAGES = {
  "/session.html": page("/session.js"),
  "/session.js": SESSION,
  "/worker.html": page("/worker-page.js"),
  "/worker-page.js": WORKER,
  "/twice.html": page("/twice.js"),
  "/twice.js": TWICE,
  "/late.html": page("/late.js"),
  "/late.js": `import { init, Session } from "/index.js";
    ${INPUT}
    await init();
    Object.assign(verdict, { config, session: new Session(roster), locale: "ja" });
    await import("/dist/element.js");`,
};

// What the documentation shows, with addresses in place of the package's names.
const DOCUMENTED = ["docs/embedding.md", "pkg/README.md"];
for (const [index, file] of DOCUMENTED.entries()) {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const [, shown] = /^```html\n(.*?)^```$/ms.exec(text);
  const [, script] = /<script type="module">(.*)<\/script>/s.exec(shown);
  PAGES[`/documented-${index}.html`] = shown.replace(/<script.*<\/script>/s, `<script type="module" src="/documented-${index}.js"></script>`);
  PAGES[`/documented-${index}.js`] = script.replace('"rolecall/element"', '"/dist/element.js"').replace('"rolecall"', '"/index.js"');
}

let browser;
const servers = {};

before(async () => {
  browser = await launch();
  servers.plain = await packageServer(PAGES, POLICY);
  servers.trusted = await packageServer(PAGES, POLICY + TRUSTED);
  servers.duplicates = await packageServer(PAGES, `${POLICY}${TRUSTED} 'allow-duplicates'`);
});

after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) server.stop();
});

async function open(t, server, name) {
  const context = await browser.newContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  const complaints = [];
  const requests = [];
  tab.on("console", (message) => complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await tab.goto(`${servers[server].url}${name}.html`);
  const element = tab.locator("rolecall-verdict");
  return { tab, element, complaints, requests };
}

for (const server of ["plain", "trusted"]) {
  test(`with a session of rolecall, ${server}`, async (t) => {
    const { element, complaints, requests } = await open(t, server, "session");
    await element.getByRole("heading", { name: "Do not save" }).waitFor();
    assert.deepEqual(
      requests.filter((path) => /rules\//.test(path) || /ja\.js/.test(path)),
      [],
      "documents and other languages are not loaded before anybody asks",
    );
    await element.getByText("About this rule").first().click();
    await element.locator("dd").first().waitFor();
    assert.ok(requests.includes("/dist/rules/en.js"));
    assert.deepEqual(complaints, []);
  });
}

test("with a session of rolecall/worker; freed, it gives a message", async (t) => {
  const { tab, element, complaints } = await open(t, "plain", "worker");
  await element.getByRole("heading", { name: "Do not save" }).waitFor();
  await element.evaluate((node) => (node.config = "{"));
  await element.getByText("/config is not JSON").waitFor();
  await tab.evaluate(() => free());
  await element.evaluate((node) => (node.config = { organization: { plan: "team" } }));
  await element.getByText("the session has been freed").waitFor();
  assert.deepEqual(complaints, []);
});

for (const server of ["plain", "duplicates"]) {
  test(`loaded twice, and beside others of its parts' names in the page, ${server}`, async (t) => {
    const { tab, element, complaints } = await open(t, server, "twice");
    await element.getByRole("heading", { name: "Do not save" }).waitFor();
    await tab.waitForFunction(() => globalThis.again);
    assert.deepEqual(complaints, []);
  });
}

test("loaded after its properties were set, it takes them", async (t) => {
  const { element, complaints } = await open(t, "plain", "late");
  await element.getByText("保存しないでください").waitFor();
  assert.deepEqual(complaints, []);
});

for (const [index, file] of DOCUMENTED.entries()) {
  test(`what ${file} shows works as it stands`, async (t) => {
    const { element, complaints } = await open(t, "trusted", `documented-${index}`);
    await element.getByRole("heading", { name: "Do not save" }).waitFor();
    await element.getByRole("button", { name: "Go to /config/provisioning/mode in the input" }).first().click();
    assert.deepEqual(
      complaints.filter((said) => !/favicon/.test(said)),
      index === 0 ? ["show /config/provisioning/mode"] : ["block"],
    );
  });
}
