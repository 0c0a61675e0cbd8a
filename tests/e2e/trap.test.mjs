// The page and the element when the engine really runs out of memory: they say so, and go on as soon as they are given less.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wasm } from "../package/builds.mjs";
import { limited } from "../package/trap-support.mjs";
import { packageServer } from "./embed-support.mjs";
import { page } from "./support.mjs";
import { launch } from "./browser.mjs";

const app = page();
const PAGE = 65_536;

/** More than the small memory holds, in lines that are nobody's. */
const heavy = (bytes) => ({ name: "members.csv", content: `Name,Email,Role,Status,Seat Tier\n${"A,,User,Active,\n".repeat(65_536)}`, repeat: Math.ceil(bytes / (16 * 65_536)) });

test("the page says that the engine broke down, keeps what it has and goes on", async (t) => {
  const prepare = async (tab) => {
    for (const build of ["core", "rolecall"]) {
      const body = limited(wasm(`${build}.wasm`), (64 * 2 ** 20) / PAGE);
      await tab.route(new RegExp(`${build}[^/]*\\.wasm`), (route) => route.fulfill({ body, contentType: "application/wasm" }));
    }
  };
  const { tab, says, drop, entry, rewrite } = await app.open(t, { prepare });
  await says(/Do not save/);
  await drop("roster", heavy(80 * 2 ** 20));
  await tab.getByText("members.csv was not loaded.").waitFor();
  await tab.getByText("the engine broke down and was stopped").waitFor();
  await says(/Do not save/);
  await rewrite("config", (text) => text.replace('"scim"', '"manual"'));
  await says(/^(?!Do not save)/);
  await drop("roster", { name: "members.csv", content: "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n" });
  await entry("members.csv").waitFor();
});

test("the element says so, tells its page, and answers with a fresh session", async (t) => {
  const script = `
    import * as rolecall from "/index.js";
    import "/dist/element.js";
    const { config, roster } = ${JSON.stringify(await import("../package/sample.mjs"))};
    await rolecall.init({ module: fetch("/small.wasm").then((response) => response.arrayBuffer()) });
    const element = document.querySelector("rolecall-verdict");
    globalThis.told = [];
    element.addEventListener("rolecall-answer", ({ detail }) => told.push(detail.error?.code ?? detail.report.verdict));
    globalThis.answer = async (name, isAnew) => {
      if (isAnew) await rolecall.init();
      if (isAnew) element.session = new rolecall.Session(roster);
      element.config = { ...config, organization: { ...config.organization, name } };
    };
    element.session = new rolecall.Session(roster);
    await answer("Acme");
    globalThis.isReady = true;`;
  const html = `<!doctype html><meta charset="utf-8"><title>x</title><rolecall-verdict></rolecall-verdict><script type="module" src="/main.js"></script>`;
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; connect-src 'self'";
  const server = await packageServer({ "/": html, "/x.html": html, "/main.js": script, "/small.wasm": limited(wasm(), 64) }, policy);
  const browser = await launch();
  t.after(() => Promise.all([browser.close(), server.stop()]));
  const tab = await browser.newPage();
  await tab.goto(`${server.url}x.html`);
  await tab.waitForFunction(() => globalThis.isReady && told.length === 1);
  await tab.evaluate(() => answer("n".repeat(8 << 20)));
  await tab.waitForFunction(() => told.length === 2);
  await tab.getByText("the engine broke down and was stopped").first().waitFor();
  await tab.evaluate(() => answer("Acme", true));
  await tab.waitForFunction(() => told.length >= 3);
  assert.deepEqual(await tab.evaluate(() => [told[0], told[1], told.at(-1)]), ["confirm", "engine/trapped", "confirm"]);
  assert.equal(await tab.getByText("the engine broke down").count(), 0);
});
