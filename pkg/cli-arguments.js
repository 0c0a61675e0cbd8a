// The command line, taken apart. What is wrong with it is said with the option's name and what to do.
import { parseArgs } from "node:util";
import { COMMANDS, OPTIONS } from "./cli-options.js";
import { Refused } from "./cli-problem.js";

/** The command, its options and what else is named. */
export function parsed(words) {
  const begins = words.findIndex((word) => !word.startsWith("-"));
  const command = words[begins];
  if (begins === 0) known(command, Object.keys(COMMANDS), "command", "rolecall --help lists the commands");
  const own = begins === 0 ? command : undefined;
  const { values, named } = options(own, own === undefined ? words : words.slice(1));
  if (own !== undefined && !values.help) counted(own, named);
  else if (own === undefined && named.length > 0) {
    throw new Refused(`the command must come first, and ${words[0]} stands before ${command}`, "rolecall COMMAND [OPTION …]");
  }
  return { command: own, values, named };
}

function options(command, words) {
  const allowed = Object.entries(OPTIONS).filter(([, { of }]) => of === undefined || of.includes(command));
  const described = Object.fromEntries(
    allowed.map(([name, { value, short }]) => [name, { type: value ? "string" : "boolean", short }]),
  );
  for (const option of Object.values(described)) if (option.short === undefined) delete option.short;
  const { tokens } = parseArgs({ args: words, options: described, strict: false, tokens: true, allowPositionals: true });
  const help = `rolecall ${command === undefined ? "" : `${command} `}--help lists the options`;
  const values = {};
  const named = [];
  for (const token of tokens) {
    if (token.kind === "positional") named.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(described, name)) unknown(rawName, Object.keys(described), command, help);
    take(values, rawName, OPTIONS[name], name, value, inlineValue);
  }
  return { values, named };
}

function unknown(rawName, names, command, help) {
  const name = rawName.replace(/^-+/, "");
  const elsewhere = Object.hasOwn(OPTIONS, name) ? OPTIONS[name].of : undefined;
  if (elsewhere !== undefined) {
    const where = command === undefined ? "without a command" : `of rolecall ${command}`;
    throw new Refused(`${rawName} is no option ${where}`, `it is one of: rolecall ${elsewhere.join(", rolecall ")}`);
  }
  known(
    rawName,
    names.map((name) => `--${name}`),
    "option",
    help,
  );
}

function take(values, rawName, option, name, value, inlineValue) {
  const example = `${rawName}${option.value ? ` ${option.value}` : ""}`;
  if (!option.value) {
    if (inlineValue) throw new Refused(`${rawName} takes no value, and has ${value}`, `write just ${rawName}`);
    values[name] = true;
    return;
  }
  if (value === undefined || value === "" || (!inlineValue && value.length > 1 && value.startsWith("-"))) {
    throw new Refused(`${rawName} needs a value`, `write ${example}, or ${rawName}=… for a value that begins with a hyphen`);
  }
  if (option.words && !option.words.includes(value)) {
    const near = nearest(value, option.words);
    throw new Refused(
      `${rawName} cannot be ${value}`,
      `${near ? `did you mean ${near}? ` : ""}It may be ${option.words.join(", ")}`,
    );
  }
  if (option.fits && !option.fits.test(value))
    throw new Refused(`${rawName} cannot be ${value}`, `write ${example}: ${option.help}`);
  if (option.many) (values[name] ??= []).push(value);
  else if (values[name] !== undefined) throw new Refused(`${rawName} is given twice`, `give it once: ${example}`);
  else values[name] = value;
}

function counted(command, named) {
  const { takes, least, most } = COMMANDS[command];
  const help = `write rolecall ${command} ${takes}; each file of people has an option of its own: --members FILE, --directory FILE`;
  if (named.length < least) throw new Refused(`${takes} is missing`, help);
  if (named.length > most) throw new Refused(`${named[most]} is one too many`, help);
}

/** Refuses a word that is not among those known. */
export function known(word, words, what, help) {
  if (words.includes(word)) return;
  const near = nearest(word, words);
  throw new Refused(`there is no ${what} ${word}`, near ? `did you mean ${near}? ${help}` : help);
}

/** The word that is written most alike, if one is at all. */
export function nearest(word, words) {
  const [best] = words.map((one) => ({ one, far: distance(word, one) })).sort((one, other) => one.far - other.far);
  return best !== undefined && best.far <= Math.ceil(word.length / 3) ? best.one : undefined;
}

/** How many letters must be put in, taken out or replaced. */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let place = 1; place <= to.length; place++) {
      next.push(Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + (letter === to[place - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length];
}
