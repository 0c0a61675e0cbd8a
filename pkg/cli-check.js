// `rolecall check`: what saving a configuration would do.
import { version } from "./node.js";
import { opened } from "./cli-answer.js";
import { exitCode } from "./cli-exit.js";
import { formatOf } from "./cli-format.js";
import { styles } from "./cli-layout.js";
import { withoutNames } from "./cli-names.js";
import { deliver, inPortions, say } from "./cli-output.js";
import { Refused } from "./cli-problem.js";
import { failed, sarif } from "./cli-sarif.js";
import { text } from "./cli-text.js";
import { wordsOf } from "./cli-words.js";

/** How many people are asked for at once. */
const PAGE = 20_000;

export async function check(asked) {
  const { values } = asked;
  const format = formatOf(values, ["text", "json", "sarif", "markdown"]);
  agree(values, format);
  try {
    return await answer(asked, format);
  } catch (error) {
    if (format === "sarif" && error.at !== undefined) await deliver(failed(error, values.locale, version()), values);
    throw error;
  }
}

/** Refuses what contradicts itself. */
function agree(values, format) {
  if (values.fixes && values["no-fixes"]) throw new Refused("--fixes and --no-fixes contradict each other", "give one of them");
  if (values["no-names"] && (values.people || format === "markdown")) {
    const what = values.people ? "--people lists people" : "--format markdown lists whose access changes";
    throw new Refused(`${what}, and --no-names leaves them out`, "give one of them");
  }
  if (values.people && (format === "sarif" || format === "markdown")) {
    throw new Refused(
      `--people has no place in ${format}`,
      "use it with --format text or json; markdown lists up to 200 by itself",
    );
  }
}

async function answer(asked, format) {
  const { values } = asked;
  const { session, config, options, places, inputs, ask } = await opened(asked);
  if (values.fixes || values["no-fixes"]) options.fixes = values.fixes === true;
  const found = ask(() => session.check(config, options));
  const fingerprint = session.fingerprint(config, options);
  const isAcknowledged = values.acknowledge?.toLowerCase() === fingerprint;
  const mayConfirm = isAcknowledged || values["allow-warnings"] === true;
  const people = values.people ? changing(session, config, options) : undefined;
  const report = values["no-names"] ? withoutNames(found) : found;
  const code = exitCode(report.verdict, mayConfirm);
  const given = {
    report,
    fingerprint,
    people,
    isAcknowledged,
    code,
    places,
    inputs,
    locale: values.locale ?? "en",
    version: version(),
  };
  const pieces = {
    text: () => text(given, styles(values.output === undefined ? process.stdout : undefined)),
    json: () => json(given),
    sarif: () => sarif(given),
    markdown: () => [session.render(config, { ...options, as: "markdown" })],
  };
  await deliver(await pieces[format](), values);
  if (!values.quiet) beside(given, values);
  session.free();
  return code;
}

/** Everybody whose access, role or seat changes. */
function changing(session, config, options) {
  const changing = [];
  for (let offset = 0, all = 1; offset < all; offset += PAGE) {
    const { total, people } = session.people(config, { offset, limit: PAGE }, options);
    changing.push(...people.filter(isChanging));
    all = total;
  }
  return changing;
}

/** As the fingerprint and the Markdown report count it. */
function isChanging({ before, after, outcome }) {
  return outcome !== "unknown" && JSON.stringify(before) !== JSON.stringify(after);
}

/** The report as the package gives it, and what an acknowledgement needs; people a line each. */
function* json({ report, fingerprint, isAcknowledged, people }) {
  const whole = JSON.stringify({ ...report, fingerprint, acknowledged: isAcknowledged }, null, 2);
  if (people === undefined) return yield `${whole}\n`;
  yield `${whole.slice(0, -2)},\n  "people": [`;
  let comma = "";
  for (const some of inPortions(people)) {
    yield comma + some.map((person) => `\n    ${JSON.stringify(person)}`).join(",");
    comma = ",";
  }
  yield "\n  ]\n}\n";
}

/** What is said beside the answer. */
function beside({ report, fingerprint, isAcknowledged, locale }, values) {
  const words = wordsOf(locale);
  const isAccepted = new Set(report.accepted.map(({ id }) => id));
  const lines = [];
  if (values.output !== undefined) lines.push(`rolecall: ${words.verdict[report.verdict]}: ${values.output}`);
  for (const id of values.accept ?? []) {
    if (!isAccepted.has(id)) lines.push(`rolecall: --accept ${id}: there is no such warning in this answer`);
  }
  if (values.acknowledge !== undefined && !isAcknowledged && report.verdict === "confirm") {
    lines.push(`rolecall: --acknowledge is about another answer: the fingerprint of this one is ${fingerprint}`);
  }
  if (lines.length > 0) say(lines);
}
