// What the tests of the worker share: a server with a strict policy, and the package on pages with and without a bundler.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, sep } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(join(ROOT, "www/package.json"));

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; base-uri 'none'";

/** What a page does with its entries: it shows them to the tests. */
const app = (entry, main, input) =>
  `import * as worker from ${JSON.stringify(entry)}; import * as main from ${JSON.stringify(main)}; import * as input from ${JSON.stringify(input)};
   Object.assign(globalThis, { worker, main, input, isReady: true });`;

/** Starts a server and a browser around the tests of a file; `open` opens a page. */
export function site() {
  const home = mkdtempSync(join(tmpdir(), "rolecall-worker-"));
  let server;
  let browser;
  let origin;

  before(async () => {
    writeFileSync(join(home, "plain.js"), app("/pkg/worker.js", "/pkg/index.js", "/benches/input.mjs"));
    await build(home);
    server = createServer(answer(home)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(home, { recursive: true, force: true });
  });

  return {
    /** A page, either "plain" or "built", under a policy; `prepare` is called with the tab before it loads. */
    async open(t, kind, { policy = POLICY, prepare } = {}) {
      const context = await browser.newContext();
      t.after(() => context.close());
      const tab = await context.newPage();
      const complaints = [];
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      await prepare?.(tab);
      await tab.goto(`${origin}/${kind}?policy=${encodeURIComponent(policy)}`);
      await tab.waitForFunction(() => globalThis.isReady);
      return { tab, complaints, origin };
    },
  };
}

/** The page once more, by a bundler that has been told nothing of workers. */
async function build(home) {
  const source = mkdtempSync(join(home, "source-"));
  mkdirSync(join(source, "node_modules"));
  symlinkSync(join(ROOT, "pkg"), join(source, "node_modules/rolecall"));
  writeFileSync(join(source, "app.js"), app("rolecall/worker", "rolecall", join(ROOT, "benches/input.mjs")));
  writeFileSync(join(source, "index.html"), page("./app.js"));
  const { build } = await import(pathToFileURL(require.resolve("vite")).href);
  await build({
    root: source,
    configFile: false,
    logLevel: "error",
    base: "/built/",
    build: { outDir: join(home, "built"), target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  });
}

const page = (script) => `<!doctype html><meta charset="utf-8"><title>rolecall</title><script type="module" src="${script}"></script>`;

function answer(home) {
  const folders = { pkg: join(ROOT, "pkg"), benches: join(ROOT, "benches"), built: join(home, "built") };
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const policy = searchParams.get("policy") ?? POLICY;
    const send = (status, type, body) => response.writeHead(status, { "content-type": type, "content-security-policy": policy }).end(body);
    const [, folder, ...rest] = pathname.split("/");
    try {
      if (pathname === "/plain") send(200, "text/html", page("/plain.js"));
      else if (pathname === "/built") send(200, "text/html", readFileSync(join(folders.built, "index.html")));
      else if (pathname === "/plain.js") send(200, "text/javascript", readFileSync(join(home, "plain.js")));
      else {
        const path = join(folders[folder], ...rest);
        assert.ok(path.startsWith(folders[folder] + sep) && statSync(path).isFile());
        send(200, TYPES[extname(path)] ?? "application/octet-stream", readFileSync(path));
      }
    } catch {
      send(404, "text/plain", "there is no such file");
    }
  };
}

/** Waits until `check` holds. */
export async function eventually(check, what) {
  const deadline = Date.now() + 10_000;
  while (!(await check())) {
    assert.ok(Date.now() < deadline, what);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
