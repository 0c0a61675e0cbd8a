// Every flow in Japanese: nothing of the page's own words is left in English on the way.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { sources } from "./sources.mjs";
import { AxeBuilder, eventually, given, page } from "./support.mjs";

const app = page();

/** The page's constant English sentences that are other ones in Japanese. */
let english;

sources(async (load) => {
  const [{ en }, { ja }] = [await load("/src/strings/en.ts"), await load("/src/strings/ja.ts")];
  const found = new Set();
  const compare = (one, other) => {
    if (typeof one === "string" && one !== other && one.length > 6 && /[a-z] /.test(one)) found.add(one);
    if (typeof one === "object" && one !== null) for (const key of Object.keys(one)) compare(one[key], other?.[key]);
  };
  compare(en, ja);
  english = [...found];
});

/** Everything that can be read or is read out, in and below shadow roots. */
const saidOn = (tab) =>
  tab.evaluate(() => {
    const said = [];
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (["STYLE", "SCRIPT", "TEXTAREA"].includes(node.tagName)) return;
        for (const name of ["aria-label", "placeholder", "title"]) said.push(node.getAttribute(name) ?? "");
        if (node.shadowRoot) [...node.shadowRoot.childNodes].forEach(visit);
      }
      [...node.childNodes].forEach(visit);
    };
    visit(document.body);
    return said.join("\n");
  });

async function isJapanese(tab, where) {
  const said = await saidOn(tab);
  assert.deepEqual(english.filter((sentence) => said.includes(sentence)), [], where);
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`), [], where);
}

test("verdict, form, JSON, files, people, readiness, rules, downloads and what is kept, in Japanese", async (t) => {
  assert.ok(english.length > 100, `${english.length} sentences are looked for`);
  const { tab, drop, entry, person, verdict, finding, field, editor, complaints } = await app.open(t, { locale: "ja-JP" });
  assert.match(await verdict.innerText(), /保存しないでください/);
  await tab.locator("details").evaluateAll((all) => all.forEach((node) => (node.open = true)));
  await finding("lockout/actor-demoted").locator("rc-rule dd").first().waitFor();
  await isJapanese(tab, "the sample, everything open");

  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  await tab.locator('rc-readiness li[data-step="log-in-again"]').waitFor();
  await isJapanese(tab, "JIT by the form");

  await person("ben.carter@example.com").click();
  await tab.locator("rc-person dialog[open] li").first().waitFor();
  await isJapanese(tab, "somebody's panel");
  await tab.keyboard.press("Escape");
  await tab.locator("rc-people select[name=filter]").selectOption("gains-access");
  await tab.locator("rc-people input[type=search]").fill("no such person");
  await isJapanese(tab, "nobody found");

  await field("config").fill("{ broken");
  await editor("config").locator("#problem").waitFor();
  await isJapanese(tab, "broken JSON");
  await field("config").fill('{ "organization": { "plan": "enterprise-seat-based" }, "provisioning": { "mode": "scim" }, "actor": "ann@acme.com" }');
  await editor("config").locator("#problem").waitFor({ state: "detached" });

  await drop(
    "roster",
    given("claude-members-left-out/members.csv"),
    given("entra-group-members/users.csv"),
    given("entra-group-members/claude-users.csv"),
    given("error-columns-needed/staff.csv"),
    given("error-pdf/members.csv", "handbook.pdf"),
  );
  await entry("staff.csv").locator(".ask").waitFor();
  await isJapanese(tab, "files and questions");
  await tab.locator("rc-assignment input[value=groups]").check();
  await isJapanese(tab, "who is assigned");
  await tab.locator("rc-kept input[type=checkbox]").check();
  await isJapanese(tab, "the roster is kept");
  await tab.locator("rc-kept button").click();
  await eventually(() => tab.locator("rc-kept [role=status]").innerText(), (said) => /[\u3040-\u30ff]/.test(said), "all is cleared");

  const waiting = tab.waitForEvent("download");
  await tab.locator("rc-exports button").first().click();
  assert.match(await readFile(await (await waiting).path(), "utf8"), /[\u3040-\u30ff]/);
  assert.deepEqual(complaints, []);
});

test("mending, comparing, acknowledging, flows, a link, paper, what must hold, in Japanese", async (t) => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { tab, finding, complaints, field } = await app.open(t, { locale: "ja-JP", permissions });
  const repairs = tab.locator("rc-repairs section").first();
  await repairs.locator(".repair").first().waitFor();
  for (let depth = 0; depth < 2; depth++) {
    await tab.locator("rc-repairs details, rc-findings details").evaluateAll((all) => all.forEach((node) => (node.open = true)));
  }
  await tab.locator("rc-fix .answer").first().waitFor();
  await isJapanese(tab, "everything that mends");

  await finding("seats/shortage").getByRole("button", { name: /^確認済みにする/ }).click();
  await tab.locator("rc-findings .accepted").waitFor();
  await tab.locator("rc-compare button").first().click();
  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  await tab.locator("rc-compare .people").waitFor();
  await tab.locator("rc-flow .picture [tabindex='0']").focus();
  await isJapanese(tab, "comparing, acknowledged, a flow");

  const elsewhere = repairs.locator("rc-fix button").filter({ hasText: "完了したものとして試す" }).first();
  await elsewhere.evaluate((node) => node.getRootNode().host.closest("details").setAttribute("open", ""));
  await elsewhere.click();
  await tab.locator("rc-supposed .caution").waitFor();
  await tab.locator("rc-share button").first().click();
  await tab.locator("rc-share input").waitFor();
  await tab.locator("rc-ticket button").last().click();
  await isJapanese(tab, "supposed, a link, a ticket");
  assert.match(await tab.evaluate(() => navigator.clipboard.readText()), /[\u3040-\u30ff]/);

  await tab.emulateMedia({ media: "print" });
  await tab.locator("rc-paper-people table").waitFor();
  await isJapanese(tab, "on paper");
  await tab.emulateMedia({ media: "screen" });
  const expect = [{ group: "claude-users", access: true }, { email: "ben.carter@example.com", role: "owner" }, { everyone: true }];
  await field("config").fill(JSON.stringify({ organization: { plan: "team" }, expect }));
  await tab.locator("rc-settings").getByRole("tab").first().click();
  await isJapanese(tab, "what must hold");
  assert.deepEqual(complaints, []);
});
