// The guard where something fails or ends, and with the sessions of the package.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { guarded, guards, lateSession, turn } from "./guard-support.mjs";
import { install, loaders } from "./install.mjs";
import { config as sample, roster } from "./sample.mjs";
import { workers, workersGone } from "./worker-install.mjs";

describe("where there is no answer", () => {
  const failing = [
    ["read", "what `read` throws", { read: () => { throw new Error("no form") } }, /no form/],
    ["read", "what `read` rejects with", { read: async () => { throw "no form" } }, /no form/],
    ["read", "something thrown that is no error", { read: () => { throw Object.create(null) } }, /no error/],
    ["config", "what cannot be written as JSON", { read: () => 1n }, /BigInt/],
    ["config", "nothing", { read: () => undefined }, /missing/],
    ["config", "bytes that are no text", { read: () => new Uint8Array([0xff]) }, /UTF-8/],
    ["session", "no session", { session: undefined }, /undefined/],
    ["session", "an answer without a verdict", { session: { check: () => ({}) } }, /verdict/],
    ["session", "no answer", { session: { check: () => null } }, /null/],
    ["session", "no fingerprint", { session: { check: () => ({ verdict: "confirm" }), fingerprint: () => undefined } }, /fingerprint/],
    ["session", "a server that is not there", { session: { check: async () => { throw new TypeError("Failed to fetch") } } }, /fetch/],
  ];
  for (const [failure, what, options, message] of failing) {
    test(`Save does not go on: ${what}`, async (t) => {
      const { guard } = guarded(t, options);
      const answer = await guard.check();
      assert.deepEqual([answer.mayGoOn, answer.why, answer.failure, "config" in answer], [false, "failed", failure, false]);
      assert.match(answer.error.message, message);
      const { state } = guard;
      assert.deepEqual([state.status, state.mayGoOn, state.failure, state.error, state.findings], ["failed", false, failure, answer.error, []]);
    });
  }

  test("it goes on as soon as there is one", async (t) => {
    const page = guarded(t, { config: 1n });
    await page.guard.check();
    const failed = page.guard.state;
    page.edit({});
    assert.deepEqual([page.guard.state.status, page.guard.state.previous], ["checking", failed]);
    await page.pass(150);
    await page.answer();
    assert.equal(page.guard.state.why, "passes");
  });
});

describe("listeners", () => {
  test("one that throws is reported and keeps nobody else from being told", async (t) => {
    const reported = [];
    globalThis.reportError = (error) => reported.push(error.message);
    t.after(() => delete globalThis.reportError);
    const { guard, told, checked } = guarded(t);
    const later = [];
    guard.subscribe(() => { throw new Error("oops") });
    guard.subscribe((state) => later.push(state));
    await checked();
    assert.deepEqual(later, told);
    assert.deepEqual(reported, ["oops", "oops"]);
  });

  test("without `reportError` the error comes up by itself", async (t) => {
    const thrown = [];
    t.mock.method(globalThis, "queueMicrotask", (task) => assert.throws(task, ({ message }) => thrown.push(message) > 0));
    const { guard, checked } = guarded(t);
    guard.subscribe(() => { throw new Error("oops") });
    await checked();
    assert.deepEqual(thrown, ["oops", "oops"]);
  });

  test("each is told until it leaves, even if it leaves or others leave meanwhile, or it came twice", async (t) => {
    const { guard, edit, checked } = guarded(t);
    const told = [];
    const leave = guard.subscribe(() => {
      told.push("first");
      leave();
      leaveLast();
    });
    const twice = () => told.push("twice");
    guard.subscribe(twice);
    const leaveTwice = guard.subscribe(twice);
    const leaveLast = guard.subscribe(() => told.push("last"));
    await checked();
    assert.deepEqual(told, ["first", "twice", "twice", "twice", "twice"]);
    leaveTwice();
    leaveTwice();
    edit({});
    assert.equal(told.length, 6);
  });

  test("one may ask again or end it all", async (t) => {
    const { guard, answer } = guarded(t);
    guard.subscribe(({ status }) => status === "ready" && guard.free());
    const later = [];
    guard.subscribe(({ status }) => later.push(status));
    const saving = guard.check();
    await turn();
    await answer();
    assert.equal((await saving).mayGoOn, true);
    assert.equal(guard.state.status, "idle");
    assert.deepEqual(later, ["checking"]);
  });
});

describe("freed", () => {
  test("nothing is asked or told any more, and what is awaited is given up", async (t) => {
    const { guard, told, questions, edit, pass } = guarded(t, { config: { verdict: "confirm" } });
    const saving = guard.check();
    await turn();
    edit({});
    const count = told.length;
    guard.free();
    await assert.rejects(saving, { name: "AbortError" });
    assert.ok(questions[0].options.signal.aborted);
    await pass(10_000);
    questions[0].resolve();
    edit({});
    await pass(10_000);
    guard.session = lateSession().session;
    guard.accepted = ["one"];
    guard.locale = "ja";
    guard.subscribe(() => told.push("later"));
    assert.equal(guard.acknowledge(), false);
    guard.withdraw();
    await pass(10_000);
    guard.free();
    await assert.rejects(guard.check(), { name: "AbortError" });
    assert.deepEqual([questions.length, told.length], [1, count]);
    assert.deepEqual([guard.state.status, guard.state.mayGoOn], ["idle", false]);
  });

  test("by `using`, where there is no such symbol yet too", (t) => {
    const { guard } = guarded(t);
    guard[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
    return assert.rejects(guard.check(), { name: "AbortError" });
  });

  test("while a listener hears of another session, it stays so", async (t) => {
    const { guard, page } = guarded(t, { config: 1n });
    await guard.check();
    page.config = {};
    guard.subscribe(() => guard.free());
    guard.session = lateSession().session;
    assert.equal(guard.state.status, "idle");
  });

  test("while a listener hears of the question, nothing is asked", async (t) => {
    const { guard, questions } = guarded(t);
    guard.subscribe(() => guard.free());
    await assert.rejects(guard.check(), { name: "AbortError" });
    await turn();
    assert.equal(questions.length, 0);
  });
});

for (const [system, load] of Object.entries(guards)) {
  for (const [kind, open] of [
    ["rolecall", async (project) => {
      const { init, Session } = await loaders[system](project);
      await init();
      return new Session(roster);
    }],
    ["rolecall/worker", async (project) => {
      const { init, Session } = await workers[system](project);
      await init();
      return Session.open(roster);
    }],
  ]) {
    describe(`as ${system}, with a session of ${kind}`, () => {
      test("from an answer to acknowledgement, to an edit, to a breakdown", async () => {
        const project = install();
        const { createGuard } = await load(project);
        const session = await open(project);
        const config = structuredClone(sample);
        config.guards = { minAdmins: 1, maxLossPercent: 100, maxLoss: 5 };
        const guard = createGuard({ session, read: () => config, debounce: 1 });
        const first = await guard.check();
        assert.equal(first.why, "needs-acknowledgement", first.report?.headline);
        assert.equal(first.fingerprint, await session.fingerprint(config));
        assert.ok(guard.acknowledge(first.fingerprint));
        const { mayGoOn, config: checked } = await guard.check();
        assert.ok(mayGoOn);
        assert.deepEqual(checked, config);

        config.provisioning.mode = "manual";
        guard.changed();
        await new Promise((resolve) => guard.subscribe(({ status }) => status === "ready" && resolve()));
        assert.notEqual(guard.state.report.headline, first.report.headline);
        config.provisioning.mode = "scim";
        assert.equal((await guard.check()).why, "needs-acknowledgement");

        config.organization.plan = "platinum";
        const unreadable = await guard.check();
        assert.deepEqual([unreadable.why, unreadable.failure, unreadable.error.code], ["failed", "config", "input/unknown-plan"]);
        config.organization.plan = "enterprise-seat-based";
        session.free();
        const gone = await guard.check();
        assert.deepEqual([gone.why, gone.failure, gone.error.code], ["failed", "session", "session/gone"]);
        guard.free();
        await workersGone();
      });
    });
  }
}
