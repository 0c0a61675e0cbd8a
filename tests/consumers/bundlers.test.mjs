// The package in a page, by every bundler and by none: built in throw-away projects and run in Chromium under a strict
// Content-Security-Policy, which a breach of makes a test fail.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { assertAnswer } from "./expected.mjs";
import { project } from "./project.mjs";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html", ".wasm": "application/wasm" };

const SHOWS = `import { answer } from "./answer.js";
document.body.textContent = JSON.stringify(await answer());
`;
const SHOWS_WORKER = `import { answer } from "./answer.js";
import { answerInWorker } from "./in-worker.js";
const answers = { ...(await answer()), worker: await answerInWorker() };
document.body.textContent = JSON.stringify(answers);
`;
const html = (script) => `<!doctype html><title>consumer</title><body><script type="module" src="${script}"></script></body>`;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("Vite, as it builds", async (t) => {
  const { build } = await import("vite");
  const root = project({ "index.html": html("/main.js"), "main.js": SHOWS_WORKER });
  await build({ root, logLevel: "error", configFile: false, build: { target: "es2022" } });
  assertAnswer(await shown(await served(t, join(root, "dist"))));
});

test("Vite, as it serves while one develops", async (t) => {
  const { createServer: createVite } = await import("vite");
  const root = project({ "index.html": html("/main.js"), "main.js": SHOWS_WORKER });
  const headers = { "content-security-policy": POLICY };
  const vite = await createVite({ root, logLevel: "error", configFile: false, server: { host: "127.0.0.1", port: 0, headers } });
  t.after(() => vite.close());
  await vite.listen();
  assertAnswer(await shown(vite.resolvedUrls.local[0]));
});

test("webpack 5", async (t) => {
  const { default: webpack } = await import("webpack");
  const context = project({ "main.js": SHOWS_WORKER });
  const output = { path: join(context, "dist"), publicPath: "/" };
  const stats = await new Promise((resolve, reject) =>
    webpack({ context, entry: "./main.js", mode: "production", output }, (error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true, performance: false }).errors, []);
  assertAnswer(await shown(await served(t, output.path, { "/": html("/main.js") })));
});

test("Rollup, with the two plugins for packages and for files beside modules", async (t) => {
  const { rollup } = await import("rollup");
  const { nodeResolve } = await import("@rollup/plugin-node-resolve");
  const { importMetaAssets } = await import("@web/rollup-plugin-import-meta-assets");
  const root = project({ "main.js": SHOWS });
  const complaints = [];
  const bundle = await rollup({ input: join(root, "main.js"), plugins: [nodeResolve({ browser: true }), importMetaAssets()], onwarn: ({ message }) => complaints.push(message) });
  await bundle.write({ dir: join(root, "dist"), format: "es" });
  await bundle.close();
  assert.deepEqual(complaints, []);
  assertAnswer(await shown(await served(t, join(root, "dist"), { "/": html("/main.js") })));
});

test("esbuild, the WebAssembly inside: one file", async (t) => {
  const { build } = await import("esbuild");
  const root = project({ "main.js": SHOWS }, { rolecall: "rolecall/inline" });
  const made = await build({ absWorkingDir: root, entryPoints: ["main.js"], bundle: true, format: "esm", minify: true, outfile: join(root, "dist/main.js"), logLevel: "error", metafile: true });
  assert.deepEqual(Object.keys(made.metafile.outputs), ["dist/main.js"]);
  assertAnswer(await shown(await served(t, join(root, "dist"), { "/": html("/main.js") })));
});

test("esbuild, with a worker that the page makes and the file beside it", async (t) => {
  const { build } = await import("esbuild");
  const makes = `import { init } from "rolecall/worker";
await init({ worker: () => new Worker("/thread.js", { type: "module" }), module: "/rolecall.wasm" });
`;
  const root = project({
    "thread.js": `import "rolecall/worker-thread";`,
    "main.js": `import "./init.js";\nimport { answerInWorker } from "./in-worker.js";\ndocument.body.textContent = JSON.stringify(await answerInWorker());`,
    "init.js": makes,
  });
  await build({ absWorkingDir: root, entryPoints: ["main.js", "thread.js"], bundle: true, format: "esm", outdir: join(root, "dist"), logLevel: "error" });
  copyFileSync(join(root, "node_modules/rolecall/dist/rolecall.wasm"), join(root, "dist/rolecall.wasm"));
  assert.deepEqual(await shown(await served(t, join(root, "dist"), { "/": html("/main.js") })), { removed: 1 });
});

test("no bundler: a plain module script", async (t) => {
  const at = (file) => `./node_modules/rolecall/${file}.js`;
  const root = project({ "main.js": SHOWS_WORKER }, { rolecall: at("index"), "rolecall/rules": at("rules"), "rolecall/worker": at("worker") });
  assertAnswer(await shown(await served(t, root, { "/": html("/main.js") })));
});

/** Serves a folder, and pages beside it, under the policy. */
async function served(t, folder, pages = {}) {
  mkdirSync(folder, { recursive: true });
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", POLICY);
    try {
      const path = normalize(new URL(request.url, "http://localhost").pathname);
      const body = pages[path] ?? readFileSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      response.setHeader("content-type", TYPES[extname(path) || ".html"] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  t.after(() => server.close());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** What a page shows in the end, if nothing was complained of and nothing was asked of anybody else. */
async function shown(url) {
  const tab = await browser.newPage();
  const complaints = [];
  const elsewhere = [];
  // These pages have no icon, which Chromium asks for.
  const isOfThePage = (message) => ["error", "warning"].includes(message.type()) && !message.location().url.endsWith("/favicon.ico");
  tab.on("console", (message) => isOfThePage(message) && complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("request", (request) => request.url().startsWith("http") && new URL(request.url()).origin !== new URL(url).origin && elsewhere.push(request.url()));
  await tab.goto(url);
  await tab.waitForFunction(() => document.body?.textContent.startsWith("{"), undefined, { timeout: 30_000 }).catch(() => {});
  const text = await tab.evaluate(() => document.body.textContent);
  await tab.close();
  assert.deepEqual({ complaints, elsewhere }, { complaints: [], elsewhere: [] });
  return JSON.parse(text);
}
