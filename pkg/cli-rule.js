// `rolecall rule`: what a rule means, from the package itself.
import { known } from "./cli-arguments.js";
import { formatOf } from "./cli-format.js";
import { padded, styles, wrapped } from "./cli-layout.js";
import { deliver } from "./cli-output.js";
import { wordsOf } from "./cli-words.js";
import { catalog } from "./node.js";
import { rule as documented } from "./rules.js";

export async function rule({ named: [code], values }) {
  const format = formatOf(values, ["text", "json"]);
  const codes = catalog().rules;
  if (code !== undefined) known(code, codes, "rule", "rolecall rule lists them all");
  const { locale } = values;
  const documents = await Promise.all((code === undefined ? codes : [code]).map((code) => documented(code, { locale })));
  const style = styles(values.output === undefined ? process.stdout : undefined);
  const words = wordsOf(locale);
  if (format === "json") return deliver([`${JSON.stringify(code === undefined ? documents : documents[0], null, 2)}\n`], values);
  const text = code === undefined ? documents.flatMap((one) => listed(one, words, style)) : whole(documents[0], words, style);
  return deliver(
    text.map((line) => `${line}\n`),
    values,
  );
}

function listed({ code, says, severity }, words, style) {
  return [`${padded(words.severity[severity], 8)}${style("bold", code)}`, ...wrapped(says, "  ")];
}

function whole({ code, severity, says, why, fix, fails, passes, sources }, words, style) {
  const said = words.rule;
  const part = (heading, text) => ["", style("bold", heading), ...paragraphs(text)];
  const example = (heading, value) => [
    "",
    style("bold", heading),
    ...JSON.stringify(value, null, 2)
      .split("\n")
      .map((line) => `  ${line}`),
  ];
  return [
    `${style("bold", code)} (${said.usually(words.severity[severity])})`,
    ...paragraphs(says),
    ...part(said.why, why),
    ...part(said.fix, fix),
    ...example(said.fails, fails),
    ...example(said.passes, passes),
    "",
    style("bold", said.sources),
    ...sources.flatMap(({ id, title }) => wrapped(title, `  ${id}  `)),
  ];
}

const paragraphs = (text) => text.split(/\n\n+/).flatMap((paragraph) => wrapped(paragraph, "  "));
