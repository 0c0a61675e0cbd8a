// `rolecall repair`: changes that leave no error, each set proven by checking again.
import { opened } from "./cli-answer.js";
import { BLOCK, PASS } from "./cli-exit.js";
import { formatOf } from "./cli-format.js";
import { clean, styles, wrapped } from "./cli-layout.js";
import { deliver } from "./cli-output.js";
import { wordsOf } from "./cli-words.js";

export async function repair(asked) {
  const { values } = asked;
  const format = formatOf(values, ["text", "json"]);
  const { session, config, options, ask } = await opened(asked);
  const repairs = ask(() => session.repair(config, { ...options, means: values.means }));
  const { why, leaveAsIs, search } = repairs;
  const style = styles(values.output === undefined ? process.stdout : undefined);
  const pieces =
    format === "json"
      ? [`${JSON.stringify({ repairs, why, leaveAsIs, search }, null, 2)}\n`]
      : text(repairs, wordsOf(values.locale), style);
  await deliver(pieces, values);
  session.free();
  return repairs.length > 0 || why.length === 0 ? PASS : BLOCK;
}

function* text(repairs, words, style) {
  const { none, notFound, found, notExhausted, asIs } = words.repairs;
  const { why, leaveAsIs, search } = repairs;
  if (repairs.length > 0) yield lines([...wrapped(found(repairs.length)), ""]);
  else yield lines([why.length > 0 ? notFound : none, ...why.flatMap(({ code, message }) => wrapped(`${code}: ${message}`, "  "))]);
  for (const [index, repair] of repairs.entries()) yield lines([...way(repair, index + 1, words, style), ""]);
  if (leaveAsIs !== null) yield lines(wrapped(leaveAsIs.title, asIs));
  if (!search.exhausted && (repairs.length > 0 || why.length > 0)) yield lines([notExhausted]);
}

const lines = (lines) => lines.map((line) => `${line}\n`).join("");

function way({ fixes, applicability, effects, verdict, minimality, plan }, number, words, style) {
  const said = words.repairs;
  const kind = [said.leaves[verdict], applicability === "safe" ? said.safe : said.review, said.smallest[minimality]];
  return [
    style("bold", said.way(number)),
    ...wrapped(kind.join(words.listed), "  "),
    ...fixes.flatMap(({ title, where, applicability }) =>
      wrapped(title, `  ${words.fix(words.where[where], applicability === "safe")}`, "    "),
    ),
    ...does(effects, words),
    ...(plan.length > 0 ? [`  ${said.plan}`, ...plan.flatMap((step, index) => next(step, index + 1, words))] : []),
    `  ${said.patch}`,
    ...fixes.flatMap(({ patch }) => patch).map((operation) => `    ${clean(JSON.stringify(operation))}`),
  ];
}

function does(effects, words) {
  const { effects: heading, effect, noEffect } = words.repairs;
  const felt = Object.entries(effect).filter(([name]) => effects[name].count > 0);
  if (felt.length === 0) return wrapped(noEffect, "  ");
  return [
    `  ${heading}`,
    ...felt.flatMap(([name, say]) => wrapped(`${say(effects[name].count)}: ${sampled(effects[name], words)}`, "    ")),
  ];
}

function sampled({ count, sample }, words) {
  return [...sample, ...(count > sample.length ? [words.more(count - sample.length)] : [])].join(words.listed);
}

function next({ by, instructions, check, lockedOut }, number, words) {
  const said = words.repairs;
  return [
    ...wrapped(instructions.join("; "), `    ${number}. ${said.by[by]}: `, "       "),
    ...wrapped(check, `       ${said.check}`, "       "),
    ...(lockedOut.count > 0 ? wrapped(`${said.lockedOut(lockedOut.count)}: ${sampled(lockedOut, words)}`, "       ") : []),
  ];
}
