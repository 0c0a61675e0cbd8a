// The answer as text, worst first, for a terminal or a log.
import { columns, padded, wrapped } from "./cli-layout.js";
import { inPortions } from "./cli-output.js";
import { called, stated } from "./cli-places.js";
import { wordsOf } from "./cli-words.js";

const COLOURS = { block: "red", confirm: "yellow", pass: "green", error: "red", warning: "yellow", info: "cyan" };

/** How many of each are shown; JSON has them all. */
const MOST = { places: 5, fixes: 3, problems: 20 };

/** The answer, a piece a block of lines. */
export function* text(given, style) {
  const { report, fingerprint, people, isAcknowledged, places, locale } = given;
  const words = wordsOf(locale);
  yield lines([...head(report, words, style), ""]);
  for (const finding of report.findings) yield lines([...about(finding, places, words, style), ""]);
  if (report.accepted.length > 0)
    yield lines([heading(words.accepted, style), ...report.accepted.flatMap((finding) => brief(finding, words)), ""]);
  if (people !== undefined) yield* everybody(people, words, style);
  const assumed = report.assumptions.map(({ id, value, people, text }) => `${id}: ${value} (${words.number(people)}): ${text}`);
  if (assumed.length > 0) yield lines([heading(words.assumptions, style), ...assumed.flatMap((line) => wrapped(line, "  ")), ""]);
  yield lines([heading(words.read, style), ...read(given, words), ""]);
  yield lines([heading(words.fingerprint, style), `  ${fingerprint}`]);
  if (report.verdict === "confirm") yield lines(wrapped(isAcknowledged ? words.acknowledged : words.acknowledge));
}

const lines = (lines) => lines.map((line) => `${line}\n`).join("");
const heading = (text, style) => style("bold", text);

function head({ verdict, headline, counts, findings }, words, style) {
  const badge = words.verdict[verdict];
  const [first, ...rest] = wrapped(headline, `${badge}  `);
  const met = Object.entries(counts).filter(([, count]) => count > 0);
  const severities = ["error", "warning", "info"].map((severity) => [
    severity,
    findings.filter((one) => one.severity === severity).length,
  ]);
  const found = severities.filter(([, count]) => count > 0).map(([severity, count]) => words.findings[severity](count));
  return [
    style(["bold", COLOURS[verdict]], badge) + first.slice(badge.length),
    ...rest,
    "",
    ...wrapped(met.map(([outcome, count]) => words.counted(count, words.outcome[outcome])).join(words.listed), "  "),
    ...wrapped(found.join(words.listed) || words.nothing, "  "),
  ];
}

function about({ id, code, severity, message, help, paths, waysBack = [], fixes }, places, words, style) {
  const at = paths.flatMap((path) => places.of(path)).map(stated);
  const told = at.slice(0, MOST.places);
  const shown = fixes.slice(0, MOST.fixes);
  return [
    `${style(["bold", COLOURS[severity]], words.severity[severity])} ${style("bold", code)}`,
    ...wrapped(message, "  "),
    ...wrapped(help, `  ${words.help}`),
    ...(words.remedy[code] === undefined ? [] : wrapped(words.remedy[code], " ".repeat(columns(words.help) + 2))),
    ...told.flatMap((place) => wrapped(place, `  ${words.at}`)),
    ...more(at, told, words),
    ...waysBack.flatMap(({ text }) => wrapped(text, `  ${words.wayBack}`, "    ")),
    ...shown.flatMap(({ title, where, applicability }) =>
      wrapped(title, `  ${words.fix(words.where[where], applicability === "safe")}`, "    "),
    ),
    ...more(fixes, shown, words),
    ...(severity !== "warning" ? [] : wrapped(id, `  ${words.id}`)),
  ];
}

const more = (all, shown, words) => (all.length > shown.length ? [`  ${words.more(all.length - shown.length)}`] : []);

const brief = ({ id, message }, words) => [...wrapped(message, "  "), ...wrapped(id, `    ${words.id}`)];

function* everybody(people, words, style) {
  if (people.length === 0) return yield lines([words.nobody, ""]);
  yield lines([heading(words.people, style)]);
  const outcomes = [...new Set(people.map(({ outcome }) => outcome))];
  const width = Math.max(...outcomes.map((outcome) => columns(words.outcome[outcome])));
  const line = ({ email, outcome, before, after }) => {
    const first = `  ${padded(words.outcome[outcome], width)}  `;
    return lines(wrapped(`${email}: ${standing(before, words)} → ${standing(after, words)}`, first));
  };
  for (const some of inPortions(people)) yield some.map(line).join("");
  yield "\n";
}

function standing(standing, words) {
  if (standing === null) return words.notListed;
  const { role, seatTier, access } = standing;
  return [role, seatTier ?? words.noSeat, ...(access ? [] : [words.noAccess])].join(words.listed);
}

function read({ report, places, inputs }, words) {
  const counted = { members: 0, directory: 0 };
  return report.sources.flatMap((source) => {
    const nth = counted[source.side]++;
    const file = inputs.roster ?? inputs[source.side][nth];
    const shown = source.problems.slice(0, MOST.problems);
    return [
      ...wrapped(`${called(file.path)} (${source.side}, ${source.format}): ${words.source(source)}`, "  ", "    "),
      ...source.notes.flatMap((note) => wrapped(note, "    ")),
      ...shown.flatMap((problem) => {
        const place = places.ofProblem(source, nth, problem);
        const cell = place.cell === undefined ? "" : words.cell(place.cell);
        return wrapped(`${stated(place)}${cell}: ${problem.message}`, "    ", "      ");
      }),
      ...more(source.problems, shown, words).map((line) => `  ${line}`),
    ];
  });
}
