// People of an answer: in pages, one by one, in columns, and what is acknowledged of them.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";
import { shuffled, world } from "./worlds.mjs";

const WORLDS = 60;
/** Who is hit hardest comes first. */
const HARM = [loses, demoted, ({ because }) => because.some(({ kind }) => kind === "no-seat-free"), promoted, is("changed"), is("added"), is("unknown"), () => true];

for (const [system, load] of Object.entries(loaders)) {
  describe(`people as ${system}`, () => {
    let rolecall;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });
    const each = (ask) => {
      for (let number = 0; number < WORLDS; number++) {
        const { roster, configs, random } = world(number);
        const session = new rolecall.Session(roster);
        ask({ session, config: configs[0], roster, random, number, ...rolecall.check(configs[0], roster) });
        session.free();
      }
    };
    const lists = ({ session, config }, query, people) =>
      assert.deepEqual(session.people(config, { limit: 1000, ...query }), { total: people.length, people }, JSON.stringify(query));

    test("are filtered by outcome, by role and seat tier before or after, and by what is searched for", () => {
      const { outcomes, roles, seatTiers } = rolecall.catalog();
      const stands = ({ before, after }, has) => [before, after].some((standing) => standing && has(standing));
      each((asked) => {
        const { people } = asked;
        for (const outcome of outcomes) lists(asked, { outcome: [outcome] }, people.filter(is(outcome)));
        lists(asked, { outcome: outcomes.slice(0, 3) }, people.filter((person) => outcomes.indexOf(person.outcome) < 3));
        lists(asked, { outcome: [] }, []);
        for (const role of roles) lists(asked, { role: [role] }, people.filter((it) => stands(it, (standing) => standing.role === role)));
        for (const tier of seatTiers) lists(asked, { seatTier: [tier] }, people.filter((it) => stands(it, ({ seatTier }) => seatTier === tier)));
        for (const search of ["P1", " pat a ", "@acme", "nobody", ""]) {
          const wanted = search.trim().toLowerCase();
          lists(asked, { search }, people.filter(({ email, name = "" }) => email.includes(wanted) || name.toLowerCase().includes(wanted)));
        }
        // Case, accents and width do not matter, on either side.
        lists(asked, { search: "Ｐàt Ａ" }, people.filter(({ name = "" }) => name.toLowerCase().includes("pat a")));
        const both = people.filter((person) => is("kept")(person) && person.email.includes("p1"));
        lists(asked, { outcome: ["kept"], search: "p1" }, both);
      });
    });

    test("are filtered by what changes for them, and by the role that they have before", () => {
      const { roles } = rolecall.catalog(); // highest first
      const both = ({ before, after }) => before?.access === true && after?.access === true;
      const lower = ({ before, after }) => roles.indexOf(after.role) - roles.indexOf(before.role);
      const changes = {
        "loses-access": (person) => person.isMember && person.before?.access === true && person.after?.access !== true,
        "gains-access": (person) => person.before?.access !== true && person.after?.access === true,
        "lower-role": (person) => both(person) && lower(person) > 0,
        "higher-role": (person) => both(person) && lower(person) < 0,
      };
      const seen = new Set();
      each((asked) => {
        // Only members lose access. Of those whose fate is not known nobody can say what changes.
        const members = new Set(asked.roster.members.map(({ email }) => email.trim().toLowerCase()));
        const known = asked.people.filter((person) => !is("unknown")(person));
        const whom = (...named) =>
          known.filter((person) => named.some((change) => changes[change]({ ...person, isMember: members.has(person.email) })));
        for (const change of Object.keys(changes)) {
          if (whom(change).length > 0) seen.add(change);
          lists(asked, { change: [change] }, whom(change));
        }
        lists(asked, { change: ["loses-access", "lower-role"] }, whom("loses-access", "lower-role"));
        for (const role of roles) lists(asked, { roleBefore: [role] }, asked.people.filter(({ before }) => before?.role === role));
      });
      assert.equal(seen.size, 4, "every change occurs");
    });

    test("are sorted, turned round and cut into pages", () => {
      const by = (key) => (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
      const orders = {
        roster: () => 0,
        email: by(({ email }) => email),
        name: by(({ name }) => (name === undefined ? "1" : `0${name.toLowerCase()}`)),
      };
      each((asked) => {
        const { session, config, people } = asked;
        orders.harm = by((person) => HARM.findIndex((hit) => hit(person, config)));
        for (const [sort, order] of Object.entries(orders)) {
          const sorted = people.toSorted?.(order) ?? [...people].sort(order);
          lists(asked, { sort }, sorted);
          lists(asked, { sort, descending: true }, [...sorted].reverse());
          const { total, people: page } = session.people(config, { sort, offset: 2, limit: 3 });
          assert.deepEqual([total, page], [people.length, sorted.slice(2, 5)]);
        }
        assert.deepEqual(session.people(config).people, people.slice(0, 50));
        assert.deepEqual(session.people(config, { offset: 4_000_000_000 }), { total: people.length, people: [] });
      });
    });

    test("are found one by one, however the address is written", () => {
      each(({ session, config, people }) => {
        for (const person of people) assert.deepEqual(session.person(config, ` ${person.email.toUpperCase()} `), person);
        assert.equal(session.person(config, "nobody@acme.com"), undefined);
        assert.equal(session.person(config, ""), undefined);
      });
    });

    test("stand in columns of codes", () => {
      const { outcomes, roles, seatTiers } = rolecall.catalog();
      const code = (list, value) => (value == null ? 255 : list.indexOf(value));
      each(({ session, config, people }) => {
        const columns = session.columns(config);
        assert.deepEqual([...columns.outcome], people.map(({ outcome }) => code(outcomes, outcome)));
        assert.deepEqual([...columns.role], people.map(({ after }) => code(roles, after?.role)));
        assert.deepEqual([...columns.seatTier], people.map(({ after }) => code(seatTiers, after?.seatTier)));
        for (const column of Object.values(columns)) assert.ok(column instanceof Uint8Array);
      });
    });

    test("are objects of their own", () => {
      const { people } = rolecall.check(config, roster);
      const [one, other] = people.filter(({ outcome }) => outcome === people[0].outcome);
      const untouched = structuredClone(other ?? people[1]);
      one.because.length = 0;
      if (one.after) one.after.role = "user";
      assert.deepEqual(other ?? people[1], untouched);
    });

    test("have a fingerprint that knows the situation, not the order or the language of it", () => {
      const known = new Map();
      each(({ session, config, roster, random, number }) => {
        const fingerprint = session.fingerprint(config);
        assert.match(fingerprint, /^[0-9a-f]{64}$/);
        assert.equal(session.fingerprint(config, { locale: "ja" }), fingerprint);
        assert.equal(known.get(fingerprint), undefined, `world ${number}`);
        known.set(fingerprint, number);
        // With room for all, it decides nothing who comes first.
        const { seats, ...organization } = config.organization;
        const roomy = { ...config, organization };
        const again = new rolecall.Session({
          members: shuffled(roster.members, random),
          directory: roster.directory && { ...roster.directory, users: shuffled(roster.directory.users, random) },
        });
        const reordered = structuredClone(roomy);
        for (const groups of Object.values(reordered.provisioning.groupMapping?.roles ?? {})) groups.reverse();
        assert.equal(again.fingerprint(roomy), session.fingerprint(roomy), `world ${number}`);
        assert.equal(again.fingerprint(reordered), session.fingerprint(roomy), `world ${number}`);
        again.free();
      });
    });

    test("have another fingerprint when the settings, or what becomes of somebody, differ", () => {
      const session = new rolecall.Session(roster);
      const fingerprint = session.fingerprint(config);
      const others = [
        { ...config, provisioning: { mode: "jit" } },
        { ...config, organization: { ...config.organization, seats: { premium: 1, standard: 6 } } },
        { ...config, actor: "zoë@acme.com" },
      ];
      for (const other of others) assert.notEqual(session.fingerprint(other), fingerprint);
      const more = new rolecall.Session({ ...roster, members: [...roster.members, { email: "new@acme.com" }] });
      assert.notEqual(more.fingerprint(config), fingerprint);
      // What is written otherwise is the same: case, blanks, and what is the default.
      assert.equal(session.fingerprint({ ...config, actor: " Ann@ACME.com", saved: null, guards: {} }), fingerprint);
    });

    test("are asked for in words that mean something", () => {
      const session = new rolecall.Session(roster);
      const refused = (query, path, code = "input/wrong-shape") =>
        assert.throws(() => session.people(config, query), refusal(rolecall, { code, path }));
      refused({ outcome: ["removd"] }, "/query/outcome/0");
      refused({ outcome: "removed" }, "/query/outcome");
      refused({ seattier: ["premium"] }, "/query/seattier");
      refused({ sort: "size" }, "/query/sort");
      refused({ limit: -1 }, "/query/limit");
      refused({ offset: 0.5 }, "/query/offset");
      refused([], "/query");
      refused("{", "/query", "input/not-json");
      for (const email of [undefined, null, 5, {}]) {
        assert.throws(() => session.person(config, email), refusal(rolecall, { code: "input/wrong-shape", path: "/email" }));
      }
      assert.equal(session.people(config, null).total, 3);
    });
  });
}

function is(outcome) {
  return (person) => person.outcome === outcome;
}

/** Only members lose access, or are demoted. */
function isMember({ outcome }) {
  return !["added", "waiting", "not-a-member"].includes(outcome);
}

function loses(person) {
  return isMember(person) && person.before?.access && person.outcome !== "unknown" && !person.after?.access;
}

function demoted(person, config) {
  const { before, after } = person;
  return isMember(person) && before?.access && administers(before, config) && after?.access && !administers(after, config);
}

function promoted({ before, after }, config) {
  return after?.access && administers(after, config) && !(before?.access && administers(before, config));
}

function administers({ role }, { organization: { plan } }) {
  return role === (plan === "console" ? "admin" : "owner") || (plan !== "console" && role === "primary-owner");
}
