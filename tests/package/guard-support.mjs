// A guard whose session answers when the test says so, and whose clock the test moves.
import { loading } from "./install.mjs";

/** How the guard is loaded in each module system of Node. */
export const guards = loading("rolecall/guard");

const { createGuard } = await guards["ES module"]();
export { createGuard };

/** Lets everything happen that waits for nothing but its turn. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A session whose questions wait for an answer of the test's. A configuration is the verdict that it gets. */
export function lateSession() {
  const questions = [];
  const asked = (name) => (config, options) =>
    new Promise((resolve) => questions.push({ name, config: JSON.parse(config), options, resolve }));
  const reportOf = ({ verdict = "pass", about = verdict }) => ({ verdict, headline: about, findings: [{ id: about }] });
  /** Answers the question, by default the last, as its configuration says. */
  const answer = async (question = questions.at(-1)) => {
    const { name, config, resolve } = question;
    resolve(name === "check" ? reportOf(config) : `fingerprint of ${config.about ?? config.verdict}`);
    await turn();
    if (name === "check" && config.verdict === "confirm" && questions.at(-1).name === "fingerprint") await answer();
  };
  return { session: { check: asked("check"), fingerprint: asked("fingerprint") }, questions, answer };
}

/** A guard, with what a page does to it and a record of what it told. */
export function guarded(t, { config = { verdict: "pass" }, ...options } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, questions, answer } = lateSession();
  const page = { config };
  const guard = createGuard({ session, read: () => page.config, ...options });
  t.after(() => guard.free());
  const told = [];
  guard.subscribe((state) => told.push(state));
  return {
    guard,
    told,
    page,
    questions,
    answer,
    /** Edits, as a form does. */
    edit(config) {
      page.config = config;
      guard.changed();
    },
    async pass(milliseconds) {
      t.mock.timers.tick(milliseconds);
      await turn();
    },
    /** Checks, with all questions answered. */
    async checked() {
      const checking = guard.check();
      await turn();
      await answer();
      return checking;
    },
  };
}
