// The examples of the guard, built as their readers would: one page three times, which must behave the same.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { AxeBuilder, eventually } from "./support.mjs";

const DIST = fileURLToPath(new URL("../../examples/dist/", import.meta.url));
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".html": "text/html" };
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

let browser;
let server;
/** What was saved, as the server has it. */
let saved = [];

before(async () => {
  assert.ok(existsSync(`${DIST}guard-html/index.html`), "examples/dist is missing: build the examples first, with `cargo xtask build`");
  browser = await launch();
  server = createServer((request, response) => {
    response.setHeader("content-security-policy", POLICY);
    if (request.method === "PUT") {
      let body = "";
      request.on("data", (chunk) => (body += chunk)).on("end", () => {
        saved.push(JSON.parse(body));
        response.writeHead(204).end();
      });
      return;
    }
    try {
      const path = normalize(new URL(request.url, "http://localhost").pathname);
      const body = readFileSync(join(DIST, path.endsWith("/") ? `${path}index.html` : path));
      response.setHeader("content-type", TYPES[extname(path) || ".html"]);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("what docs/embedding.md shows is what is tested here", () => {
  const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const shown = [...file("docs/embedding.md").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  assert.deepEqual(shown, ["html/main.ts", "react/useGuard.ts", "vue/useGuard.ts"].map((name) => file(`examples/guard-${name}`)));
});

for (const name of ["guard-html", "guard-react", "guard-vue"]) {
  /** The page, opened and answered for the first time. */
  async function open(t) {
    saved = [];
    const context = await browser.newContext();
    const tab = await context.newPage();
    const complaints = [];
    t.after(async () => {
      await context.close();
      assert.deepEqual(complaints, []);
    });
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(`http://127.0.0.1:${server.address().port}/${name}/`);
    const page = {
      tab,
      owners: tab.getByLabel("Groups of owners"),
      users: tab.getByLabel("Groups of users"),
      mode: tab.getByLabel("Mode"),
      button: tab.getByRole("button", { name: "Save" }),
      checkbox: tab.getByRole("checkbox", { name: "I have read this" }),
      findings: tab.getByRole("listitem"),
      section: tab.getByRole("region", { name: "What saving does" }),
      /** Edits, and waits for the answer; `before` is done before anything is asked. */
      async edit(field, value, before) {
        const count = await tab.evaluate(() => turns.length);
        await (field === page.mode ? field.selectOption(value) : field.fill(value));
        await before?.();
        await tab.waitForFunction((count) => turns.length > count && turns.at(-1) === "false", count);
      },
      /** Waits until an answer is shown whose sentence begins like this. */
      async says(start) {
        const headline = page.section.getByRole("status");
        await eventually(
          async () => [await page.section.getAttribute("aria-busy"), await headline.innerText()],
          ([busy, said]) => busy === "false" && said.startsWith(start),
          `it says ${start}`,
        );
      },
      isDisabled: () => page.button.isDisabled(),
      /** Presses Save whatever the button looks like, as the Enter key does. */
      press: () => page.owners.press("Enter"),
      /** What is not done leaves no trace to wait for: time is given to do it. */
      savesNothing: async () => {
        await tab.waitForTimeout(500);
        assert.deepEqual(saved, []);
      },
      saves: (count) => eventually(() => saved, (all) => all.length === count, "what was saved"),
    };
    await page.says("Do not save");
    await page.section.evaluate((node) => {
      globalThis.turns = [];
      new MutationObserver(() => turns.push(node.ariaBusy)).observe(node, { attributeFilter: ["aria-busy"] });
    });
    return page;
  }

  describe(name, () => {
    test("an error keeps Save from going on, and says so where the button is", async (t) => {
      const { tab, button, checkbox, findings, section, isDisabled, press, says, savesNothing } = await open(t);
      assert.equal(await isDisabled(), true);
      assert.equal(await checkbox.count(), 0);
      assert.match(await findings.first().innerText(), /^error: /);
      const described = await tab.locator(`#${await button.getAttribute("aria-describedby")}`).innerText();
      assert.equal(described, await section.getByRole("status").innerText());
      await press();
      await says("Do not save");
      await savesNothing();
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      assert.deepEqual(violations.map(({ id }) => id), []);
    });

    test("mended and acknowledged, just that is saved; edited again, it asks again", async (t) => {
      const { tab, owners, users, button, checkbox, edit, isDisabled, press, says, saves, savesNothing } = await open(t);
      await edit(owners, "claude-owners");
      await says("Look before you save");
      assert.equal(await isDisabled(), true);
      await press();
      await savesNothing();
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      assert.deepEqual(violations.map(({ id }) => id), []);

      await checkbox.check();
      await eventually(isDisabled, (is) => !is, "Save goes on");
      await button.click();
      await tab.getByText("Saved.").waitFor();
      const roles = { owner: ["claude-owners"], user: ["claude-users"] };
      assert.deepEqual(saved, [{ mode: "scim", groupMapping: { roles } }]);

      await edit(users, "contractors", press);
      await says("Look before you save");
      assert.deepEqual([await checkbox.isChecked(), await isDisabled()], [false, true]);
      await edit(users, "claude-users");
      await says("Look before you save");
      assert.equal(await checkbox.isChecked(), false, "it was void for good");
      await checkbox.check();
      await checkbox.uncheck();
      await eventually(isDisabled, (is) => is, "Save does not go on");
      await saves(1);
    });

    test("an edit that makes no difference needs no other acknowledgement", async (t) => {
      const { owners, checkbox, edit, isDisabled } = await open(t);
      await edit(owners, "claude-owners");
      await checkbox.check();
      await edit(owners, "claude-owners , ");
      assert.deepEqual([await checkbox.isChecked(), await isDisabled()], [true, false]);
    });

    test("what passes is saved without more ado", async (t) => {
      const { mode, checkbox, edit, isDisabled, press, says, saves } = await open(t);
      await edit(mode, "manual");
      await says("Nothing speaks against saving");
      assert.equal(await checkbox.count(), 0);
      assert.equal(await isDisabled(), false);
      await press();
      await saves(1);
    });

    test("somebody who types fast asks once", async (t) => {
      const { tab, owners, says } = await open(t);
      const asked = () => tab.evaluate(() => turns);
      await tab.clock.install();
      await tab.clock.pauseAt(Date.now() + 60_000);
      await owners.press("End");
      for (const key of "s, claude-users") {
        await owners.press(key);
        await tab.clock.runFor(140);
      }
      assert.deepEqual(await asked(), ["true"]);
      await tab.clock.runFor(10);
      await says("Look before you save");
      assert.deepEqual(await asked(), ["true", "false"]);
    });
  });
}
