// Files that are dropped or chosen: good ones replace a text, bad ones leave everything as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, page } from "./support.mjs";

const app = page();

const ROSTER = JSON.stringify({
  members: [{ email: "solo@example.com", name: "Solo", role: "owner" }],
  directory: { users: [{ email: "solo@example.com", groups: [] }] },
});
const TEN_MB = 10 * 1024 * 1024;

test("a dropped file replaces the text, and undo brings it back", async (t) => {
  const { field, editor, drop, person } = await app.open(t);
  const sample = await field("roster").inputValue();
  await drop("roster", { name: "roster.json", content: ROSTER });
  await person("solo@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), ROSTER);
  await editor("roster").getByText("Loaded from roster.json.").waitFor();
  await editor("roster").getByRole("button", { name: "Undo" }).click();
  await person("ben.carter@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), sample);
});

test("a chosen file does the same", async (t) => {
  const { editor, person } = await app.open(t);
  await editor("roster")
    .locator("input[type=file]")
    .setInputFiles({ name: "roster.json", mimeType: "application/json", buffer: Buffer.from(ROSTER) });
  await person("solo@example.com").waitFor();
});

test("files find their own side, wherever they are dropped", async (t) => {
  const { field, drop, person } = await app.open(t);
  const config = JSON.stringify({ organization: { plan: "team" } });
  await drop("config", { name: "roster.json", content: ROSTER }, { name: "config.json", content: config });
  await person("solo@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), ROSTER);
  assert.equal(await field("config").inputValue(), config);
});

test("a byte order mark and UTF-16 are read", async (t) => {
  const { drop, person } = await app.open(t);
  const utf16 = [...Buffer.from(`\ufeff${ROSTER}`, "utf16le")];
  await drop("roster", { name: "roster.json", content: utf16 });
  await person("solo@example.com").waitFor();
});

const BAD = [
  ["text that is no list", { content: "Dear all" }, /neither JSON nor a table/],
  ["JSON that breaks off", { content: '{ "members": [' }, /line 1, column/],
  ["JSON that is not an object", { content: "[1, 2, 3]" }, /was not loaded/],
  ["a picture", { content: [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10] }, /picture/],
  ["an empty file", { content: "" }, /wrong\.json is empty/],
  ["10 MB of garbage text", { content: "garbage \n", repeat: TEN_MB / 9 }, /neither JSON nor a table/],
  ["10 MB of garbage bytes", { content: [...Array(4096).keys()].map((n) => (n * 167 + 13) % 256), repeat: TEN_MB / 4096 }, /not a text/],
  ["10 MB of opening brackets", { content: "[".repeat(1024), repeat: TEN_MB / 1024 }, /was not loaded/],
  ["10 MB of one open string", { content: "a".repeat(1024), repeat: TEN_MB / 1024 }, /was not loaded/],
];

for (const [what, file, says] of BAD) {
  test(`${what} is refused by name, and the page works on`, async (t) => {
    const { field, editor, drop, verdict, person, complaints } = await app.open(t);
    const sample = await field("roster").inputValue();
    await drop("roster", { ...file, name: "wrong.json", repeat: Math.ceil(file.repeat ?? 1) });
    const note = editor("roster").locator(".refused");
    await note.waitFor();
    assert.match(await note.innerText(), /wrong\.json was not loaded/);
    assert.match(await note.innerText(), says);
    assert.equal(await field("roster").inputValue(), sample);
    assert.match(await verdict.innerText(), /Do not save/);
    await drop("roster", { name: "roster.json", content: ROSTER });
    await person("solo@example.com").waitFor();
    assert.deepEqual(complaints, []);
  });
}

test("10 MB of garbage pasted into an editor is an error beside it, and the text stays", async (t) => {
  const { field, editor, verdict } = await app.open(t);
  const sample = await field("config").inputValue();
  await field("config").evaluate((node, repeat) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "garbage ;-) \n".repeat(repeat));
    node.select();
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, TEN_MB / 13);
  await editor("config").locator("#problem").waitFor();
  await editor("config").getByText("10.5 MB of text").waitFor();
  assert.match(await verdict.innerText(), /From the last input/);
  await editor("config").getByRole("button", { name: "Undo" }).click();
  await editor("config").locator("#problem").waitFor({ state: "detached" });
  assert.equal(await field("config").inputValue(), sample);
  assert.doesNotMatch(await verdict.innerText(), /From the last input/);
});

test("a long roster is answered without being put into a text field", async (t) => {
  const { tab, entry, editor, drop, field, person, rows } = await app.open(t);
  const sample = await field("roster").inputValue();
  const members = Array.from({ length: 20_000 }, (_, n) => ({ email: `person${n}@example.com`, name: `Person ${n}` }));
  await drop("roster", { name: "large.json", content: JSON.stringify({ members }) });
  await entry("large.json").getByText(/^20,?000 people$/).waitFor();
  assert.equal(await editor("roster").count(), 0);
  await eventually(
    () => tab.locator("rc-people [role=status]").innerText(),
    (said) => said.includes("20000") || said.includes("20,000"),
    "everybody is counted",
  );
  assert.equal(await rows(), 20_000);
  assert.ok((await tab.locator("rc-people [role=row]").count()) < 60);
  await tab.getByText("Loaded from large.json.").waitFor();
  await tab.locator("rc-files").getByRole("button", { name: "Undo" }).click();
  await person("ben.carter@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), sample);
});

test("a long roster beside files asks whether it takes their place", async (t) => {
  const { tab, entry, drop, person, rows } = await app.open(t);
  const content = JSON.stringify({ members: Array.from({ length: 20_000 }, (_, n) => ({ email: `person${n}@example.com` })) });
  await drop("roster", { name: "large.json", content: content.padEnd(1_000_001) });
  await eventually(rows, (count) => count === 20_000, "everybody is counted");
  await drop("roster", { name: "members.csv", content: "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n" });
  await person("ann@acme.com").waitFor();
  await entry("large.json").getByRole("button", { name: "Use it instead" }).click();
  await eventually(rows, (count) => count === 20_000, "everybody is back");
  assert.equal(await tab.locator("rc-file").count(), 1);
});
