// What is timed, in Node and in Chromium alike: the engine as its users call it, and plain JavaScript beside it.

import { preview } from "./comparator.mjs";
import { blocked, configuration, roster, toggled } from "./input.mjs";
import { measure } from "./measure.mjs";

/**
 * Times the parts of a session over `people` people. In the answer `B` is the comparator over objects, `P` `JSON.parse` of
 * the same roster.
 */
export function sessions({ Session }, people) {
  const config = configuration(people);
  const text = JSON.stringify(roster(people));
  const bytes = new TextEncoder().encode(text);
  // As an application has them: what `JSON.parse` gave.
  const objects = JSON.parse(text);
  const open = new Session(bytes);
  const others = toggled(people);
  const free = (session) => session.free();
  const measured = measure({
    B: () => preview(config, objects),
    P: () => JSON.parse(text),
    fromBytes: { run: () => new Session(bytes), after: free },
    fromObjects: { run: () => new Session(objects), after: free },
    check: () => open.check(config),
    toggle: () => open.check(others.next().value, { fixes: false }),
    fixes: () => open.check(others.next().value, { fixes: true }),
    repair: () => open.repair(blocked(people)),
  });
  // What one candidate takes, with everything that is said of what was found.
  measured.medians.candidate = measured.medians.repair / open.repair(blocked(people)).search.checks;
  open.free();
  return measured;
}

/** Times the one-off check with everyone in its answer. A session of its own: it leaves most behind. */
export function wholeChecks({ check }, people) {
  const config = configuration(people);
  const objects = JSON.parse(JSON.stringify(roster(people)));
  return measure({
    B: () => preview(config, objects),
    whole: () => check(config, objects),
    withoutFixes: () => check(config, objects, { fixes: false }),
  });
}
