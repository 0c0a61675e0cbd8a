// A roster made of files: joined, asked about where a file does not say, mended, removed, and turned back into JSON.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, given, page } from "./support.mjs";

const app = page();
const text = (locator) => () => locator.innerText();

const MEMBERS = given("entra-group-members/members.csv");
const USERS = given("entra-group-members/users.csv", "exportUsers_2026-11-20.csv");
const GROUP = given("entra-group-members/claude-users.csv");

/** A configuration in which assignment decides. */
const CONFIG = JSON.stringify({
  organization: { plan: "enterprise-seat-based" },
  parent: {
    domains: [{ name: "acme.com", verified: true }],
    sso: { connected: true },
    directorySync: { connected: true, provider: "entra" },
  },
  provisioning: { mode: "scim" },
  actor: "ann@acme.com",
});

async function assigning(t, ...files) {
  const opened = await app.open(t);
  await opened.field("config").fill(CONFIG);
  await opened.drop("roster", ...files);
  await opened.tab.locator("rc-assignment").waitFor();
  return opened;
}

test("several files are joined, and stand in place of the text", async (t) => {
  const { tab, entry, drop, field, person } = await app.open(t);
  await drop("roster", MEMBERS, USERS);
  await entry(USERS.name).getByText("3 people").waitFor();
  assert.equal(await field("roster").count(), 0);
  assert.match(await entry(MEMBERS.name).locator("article").innerText(), /Members CSV of the admin page\s+Members\s+Remove\s+2 rows\s+2 people/);
  assert.match(await entry(USERS.name).locator("article").innerText(), /Entra users \(CSV\)\s+Directory/);
  await drop("roster", GROUP);
  await entry(GROUP.name).getByText("1 group").waitFor();
  assert.match(await entry(GROUP.name).locator("article").innerText(), /the group is taken to be claude-users/);
  await person("ann@acme.com").waitFor();
  await tab.locator("rc-files [role=status]").getByText("3 files: 3 in force, 0 waiting for an answer, 0 not read").waitFor({ state: "attached" });
});

test("several files can be chosen at once, and others added", async (t) => {
  const { editor, tab, entry } = await app.open(t);
  const chosen = ({ name, content }) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await editor("roster").locator("input[type=file]").setInputFiles([MEMBERS, USERS].map(chosen));
  await entry(USERS.name).waitFor();
  await tab.locator("rc-files input[type=file]").setInputFiles([GROUP].map(chosen));
  await entry(GROUP.name).getByText("1 group").waitFor();
});

test("a file may be dropped on the configuration, and a configuration on the files", async (t) => {
  const { entry, drop, field } = await app.open(t);
  await drop("config", MEMBERS);
  await entry(MEMBERS.name).getByText("2 people").waitFor();
  await drop("roster", { name: "config.json", content: CONFIG });
  await eventually(() => field("config").inputValue(), (value) => value === CONFIG, "the configuration is there");
});

test("the columns of an unknown table are guessed, asked for, and can be changed", async (t) => {
  const { entry, drop, person, verdict } = await app.open(t);
  await drop("roster", MEMBERS, given("error-columns-needed-japanese/社員一覧.csv"));
  const table = entry("社員一覧.csv");
  await table.getByRole("group", { name: "Whose list is this?" }).waitFor();
  assert.ok(await table.getByRole("radio", { name: "Directory" }).isChecked(), "the members have a file already");
  assert.equal(await table.getByLabel("Email address").inputValue(), "メールアドレス");
  assert.equal(await table.getByLabel("Name").inputValue(), "氏名");
  await eventually(text(verdict), (said) => said.includes("This answer is without 社員一覧.csv"), "the verdict says so");
  assert.equal(await table.locator(".counts").count(), 0);

  await table.getByRole("button", { name: "Use these columns" }).click();
  await table.locator(".counts").waitFor();
  assert.doesNotMatch(await verdict.innerText(), /without/);
  const before = await table.locator(".counts").innerText();

  await table.getByRole("button", { name: "Change the columns" }).click();
  await table.getByLabel("Group, one a row").selectOption("部署");
  await table.getByRole("button", { name: "Use these columns" }).click();
  await eventually(text(table.locator(".counts")), (said) => said !== before && /group/.test(said), "groups are read");
  await person("ann@acme.com").waitFor();
});

test("a column that is needed cannot be left out", async (t) => {
  const { entry, drop } = await app.open(t);
  await drop("roster", given("error-columns-needed/staff.csv"));
  const table = entry("staff.csv");
  await table.getByLabel("Email address").selectOption("");
  await table.getByRole("button", { name: "Use these columns" }).click();
  assert.ok(await table.getByLabel("Email address").evaluate((node) => node.matches(":invalid")));
  assert.equal(await table.locator(".counts").count(), 0);
});

test("a table moves to the other side", async (t) => {
  const { tab, entry, drop } = await app.open(t);
  await drop("roster", given("error-columns-needed/staff.csv"));
  await entry("staff.csv").getByRole("radio", { name: "Members" }).check();
  await entry("staff.csv").getByRole("button", { name: "Use these columns" }).click();
  const side = entry("staff.csv").getByRole("combobox", { name: "Side of staff.csv" });
  assert.equal(await side.inputValue(), "members");
  await tab.locator("rc-people").getByText("ann@acme.com").first().waitFor();
  await side.selectOption("directory");
  await tab.locator("rc-assignment").waitFor();
  assert.equal(await side.inputValue(), "directory");
});

test("rolecall's own list of one side is asked whose it is, and both sides are joined", async (t) => {
  const { entry, drop, person } = await app.open(t);
  await drop("roster", given("own-json/members.json"), given("own-json/directory.json"));
  const members = entry("members.json");
  await members.getByRole("radio", { name: "Members" }).check();
  await members.getByRole("button", { name: "Use it so" }).click();
  await members.getByText("2 people").waitFor();
  await person("cem@acme.com").waitFor();
});

test("members of a group without a name are asked for it", async (t) => {
  const { entry, drop } = await app.open(t);
  await drop("roster", MEMBERS, given("entra-group-no-name/exportGroupMembers_2026-11-20.csv"));
  const group = entry("exportGroupMembers_2026-11-20.csv");
  const name = group.getByLabel("Name of the group");
  await name.waitFor();
  assert.equal(await name.inputValue(), "exportGroupMembers_2026-11-20");
  await name.fill("claude-users");
  await name.press("Enter");
  await group.getByText("Group: claude-users").waitFor();
  assert.match(await group.locator(".counts").innerText(), /1 group/);

  await group.getByRole("button", { name: "Name the group" }).click();
  await name.fill("claude-owners");
  await group.getByRole("button", { name: "Use this name" }).click();
  await group.getByText("Group: claude-owners").waitFor();
});

test("who is assigned decides the verdict", async (t) => {
  const { tab, verdict, finding, person } = await assigning(t, MEMBERS, USERS, GROUP);
  const question = tab.getByRole("group", { name: /^Who is assigned/ });
  await finding("roster/assignment-unknown").waitFor();
  await tab.locator("rc-changes").getByText("What becomes of 2 people is not known").waitFor();
  assert.equal(await question.getByRole("radio", { checked: true }).count(), 0);

  await question.getByRole("radio", { name: "Everyone in these files" }).check();
  await finding("roster/assignment-unknown").waitFor({ state: "detached" });
  assert.match(await question.innerText(), /3 people: exportUsers_2026-11-20\.csv and claude-users\.csv/);
  const everyone = await verdict.innerText();

  await question.getByRole("radio", { name: "Only members of these groups" }).check();
  await finding("roster/assignment-unknown").waitFor();
  await question.getByText("Choose at least one group.").waitFor();
  await question.getByRole("checkbox", { name: "claude-users" }).check();
  await finding("roster/assignment-unknown").waitFor({ state: "detached" });
  await person("ben@acme.com").getByText("Removed").waitFor();
  assert.notEqual(await verdict.innerText(), everyone);

  await question.getByRole("radio", { name: "I do not know" }).check();
  await finding("roster/assignment-unknown").waitFor();
});

test("a group that goes with its file is no answer any more", async (t) => {
  const { tab, entry, finding, person } = await assigning(t, MEMBERS, USERS, GROUP);
  await tab.getByRole("radio", { name: "Only members of these groups" }).check();
  await tab.getByRole("checkbox", { name: "claude-users" }).check();
  await finding("roster/assignment-unknown").waitFor({ state: "detached" });
  await entry(GROUP.name).getByRole("button", { name: `Remove ${GROUP.name}` }).click();
  await finding("roster/assignment-unknown").waitFor();
  await person("ann@acme.com").getByText("Not known").first().waitFor();
  await tab.getByText("These files name no group.").waitFor();
});

test("the question goes when a file says it, and its answer with it", async (t) => {
  const { tab, entry, drop } = await assigning(t, MEMBERS, USERS);
  await tab.getByRole("radio", { name: "Everyone in these files" }).check();
  await drop("roster", given("join-scim-and-entra/scim.json"));
  await tab.locator("rc-assignment").waitFor({ state: "detached" });
  await entry("scim.json").getByRole("button", { name: "Remove scim.json" }).click();
  await tab.locator("rc-assignment").waitFor();
  assert.equal(await tab.locator("rc-assignment").getByRole("radio", { checked: true }).count(), 0);
});

test("a finding about the roster leads to the question or the files", async (t) => {
  const { tab, finding } = await assigning(t, MEMBERS, USERS);
  await finding("roster/assignment-unknown").getByRole("button").first().click();
  await eventually(
    () => tab.locator("rc-assignment legend").evaluate((node) => node.getRootNode().activeElement === node),
    (focused) => focused,
    "the question has the focus",
  );
});

test("what cannot be read stands at its file, and the others stay in force", async (t) => {
  const { tab, entry, drop, verdict, person, complaints } = await app.open(t);
  const pdf = given("error-pdf/members.csv", "handbook.pdf");
  await drop("roster", MEMBERS, pdf, { name: "empty.csv", content: "" }, given("error-truncated/users.json"), given("error-open-quote/members.csv", "quote.csv"));
  await entry("handbook.pdf").getByText("handbook.pdf is a PDF, not a list").waitFor();
  await entry("empty.csv").getByText("empty.csv is empty").waitFor();
  await entry("users.json").getByText(/users\.json is not JSON: .* line 3/).waitFor();
  await entry("quote.csv").locator("[data-code='input/bad-table']").waitFor();
  await person("ann@acme.com").waitFor();
  await eventually(text(verdict), (said) => /This answer is without handbook\.pdf, empty\.csv, users\.json,? and quote\.csv|and 1 more/.test(said), "the verdict says what it is without");

  await verdict.getByRole("button", { name: "Show the files" }).click();
  assert.ok(await entry("handbook.pdf").locator("h4").evaluate((node) => node.getRootNode().activeElement === node));
  await tab.getByRole("button", { name: "日本語" }).click();
  await entry("handbook.pdf").getByText("handbook.pdf はPDFです").waitFor();
  await entry("users.json").getByText(/users\.json は/).waitFor();
  for (const name of ["handbook.pdf", "empty.csv", "users.json", "quote.csv"]) {
    await entry(name).getByRole("button", { name: `${name}を取り除く` }).click();
    await entry(name).waitFor({ state: "detached" });
  }
  assert.deepEqual(complaints, []);
});

test("rows left out are listed with their places, many of them folded away", async (t) => {
  const { entry, drop } = await app.open(t);
  const rows = Array.from({ length: 12 }, () => "Nobody,,Member,Active,Chat").join("\n");
  await drop("roster", { name: "holes.csv", content: `Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n${rows}\n` });
  const holes = entry("holes.csv");
  await holes.getByText("12 rows left out").waitFor();
  assert.equal(await holes.locator(".problems").isVisible(), false);
  await holes.getByText("12 remarks on its rows").click();
  assert.match(await holes.locator(".problems li").first().innerText(), /^line 3, column 2: the row has no address/);
});

test("files that wait for an answer leave the last verdict, marked as old", async (t) => {
  const { drop, verdict, entry } = await app.open(t);
  await drop("roster", given("error-columns-needed/staff.csv"));
  await eventually(text(verdict), (said) => /From the last input/.test(said), "the verdict is old");
  await verdict.getByRole("button", { name: "Show the problem" }).click();
  assert.ok(await entry("staff.csv").locator("h4").evaluate((node) => node.getRootNode().activeElement === node));
});

test("removing the files brings back the text, and undo the files", async (t) => {
  const { tab, entry, drop, field, editor, person } = await app.open(t);
  const sample = await field("roster").inputValue();
  await drop("roster", MEMBERS, USERS);
  await entry(USERS.name).getByRole("button", { name: `Remove ${USERS.name}` }).click();
  await entry(USERS.name).waitFor({ state: "detached" });
  await entry(MEMBERS.name).getByRole("button", { name: `Remove ${MEMBERS.name}` }).click();
  await person("ben.carter@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), sample);
  await editor("roster").getByText("1 file removed; the text from before is back.").waitFor();
  await editor("roster").getByRole("button", { name: "Undo" }).click();
  await person("ann@acme.com").waitFor();
  assert.equal(await tab.locator("rc-file").count(), 1);
});

test("the roster as understood can be edited as JSON, and undo brings back the files", async (t) => {
  const { tab, entry, drop, field, editor, person } = await app.open(t);
  await drop("roster", MEMBERS, USERS, given("error-pdf/members.csv", "handbook.pdf"));
  await entry(USERS.name).getByText("3 people").waitFor();
  await tab.getByRole("button", { name: "Edit as JSON" }).click();
  const roster = JSON.parse(await field("roster").inputValue());
  assert.deepEqual(roster.members.map(({ email }) => email), ["ann@acme.com", "ben@acme.com"]);
  assert.equal(roster.directory.assignment, "unknown");
  await editor("roster").getByText("The roster as understood from 2 files, without handbook.pdf.").waitFor();
  await person("ann@acme.com").waitFor();
  await editor("roster").getByRole("button", { name: "Undo" }).click();
  await entry("handbook.pdf").waitFor();
  assert.equal(await tab.locator("rc-file").count(), 3);
});

test("a whole roster beside files is not mixed with them, but may take their place", async (t) => {
  const { entry, drop, field, person } = await app.open(t);
  const content = JSON.stringify({ members: [{ email: "solo@example.com" }] });
  await drop("roster", MEMBERS, { name: "roster.json", content });
  await person("ann@acme.com").waitFor();
  await entry("roster.json").getByRole("button", { name: "Use it instead" }).click();
  await person("solo@example.com").waitFor();
  assert.equal(await field("roster").inputValue(), content);
});

test("the focus is never lost", async (t) => {
  const { tab, entry, drop, editor } = await app.open(t);
  const focused = () => tab.evaluate(() => document.activeElement?.localName);
  await editor("roster").locator("input[type=file]").focus();
  await drop("roster", MEMBERS, USERS, given("error-columns-needed/staff.csv"));
  await entry("staff.csv").getByLabel("Email address").waitFor();
  assert.equal(await focused(), "rc-app");
  await entry("staff.csv").getByRole("button", { name: "Use these columns" }).press("Enter");
  await entry("staff.csv").locator(".counts").waitFor();
  await entry("staff.csv").getByRole("button", { name: "Remove staff.csv" }).press("Enter");
  await entry("staff.csv").waitFor({ state: "detached" });
  await eventually(focused, (name) => name === "rc-app", "the list has the focus");
  await tab.getByRole("button", { name: "Remove all files" }).press("Enter");
  await editor("roster").waitFor();
  await eventually(focused, (name) => name === "rc-app", "the text has the focus");
});

test("an untouched configuration stays in the field while files come", async (t) => {
  const { tab, field, drop, entry } = await app.open(t);
  await field("config").focus();
  await drop("roster", MEMBERS);
  await entry(MEMBERS.name).waitFor();
  await tab.keyboard.type(" ");
  assert.match(await field("config").inputValue(), / $|^ /);
});

for (const width of [320, 390, 768, 1024, 1280, 1600]) {
  test(`nothing overflows sideways at ${width}px, whatever is asked`, async (t) => {
    const { tab, drop, entry } = await app.open(t, { viewport: { width, height: 800 } });
    const long = { name: `${"a-very-long-name-".repeat(8)}.csv`, content: MEMBERS.content };
    await drop("roster", MEMBERS, USERS, GROUP, long, given("error-columns-needed/staff.csv"), given("error-pdf/members.csv", "handbook.pdf"));
    await entry("handbook.pdf").waitFor();
    await tab.locator("rc-assignment").getByRole("radio", { name: "Only members of these groups" }).check();
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow}px too wide`);
  });
}
