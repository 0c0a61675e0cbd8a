// Where people stand before and after, counted; and for whom two configurations differ.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { world } from "./worlds.mjs";

const WORLDS = 80;

for (const [system, load] of Object.entries(loaders)) {
  describe(`flow as ${system}`, () => {
    let rolecall;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });
    const each = (ask) => {
      for (let number = 0; number < WORLDS; number++) {
        const { roster, configs } = world(number);
        const session = new rolecall.Session(roster);
        const answers = configs.map((config) => rolecall.check(config, roster));
        ask({ session, configs, answers, number });
        session.free();
      }
    };

    test("counts everyone once, by where they stand before and after", () => {
      let waiting = 0;
      let unknown = 0;
      let untold = 0;
      each(({ session, configs, answers, number }) => {
        configs.forEach((config, index) => {
          const { people, roles, seats } = answers[index];
          const flow = session.flow(config);
          const counted = new Map();
          for (const { before, after, people } of flow.roles) counted.set(`${before} ${after}`, people);
          const expected = new Map();
          for (const person of people) {
            const pair = `${standsBefore(person)} ${standsAfter(person)}`;
            if (pair.includes("?")) return void untold++; // whether somebody waits before is not told of them
            expected.set(pair, (expected.get(pair) ?? 0) + 1);
          }
          assert.deepEqual(sorted(counted), sorted(expected), `world ${number}`);
          for (const links of Object.values(flow)) {
            assert.equal(sum(links), people.length);
            assert.ok(links.every(({ people }) => people > 0));
          }
          // What the report says of roles and seats is what flows in and out.
          for (const { role, before, after } of roles) assert.deepEqual([out(flow.roles, role), into(flow.roles, role)], [before, after]);
          for (const { tier, before, after } of seats) {
            assert.deepEqual([out(flow.seatTiers, tier), into(flow.seatTiers, tier)], [before, after], `world ${number}`);
          }
          waiting += into(flow.roles, "waiting");
          unknown += into(flow.roles, "unknown");
        });
      });
      assert.ok(untold < WORLDS, `${untold} of ${3 * WORLDS} answers are not compared in everything`);
      assert.ok(waiting > 0 && unknown > 0, "the worlds have people who wait, and people of whom nothing is known");
    });

    test("names whom a link is about", () => {
      each(({ session, configs: [config], answers: [{ people }], number }) => {
        const flow = session.flow(config);
        for (const { before, after, people: count } of [...flow.roles, ...flow.seatTiers]) {
          const found = session.people(config, { before: [before], after: [after], limit: 1000 });
          assert.ok(found.total >= count && found.people.length === found.total, `world ${number}`);
        }
        for (const { before, after, people: count } of flow.roles) {
          if (before === "not-listed" || after === "not-listed") continue; // a place in both pictures
          assert.equal(session.people(config, { before: [before], after: [after] }).total, count);
        }
        assert.equal(session.people(config, { before: [] }).total, 0);
        assert.equal(session.people(config, {}).total, people.length);
      });
    });

    test("a place is a word that means something", () => {
      const session = new rolecall.Session(roster);
      const refused = (query, path) => assert.throws(() => session.people(config, query), refusal(rolecall, { code: "input/wrong-shape", path }));
      refused({ before: ["ownr"] }, "/query/before/0");
      refused({ after: "owner" }, "/query/after");
    });

    test("two configurations differ for whom their answers differ", () => {
      each(({ session, configs, answers, number }) => {
        const [one, other] = answers;
        const differing = one.people.flatMap((person) => {
          const beside = other.people.find(({ email }) => email === person.email);
          return beside && !same(person, beside) ? [{ one: person, other: beside }] : [];
        });
        const compared = session.compare(configs[0], configs[1], { limit: 1000 });
        if (one.people.length === other.people.length) {
          assert.equal(compared.total, differing.length, `world ${number}`);
          assert.deepEqual(compared.people.map(plain), differing.map(plain), `world ${number}`);
        }
        assert.equal(sum(compared.ends.roles), one.people.length);
        for (const [index, side] of [out, into].entries()) {
          const standing = answers[index].people.filter(({ after }) => after?.access && after.role === "user").length;
          if (one.people.length === other.people.length) assert.equal(side(compared.ends.roles, "user"), standing);
        }
        // The other way round they are the same people, and with itself nothing differs.
        const back = session.compare(configs[1], configs[0], { limit: 1000 });
        if (one.people.length === other.people.length) assert.equal(back.total, compared.total);
        assert.equal(session.compare(configs[2], configs[2]).total, 0);
        const removed = session.compare(configs[0], configs[1], { outcome: ["removed"], limit: 1000 });
        assert.ok(removed.people.every(({ one }) => one.outcome === "removed"));
      });
    });

    test("which of two configurations cannot be read is told by the place", () => {
      const session = new rolecall.Session(roster);
      const refused = (one, other, code, path) => assert.throws(() => session.compare(one, other), refusal(rolecall, { code, path }));
      refused(config, "{", "input/not-json", "/other");
      refused("{", config, "input/not-json", "/config");
      refused(config, { organization: { plan: "gold" } }, "input/unknown-plan", "/other/organization/plan");
      refused(config, undefined, "input/not-json", "/other");
      assert.equal(session.compare(config, config).total, 0);
    });
  });
}

const sum = (links) => links.reduce((total, { people }) => total + people, 0);
const out = (links, place) => sum(links.filter(({ before }) => before === place));
const into = (links, place) => sum(links.filter(({ after }) => after === place));
const sorted = (counts) => [...counts].sort();

const same = (one, other) =>
  ["before", "after", "outcome", "when"].every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
/** What there is no word for is null here and absent there. */
const plain = ({ one, other }) => [one, other].map(({ name, ...person }) => ({ name: name ?? null, ...person }));

function standsBefore({ before }) {
  if (before === null) return "not-listed";
  if (before.access) return before.role;
  return before.seatTier === null ? "?" : "no-access";
}

function standsAfter({ outcome, after }) {
  if (outcome === "unknown" || outcome === "waiting") return outcome;
  if (after === null) return "not-listed";
  return after.access ? after.role : "no-access";
}
