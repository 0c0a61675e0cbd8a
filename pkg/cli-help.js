// What `--help` prints.
import { wrapped } from "./cli-layout.js";
import { COMMANDS, OPTIONS } from "./cli-options.js";

const EXIT = `Exit code of check:
  0  pass: nothing keeps anybody from saving
  1  block: there is an error
  2  no answer: the command line is wrong, or a file cannot be read
  3  confirm: there are warnings, and nobody has acknowledged them`;

const EXIT_OF = {
  check: EXIT,
  repair: `Exit code:
  0  there is nothing to repair, or a way was found
  1  no way was found
  2  no answer`,
  rule: `Exit code:
  0  there is such a rule
  2  there is none`,
  inspect: `Exit code:
  0  the files are understood
  2  one cannot be read`,
};

const EXAMPLES = {
  check: `rolecall check config.json --members members.csv --directory scim.json
rolecall check config.json --members members.csv --directory staff.csv \\
  --columns staff.csv=email:Login,groups:Teams --assignment group:app-users
rolecall check config.json --roster roster.json --output rolecall.sarif`,
  repair: "rolecall repair config.json --roster roster.json --means settings",
  rule: "rolecall rule lockout/actor-demoted --locale ja",
  inspect: "rolecall inspect staff.csv",
};

/** The help of a command, or of all. */
export function help(command) {
  return command === undefined ? whole() : of(command);
}

function whole() {
  const commands = Object.entries(COMMANDS).flatMap(([name, { takes, help }]) => entry(`${name} ${takes}`, help));
  return `rolecall COMMAND [OPTION …]

Says what saving an identity configuration would do to every person in it,
before anyone presses Save. Nothing leaves this machine.

Commands:
${commands.join("\n")}

Options:
${options(undefined)}

rolecall COMMAND --help says more of each.

${EXIT}
`;
}

function of(command) {
  const { takes, help } = COMMANDS[command];
  const stdin = command === "rule" ? "" : "\nA file named - is standard input, once.\n";
  return `rolecall ${command} ${takes} [OPTION …]

${wrapped(`${help[0].toUpperCase()}${help.slice(1)}.`).join("\n")}
${stdin}
Options:
${options(command)}

For example:
${EXAMPLES[command].replace(/^/gm, "  ")}

${EXIT_OF[command]}
`;
}

function options(command) {
  return Object.entries(OPTIONS)
    .filter(([, { of }]) => of === undefined || of.includes(command))
    .flatMap(([name, { value, short, help }]) => entry(`${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`, help))
    .join("\n");
}

const INDENT = " ".repeat(26);

/** What is explained, and beside or below it what is said of it. */
function entry(what, help) {
  const first = `  ${what}`;
  if (first.length < INDENT.length - 1) return wrapped(help, first.padEnd(INDENT.length));
  return [first, ...wrapped(help, INDENT)];
}
