// Whatever there is very much of, the work grows as the input does: four times as much takes about four times the steps.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { config as usual, organisations } from "./growing.mjs";
import { counting } from "./steps.mjs";

const SIZE = 300;
const TIMES = 4;
/** What is sorted takes a little more than so many times the steps. Work that grows with the square takes 16 times as many. */
const MOST = 6;
/** Fixes and repairs take so many checks, each as many steps as any: a few show as well how they grow. */
const options = { fixes: true, limits: { repairChecks: 5 } };

const questions = {
  check: (session, config) => session.check(config, { fixes: false }),
  "check with fixes": (session, config) => session.check(config, options),
  people: (session, config) => session.people(config, { sort: "harm", search: "p1" }),
  person: (session, config) => session.person(config, "p1@acme.com"),
  flow: (session, config) => session.flow(config),
  compare: (session, config) => session.compare(config, usual()),
  columns: (session, config) => session.columns(config),
  fingerprint: (session, config) => session.fingerprint(config),
  repair: (session, config) => session.repair(config, options),
  plan: (session, config) => session.plan(config, options),
  "people as CSV": (session, config) => session.render(config, { as: "people-csv" }),
  "people as JSON": (session, config) => session.render(config, { as: "people-json" }),
  Markdown: (session, config) => session.render(config, options),
  roster: (session) => session.roster(),
  directory: (session) => session.directory(),
};

describe("four times as many", () => {
  let counted;
  before(async () => {
    counted = await counting("rolecall.wasm");
  });

  /** The steps of every question about an organisation, and of reading it. */
  function steps([config, roster]) {
    const { rolecall } = counted;
    const isInOurForm = Array.isArray(roster.directory?.users);
    const taken = {};
    const count = (what, work) => {
      const { result, steps } = counted.steps(work);
      taken[what] = steps;
      return result;
    };
    if (isInOurForm) count("reading objects", () => new rolecall.Session(roster)).free();
    const session = count("reading", () => new rolecall.Session(isInOurForm ? JSON.stringify(roster) : roster));
    for (const [what, ask] of Object.entries(questions)) count(what, () => ask(session, config));
    session.free();
    return taken;
  }

  for (const [what, organisation] of Object.entries(organisations)) {
    test(what, () => {
      const [some, many] = [steps(organisation(SIZE)), steps(organisation(TIMES * SIZE))];
      const grown = Object.entries(many).map(([what, steps]) => [what, steps / some[what], steps]);
      const tooMuch = grown.filter(([, times]) => times > MOST).map(([what, times, steps]) => `${what} takes ${times.toFixed(1)} times as many steps, ${steps}`);
      assert.deepEqual(tooMuch, []);
    });
  }

  test("so many mapped groups that the directory lacks are compared with its own only so often", () => {
    const lacking = (n) => {
      const groups = Array.from({ length: n }, (_, index) => ({ name: `group-of-the-directory-${index}` }));
      const roles = { user: groups.map((_, index) => `group-of-the-mapping-${index}`) };
      return [usual({ roles }), { members: [], directory: { users: [], groups } }];
    };
    const check = (n) => {
      const [config, roster] = lacking(n);
      const session = new counted.rolecall.Session(roster);
      const { steps } = counted.steps(() => session.check(config, { fixes: false }));
      session.free();
      return steps;
    };
    assert.ok(check(4000) / check(1000) <= MOST);
  });
});
