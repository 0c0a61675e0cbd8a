// What somebody acknowledges before Save: just what was shown, and for just as long.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { guarded, lateSession, turn } from "./guard-support.mjs";

describe("an acknowledgement", () => {
  test("lets Save go on, for just what was shown", async (t) => {
    const page = guarded(t, { config: { verdict: "confirm" } });
    const { mayGoOn, why, fingerprint } = await page.checked();
    assert.deepEqual([mayGoOn, why, fingerprint], [false, "needs-acknowledgement", "fingerprint of confirm"]);
    assert.equal(page.guard.acknowledge(), true);
    assert.deepEqual([page.guard.state.mayGoOn, page.guard.state.why], [true, "acknowledged"]);
    const answer = await page.checked();
    assert.deepEqual([answer.mayGoOn, answer.why, answer.fingerprint], [true, "acknowledged", "fingerprint of confirm"]);
    page.guard.withdraw();
    assert.deepEqual([page.guard.state.mayGoOn, page.guard.state.why], [false, "needs-acknowledgement"]);
    assert.equal((await page.checked()).mayGoOn, false);
  });

  test("is void after any other answer, and for good", async (t) => {
    const { guard, edit, pass, answer, checked } = guarded(t, { config: { verdict: "confirm" } });
    await checked();
    guard.acknowledge();
    edit({ verdict: "confirm", about: "something else" });
    await pass(150);
    await answer();
    assert.equal(guard.state.why, "needs-acknowledgement");
    edit({ verdict: "confirm" });
    await pass(150);
    await answer();
    assert.equal(guard.state.why, "needs-acknowledgement");
    assert.equal((await checked()).mayGoOn, false);
  });

  test("holds where an edit makes no difference to the answer", async (t) => {
    const { guard, edit, pass, answer, checked } = guarded(t, { config: { verdict: "confirm" } });
    await checked();
    guard.acknowledge();
    edit({ verdict: "confirm", written: "otherwise" });
    assert.equal(guard.state.mayGoOn, false);
    await pass(150);
    await answer();
    assert.equal(guard.state.why, "acknowledged");
  });

  for (const [what, config] of [
    ["an error", { verdict: "block" }],
    ["what passes", { verdict: "pass" }],
    ["what nobody can read", 1n],
  ]) {
    test(`there is none of ${what}`, async (t) => {
      const page = guarded(t, { config });
      const { mayGoOn } = config === 1n ? await page.guard.check() : await page.checked();
      const { state } = page.guard;
      assert.equal(page.guard.acknowledge(), false);
      assert.equal(page.guard.acknowledge("fingerprint of block"), false);
      assert.equal(page.guard.state, state);
      assert.equal(mayGoOn, config.verdict === "pass");
    });
  }

  test("there is none before an answer, while another is on its way, or of something that is not shown any more", async (t) => {
    const { guard, edit, pass, answer, checked } = guarded(t, { config: { verdict: "confirm" } });
    assert.equal(guard.acknowledge(), false);
    const { fingerprint } = await checked();
    edit({ verdict: "confirm", about: "other" });
    assert.equal(guard.acknowledge(), false);
    assert.equal(guard.acknowledge(fingerprint), false);
    await pass(150);
    await answer();
    assert.equal(guard.acknowledge(fingerprint), false);
    assert.equal(guard.state.why, "needs-acknowledgement");
    assert.equal(guard.acknowledge(guard.state.fingerprint), true);
  });

  test("taken back while it is checked, it lets nothing pass", async (t) => {
    const { guard, answer, checked } = guarded(t, { config: { verdict: "confirm" } });
    await checked();
    guard.acknowledge();
    const saving = guard.check();
    await turn();
    guard.withdraw();
    await answer();
    assert.deepEqual([(await saving).mayGoOn, guard.state.why], [false, "needs-acknowledgement"]);
  });

  test("taken back while an edit is not answered, it is so in the state before", async (t) => {
    const { guard, edit, checked } = guarded(t, { config: { verdict: "confirm" } });
    await checked();
    guard.acknowledge();
    edit({ verdict: "confirm" });
    assert.equal(guard.state.previous.why, "acknowledged");
    guard.withdraw();
    assert.deepEqual([guard.state.status, guard.state.previous.why], ["checking", "needs-acknowledgement"]);
  });

  test("of another answer does not let through what was asked before it", async (t) => {
    const { guard, questions, edit, pass, answer } = guarded(t, { config: { verdict: "confirm", about: "pressed" } });
    const saving = guard.check();
    await turn();
    edit({ verdict: "confirm", about: "edited" });
    await pass(150);
    await answer(questions[1]);
    assert.ok(guard.acknowledge());
    await answer(questions[0]);
    assert.deepEqual([(await saving).why, guard.state.why], ["needs-acknowledgement", "acknowledged"]);
  });

  test("is void with other accepted findings, with a failure, and with another session", async (t) => {
    const page = guarded(t, { config: { verdict: "confirm" } });
    const { guard, answer, checked } = page;
    const again = async () => {
      await checked();
      assert.ok(guard.acknowledge());
    };
    await again();
    guard.accepted = ["one"];
    await turn();
    await answer();
    assert.equal(guard.state.why, "needs-acknowledgement");

    await again();
    page.page.config = 1n;
    await guard.check();
    page.page.config = { verdict: "confirm" };
    assert.equal((await checked()).why, "needs-acknowledgement");

    await again();
    const other = lateSession();
    guard.session = other.session;
    assert.deepEqual([guard.state.status, guard.state.findings, guard.state.previous], ["checking", [], undefined]);
    await turn();
    await other.answer();
    assert.equal(guard.state.why, "needs-acknowledgement");
  });

  test("a check under way asks the other session, if there is one in the meantime", async (t) => {
    const { guard, questions, answer } = guarded(t);
    const saving = guard.check();
    await turn();
    const other = lateSession();
    guard.session = other.session;
    assert.ok(questions[0].options.signal.aborted);
    await answer(questions[0]);
    await other.answer();
    assert.equal((await saving).why, "passes");
    assert.equal(other.questions.length, 1);
  });
});
