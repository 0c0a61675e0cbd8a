// The answer as files to take along: made in the tab, and nothing asked of anybody.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { given, page } from "./support.mjs";

const app = page();

async function download(tab, name) {
  const waiting = tab.waitForEvent("download");
  await tab.getByRole("button", { name }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("people as CSV and JSON, and the report as Markdown", async (t) => {
  const { tab, drop, field, person, verdict, requests, complaints } = await app.open(t);
  const loaded = requests.length;
  const headline = await verdict.locator("h2").innerText();

  const markdown = await download(tab, "Report, Markdown");
  assert.equal(markdown.name, "rolecall-report.md");
  assert.match(markdown.text, new RegExp(headline));
  assert.match(markdown.text, /lockout\/actor-demoted/);

  const json = await download(tab, "People, JSON");
  assert.equal(json.name, "rolecall-people.json");
  const people = JSON.parse(json.text);
  assert.equal(people.length, 66);
  assert.equal(people.find(({ email }) => email === "ben.carter@example.com").outcome, "removed");

  await drop("roster", { name: "members.csv", content: 'Name,Email,Role,Status,Seat Tier\n"=HYPERLINK(""x"")",ann@acme.com,Owner,Active,Premium\n' });
  await person("ann@acme.com").waitFor();
  const csv = await download(tab, "People, CSV");
  assert.equal(csv.name, "rolecall-people.csv");
  assert.match(csv.text, /^\ufeff?email,name,outcome/);
  assert.match(csv.text, /ann@acme\.com,"?'=HYPERLINK/);

  assert.deepEqual(requests.slice(loaded).filter((url) => !url.startsWith("blob:")), []);
  assert.deepEqual(complaints, []);
});

test("they come in the page's language, and only of an answer that is up to date", async (t) => {
  const { tab, field } = await app.open(t);
  await tab.getByRole("button", { name: "日本語" }).click();
  await tab.getByRole("heading", { name: "保存しないでください" }).waitFor();
  const { text } = await download(tab, "レポート(Markdown)");
  assert.match(text, /保存しないでください/);
  await field("config").fill("{ not json");
  await tab.locator("#problem").waitFor();
  assert.ok(await tab.getByRole("button", { name: "レポート(Markdown)" }).isDisabled());
});
