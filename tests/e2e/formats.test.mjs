// Every file of `tests/files/`, dropped on the page as the systems write it: what it was taken for, and what was read.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { eventually, given, page } from "./support.mjs";

const app = page();
const FOLDER = new URL("../files/", import.meta.url);

const WORDS = {
  "rolecall-json": "rolecall’s own JSON",
  scim: "SCIM dump",
  "admin-api-json": "Admin API list (users, invitations)",
  "claude-members-csv": "Members CSV of the admin page",
  "entra-users-csv": "Entra users (CSV)",
  "entra-group-members-csv": "Entra group members (CSV)",
  "google-users-csv": "Google Workspace users (CSV)",
  "google-group-members-csv": "Google Workspace group members (CSV)",
  "okta-json": "Okta users and groups (JSON)",
  csv: "Table with columns as you named them",
};

const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ folder: name, ...JSON.parse(readFileSync(new URL(`${name}/case.json`, FOLDER), "utf8")) }));

const filesOf = ({ folder, members = [], directory = [] }) =>
  [...members.map((file) => ({ ...file, side: "members" })), ...directory.map((file) => ({ ...file, side: "directory" }))].map(
    (file) => ({ ...file, path: `${folder}/${file.file}`, name: file.name ?? file.file }),
  );

/** Leaves the page as it was, whatever came of `work`. */
async function cleared(tab, work) {
  try {
    await work();
  } finally {
    await tab.getByRole("button", { name: "Remove all files" }).click();
    await tab.locator("rc-editor.roster").waitFor();
  }
}

/** What the page has no field for: a format or an encoding against what the content tells, a file without a name. */
const canBeDropped = (one) =>
  [...(one.members ?? []), ...(one.directory ?? [])].every(({ format, encoding, name }) => !format && !encoding && name !== null);

/** Answers what the page asks about a file, as a person would who knows it. */
async function answer(entry, { side, columns, group }) {
  const ask = entry.locator(".ask");
  if (group !== undefined && (await ask.count()) === 0) await entry.getByRole("button", { name: "Name the group" }).click();
  if ((await ask.count()) === 0) return;
  const choice = ask.locator(`input[name=side][value=${side}]`);
  if ((await choice.count()) > 0) await choice.check();
  if (columns) {
    for (const select of await ask.locator("select").all()) {
      const heading = columns[await select.getAttribute("name")];
      const options = await select.locator("option").allInnerTexts();
      const meant = options.find((option) => heading && option.trim().toLowerCase() === heading.trim().toLowerCase());
      await select.selectOption(meant ? { label: meant } : "");
    }
  }
  if (group !== undefined) await ask.getByRole("textbox").fill(group);
  await ask.locator("button.primary").click();
}

async function assertRead(entry, expected, where) {
  const kind = await entry.locator(".kind").innerText();
  if (expected.format) assert.ok(kind.startsWith(WORDS[expected.format]), `${where}: ${kind}`);
  const words = { rows: /^(\d+) rows?$/m, people: /^(\d+) (person|people)$/m, groups: /^(\d+) groups?$/m, leftOut: /^(\d+) rows? left out$/m };
  const asked = Object.entries(words).filter(([key]) => expected[key] !== undefined);
  const wanted = asked.map(([key]) => `${key}: ${expected[key]}`).join(", ");
  // What was said of a file is read a moment later: until then the counts are those from before.
  const isCounted = (said) => said !== "" && asked.every(([key, word]) => Number(word.exec(said)?.[1] ?? 0) === expected[key]);
  await eventually(() => entry.locator(".counts").innerText(), isCounted, `${where} is counted: ${wanted}`);
  const problems = (await entry.locator(".problems li").allTextContents()).map((text) => text.trim());
  if (expected.problems?.length === 0) assert.deepEqual(problems, [], where);
  for (const { line, column, says = "" } of expected.problems ?? []) {
    const place = line === undefined ? "" : `line ${line}, column ${column ?? ""}`;
    assert.ok(problems.some((problem) => problem.startsWith(place) && problem.includes(says)), `${where}: ${place} ${says} in ${problems}`);
  }
  const notes = (await entry.locator(".note").allInnerTexts()).join("\n");
  for (const note of expected.notes ?? []) assert.ok(notes.includes(note), `${where}: ${note} in ${notes}`);
}

test("what was given is recognised, joined and counted, whatever the format", async (t) => {
  const readable = cases.filter((one) => one.expect.sources && canBeDropped(one));
  const formats = new Set(readable.flatMap((one) => one.expect.sources.map(({ format }) => format)));
  assert.deepEqual(Object.keys(WORDS).filter((format) => !formats.has(format)), [], "every format has a file");
  const { tab, drop, complaints } = await app.open(t);
  for (const one of readable) {
    await t.test(`${one.folder}: ${one.title}`, () => cleared(tab, async () => {
      const files = filesOf(one);
      await drop("roster", ...files.map(({ path, name }) => given(path, name)));
      await eventually(() => tab.locator("rc-file").count(), (count) => count === files.length, "every file is listed");
      for (const [index, file] of files.entries()) {
        const shown = tab.locator("rc-file").nth(index);
        await answer(shown, file);
        await assertRead(shown, one.expect.sources[index] ?? {}, file.name);
      }
    }));
  }
  assert.deepEqual(complaints, []);
});

test("what cannot be read says so at its place, with its name and the reason", async (t) => {
  const { tab, drop, complaints } = await app.open(t);
  for (const one of cases.filter((one) => one.expect.error && canBeDropped(one))) {
    const { code, path, line, columns } = one.expect.error;
    if (code === "input/wrong-side") continue; // files find their own side here
    await t.test(`${one.folder}: ${one.title}`, () => cleared(tab, async () => {
      const files = filesOf(one);
      const at = files.findIndex(({ side }) => path.startsWith(`/roster/${side}`));
      const list = files.filter(({ side }) => side === files[at].side);
      const bad = files.indexOf(list[Number(path.split("/")[3] ?? 0)]);
      await drop("roster", given("claude-members/members-3f0c1d2e-8f7a-4b1c-9f55-0c6c2f1c7a10-2026-11-20.csv", "good.csv"));
      await tab.locator("rc-file .counts").first().waitFor();
      await drop("roster", given(files[bad].path, files[bad].name));
      const shown = tab.locator("rc-file").nth(1);
      if (["input/columns-needed", "input/no-such-column", "input/no-group-name"].includes(code)) {
        await shown.locator(".ask").waitFor();
        for (const [column, heading] of Object.entries(columns ?? {})) {
          assert.equal(await shown.locator(`select[name=${column}]`).inputValue(), heading);
        }
      } else {
        await shown.locator(`[data-code="${code}"]`).waitFor();
        const said = await shown.locator(".problem").innerText();
        if (line !== undefined) assert.match(said, new RegExp(`line ${line}\\b`));
        assert.doesNotMatch(said, /\/source|\/roster/);
      }
      assert.match(await tab.locator("rc-file").first().locator(".counts").innerText(), /people/);
    }));
  }
  assert.deepEqual(complaints, []);
});
