// Every edit of the inputs can be undone and done again, whatever made it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, given, page } from "./support.mjs";
import { sources } from "./sources.mjs";

const app = page();

let History;
sources(async (load) => {
  ({ History } = await load("/src/model/history.ts"));
});

async function open(t, options) {
  const opened = await app.open(t, options);
  const { tab } = opened;
  const button = (name) => tab.locator(".inputs .heading").getByRole("button", { name, exact: true });
  return {
    ...opened,
    undo: button("Undo"),
    redo: button("Redo"),
    config: () => tab.locator("rc-settings").evaluate((node) => node.input.text),
    roster: () => tab.locator("rc-editor.roster").evaluate((node) => node.input.text),
  };
}

test("typing, a switch, a file: step by step back, and forth again", async (t) => {
  const { tab, config, roster, undo, redo, drop, field, verdict, complaints } = await open(t);
  const states = [await config()];
  assert.ok(await undo.isDisabled());
  assert.ok(await redo.isDisabled());

  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  states.push(await config());
  await field("config").click();
  await tab.keyboard.press("Control+End");
  await tab.keyboard.type("    ");
  states.push(await config());
  assert.equal(states[2], `${states[1]}    `);
  await drop("config", { name: "other.json", content: '{ "organization": { "plan": "team" } }' });
  await eventually(config, (text) => text.includes("team"), "the file is taken");
  states.push(await config());

  for (const state of states.slice(0, -1).toReversed()) {
    await undo.click();
    assert.equal(await config(), state);
  }
  assert.ok(await undo.isDisabled());
  await eventually(() => verdict.innerText(), (text) => /Do not save/.test(text), "the answer follows");
  for (const state of states.slice(1)) {
    await redo.click();
    assert.equal(await config(), state);
  }
  assert.ok(await redo.isDisabled());

  // Another edit takes the place of what was undone.
  await undo.click();
  await field("roster").fill('{ "members": [] }');
  assert.ok(await redo.isDisabled());
  assert.equal(await roster(), '{ "members": [] }');
  await undo.click();
  assert.match(await roster(), /mei\.tanaka/);
  assert.deepEqual(complaints, []);
});

test("files come and go with it, and are read again", async (t) => {
  const { tab, drop, entry, undo, redo, rows } = await open(t);
  const before = await rows();
  await drop("roster", given("claude-members-left-out/members.csv"));
  await entry("members.csv").waitFor();
  const of = await eventually(rows, (count) => count !== before, "the people of the file");
  await drop("roster", given("entra-group-members/users.csv"));
  await entry("users.csv").waitFor();
  await undo.click();
  await eventually(() => tab.locator("rc-file").count(), (count) => count === 1, "one file is left");
  await eventually(rows, (count) => count === of, "and its people");
  await undo.click();
  await eventually(rows, (count) => count === before, "the sample's people");
  assert.equal(await tab.locator("rc-file").count(), 0);
  await redo.click();
  await entry("members.csv").waitFor();
  await eventually(rows, (count) => count === of, "the people of the file once more");
});

test("the keyboard undoes in a text field what the page remembers, and leaves the caret at the change", async (t) => {
  const { tab, config, field } = await open(t);
  const before = await config();
  await tab.locator("rc-settings input[type=radio][value=jit]").check();
  const text = field("config");
  await text.click();
  await tab.keyboard.press("Control+z");
  assert.equal(await config(), before);
  const caret = await text.evaluate((node) => node.selectionEnd);
  assert.ok(before.slice(0, caret).endsWith('"scim') || before.slice(0, caret).endsWith("scim"), before.slice(0, caret).slice(-30));
  await tab.keyboard.press("Control+Shift+z");
  assert.match(await config(), /"jit"/);
  await tab.keyboard.press("Control+z");
  await tab.keyboard.press("Control+y");
  assert.match(await config(), /"jit"/);
  // A field that is no input of the page keeps its own.
  const search = tab.locator("rc-people input[type=search]");
  await search.fill("ben");
  await search.press("Control+z");
  assert.match(await config(), /"jit"/);
});

test("edits of one kind in quick succession are one step, and old ones go when there are too many", () => {
  const history = new History("a", (state) => state.length);
  history.record("ab", "typing", 0);
  history.record("abc", "typing", 900);
  history.record("abcd", "typing", 1_800);
  assert.equal(history.undo(), "a");
  assert.equal(history.redo(), "abcd");
  history.record("abcde", "typing", 1_900); // after going back and forth typing is a step of its own
  history.record("x", undefined, 1_950);
  history.record("y", "typing", 4_000);
  assert.deepEqual([history.undo(), history.undo(), history.undo(), history.undo(), history.undo()], ["x", "abcde", "abcd", "a", undefined]);
  assert.ok(history.canRedo && !history.canUndo);

  const long = new History(0, () => 1);
  for (let step = 1; step <= 500; step++) long.record(step);
  let steps = 0;
  while (long.undo() !== undefined) steps++;
  assert.equal(steps, 200);

  const heavy = new History(0, () => 10_000_000);
  for (let step = 1; step <= 10; step++) heavy.record(step);
  steps = 0;
  while (heavy.undo() !== undefined) steps++;
  assert.equal(steps, 3);
});
