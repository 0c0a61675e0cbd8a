// The answer as SARIF 2.1.0, which code hosts and editors show beside the lines that it is about.
import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { UNANSWERED } from "./cli-exit.js";
import { rule } from "./rules.js";

const LEVELS = { error: "error", warning: "warning", info: "note" };

/** The log of an answer, as pieces of text. */
export async function sarif(given) {
  const { report, fingerprint, isAcknowledged, code, places, inputs, locale, version } = given;
  const { findings, accepted, verdict, headline, counts } = report;
  const codes = [...new Set([...findings, ...accepted].map(({ code }) => code))].sort();
  const rules = await Promise.all(codes.map((code) => described(code, locale)));
  const result = (finding, suppressions) => resultOf(finding, codes.indexOf(finding.code), suppressions, places, inputs);
  const notifications = problems(report, places, inputs);
  return log({
    ...driven(version, locale, rules),
    invocations: [invocation(true, code, notifications)],
    results: [
      ...findings.map((finding) => result(finding, [])),
      ...accepted.map((finding) => result(finding, [{ kind: "external", status: "accepted" }])),
    ],
    properties: { verdict, headline, counts, fingerprint, acknowledged: isAcknowledged },
  });
}

/** The log where there is no answer. */
export function failed({ code = "input/unreadable", message, help, at }, locale, version) {
  const notification = {
    descriptor: { id: code },
    level: "error",
    message: { text: `${message}\n${help}` },
    locations: [locationOf(at)],
  };
  return log({ ...driven(version, locale, []), invocations: [invocation(false, UNANSWERED, [notification])], results: [] });
}

function log(run) {
  const whole = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return [`${JSON.stringify(whole, null, 2)}\n`];
}

function driven(version, locale, rules) {
  return {
    tool: { driver: { name: "rolecall", version, semanticVersion: version, rules } },
    language: locale ?? "en",
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder that the command ran in." } } },
  };
}

const invocation = (executionSuccessful, exitCode, toolExecutionNotifications) => ({
  executionSuccessful,
  exitCode,
  toolExecutionNotifications,
});

async function described(code, locale) {
  const { says, why, fix, severity } = await rule(code, { locale });
  return {
    id: code,
    name: code.replace(/(?:^|[/-])(\w)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: says },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf({ id, code, severity, message, help, paths }, ruleIndex, suppressions, places, inputs) {
  const found = paths.flatMap((path) => places.of(path)).filter(({ file }) => file !== undefined);
  // What is wrong with no place in a file is wrong with the configuration.
  const [first, ...others] = found.length > 0 ? found : [{ file: inputs.config.path, pointer: paths[0] }];
  const related = others.map((place, index) => ({ id: index + 1, ...locationOf(place) }));
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message}\n${help}` },
    locations: [locationOf(first)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { "rolecallFinding/v1": id },
    suppressions,
  };
}

/** What was left out of the files, and why. */
function problems({ sources }, places, inputs) {
  const counted = { members: 0, directory: 0 };
  return sources.flatMap((source) => {
    const nth = counted[source.side]++;
    return source.problems.map((problem) => ({
      level: "warning",
      message: { text: problem.message },
      locations: [locationOf(places.ofProblem(source, nth, problem))],
    }));
  });
}

function locationOf({ file, pointer, line, column }) {
  const logical = pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] };
  if (file === undefined || file === "-") return logical;
  const region = { startLine: line ?? 1, ...(column !== undefined && { startColumn: column }) };
  return { physicalLocation: { artifactLocation: artifact(file), region }, ...logical };
}

/** A file in the folder that the command runs in by its path from there, any other by its address. */
function artifact(file) {
  const path = relative(process.cwd(), resolve(file));
  if (isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`)) return { uri: pathToFileURL(resolve(file)).href };
  return { uri: path.split(sep).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
