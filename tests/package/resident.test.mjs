// A roster that stays in the engine is asked again and again, about this configuration and that: every answer is the one
// that a check of its own would give.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { readyWith, refusal } from "./install.mjs";
import { shuffled, world } from "./worlds.mjs";

const WORLDS = 150;
const BAD = ["", "{", "[]", "{}", '{"organization":{"plan":"gratis"}}', new Uint8Array([0xff, 0xfe]), { organization: { plan: 5 } }];

const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

describe("a resident roster", () => {
  let rolecall;
  let memory;
  before(async () => {
    const keepingMemory = (instantiate) => async (...given) => {
      const made = await instantiate(...given);
      memory = (made.instance ?? made).exports.memory;
      return made;
    };
    rolecall = await readyWith(keepingMemory);
  });

  test("gives what a check of its own gives, for random organisations", () => {
    for (let number = 0; number < WORLDS; number++) {
      const { roster, configs } = world(number);
      const session = new rolecall.Session(number % 2 ? bytes(roster) : roster);
      for (const config of configs) {
        const { people, ...report } = rolecall.check(config, roster);
        assert.deepEqual(session.check(config), report, `world ${number}`);
        assert.deepEqual(session.people(config, { limit: 1000 }), { total: people.length, people }, `world ${number}`);
        assert.deepEqual(JSON.parse(session.render(config, { as: "people-json" })), people, `world ${number}`);
      }
      session.free();
    }
  });

  test("never mixes what it is asked in turn, whatever is asked in between", () => {
    const { random } = world(1);
    const asked = Array.from({ length: 12 }, (_, number) => {
      const { roster, configs } = world(number);
      const session = new rolecall.Session(roster);
      return configs.map((config) => ({ session, config, answer: rolecall.check(config, roster) }));
    }).flat();
    for (let round = 0; round < 6; round++) {
      for (const { session, config, answer } of shuffled(asked, random)) {
        const { people, ...report } = answer;
        const bad = BAD[Math.floor(random() * BAD.length)];
        assert.throws(() => session.check(bad), refusal(rolecall, {}));
        assert.throws(() => session.people(config, { outcome: "all" }), refusal(rolecall, { path: "/query/outcome" }));
        assert.deepEqual(session.check(config), report);
        const offset = Math.floor(random() * people.length);
        assert.deepEqual(session.people(config, { offset, limit: 3 }).people, people.slice(offset, offset + 3));
      }
    }
  });

  test("10,000 checks do not make its memory grow", () => {
    const { roster, configs } = world(3);
    const session = new rolecall.Session(roster);
    // More configurations than are remembered, each asked in several ways.
    const variants = Array.from({ length: 50 }, (_, name) => JSON.stringify({ ...configs[name % 3], organization: { ...configs[name % 3].organization, name: `${name}` } }));
    const ask = (count) => {
      const config = variants[count % variants.length];
      session.check(config);
      if (count % 10 === 0) session.people(config, { search: "p1", sort: "harm" });
      if (count % 25 === 0) session.fingerprint(config);
    };
    for (let count = 0; count < 200; count++) ask(count);
    const before = memory.buffer.byteLength;
    assert.ok(before > 0);
    for (let count = 0; count < 10_000; count++) ask(count);
    assert.equal(memory.buffer.byteLength, before);
    session.free();
  });

  test("what sessions give back is used again", () => {
    const roster = { members: Array.from({ length: 20_000 }, (_, index) => ({ email: `person-${index}@acme.com` })), directory: { users: [] } };
    const config = world(3).configs[0];
    const once = () => {
      const session = new rolecall.Session(roster);
      session.check(config);
      session.free();
    };
    for (let count = 0; count < 3; count++) once();
    const before = memory.buffer.byteLength;
    for (let count = 0; count < 30; count++) once();
    assert.equal(memory.buffer.byteLength, before);
  });
});
