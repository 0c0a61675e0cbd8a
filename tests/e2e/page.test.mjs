// The main job: an answer is on screen at once and follows what is typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, page } from "./support.mjs";

const app = page();
const text = (locator) => () => locator.innerText();

test("the sample's verdict is on screen at once", async (t) => {
  const { tab, verdict, finding, person, rows } = await app.open(t);
  assert.match(await verdict.innerText(), /Do not save/);
  assert.match(await finding("lockout/actor-demoted").innerText(), /mei\.tanaka@example\.com/);
  assert.equal(await finding("removal/members-removed").count(), 1);
  assert.match(await person("ben.carter@example.com").innerText(), /Removed/);
  assert.match(await person("saoirse.byrne@example.com").innerText(), /Waiting/);
  assert.equal(await rows(), 66);
  await eventually(
    text(tab.locator("rc-changes .pinned")),
    (said) => /9 people lose access[^]*Ben Carter[^]*4 people get a lower role[^]*Mei Tanaka/.test(said),
    "who is hit hardest is named",
  );
});

test("the verdict follows the configuration as one types", async (t) => {
  const { verdict, finding, person, rewrite } = await app.open(t);
  await rewrite("config", (config) =>
    config
      .replace('"owner": ["claude-owners"]', '"owner": ["claude-owners", "it-operations"]')
      .replace('"claude-admin"', '"claude-admins"'),
  );
  await finding("lockout/actor-demoted").waitFor({ state: "detached" });
  await eventually(text(person("mei.tanaka@example.com")), (said) => /Unchanged/.test(said), "the table follows");
  await eventually(text(verdict), (said) => !/Do not save/.test(said), "the verdict is no longer block");
});

test("broken JSON shows the place, keeps the text and marks the last answer as old; mending it recovers", async (t) => {
  const { tab, field, editor, verdict, rewrite, rows } = await app.open(t);
  const good = await field("config").inputValue();
  const people = await rows();
  await rewrite("config", (config) => config.replace('"parent": {', '"parent": {{'));
  const line = good.slice(0, good.indexOf('"parent"')).split("\n").length;
  await editor("config").getByText(`line ${line}, column`).waitFor();
  assert.match(await field("config").inputValue(), /"parent": \{\{/);
  assert.equal(await field("config").getAttribute("aria-invalid"), "true");
  assert.match(await verdict.innerText(), /From the last input that could be read/);
  assert.equal(await rows(), people);

  await tab.getByRole("button", { name: "Show the problem" }).click();
  const caret = await field("config").evaluate((node) => node.selectionStart);
  assert.equal(good.slice(0, caret).split("\n").length, line);

  await field("config").fill(good);
  await editor("config").locator("#problem").waitFor({ state: "detached" });
  assert.doesNotMatch(await verdict.innerText(), /From the last input/);
});

test("the place of an error is counted in characters, not bytes", async (t) => {
  const { editor, field } = await app.open(t);
  await field("config").fill('{ "organization": { "name": "株式会社例" "plan": "team" } }');
  await editor("config").getByText("line 1, column 37").waitFor();
});

test("a configuration without a plan says what is missing", async (t) => {
  const { editor, field } = await app.open(t);
  await field("config").fill("{}");
  assert.match(await editor("config").locator("#problem").innerText(), /plan/);
});

test("unknown keys and values are findings", async (t) => {
  const { finding, rewrite } = await app.open(t);
  await rewrite("config", (config) => config.replace('"actor"', '"acter"').replace('"mode": "scim"', '"mode": "skim"'));
  await finding("input/unknown-key").waitFor();
  await finding("input/unknown-value").waitFor();
  assert.match(await finding("input/unknown-key").innerText(), /acter/);
  assert.match(await finding("input/unknown-value").innerText(), /skim/);
});

test("a finding leads to its place in the input", async (t) => {
  const { tab, field, rewrite } = await app.open(t);
  await rewrite("config", (config) => config.replace('"mode": "scim"', '"mode": "skim"'));
  await tab.getByRole("button", { name: "/config/provisioning/mode" }).first().click();
  const selected = await field("config").evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd));
  assert.equal(selected, '"skim"');
});

for (const [what, address] of [["the engine", "**/*.wasm"], ["the worker's script", "**/worker-thread*.js"]]) {
  test(`when ${what} cannot be loaded, the page says so, keeps the texts and can try again`, async (t) => {
    const { tab, field, person, verdict } = await app.open(t, {
      prepare: (blank) => blank.context().route(address, (route) => route.abort()),
      ready: "text=The check could not be started",
    });
    await field("roster").fill('{ "members": [{ "email": "solo@example.com" }] }');
    await tab.waitForTimeout(1_000); // what was typed is asked about by itself, and fails as well
    await tab.context().unrouteAll();
    await verdict.getByRole("button", { name: "Try again" }).click();
    await person("solo@example.com").waitFor();
  });
}

test("an empty roster has an answer", async (t) => {
  const { tab, field, complaints } = await app.open(t);
  for (const roster of ['{ "members": [] }', '{ "members": [], "directory": { "users": [] } }']) {
    await field("roster").fill(roster);
    await tab.getByText("The roster names nobody.").waitFor();
  }
  assert.deepEqual(complaints, []);
});

test("people can be filtered and searched", async (t) => {
  const { tab, rows } = await app.open(t);
  await tab.getByRole("button", { name: /^Show them: .* loses? access/ }).click();
  await eventually(rows, (count) => count === 9, "those who lose access are left");
  await tab.getByRole("combobox", { name: "Show" }).selectOption("all");
  await tab.getByLabel("Search").fill("nguyen");
  await eventually(rows, (count) => count === 1, "one person is found");
  assert.match(await tab.locator("rc-people [role=row][data-email]").innerText(), /Nguyễn Minh Anh/);
  await tab.getByLabel("Search").fill("chloe dubois");
  await eventually(rows, (count) => count === 1, "accents do not matter");
  await tab.getByLabel("Search").fill("no such person");
  await tab.getByText("Nobody matches.").waitFor();
});

test("the page speaks Japanese when asked, engine included", async (t) => {
  const { tab, verdict } = await app.open(t);
  const english = await verdict.locator(".headline").innerText();
  await tab.getByRole("button", { name: "日本語" }).click();
  await tab.getByRole("heading", { name: "保存しないでください" }).waitFor();
  const japanese = await eventually(text(verdict.locator(".headline")), (said) => said !== english, "the headline changes");
  assert.match(japanese, /[\u3040-\u30ff\u4e00-\u9fff]/);
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "ja");
});

test("a browser that prefers Japanese gets it without asking", async (t) => {
  const { verdict } = await app.open(t, { locale: "ja-JP" });
  assert.match(await verdict.innerText(), /保存しないでください/);
});

test("the verdict is announced once typing has paused", async (t) => {
  const { tab } = await app.open(t);
  const status = tab.locator("rc-verdict [role=status]");
  await eventually(text(status), (said) => /Do not save: ./.test(said), "the verdict is announced");
});

test("nothing overflows sideways, from phone to wide screen", async (t) => {
  for (const width of [320, 390, 768, 1024, 1280, 1600]) {
    const { tab } = await app.open(t, { viewport: { width, height: 800 } });
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow}px too wide at ${width}px`);
  }
});
