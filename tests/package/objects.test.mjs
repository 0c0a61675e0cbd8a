// People given as objects go to the engine packed, and are answered for as if they had come as JSON.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { configuration, roster as organisation } from "../../benches/input.mjs";
import { packed } from "../../pkg/packed.js";
import { loaders } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { world } from "./worlds.mjs";

const WORLDS = 400;

/** The same roster, each side of it on the way that everything goes that is not plain. */
const asJson = (roster) => {
  const written = (side) => (typeof side.toJSON === "function" ? side.toJSON() : side);
  const wrapped = (side) => (typeof side === "object" && side !== null ? { toJSON: () => written(side) } : side);
  return { ...roster, members: wrapped(roster.members), directory: wrapped(roster.directory) };
};

const user = (rest) => ({ users: [{ email: "ann@acme.com" }, rest] });
const member = (rest) => [{ email: "ann@acme.com", role: "owner" }, rest];
const { members } = roster;
const half = "\ud83d";
const otherHalf = "\ude00";

class Row {
  constructor(email) {
    this.email = email;
  }
  get role() {
    return "owner";
  }
}
class Dated extends Date {
  email = "dee@acme.com";
}
const own = (values, more) => Object.defineProperties({ ...values }, more);
const hidden = { role: { value: "owner", enumerable: false } };
const inNewContext = (value) => runInNewContext(`(${JSON.stringify(value)})`);
function* deepening() {
  for (const depth of [3, 120, 126, 130]) yield Array.from({ length: depth }).reduce((inner) => [inner], "deep");
}

/** Sides that are packed, however odd. */
const taken = {
  "members with everything": {
    members: [{ email: "A@Acme.com ", name: " Ann  B ", id: "1", role: "owner", seatTier: "premium", status: "pending", kind: "service" }],
  },
  "members of whom nothing is said": { members: [{}, { email: null, role: null, status: undefined }, { email: "" }, { email: "  " }] },
  "members who come twice": { members: [...members, ...members, { email: "ANN@acme.com", role: "admin" }] },
  "members without an @": { members: [{ email: "ann" }, { email: "@" }] },
  "every letter there is": {
    members: ["zoë", "文子", "🧑‍🚀", "\u0000", "a\nb", "\n", '"\\', "\u2028", "ß", "İ"].map((name) => ({
      email: `${name}@acme.com`,
      name,
      id: name,
    })),
  },
  "halves of letters side by side": {
    members: [{ email: `a@acme.com`, name: half, id: otherHalf }, { email: half, name: otherHalf }, { email: otherHalf + half }],
  },
  "halves of letters in groups": {
    members,
    directory: user({ email: "b@acme.com", groups: [half, otherHalf, "\ud801", "a" + half, otherHalf] }),
  },
  "keys in another order": {
    members: [
      { kind: "human", role: "user", email: "a@acme.com" },
      { seatTier: "standard", email: "b@acme.com" },
    ],
  },
  "a key that is hidden": { members: [own({ email: "a@acme.com" }, hidden)] },
  "a getter": {
    members: [
      {
        get email() {
          return "a@acme.com";
        },
      },
    ],
  },
  proxies: { members: new Proxy([new Proxy({ email: "a@acme.com" }, {})], {}), directory: new Proxy(roster.directory, {}) },
  "frozen rows": { members: Object.freeze(members.map(Object.freeze)) },
  "symbols for keys": { members: [{ email: "a@acme.com", [Symbol("role")]: "owner" }] },
  "a list of users": { members, directory: roster.directory.users },
  "users with everything": {
    members,
    directory: user({ email: "B@acme.com", name: "B", id: "2", active: false, assigned: true, groups: ["g", "h", "g"] }),
  },
  "users without groups": { members, directory: user({ email: "b@acme.com", groups: null, active: null, assigned: undefined }) },
  "users who come twice": {
    members,
    directory: {
      users: [
        { email: "a@x.com", groups: ["g", "h"] },
        { email: "A@x.com", groups: ["h", "g"] },
        { email: "a@x.com", groups: ["z"] },
      ],
    },
  },
  "users without an address": { members, directory: { users: [{ groups: ["g"] }, { email: "a@x.com" }, { email: " ", groups: ["h"] }] } },
  "groups before users": {
    members,
    directory: {
      groups: [{ name: "h", id: "1" }, "k", { id: "2" }, { name: "h" }],
      users: [{ email: "a@x.com", groups: ["1", "h", "2", "z"] }],
    },
  },
  "groups behind users": {
    members,
    directory: { users: [{ email: "a@x.com", groups: ["1", "h", "2", "z"] }], groups: [{ name: "h", id: "1", groups: ["k"] }, null, 7] },
  },
  "what is said of a directory": {
    members,
    directory: { complete: false, users: roster.directory.users, assignment: { groups: ["g"] }, groupsComplete: false },
  },
  "what is said wrongly of a directory": {
    members,
    directory: { complete: "no", users: roster.directory.users, assignment: "lsited", groups: {} },
  },
  "what is said beside the sides": { ...roster, assignment: "flagged", complete: false, $schema: "…", membrs: [] },
  "more groups than a byte can number": {
    members,
    directory: {
      users: Array.from({ length: 400 }, (_, index) => ({ email: `p${index}@x.com`, groups: [`g${index}`, `g${index >> 1}`] })),
    },
  },
  "many groups": { members, directory: user({ email: "a@x.com", groups: Array.from({ length: 20_000 }, (_, index) => `g${index}`) }) },
  "a long name": { members: [{ email: "a@x.com", name: "n".repeat(70_000) }] },
};

/** Sides, or one of two, that become JSON. */
const left = {
  "no rows": { members: [], directory: [] },
  "an unknown key": { members: member({ email: "b@acme.com", rolle: "admin" }) },
  "a user's key on a member": { members: member({ email: "b@acme.com", groups: null }) },
  "a member's key on a user": { members, directory: user({ email: "b@acme.com", role: null }) },
  "an unknown key of the directory": { members, directory: { ...roster.directory, user: [] } },
  "keys that objects have by birth": { members: member(JSON.parse('{"email":"b@acme.com","__proto__":1,"constructor":2}')) },
  "unknown words": { members: member({ email: "b@acme.com", role: "Owner", seatTier: "gold", status: true, kind: 1 }) },
  "words of another type": { members, directory: user({ email: "b@acme.com", active: "false", assigned: 0, groups: "g" }) },
  "texts of another type": { members: member({ email: 7, name: ["b"], id: {} }) },
  "a text as an object": { members: member({ email: new String("b@acme.com") }) },
  "a date": { members: member({ email: "b@acme.com", name: new Date(0) }) },
  "groups of another type": { members, directory: user({ email: "b@acme.com", groups: ["g", null, 7, "", ["h"]] }) },
  "groups with holes": { members, directory: user({ email: "b@acme.com", groups: ["g", , "h"] }) },
  "groups in a Set": { members, directory: user({ email: "b@acme.com", groups: new Set(["g"]) }) },
  "rows that are none": { members: member(null).concat([7, "x", true, undefined, [], () => 1]) },
  "rows with holes": { members: [members[0], , members[1]] },
  "rows of a class": { members: member(new Row("b@acme.com")) },
  "rows that inherit": { members: member(Object.create({ email: "b@acme.com" })) },
  "rows without a prototype": { members: member(Object.assign(Object.create(null), { email: "b@acme.com" })) },
  "rows of another context": { members: inNewContext(members), directory: inNewContext(roster.directory) },
  "rows that are dates": { members: member(new Dated(0)) },
  "rows in a Map": { members: member(new Map([["email", "b@acme.com"]])) },
  "rows that write themselves": { members: member({ email: "b@acme.com", toJSON: () => ({ email: "c@acme.com" }) }) },
  "rows that write themselves unseen": {
    members: member(own({ email: "b@acme.com" }, { toJSON: { value: () => ({ email: "c@acme.com" }) } })),
  },
  "a list that writes itself": { members: Object.assign([...members], { toJSON: () => [members[0]] }) },
  "groups that write themselves": {
    members,
    directory: user({ email: "b@acme.com", groups: Object.assign(["g"], { toJSON: () => ["h"] }) }),
  },
  "a directory that writes itself": { members, directory: { ...roster.directory, toJSON: () => ({ users: [] }) } },
  "halves of letters beside users": {
    members,
    directory: { ...roster.directory, groups: [half, { name: "g" + half }], assignment: otherHalf },
  },
  "numbers beyond JSON beside users": { members, directory: { ...roster.directory, complete: 1n } },
  "a directory without users": { members, directory: { groups: ["g"] } },
  "users of another type": { members, directory: { users: { email: "a@x.com" } } },
  "members within": { members: { members } },
  "rows of another format": { members, directory: { Resources: [{ id: "1", userName: "ann@acme.com" }], totalResults: 1 } },
  "what is too deep": { members, directory: { ...roster.directory, groups: [...deepening()] } },
};

/** Whether every side there is becomes packed. */
function isTaken({ members, directory }) {
  try {
    return packed("members", members) !== undefined && (directory == null || packed("directory", directory) !== undefined);
  } catch {
    return false;
  }
}

for (const [system, load] of Object.entries(loaders)) {
  describe(`people as objects as ${system}`, () => {
    let rolecall;
    /** All that is to be known of a roster, or why nothing is. */
    const known = (roster, configs) => {
      try {
        const session = new rolecall.Session(roster);
        const answers = configs.map((config) => [rolecall.check(config, roster), session.check(config), session.fingerprint(config)]);
        const document = session.roster();
        session.free();
        return { document, answers };
      } catch (error) {
        assert(error instanceof rolecall.RolecallError, error);
        assert.notEqual(error.code, "engine/trapped");
        return { ...error, message: error.message };
      }
    };
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });

    test(`${WORLDS} organisations at random`, () => {
      for (let number = 0; number < WORLDS; number++) {
        const { roster, configs } = world(number);
        assert(isTaken(roster), `world ${number}`);
        const packed = known(roster, configs);
        assert.deepEqual(packed, known(asJson(roster), configs), `world ${number}`);
        assert.deepEqual(packed, known(new TextEncoder().encode(JSON.stringify(roster)), configs), `world ${number}`);
      }
    });

    test("the organisation of the measurements", () => {
      const roster = organisation(1000);
      assert(isTaken(roster));
      assert.deepEqual(known(roster, [configuration(1000)]), known(asJson(roster), [configuration(1000)]));
    });

    for (const [what, given] of Object.entries({ ...taken, ...left })) {
      test(what, () => {
        assert.equal(isTaken(given), what in taken);
        assert.deepEqual(known(given, [config]), known(asJson(given), [config]));
      });
    }
  });
}

test("files are not packed", () => {
  for (const side of ["members", "directory"]) {
    for (const file of [
      "Email\na@acme.com\n",
      { data: members },
      [{ data: members }],
      [members, members],
      new Uint8Array(),
      null,
      undefined,
    ]) {
      assert.equal(packed(side, file), undefined);
    }
  }
});

test("a key that all objects have is nobody's own", () => {
  Object.prototype.role = "owner";
  try {
    assert.equal(packed("members", [{ email: "a@acme.com" }]), undefined);
  } finally {
    delete Object.prototype.role;
  }
});

test("more bytes than any roster has are not packed", () => {
  assert.equal(packed("members", [{ email: "a@acme.com", name: "n".repeat(2 ** 26) }]), undefined);
});

test("every word that the engine knows is packed, and is the same word there", async () => {
  const rolecall = await loaders["ES module"]();
  await rolecall.init();
  const { plans } = rolecall.catalog();
  const rows = [
    { role: "primary-owner" },
    ...plans.flatMap(({ roles }) => roles).map((role) => ({ role })),
    ...plans.flatMap(({ seatTiers }) => seatTiers).map((seatTier) => ({ seatTier })),
    ...["active", "pending"].map((status) => ({ status })),
    ...["human", "service"].map((kind) => ({ kind })),
  ];
  const members = rows.map((row, index) => ({ email: `p${index}@acme.com`, ...row }));
  const flags = [{}, { active: false }, { active: true }, { assigned: false }, { active: true, assigned: true }];
  const users = flags.map((flags, index) => ({ email: `p${index}@acme.com`, ...flags }));
  const given = { members, directory: { users } };
  assert(isTaken(given));
  const understood = (roster) => new rolecall.Session(roster).roster();
  assert.deepEqual(understood(given), understood(asJson(given)));
  assert.equal(understood(given).members[1].role, rows[1].role);
});
