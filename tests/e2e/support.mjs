// What the page's tests share: the built page behind its own preview server, and a real Chromium before it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { freePort } from "./port.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const require = createRequire(`${WWW}package.json`); // the tests' packages are the page's
export const { AxeBuilder } = require("@axe-core/playwright");

const FILES = fileURLToPath(new URL("../files/", import.meta.url));

/** A file of `tests/files/`, byte for byte, to be dropped under its own name or another. */
export const given = (path, name = path.split("/").at(-1)) => ({ name, content: [...readFileSync(`${FILES}${path}`)] });

/** Starts server and browser around the tests of a file; the answer opens pages. */
export function page() {
  let server;
  let browser;

  before(async () => {
    assert.ok(existsSync(`${WWW}dist/index.html`), "www/dist is missing: build the page first, with `cargo xtask build`");
    server = await serve();
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server?.stop();
  });

  return {
    /** `prepare` is called with the tab before it loads; `ready` is what has to be there afterwards. */
    async open(t, { prepare, ready = "rc-people", at = "", ...options } = {}) {
      const whole = ready === "rc-people";
      const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: "en-GB", ...options });
      t.after(() => context.close());
      const opened = await open(context, new URL(at, server.url).href, prepare, whole);
      await opened.tab.locator(ready).waitFor();
      return opened;
    },
    url: () => server.url,
  };
}

/** A page that has loaded, with a record of everything that ought not to happen. */
async function open(context, url, prepare, whole) {
  const tab = await context.newPage();
  const requests = [];
  const complaints = [];
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await tab.exposeFunction("reportViolation", (text) => complaints.push(`policy violation: ${text}`));
  await tab.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  await prepare?.(tab);
  // Not until the network is idle: the request of a worker that was ended before it began counts as one without an end.
  await tab.goto(url);
  if (whole) await tab.locator("html[data-loaded]").waitFor({ state: "attached" });

  const editor = (side) => tab.locator(`:is(rc-settings, rc-editor).${side}`);
  /** Shows the configuration as text, as a person would who wants to edit it. */
  const json = () => editor("config").getByRole("tab", { name: "JSON" }).click();
  const text = (side) => editor(side).locator("textarea");
  /** Waits until what is shown is about what is in the inputs. */
  const settled = () => tab.locator("main > .answer[aria-busy=false]").waitFor();
  const verdict = once(settled, tab.locator("rc-verdict section"), ["innerText"]);
  return {
    tab,
    settled,
    says: (pattern) => eventually(() => verdict.innerText(), (said) => pattern.test(said), `the verdict says ${pattern}`),
    requests,
    complaints,
    editor,
    json,
    /** The text of an input. The configuration's is shown for it whenever something is asked of the field. */
    field: (side) => (side === "config" ? once(json, text(side)) : text(side)),
    /** The card on top; its text is that of an answer about what is in the inputs. */
    verdict,
    finding: (code) => tab.locator("rc-findings .list > li").filter({ has: tab.getByText(code, { exact: true }) }),
    /** Somebody's row in the table, which has the rows in sight and some around them. */
    person: (email) => tab.locator(`rc-people [role=row][data-email=${JSON.stringify(email)}]`),
    /** How many people the table is about, in sight or not. */
    rows: async () => {
      const grid = tab.locator("rc-people [role=grid]");
      return (await grid.count()) === 0 ? 0 : Number(await grid.getAttribute("aria-rowcount")) - 1;
    },
    /** One of the files that the roster is made of. */
    entry: (name) => tab.locator("rc-file").filter({ has: tab.getByRole("heading", { name, exact: true }) }),
    /** Drops files on one of the inputs, as a person would from a folder. */
    async drop(side, ...files) {
      const transfer = await tab.evaluateHandle((given) => {
        const data = new DataTransfer();
        for (const { name, content, repeat = 1 } of given) {
          const part = typeof content === "string" ? content : new Uint8Array(content);
          data.items.add(new File(Array(repeat).fill(part), name));
        }
        return data;
      }, files);
      const target = tab.locator(`.inputs > .${side}`);
      for (const type of ["dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer: transfer });
    },
    /** Changes a text through `change`, as a person would who pastes the result. */
    async rewrite(side, change) {
      if (side === "config") await json();
      await text(side).fill(change(await text(side).inputValue()));
    },
  };
}

/** The same locator, before whose every action (or those named) `prepare` is called. */
function once(prepare, locator, named) {
  return new Proxy(locator, {
    get(target, name) {
      const member = target[name];
      if (typeof member !== "function") return member;
      if (named && !named.includes(name)) return member.bind(target);
      return async (...given) => {
        await prepare();
        return member.apply(target, given);
      };
    },
  });
}

async function serve() {
  const port = await freePort();
  const vite = spawn(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--port", String(port), "--strictPort"],
    { cwd: WWW, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes(String(port))) resolve();
    };
    vite.stdout.on("data", hear);
    vite.stderr.on("data", hear);
    vite.once("exit", (code) => reject(new Error(`the preview server stopped with ${code}: ${said}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => vite.kill() };
}

/** Waits until `read` gives something that passes `check`, for what changes without an event to wait for. */
export async function eventually(read, check, what, patience = 10_000) {
  const deadline = Date.now() + patience;
  let seen;
  while (Date.now() < deadline) {
    seen = await read();
    if (check(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what}; last seen: ${JSON.stringify(seen)}`);
}
