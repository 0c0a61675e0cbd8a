// What a real SCIM server answers, asked over HTTP, is read as it was created there.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { loaders } from "./install.mjs";
import { config } from "./sample.mjs";

// The tools of the tests are installed there.
const require = createRequire(new URL("../../xtask/package.json", import.meta.url));
const express = require("express");
const { default: SCIMMY } = require("scimmy");
const { default: Routers } = require("scimmy-routers");

/** People and groups as a SCIM server keeps them, in memory. */
class Store {
  resources = new Map();

  constructor(prefix) {
    this.prefix = prefix;
  }

  /** Creates a resource, or writes one anew. */
  write = ({ id = `${this.prefix}-${this.resources.size + 1}` }, data) => {
    this.resources.set(id, { ...data, id, meta: { created: new Date(0), lastModified: new Date(0) } });
    return this.resources.get(id);
  };

  /** One resource, or all of them: the page is cut out of all by the server. */
  read = ({ id }) => (id === undefined ? [...this.resources.values()] : this.resources.get(id));
}

const users = new Store("user");
const groups = new Store("group");
/** The groups that a user is in, which the server works out: those of a group that is in another are indirect. */
const withGroups = (user) => {
  const holding = (id) => groups.read({}).filter(({ members = [] }) => members.some(({ value }) => value === id));
  const entry = (type) => ({ id: value, displayName: display }) => ({ value, display, type });
  const direct = holding(user.id);
  return { ...user, groups: [...direct.map(entry("direct")), ...direct.flatMap(({ id }) => holding(id)).map(entry("indirect"))] };
};
const { User, Group } = SCIMMY.Resources;
const dispose = () => {};
SCIMMY.Resources.declare(User, {
  ingress: users.write,
  egress: (resource) => (resource.id === undefined ? users.read({}).map(withGroups) : withGroups(users.read(resource))),
  degress: dispose,
});
SCIMMY.Resources.declare(Group, { ingress: groups.write, egress: groups.read, degress: dispose });

describe("a SCIM server", () => {
  let server;
  let base;
  const people = Array.from({ length: 30 }, (_, index) => ({
    userName: `person${index}@acme.com`,
    displayName: index === 7 ? "山田 花子" : `Person ${index}`,
    name: { givenName: "Person", familyName: String(index) },
    // One of them logs in under another name, and the address is among the e-mails.
    ...(index === 7 && { userName: "hanako", emails: [{ value: "person7@acme.com", primary: true, type: "work" }] }),
    active: index % 10 !== 9,
  }));
  const teams = [
    { displayName: "team-a", members: [25, 26] },
    { displayName: "claude-owners", members: [0, 1] },
    { displayName: "claude-users", members: people.map((_, index) => index).slice(2, 25), nested: "team-a" },
    { displayName: "nobody", members: [] },
  ];
  const made = { users: [], groups: {} };

  async function ask(path, body) {
    const headers = { authorization: "Bearer of-no-one", "content-type": "application/scim+json" };
    const answer = await fetch(`${base}${path}`, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${text}`);
    return text;
  }

  before(async () => {
    const app = express();
    app.use("/scim", new Routers({ type: "bearer", handler: () => "tester" }));
    await new Promise((listening) => {
      server = app.listen(0, "127.0.0.1", listening);
    });
    base = `http://127.0.0.1:${server.address().port}/scim`;
    for (const person of people) made.users.push(JSON.parse(await ask("/Users", person)).id);
    for (const { displayName, members, nested } of teams) {
      const entries = members.map((index) => ({ value: made.users[index], type: "User" }));
      if (nested) entries.push({ value: made.groups[nested], type: "Group" });
      made.groups[displayName] = JSON.parse(await ask("/Groups", { displayName, members: entries })).id;
    }
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  /** The answers to all pages of a list. */
  async function pages(path, count) {
    const answers = [];
    for (let start = 1, total = 1; start <= total; start += count) {
      answers.push(await ask(`${path}?startIndex=${start}&count=${count}`));
      total = JSON.parse(answers[0]).totalResults;
    }
    return answers;
  }

  const members = people.map((_, index) => ({ email: `person${index}@acme.com` }));
  const mapping = { roles: { owner: ["claude-owners"], user: ["claude-users"] } };
  const mapped = { ...config, provisioning: { mode: "scim", groupMapping: mapping }, actor: "person0@acme.com" };
  const teamOf = (index) => teams.filter((team) => team.members.includes(index)).map(({ displayName }) => displayName);
  const codes = (report) => report.findings.map(({ code }) => code);

  for (const [system, load] of Object.entries(loaders)) {
    describe(`read as ${system}`, () => {
      let rolecall;
      before(async () => {
        rolecall = await load();
        await rolecall.init();
      });

      test("everybody is read as they were created, from pages of users and of groups", async () => {
        const [users, groups] = [await pages("/Users", 10), await pages("/Groups", 3)];
        assert.deepEqual([users.length, groups.length], [3, 2]);
        const session = new rolecall.Session({ members, directory: [...users, ...groups] });
        const { directory } = session.roster();
        assert.deepEqual(
          directory.users.map(({ email, name, id, active = true, groups = [] }) => ({ email, name, id, active, groups })),
          people.map(({ displayName, active }, index) => ({
            email: `person${index}@acme.com`,
            name: displayName,
            id: made.users[index],
            active,
            groups: teamOf(index),
          })),
        );
        assert.deepEqual(
          new Map(directory.groups.map(({ name, id, groups = [] }) => [name, { id, groups }])),
          new Map(teams.map(({ displayName: name, nested }) => [name, { id: made.groups[name], groups: nested ? [nested] : [] }])),
        );
        const report = session.check(mapped);
        assert.equal(report.sources.length, 6);
        assert.ok(report.sources.slice(1).every(({ format, leftOut, problems }) => format === "scim" && leftOut === 0 && !problems.length));
        assert.ok(codes(report).includes("mapping/nested-group"));
        assert.ok(!codes(report).includes("input/cut-list"));
      });

      test("what becomes of them follows from it", async () => {
        const directory = [...(await pages("/Users", 10)), ...(await pages("/Groups", 3))].map((page) => JSON.parse(page));
        const { people: found } = rolecall.check(mapped, { members, directory });
        // In a mapped group of their own and active; who is in it only through another group is not provisioned.
        const stays = (index) => people[index].active && teamOf(index).some((team) => team.startsWith("claude-"));
        assert.deepEqual(
          found.map(({ email, after }) => [email, after?.role]),
          people.map((_, index) => [`person${index}@acme.com`, stays(index) ? (index < 2 ? "owner" : "user") : undefined]),
        );
      });

      test("without the groups' own lists those of the users count, but for what is indirect", async () => {
        const { directory } = new rolecall.Session({ members, directory: await pages("/Users", 10) }).roster();
        const found = directory.users.map(({ groups = [] }) => groups);
        assert.deepEqual(found, people.map((_, index) => teamOf(index)));
      });

      test("without the last page of the users it is a cut list, and nobody on it is taken for removed", async () => {
        const [users, groups] = [await pages("/Users", 10), await pages("/Groups", 3)];
        const session = new rolecall.Session({ members, directory: [...users.slice(0, -1), ...groups] });
        assert.equal(session.roster().directory.complete, false);
        const report = session.check(mapped);
        assert.ok(codes(report).includes("input/cut-list"));
        assert.ok(!codes(report).includes("removal/members-removed"));
        assert.deepEqual([report.counts.unknown, report.counts.removed], [10, 2]);
      });

      test("without the last page of the groups it is a cut list too", async () => {
        const [users, groups] = [await pages("/Users", 10), await pages("/Groups", 3)];
        const report = rolecall.check(mapped, { members, directory: [...users, ...groups.slice(0, -1)] });
        assert.ok(codes(report).includes("input/cut-list"));
      });
    });
  }
});
