// `rolecall inspect`: what files are taken for, and what must be said of them.
import { columnsOption, located } from "./cli-answer.js";
import { readOne, sourceOf } from "./cli-files.js";
import { formatOf } from "./cli-format.js";
import { wrapped } from "./cli-layout.js";
import { deliver } from "./cli-output.js";
import { called, inLetters } from "./cli-places.js";
import { wordsOf } from "./cli-words.js";
import { inspect as inspected, RolecallError } from "./node.js";

export async function inspect({ named, values }) {
  const format = formatOf(values, ["text", "json"]);
  const found = [];
  for (const path of named) found.push(await one(path, named, values));
  const words = wordsOf(values.locale).inspection;
  const pieces = format === "json" ? [`${JSON.stringify(found, null, 2)}\n`] : found.map((file) => text(file, words));
  return deliver(pieces, values);
}

async function one(path, paths, values) {
  const file = await readOne(path, paths, values);
  try {
    return { file: path, ...inspected(sourceOf(file), { locale: values.locale }) };
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { code, line, column } = error;
    const isInText = code === "input/not-json" && line !== undefined;
    throw located(error, { file: path, line, column: isInText ? inLetters(file, line, column) : undefined });
  }
}

function text({ file, format, side, encoding, headings, columns }, words) {
  const kind = format === null ? words.table : format;
  const lines = wrapped(`${called(file)}: ${kind}, ${side === null ? words.either : words.sides[side]}`);
  if (encoding !== null) lines.push(...wrapped(encoding, `  ${words.encoding}`));
  if (headings !== null) lines.push(...wrapped(headings.join(", "), `  ${words.headings}`));
  if (format === null) lines.push(...wrapped(`--columns ${columnsOption(file, columns, headings)}`, `  ${words.say}`, "    "));
  return lines.map((line) => `${line}\n`).join("");
}
