// What is measured in Chromium: the same cases as in Node, in a tab each, and how long a page takes to its first report.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { launch } from "../tests/e2e/browser.mjs";
import { median } from "./measure.mjs";
import { nothing } from "./nothing.mjs";

const ROOT = new URL("../", import.meta.url);

const MEMORY = "--js-flags=--max-old-space-size=4096"; // as much as a tab may have
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const STARTS = 15;
/** The builds of the engine; and who starts: one of them, or a module of its size that does nothing. */
const BUILDS = ["rolecall", "core"];
const STARTERS = BUILDS.flatMap((build) => ["engine", "code", "padding"].map((who) => `${build}-${who}`));

export async function inChromium(sizes) {
  const server = createServer(serve);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch(MEMORY);
  const url = `http://127.0.0.1:${server.address().port}`;
  try {
    const results = { version: browser.version().split(".", 1)[0], sizes: {} };
    for (const people of sizes) {
      console.error(`Chromium, ${people} people`);
      results.sizes[people] = {
        sessions: await job(browser, url, "sessions", people),
        wholeChecks: await job(browser, url, "wholeChecks", people),
      };
    }
    console.error("Chromium, start-up");
    results.startUp = await startUp(browser, url);
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}

/** One of the cases in a tab of its own. */
async function job(browser, url, name, people) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.goto(`${url}/empty.html`);
    return await tab.evaluate(
      async ([name, people]) => {
        const rolecall = await import("/pkg/index.js");
        await rolecall.init();
        const cases = await import("/benches/cases.mjs");
        return cases[name](rolecall, people);
      },
      [name, people],
    );
  } catch (error) {
    return { broke: String(error.message).split("\n", 1)[0] };
  } finally {
    await context.close();
  }
}

/** From the import to the first report of the page's sample, nothing of it cached: medians in milliseconds. */
async function startUp(browser, url) {
  const times = Object.fromEntries(STARTERS.map((who) => [who, []]));
  for (let count = 0; count < STARTS; count++) {
    for (const who of STARTERS.map((_, index) => STARTERS[(index + count) % STARTERS.length])) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(`${url}/${who}.html`);
      times[who].push(await tab.evaluate(() => globalThis.took));
      await context.close();
    }
  }
  return Object.fromEntries(STARTERS.map((who) => [who, median(times[who])]));
}

const read = (path) => readFileSync(new URL(path, ROOT));
const made = new Map();

/** What the tabs ask for: files of the package and of this folder, and pages and modules made up here. */
function serve({ url }, response) {
  const path = url.slice(1);
  try {
    if (!made.has(path)) made.set(path, make(path));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Cache-Control": "no-store",
      // A page that is isolated is given a finer clock.
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(made.get(path));
  } catch {
    response.writeHead(404).end();
  }
}

function make(path) {
  if (/^(pkg|benches)\/[\w/.-]+$/.test(path) && !path.includes("..")) return read(path);
  if (path === "empty.html") return page("");
  const [, build, who, type] = /^(\w+)-(\w+)\.(html|wasm)$/.exec(path) ?? [];
  if (!BUILDS.includes(build)) throw new Error(`there is no ${path}`);
  if (type === "wasm") return nothing(read(`pkg/dist/${build}.wasm`).length, who);
  if (who === "engine") return page(starting(`
    const { init, check } = await import("/pkg/index.js");
    await init({ module: "/pkg/dist/${build}.wasm" });
    check(${read("www/src/sample/config.json")}, ${read("www/src/sample/roster.json")});`));
  return page(starting(`
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/${build}-${who}.wasm"));
    instance.exports.nothing();`));
}

const page = (script) => `<!doctype html><meta charset="utf-8"><title>bench</title><script type="module">${script}</script>`;
/** A promise of how long it took: loading a page does not wait for it. */
const starting = (what) => `globalThis.took = (async () => {
    const begun = performance.now();${what}
    return performance.now() - begun;
  })();`;
