// The picture of where everyone goes: its numbers are those of the report and of each person, whoever reads them how.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { check, init } from "../../pkg/node.js";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();
const sample = (name) => JSON.parse(readFileSync(new URL(`../../www/src/sample/${name}.json`, import.meta.url), "utf8"));

const link = (tab, before, after) => tab.locator(`rc-flow .link[data-key="${before} ${after}"]`);
const place = (tab, side, at) => tab.locator(`rc-flow .place[data-key="${side}:${at}"]`);
const caption = (tab) => tab.locator("rc-flow .caption");
const kind = (tab, name) => tab.locator("rc-flow .kinds").getByRole("button", { name });

/** What is drawn, read from what somebody sees: every flow with its number, and every place. */
const drawn = (tab) =>
  tab.locator("rc-flow").evaluate((host) => {
    const digits = (node, selector) => Number(node.querySelector(selector).textContent.replace(/[^0-9]/g, ""));
    const all = (selector) => [...host.shadowRoot.querySelectorAll(selector)];
    return {
      links: Object.fromEntries(all(".link").map((node) => [node.dataset.key, digits(node, "text")])),
      places: Object.fromEntries(all(".place").map((node) => [node.dataset.key, digits(node, "b")])),
      rows: Object.fromEntries(
        all("tbody tr").map((row) => [`${row.dataset.before} ${row.dataset.after}`, digits(row, ".number")]),
      ),
      everyone: all("tfoot .number").map((cell) => Number(cell.textContent.replace(/[^0-9]/g, "")))[0],
      isLate: all(".late").length > 0,
    };
  });

/** The picture of the answer to an input, once it is there. */
const settled = (tab, people) =>
  eventually(() => drawn(tab), ({ everyone, isLate }) => everyone === people && !isLate, `the picture of ${people} people`);

const sum = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const where = (counts, is) => sum(Object.fromEntries(Object.entries(counts).filter(([key]) => is(...key.split(" ")))));

const ROLES = ["primary-owner", "owner", "admin", "developer", "billing", "claude-code-user", "user"];
const isRole = (place) => ROLES.includes(place);

/** The same counted person by person, from the list of people. */
function counted(report, kind) {
  const at = (standing, outcome) => {
    if (outcome === "waiting" || outcome === "unknown") return outcome;
    if (!standing) return "not-listed";
    return kind === "roles" ? (standing.access ? standing.role : "no-access") : (standing.seatTier ?? "no-seat");
  };
  const counts = {};
  for (const { before, after, outcome } of report.people) {
    const key = `${at(before)} ${at(after, outcome)}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** What is drawn says the same as the report's counts of roles, seats and outcomes. */
function agrees(picture, report, kind) {
  const { rows } = picture;
  assert.deepEqual(rows, counted(report, kind));
  const { "not-listed not-listed": outside = 0, ...inside } = rows;
  assert.deepEqual(picture.links, inside);
  assert.equal(picture.everyone, report.people.length);
  for (const [key, people] of Object.entries(picture.places)) {
    const [side, place] = key.split(":");
    assert.equal(people, where(inside, (before, after) => (side === "before" ? before : after) === place), key);
  }
  const { counts } = report;
  assert.equal(where(rows, (_, after) => after === "waiting"), counts.waiting);
  assert.equal(where(rows, (_, after) => after === "unknown"), counts.unknown);
  assert.equal(outside, where(rows, (before, after) => before === "not-listed" && after === "not-listed"));
  if (kind === "roles") {
    for (const { role, before, after } of report.roles) {
      assert.equal(where(rows, (at) => at === role), before, `${role} before`);
      assert.equal(where(rows, (_, at) => at === role), after, `${role} after`);
    }
    assert.equal(where(rows, (_, after) => isRole(after)), counts.kept + counts.changed + counts.added);
  } else {
    for (const { tier, before, after } of report.seats) {
      assert.equal(where(rows, (at) => at === tier), before, `${tier} before`);
      assert.equal(where(rows, (_, at) => at === tier), after, `${tier} after`);
    }
  }
}

const PARENT = {
  domains: [{ name: "a.com", verified: true }],
  sso: { connected: true },
  directorySync: { connected: true },
};
const user = (at, groups, more) => ({ email: `${at}@a.com`, groups, ...more });
const CONSOLE = {
  config: {
    organization: { plan: "console" },
    parent: { kind: "console", ...PARENT },
    provisioning: {
      mode: "jit",
      groupMapping: { roles: { admin: ["a"], developer: ["d"], billing: ["b"], "claude-code-user": ["c"], user: ["u"] } },
    },
  },
  roster: {
    members: ["admin", "developer", "billing", "claude-code-user", "user"].flatMap((role) =>
      [0, 1, 2].map((at) => ({ email: `${role}${at}@a.com`, role })),
    ),
    directory: {
      users: [
        user("admin0", ["d"]), user("admin1", ["b"]), user("admin2", ["a"]), user("developer0", ["a"]), user("developer1", ["u"]),
        user("developer2", ["c"]), user("billing0", ["b"]), user("billing1", []), user("user0", ["c", "d"]), user("user1", ["u"]),
        user("user2", [], { assigned: false }), user("new0", ["u"]), user("new1", ["d"]), user("out0", []),
      ],
    },
  },
};
const USAGE = {
  config: {
    organization: { plan: "enterprise-usage-based", seats: { "chat-and-claude-code": 2, chat: 2 } },
    parent: PARENT,
    provisioning: { mode: "scim", groupMapping: { roles: { owner: ["o"], user: ["u"] }, seatTiers: { "chat-and-claude-code": ["cc"] } } },
  },
  roster: {
    members: [
      { email: "p@a.com", role: "primary-owner", seatTier: "chat" },
      { email: "o@a.com", role: "owner", seatTier: "chat-and-claude-code" },
      { email: "u@a.com", role: "user", seatTier: null },
      { email: "v@a.com", role: "user", seatTier: "chat" },
    ],
    directory: {
      users: [user("p", []), user("o", ["u"]), user("u", ["o", "cc"]), user("w", ["u"]), user("x", ["u"]), user("y", ["u", "cc"])],
    },
  },
};
const UNKNOWN = {
  config: { organization: { plan: "team" }, parent: PARENT, provisioning: { mode: "jit" } },
  roster: {
    members: [{ email: "a@a.com", role: "owner" }, { email: "b@a.com" }],
    directory: { users: [user("a", []), user("c", [])], assignment: "unknown" },
  },
};

async function put(given, { config, roster }) {
  await given.field("config").fill(JSON.stringify(config));
  await given.field("roster").fill(JSON.stringify(roster));
}

describe("its numbers", () => {
  before(() => init());

  test("the sample's, worked out by hand", async (t) => {
    const { tab } = await app.open(t);
    const { links, rows } = await settled(tab, 66);
    assert.deepEqual(links, {
      "primary-owner primary-owner": 1,
      "owner owner": 1,
      "owner user": 1,
      "admin user": 3,
      "admin not-listed": 1,
      "user user": 43,
      "user not-listed": 8,
      "not-listed user": 4,
      "not-listed waiting": 1,
    });
    assert.equal(rows["not-listed not-listed"], 3);
    await tab.getByText("3 people are in the directory only, today and after saving, and not drawn.").waitFor();
    const legend = await tab.locator("rc-flow .legend li").allInnerTexts();
    assert.deepEqual(legend.map((said) => said.replaceAll(/\s+/g, " ").trim().slice(1).trim()), [
      "Loses access 9", "Gets a lower role 4", "Changes otherwise 1", "Gains access 4", "Stays the same 45",
    ]);
  });

  for (const [name, input] of Object.entries({ sample: undefined, CONSOLE, USAGE, UNKNOWN })) {
    test(`are those of the report and of every person: ${name}`, async (t) => {
      const given = await app.open(t);
      if (input) await put(given, input);
      const report = check(input?.config ?? sample("config"), input?.roster ?? sample("roster"));
      agrees(await settled(given.tab, report.people.length), report, "roles");
      if (report.seats.length === 0) return assert.equal(await kind(given.tab, "Seat tiers").count(), 0);
      await kind(given.tab, "Seat tiers").click();
      agrees(await settled(given.tab, report.people.length), report, "seatTiers");
    });
  }

  test("whoever is not known flows to there", async (t) => {
    const given = await app.open(t);
    await put(given, UNKNOWN);
    const { links } = await settled(given.tab, 2);
    assert.deepEqual(links, { "owner unknown": 1, "user unknown": 1 });
  });

  test("of nobody there is no picture", async (t) => {
    const { tab, field } = await app.open(t);
    await field("roster").fill('{ "members": [] }');
    await tab.locator("rc-flow").getByText("There is nobody to draw.").waitFor();
    await field("roster").fill('{ "members": [], "directory": { "users": [{ "email": "a@x.com", "assigned": false }] } }');
    await tab.getByText("1 person is in the directory only").waitFor();
    assert.equal(await tab.locator("rc-flow .picture").count(), 0);
  });

  test("one among many is drawn, and can be hit", async (t) => {
    const { tab, field } = await app.open(t);
    const members = Array.from({ length: 5_000 }, (_, at) => ({ email: `p${at}@example.com`, seatTier: "standard" }));
    const users = members.slice(1).map(({ email }) => ({ email, groups: ["claude-users"] }));
    await field("roster").fill(JSON.stringify({ members, directory: { users } }));
    await settled(tab, 5_000);
    const lost = link(tab, "user", "not-listed");
    const [thickness, area] = await Promise.all(
      [".flow", ".area"].map((path) => lost.locator(path).evaluate((node) => Number(node.getAttribute("stroke-width")))),
    );
    assert.ok(thickness >= 2, `${thickness}px thick`);
    assert.ok(area >= 24, `${area}px to be hit`);
    await lost.locator("text").hover({ force: true });
    await caption(tab).getByText("p0@example.com").waitFor();
  });

  test("of quick changes the last one is drawn", async (t) => {
    const { tab, field } = await app.open(t);
    for (let count = 1; count <= 12; count++) {
      const members = Array.from({ length: count }, (_, at) => ({ email: `p${at}@example.com` }));
      await field("roster").fill(JSON.stringify({ members }));
    }
    const { links } = await settled(tab, 12);
    assert.deepEqual(links, { "user unknown": 12 });
  });
});

describe("who they are", () => {
  test("pointing at a flow names its people, and nothing below it moves", async (t) => {
    const { tab } = await app.open(t);
    await settled(tab, 66);
    const bottom = () => tab.locator("rc-findings").evaluate((node) => node.getBoundingClientRect().top + window.scrollY);
    const rested = await bottom();
    await tab.locator("rc-flow").evaluate((node) => node.scrollIntoView()); // or the caption may lie above what is pointed at
    await link(tab, "owner", "user").locator("text").hover({ force: true });
    await caption(tab).getByText("1 person: Owner today, User after saving").waitFor();
    await caption(tab).getByText("Mei Tanaka").waitFor();
    assert.equal(await bottom(), rested);
    await place(tab, "after", "not-listed").hover();
    await caption(tab).getByText("9 people: Not listed after saving").waitFor();
    await caption(tab).getByText("and 3 more").waitFor();
    assert.equal(await bottom(), rested);
    await tab.mouse.move(0, 0);
    await caption(tab).getByText("Point at a flow").waitFor();
  });

  test("whoever is pointed at is meanwhile whom the table shows", async (t) => {
    const { tab, rows, person } = await app.open(t);
    await settled(tab, 66);
    const select = tab.locator("rc-people select[name=filter]");
    await select.selectOption("added");
    await eventually(rows, (count) => count === 4, "who is added");
    await tab.locator("rc-flow").evaluate((node) => node.scrollIntoView());
    await link(tab, "owner", "user").locator("text").hover({ force: true });
    await eventually(rows, (count) => count === 1, "who falls from owner to user");
    await person("mei.tanaka@example.com").waitFor();
    await tab.mouse.move(0, 0);
    await eventually(rows, (count) => count === 4, "who is added, as before");
    assert.equal(await select.inputValue(), "added");
    // By keyboard as well: from the picture's one stop, and away again.
    await tab.locator("rc-flow .picture [tabindex='0']").focus();
    await eventually(() => select.inputValue(), (value) => value === "move", "those of the flow");
    await select.focus();
    await eventually(rows, (count) => count === 4, "who is added, again");
  });

  test("choosing a flow lists its people in the table, also after a new answer, until another filter is chosen", async (t) => {
    const { tab, rows, person, rewrite } = await app.open(t);
    await settled(tab, 66);
    await link(tab, "user", "not-listed").locator("text").click({ force: true });
    await eventually(rows, (count) => count === 8, "those of the flow are left");
    await person("ben.carter@example.com").waitFor();
    const select = tab.locator("rc-people select[name=filter]");
    const chosen = () => select.evaluate((node) => node.selectedOptions[0].textContent.trim());
    assert.equal(await chosen(), "User today, Not listed after saving");
    await rewrite("config", (config) => config.replace('"user": ["claude-users"]', '"user": ["claude-users", "support"]'));
    await settled(tab, 66);
    await eventually(rows, (count) => count === 8, "the filter is still there");
    assert.equal(await chosen(), "User today, Not listed after saving");
    await place(tab, "before", "not-listed").click();
    await eventually(rows, (count) => count === 5, "everyone who is not listed today, but is or waits after saving");
    await select.selectOption("all");
    await eventually(rows, (count) => count === 66, "everyone");
    assert.equal(await select.locator("option[value=move]").count(), 0);
  });

  test("one tab stop, arrow keys between flows and places, Enter and Space choose", async (t) => {
    const { tab, rows } = await app.open(t);
    await settled(tab, 66);
    const focused = () =>
      tab.evaluate(() => {
        let node = document.activeElement;
        while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        return node?.dataset.key ?? node?.localName;
      });
    assert.equal(await tab.locator("rc-flow [data-key][tabindex='0']").count(), 1);
    await kind(tab, "Seat tiers").focus();
    await tab.keyboard.press("Tab");
    assert.equal(await focused(), "primary-owner primary-owner");
    const way = [
      ["ArrowUp", "primary-owner primary-owner"],
      ["ArrowDown", "owner owner"],
      ["ArrowDown", "owner user"],
      ["ArrowRight", "after:user"],
      ["ArrowDown", "after:waiting"],
      ["ArrowLeft", "not-listed waiting"],
      ["ArrowLeft", "before:not-listed"],
      ["Home", "before:primary-owner"],
      ["End", "before:not-listed"],
      ["ArrowRight", "not-listed user"],
      ["Home", "primary-owner primary-owner"],
      ["End", "not-listed waiting"],
    ];
    for (const [key, at] of way) {
      await tab.keyboard.press(key);
      assert.equal(await focused(), at, key);
    }
    await caption(tab).getByText("Saoirse Byrne").waitFor();
    assert.equal(await tab.locator("rc-flow [data-key][tabindex='0']").count(), 1);
    const name = await link(tab, "not-listed", "waiting").getAttribute("aria-label");
    assert.equal(name, "1 person: Not listed today, Waiting for a seat after saving");
    await tab.keyboard.press("Tab");
    assert.equal(await focused(), "summary");
    await tab.keyboard.press("Shift+Tab");
    await tab.keyboard.press("Enter");
    await eventually(rows, (count) => count === 1, "who waits is listed");
    await link(tab, "admin", "user").focus();
    await tab.keyboard.press("Space");
    await eventually(rows, (count) => count === 3, "who becomes a user is listed");
  });

  test("the keyboard stays where it is when another answer is drawn", async (t) => {
    const { tab, field } = await app.open(t);
    await settled(tab, 66);
    const roster = JSON.parse(await field("roster").inputValue());
    await link(tab, "user", "not-listed").focus();
    roster.members.push({ email: "one.more@example.com" });
    await field("roster").evaluate((node, text) => {
      node.value = text;
      node.dispatchEvent(new Event("input", { bubbles: true }));
    }, JSON.stringify(roster));
    await settled(tab, 67);
    assert.ok(await link(tab, "user", "not-listed").evaluate((node) => node.getRootNode().activeElement === node));
    await caption(tab).getByText("9 people: User today, Not listed after saving").waitFor();
  });
});

describe("how it looks", () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const locale of ["en-GB", "ja-JP"]) {
      test(`accessible, nothing cut off or overlapping: ${colorScheme}, ${locale}`, async (t) => {
        const given = await app.open(t, { viewport: { width: 320, height: 900 }, colorScheme, locale });
        const { tab, complaints } = given;
        await put(given, CONSOLE);
        await settled(tab, 18);
        await tab.locator("rc-flow details").evaluate((node) => (node.open = true));
        for (const width of [320, 390, 1400]) {
          await tab.setViewportSize({ width, height: 900 });
          await place(tab, "before", "admin").hover();
          const { violations } = await new AxeBuilder({ page: tab }).include({ fromShadowDom: ["rc-app", "rc-flow"] }).analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), []);
          const overlapping = await tab.locator("rc-flow").evaluate((host) => {
            const boxes = [...host.shadowRoot.querySelectorAll(".place, .link text")].map((node) => [
              node.dataset.key ?? node.parentNode.dataset.key,
              node.getBoundingClientRect(),
            ]);
            const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            const pairs = boxes.flatMap(([name, a], at) => boxes.slice(at + 1).filter(([, b]) => meet(a, b)).map(([other]) => [name, other]));
            return [...pairs, ...boxes.filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([name]) => name)];
          });
          assert.deepEqual(overlapping, [], `${width}px`);
          assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${width}px`);
        }
        assert.deepEqual(complaints, []);
      });
    }
  }

  test("it speaks Japanese", async (t) => {
    const { tab } = await app.open(t, { locale: "ja-JP" });
    await settled(tab, 66);
    assert.equal(await link(tab, "owner", "user").getAttribute("aria-label"), "1人: 今日はOwner、保存後はUser");
    assert.deepEqual(await tab.locator("rc-flow thead th").allTextContents(), ["今日", "保存後", "人数", "どうなるか"]);
  });
});
