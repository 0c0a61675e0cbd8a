// The guard before Save: what it says while the configuration is edited, and whether Save may go on.
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { createGuard, guarded, lateSession, turn } from "./guard-support.mjs";

const checks = (questions) => questions.filter(({ name }) => name === "check");

describe("while the configuration is edited", () => {
  test("nothing is asked or known before anybody edits", async (t) => {
    const { guard, questions, told, pass } = guarded(t);
    await pass(10_000);
    assert.deepEqual([guard.state.status, guard.state.mayGoOn, guard.state.findings], ["idle", false, []]);
    assert.deepEqual([questions, told], [[], []]);
  });

  test("several edits in a row are one question, once they pause", async (t) => {
    const { guard, questions, told, edit, pass, answer } = guarded(t);
    for (const about of ["a", "ab", "abc"]) {
      edit({ about });
      await pass(149);
    }
    assert.equal(questions.length, 0);
    assert.deepEqual(told.map(({ status }) => status), ["checking"]);
    await pass(1);
    await answer();
    assert.deepEqual(checks(questions).map(({ config }) => config.about), ["abc"]);
    assert.deepEqual(told.map(({ status }) => status), ["checking", "ready"]);
    assert.deepEqual([guard.state.why, guard.state.mayGoOn, guard.state.headline], ["passes", true, "abc"]);
    assert.ok(Object.isFrozen(guard.state));
    assert.equal(guard.state, told.at(-1));
  });

  test("the pause is the caller's to choose", async (t) => {
    const { questions, edit, pass } = guarded(t, { debounce: 1000 });
    edit({});
    await pass(999);
    assert.equal(questions.length, 0);
    await pass(1);
    assert.equal(questions.length, 1);
  });

  test("the newest question wins, however late an older one is answered, and the older is given up", async (t) => {
    const { guard, told, questions, edit, pass, answer } = guarded(t);
    edit({ about: "old" });
    await pass(150);
    const [old] = questions;
    assert.equal(old.options.signal.aborted, false);
    edit({ about: "new" });
    assert.equal(old.options.signal.aborted, true);
    await answer(old);
    assert.equal(guard.state.status, "checking");
    await pass(150);
    await answer(questions[1]);
    await answer(old);
    assert.equal(guard.state.headline, "new");
    assert.deepEqual(told.map(({ headline }) => headline), [undefined, "new"]);
  });

  test("while it is checked, the answer before stands beside it and lets nothing pass", async (t) => {
    const page = guarded(t);
    await page.checked();
    const before = page.guard.state;
    page.edit({ about: "other" });
    const { status, mayGoOn, why, headline, previous } = page.guard.state;
    assert.deepEqual([status, mayGoOn, why, headline], ["checking", false, "checking", "pass"]);
    assert.equal(previous, before);
  });

  test("the same answer again is the same state", async (t) => {
    const { guard, told, edit, pass, answer } = guarded(t);
    edit({});
    await pass(150);
    await answer();
    const before = guard.state;
    edit({});
    await pass(150);
    await answer();
    assert.equal(guard.state, before);
    assert.equal(told.length, 4);
  });

  test("what is asked says what the guard was told: language, accepted findings, no fixes", async (t) => {
    const { guard, questions, checked } = guarded(t, { locale: "ja", accepted: ["one"] });
    await checked();
    const { locale, accepted, fixes } = questions[0].options;
    assert.deepEqual({ locale, accepted, fixes }, { locale: "ja", accepted: ["one"], fixes: false });
    guard.locale = "en";
    await turn();
    assert.equal(questions[1].options.locale, "en");
    guard.locale = "en";
    guard.accepted = ["one"];
    guard.session = guard.session;
    await turn();
    assert.equal(questions.length, 2);
    guard.accepted = ["one", "two"];
    await turn();
    assert.deepEqual(questions[2].options.accepted, ["one", "two"]);
    assert.ok(questions[1].options.signal.aborted);
  });

  test("before anything was asked, another session or language asks nothing", async (t) => {
    const { guard, questions, told } = guarded(t);
    const { session } = lateSession();
    Object.assign(guard, { session, locale: "ja", accepted: ["one"] });
    await turn();
    assert.deepEqual([questions, told, guard.state.status], [[], [], "idle"]);
    assert.deepEqual([guard.session, guard.locale, guard.accepted], [session, "ja", ["one"]]);
  });

  test("a guard without `read` is refused at once", () => {
    assert.throws(() => createGuard({ session: {} }), TypeError);
  });
});

describe("before Save", () => {
  test("check does not wait for the pause, and the pause asks nothing more", async (t) => {
    const { guard, questions, edit, pass, checked } = guarded(t);
    edit({ about: "typed" });
    const { mayGoOn, why, config, report, fingerprint } = await checked();
    assert.deepEqual([mayGoOn, why, config, fingerprint], [true, "passes", { about: "typed" }, undefined]);
    assert.equal(report.headline, "typed");
    await pass(10_000);
    assert.equal(questions.length, 1);
    assert.equal(guard.state.headline, "typed");
  });

  test("what is handed out is what was checked, whatever happens to it meanwhile", async (t) => {
    const config = { verdict: "pass", groups: ["a"] };
    const { guard, page, questions, answer } = guarded(t, { config });
    const saving = guard.check();
    config.groups.push("b"); // even before anything else has had its turn
    await turn();
    page.config = { verdict: "block" };
    await answer();
    const { mayGoOn, config: saved } = await saving;
    assert.ok(mayGoOn);
    assert.deepEqual(saved, { verdict: "pass", groups: ["a"] });
    assert.deepEqual(questions[0].config, saved);
    saved.groups.push("c");
    assert.deepEqual(config.groups, ["a", "b"]);
  });

  test("edited while it is checked: the answer is about what was read, and the state about neither until it is asked", async (t) => {
    const { guard, questions, edit, pass, answer } = guarded(t, { config: { about: "pressed" } });
    const saving = guard.check();
    await turn();
    edit({ verdict: "block", about: "edited" });
    assert.equal(questions[0].options.signal.aborted, false);
    await answer(questions[0]);
    assert.deepEqual((await saving).config, { about: "pressed" });
    assert.equal(guard.state.status, "checking");
    await pass(150);
    await answer();
    assert.equal(guard.state.why, "blocked");
  });

  test("an edit that nobody told it of is seen", async (t) => {
    const page = guarded(t, { config: { verdict: "confirm" } });
    await page.checked();
    assert.ok(page.guard.acknowledge());
    page.page.config.verdict = "block"; // the same object
    const saving = page.guard.check();
    await turn();
    assert.equal(page.guard.state.why, "checking");
    await page.answer();
    assert.deepEqual([(await saving).mayGoOn, page.guard.state.why], [false, "blocked"]);
  });

  test("what is known stays while the same is asked again", async (t) => {
    const { guard, told, checked } = guarded(t);
    await checked();
    told.length = 0;
    assert.ok((await checked()).mayGoOn);
    assert.deepEqual(told, []);
    assert.equal(guard.state.why, "passes");
  });

  test("given up, it rejects with the reason, and the state is answered all the same", async (t) => {
    const { guard, questions, answer } = guarded(t);
    const control = new AbortController();
    const saving = guard.check({ signal: control.signal });
    await turn();
    control.abort(new Error("never mind"));
    await assert.rejects(saving, /never mind/);
    assert.equal(questions[0].options.signal.aborted, false);
    await answer();
    assert.equal(guard.state.why, "passes");
    await assert.rejects(guard.check({ signal: control.signal }), /never mind/);
    assert.equal(questions.length, 1);
  });

  test("given up and overtaken, the session is told", async (t) => {
    const { guard, questions, edit } = guarded(t);
    const control = new AbortController();
    const saving = guard.check({ signal: control.signal });
    await turn();
    edit({});
    control.abort();
    await assert.rejects(saving, { name: "AbortError" });
    assert.equal(questions[0].options.signal.aborted, true);
  });

  test("nothing is left on the signal of one that was answered", async (t) => {
    const { guard, answer } = guarded(t);
    const { signal } = new AbortController();
    const saving = guard.check({ signal });
    await turn();
    assert.equal(getEventListeners(signal, "abort").length, 1);
    await answer();
    await saving;
    await turn();
    assert.equal(getEventListeners(signal, "abort").length, 0);
  });

  test("two at once each have an answer of their own", async (t) => {
    const { guard, page, questions, answer } = guarded(t, { config: { about: "one" } });
    const one = guard.check();
    page.config = { about: "two" };
    const two = guard.check();
    await turn();
    await answer(questions[1]);
    await answer(questions[0]);
    assert.deepEqual([(await one).config.about, (await two).config.about], ["one", "two"]);
    assert.equal(guard.state.headline, "two");
  });

  for (const [form, given, of] of [
    ["a text", '{ "verdict": "pass" }', (config) => config],
    ["bytes", new TextEncoder().encode('{ "verdict": "pass" }'), (config) => new TextDecoder().decode(config)],
    ["a buffer", new TextEncoder().encode('{ "verdict": "pass" }').buffer, (config) => new TextDecoder().decode(config)],
  ]) {
    test(`${form} is handed out as ${form}`, async (t) => {
      const { config } = await guarded(t, { config: given }).checked();
      assert.equal(of(config), '{ "verdict": "pass" }');
      assert.equal(Object.prototype.toString.call(config), Object.prototype.toString.call(given));
      if (typeof given !== "string") assert.notEqual(config, given);
    });
  }

  test("it may be read asynchronously, and is told when nobody wants it any more", async (t) => {
    const signals = [];
    const late = [];
    const read = ({ signal }) => new Promise((resolve) => (signals.push(signal), late.push(resolve)));
    const { guard, edit, pass, answer } = guarded(t, { read });
    edit();
    await pass(150);
    edit();
    assert.equal(signals[0].aborted, true);
    await pass(150);
    late[1]({ about: "new" });
    await turn();
    late[0]({ about: "old" });
    await answer();
    assert.equal(guard.state.headline, "new");
  });
});
