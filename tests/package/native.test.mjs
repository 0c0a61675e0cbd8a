// WebAssembly says what the engine says on this machine, about the same random worlds, in whatever way it is asked. The
// worlds and the native answers are recorded by `tests/simulation/record.rs`; `cargo xtask simulate` compares many more.
import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { wholeAndCore } from "./install.mjs";

const RECORD = process.env.ROLECALL_RECORD ?? "";
/** Without a record there is nothing to compare; that there is one, `cargo xtask test package` sees to. */
const skip = existsSync(RECORD) ? false : "no worlds are recorded: run this by `cargo xtask test package`";
const utf8 = new TextEncoder();

/** The recorded worlds, one after the other. */
async function* worlds() {
  for await (const line of createInterface({ input: createReadStream(RECORD), crlfDelay: Infinity })) yield JSON.parse(line);
}

/** Demands the native answer; only a difference is worth the long way of saying which. */
const same = (answer, native, what) => isDeepStrictEqual(answer, native) || assert.deepStrictEqual(answer, native, what);

const withoutPeople = ({ people, ...report }) => report;
/** What the build without repairs answers: the same, and nothing that would mend it. */
const withoutFixes = (report) => ({ ...report, findings: report.findings.map((finding) => ({ ...finding, fixes: [] })) });

describe("natively and in WebAssembly", { skip }, () => {
  let whole;
  let core;
  before(async () => {
    ({ whole, core } = await wholeAndCore());
  });

  test("the same answer, asked for by objects, by texts and by bytes", async () => {
    let compared = 0;
    for await (const { seed, config, roster, report } of worlds()) {
      const [configText, rosterText] = [config, roster].map((value) => JSON.stringify(value));
      same(whole.check(config, roster), report, `world ${seed}, objects`);
      same(whole.check(configText, rosterText), report, `world ${seed}, texts`);
      same(whole.check(utf8.encode(configText), utf8.encode(rosterText)), report, `world ${seed}, bytes`);
      compared += 1;
    }
    assert.ok(compared > 0, "there are no worlds in the record");
  });

  test("the same answer of a session, its fingerprint and its flow, whatever it was asked before", async () => {
    let last;
    for await (const world of worlds()) {
      const { seed, config, roster, report, fingerprint, flow } = world;
      const session = new whole.Session(roster);
      // Another world's configuration in between, whatever it answers.
      if (last !== undefined) session.check(last.config);
      same(session.check(config), withoutPeople(report), `world ${seed}`);
      if (last !== undefined) session.check(last.config, { locale: "ja", fixes: false });
      assert.equal(session.fingerprint(config), fingerprint, `world ${seed}`);
      same(session.flow(config), flow, `world ${seed}, flow`);
      const everyone = session.people(config, { limit: report.people.length });
      same(everyone, { total: report.people.length, people: report.people }, `world ${seed}, people`);
      session.free();
      last = world;
    }
  });

  test("the same answer of the small build, without fixes", async () => {
    for await (const { seed, config, roster, report, fingerprint, flow } of worlds()) {
      const session = new core.Session(roster);
      same(session.check(config, { fixes: false }), withoutPeople(withoutFixes(report)), `world ${seed}`);
      assert.equal(session.fingerprint(config), fingerprint, `world ${seed}`);
      same(session.flow(config), flow, `world ${seed}, flow`);
      session.free();
    }
  });

  test("the same repairs, plan, people, comparison and Japanese", async () => {
    let compared = 0;
    for await (const { seed, config, roster, whole: recorded } of worlds()) {
      if (recorded === undefined) continue;
      const { query, people, japanese, repairs, plan, other, second, comparison } = recorded;
      same(whole.check(config, roster, { locale: "ja" }), japanese, `world ${seed}, Japanese`);
      const session = new whole.Session(roster);
      const { repairs: list, ...beside } = repairs;
      const found = session.repair(config);
      same([...found], list, `world ${seed}, repairs`);
      same({ ...beside, why: found.why, leaveAsIs: found.leaveAsIs, search: found.search }, beside, `world ${seed}, beside repairs`);
      same(session.plan(config), plan, `world ${seed}, plan`);
      same(session.people(config, query), people, `world ${seed}, people`);
      same(session.check(other), withoutPeople(second), `world ${seed}, the other configuration`);
      same(session.compare(config, other, query), comparison, `world ${seed}, comparison`);
      session.free();
      compared += 1;
    }
    assert.ok(compared > 0, "there are no such worlds in the record");
  });
});
