// The command `rolecall`: what is asked goes to its command, what goes wrong to standard error.
import { parsed } from "./cli-arguments.js";
import { check } from "./cli-check.js";
import { UNANSWERED } from "./cli-exit.js";
import { help } from "./cli-help.js";
import { inspect } from "./cli-inspect.js";
import { print, say } from "./cli-output.js";
import { problemLines, Refused } from "./cli-problem.js";
import { repair } from "./cli-repair.js";
import { rule } from "./cli-rule.js";
import { init, version } from "./node.js";

const commands = { check, repair, rule, inspect };

/** Answers a command line. Only the exit code is set: whatever is on its way out still arrives. */
export async function main(words) {
  try {
    process.exitCode = await answer(words);
  } catch (error) {
    say(problemLines(error));
    process.exitCode = UNANSWERED;
  }
}

async function answer(words) {
  const asked = parsed(words);
  if (asked.values.help) return print([help(asked.command)]);
  await init();
  if (asked.values.version) return print([`${version()}\n`]);
  if (asked.command === undefined) throw new Refused("say what is asked", "rolecall --help lists the commands");
  return commands[asked.command](asked);
}
