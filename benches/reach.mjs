// What is asked for, beside what was measured. Every row names a ratio, how much it may be, and where it is found.

const LARGE = 100_000;
const LARGEST = 1_000_000;
const FRAME = 1000 / 60;
const MB = 1e6;
const KB = 1e3;

/** The medians of a size in Node or in Chromium; the reader of a row throws for what was not measured. */
const at = (results, where, people) => results[where].sizes[people];
const sessions = (...place) => at(...place).sessions.medians;
const fromBytes = ({ fromBytes, P, B }) => fromBytes / (P + B);
const perPerson = (results, name) =>
  sessions(results, "node", LARGEST)[name] / LARGEST / (sessions(results, "node", 10_000)[name] / 10_000);

const ROWS = [
  row("session from bytes, 100,000 people", 0.4, "× (P + B)", (results) => fromBytes(sessions(results, "node", LARGE))),
  row("the same in Chromium", 1, "× (P + B)", (results) => fromBytes(sessions(results, "chromium", LARGE))),
  row("`session.check`, 100,000 people, all findings", 0.05, "× B", (results) => overB(sessions(results, "node", LARGE), "check")),
  row("the same, toggling one mapping each time", 0.05, "× B", (results) => overB(sessions(results, "node", LARGE), "toggle")),
  row("`session.check`, 1,000,000 people", 0.01, "× B", (results) => overB(sessions(results, "node", LARGEST), "check")),
  row("the same, toggling one mapping each time", 0.01, "× B", (results) => overB(sessions(results, "node", LARGEST), "toggle")),
  aim("the same as frames at 60 Hz", 1, "frame", (results) => sessions(results, "node", LARGEST).toggle / FRAME),
  row("one candidate of `session.repair`, 100,000 people", 5, "× `session.check`", (results) => {
    const medians = sessions(results, "node", LARGE);
    return medians.candidate / medians.toggle;
  }),
  row("`check(config, roster)` from objects, 1,000 people, people included", 3, "× B", (results) =>
    overB(at(results, "node", 1000).wholeChecks.medians, "whole"),
  ),
  aim("the same without fixes", 3, "× B", (results) => overB(at(results, "node", 1000).wholeChecks.medians, "withoutFixes")),
  row("cold process: first session from bytes and first check, 100,000 people", 1, "× JavaScript", (results) =>
    cold(results, LARGE, "answered"),
  ),
  aim("the same with loading the code and starting it", 1, "× JavaScript", (results) => cold(results, LARGE, "whole")),
  row("cost per person, 10,000 to 1,000,000: session from bytes", 1.5, "×", (results) => perPerson(results, "fromBytes")),
  row("cost per person, 10,000 to 1,000,000: `session.check`", 1.5, "×", (results) => perPerson(results, "toggle")),
  row("live bytes of a session of 1,000,000 people", 90, "MB", (results) => at(results, "node", LARGEST).memory.live / MB),
  row("growth for a session after the first were freed", 0, "MB", (results) => at(results, "node", LARGEST).memory.again / MB),
  row("growth by 10,000 checks on one session", 0, "MB", (results) => results.node.checks.growth / MB),
  row("`core.wasm` and JavaScript, brotli", 100, "KB", (results) => total(results.size.core, "brotli") / KB),
  row("`rolecall.wasm` and JavaScript, brotli", 100, "KB", (results) => total(results.size.rolecall, "brotli") / KB),
  ...["core", "rolecall"].flatMap((build) => [
    row(`import to first report of the sample by \`${build}.wasm\`, in Chromium, against a module of as much code`, 3, "×", (results) =>
      startUp(results, build, "code"),
    ),
    row("the same, against a module of as much padding", 3, "×", (results) => startUp(results, build, "padding")),
  ]),
];

function row(what, limit, unit, read) {
  return { what, limit, unit, read };
}

/** What is aimed at, not asked for. */
function aim(what, limit, unit, read) {
  return { what, limit, unit, read, isAim: true };
}

export const overB = (medians, name) => medians[name] / medians.B;
export const cold = (results, people, part) => {
  const { engine, javascript } = at(results, "node", people).cold;
  return engine[part] / javascript[part];
};
export const total = (files, field) => files.reduce((sum, file) => sum + file[field], 0);
const startUp = ({ chromium: { startUp } }, build, other) => startUp[`${build}-engine`] / startUp[`${build}-${other}`];

/** The rows with what was measured; undefined where it was not, or where it broke down. */
export function reach(results) {
  return ROWS.map(({ read, ...row }) => {
    const value = reading(read, results);
    return { ...row, value, met: value === undefined ? undefined : value <= row.limit };
  });
}

/** A number out of the results; undefined where the way to it is not there. */
export function reading(read, results) {
  try {
    const value = read(results);
    return Number.isFinite(value) ? value : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
