// Rosters and settings of a size that nobody has: answered in a time that somebody would wait, or refused by a limit that is
// named; no message is longer than anybody reads.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { loaders, refusal } from "./install.mjs";
import { answering, config, roster } from "./sample.mjs";

/** Far more than it takes, for machines that have much else to do. */
const PATIENCE = 60_000;

const LIMITS = new Set(["input/too-large", "input/too-many-people", "input/too-many-groups", "input/too-many-groups-of-one"]);
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const long = "x".repeat(1 << 20);
const mapping = (roles) => ({ ...config, provisioning: { mode: "scim", groupMapping: { roles } } });
const mapped = mapping({ owner: ["owners"], user: ["users"] });
const directory = (rest) => ({ members: roster.members, directory: { users: [{ email: "ann@acme.com", groups: ["owners"] }], ...rest } });
const alike = (index) => [...`${index.toString(2).padStart(15, "0")}`].map((bit) => "lI"[bit]).join("");

/** A roster and a configuration, by name. */
const sizes = {
  "a million groups": [directory({ groups: many(1e6, (index) => ({ name: `group-${index}` })) }), mapped],
  "a million groups, and as many letters in the mapped ones": [directory({ groups: many(1e6, (index) => ({ name: `group-${index}` })) }), mapping({ owner: ["owners"], user: many(20, (index) => `grup-${index}0000`) })],
  "groups that all look alike": [directory({ groups: many(20_000, (index) => ({ name: alike(index) })) }), mapping({ owner: ["owners"], user: [alike(1), alike(2)] })],
  "somebody in 100,000 groups": [directory({ users: [{ email: "ann@acme.com", groups: ["owners", ...many(1e5, (index) => `g${index}`)] }] }), mapped],
  "somebody 100,000 times in one group": [directory({ users: [{ email: "ann@acme.com", groups: many(1e5, () => "owners") }] }), mapped],
  "100,000 times somebody": [{ members: many(1e5, (index) => ({ email: "ann@acme.com", name: `${index}` })), directory: roster.directory }, mapped],
  "10,000 mapped groups": [roster, mapping({ owner: ["owners"], user: many(10_000, (index) => `g${index}`) })],
  "10,000 domains": [roster, { ...config, parent: { ...config.parent, domains: many(10_000, (index) => ({ name: `d${index}.com`, verified: true })) } }],
  "10,000 expectations": [roster, { ...config, expect: many(10_000, (index) => ({ email: `p${index}@acme.com`, access: true })) }],
  "10,000 keys that mean nothing": [roster, { ...config, ...Object.fromEntries(many(10_000, (index) => [`key${index}`, 1])) }],
  "an object of 100,000 keys for a row": [{ members: [Object.fromEntries([["email", "ann@acme.com"], ...many(1e5, (index) => [`key${index}`, 1])])], directory: roster.directory }, config],
  "addresses of 1 MB": [{ members: [...roster.members, { email: `${long}@acme.com`, role: "ownr" }], directory: { users: [{ email: `${long}@acme.com`, groups: ["users"] }, { email: `@${long}` }] } }, mapped],
  "groups of 1 MB": [directory({ groups: [{ name: long, groups: [`${long}2`] }] }), mapping({ owner: [long], user: [`${long}x`, long] })],
  "1 MB wherever there is a text": [
    directory({ [long]: 1 }),
    { ...config, [long]: 1, actor: long, organization: { ...config.organization, name: long, seats: { [long]: 1 } }, parent: { ...config.parent, kind: long, domains: [{ name: long, verified: true }] }, expect: [{ email: long, access: true }, { group: long, role: long }] },
  ],
};

for (const [system, load] of Object.entries(loaders)) {
  describe(`sizes that nobody has as ${system}`, () => {
    let rolecall;
    let isAsBefore;
    before(async () => {
      ({ rolecall, isAsBefore } = await answering(load));
    });

    for (const [what, [given, settings]] of Object.entries(sizes)) {
      test(what, () => {
        for (const roster of [given, JSON.stringify(given)]) {
          const begun = performance.now();
          try {
            const { findings, headline, sources } = rolecall.check(settings, roster, { fixes: false });
            for (const { message, help } of findings) assert.ok(message.length < 6_000 && help.length < 6_000, message.slice(0, 200));
            assert.ok(headline.length < 6_000);
            for (const { problems, notes } of sources) for (const { message } of [...problems, ...notes]) assert.ok(message.length < 6_000);
          } catch (error) {
            if (!LIMITS.has(error.code)) throw error;
          }
          assert.ok(performance.now() - begun < PATIENCE, `${Math.round(performance.now() - begun)} ms`);
        }
        isAsBefore();
      });
    }

    test("errors are no longer than anybody reads", () => {
      const short = (code) => (error) => refusal(rolecall, { code })(error) && error.message.length < 3_000 && error.help.length < 3_000;
      const csv = "a,b\n1,2\n";
      const session = new rolecall.Session(roster);
      for (const [code, ask] of [
        ["input/unknown-plan", () => session.check({ organization: { plan: long } })],
        ["input/wrong-shape", () => session.people(config, { [long]: 1 })],
        ["input/wrong-shape", () => session.people(config, { sort: long })],
        ["input/wrong-shape", () => rolecall.inspect({ data: bytes(csv), encoding: long })],
        ["input/wrong-shape", () => rolecall.inspect({ data: csv, columns: { [long]: "a" } })],
        ["input/no-such-column", () => new rolecall.Session({ members: { data: csv, columns: { email: long } } })],
        ["input/bad-table", () => new rolecall.Session({ members: `${long},b\n1,2\n` })],
        ["input/columns-needed", () => new rolecall.Session({ members: `${many(300, (index) => `Heading ${index}`).join()}\n${many(300, String).join()}\n` })],
        ["input/unknown-format", () => new rolecall.Session({ members: bytes(JSON.stringify([{ [long]: 1 }])) })],
        ["input/not-json", () => session.check(long)],
        ["input/not-json", () => session.check(`{"${long}":1,"${long}":2}`)],
        ["input/not-json", () => session.check({ ...config, [long]: () => 1 })],
        ["input/not-json", () => session.check({ get actor() { throw new Error(long); } })],
        ["input/too-large", () => new rolecall.Session({ members: { data: long, maxBytes: 5 } })],
      ]) {
        assert.throws(ask, short(code), `${code}: ${ask}`);
      }
      assert.throws(() => new rolecall.Session({ members: bytes(long.repeat(257)) }), ({ message }) => message.includes("is 257.000 MB, and at most 256.000 MB are read"));
      session.free();
      isAsBefore();
    });
  });
}

const bytes = (text) => new TextEncoder().encode(text);
