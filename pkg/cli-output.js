// Where the answer goes: to standard output or into a file. Everything else goes to standard error.
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PASS } from "./cli-exit.js";
import { clean } from "./cli-layout.js";
import { reason, Refused } from "./cli-problem.js";

/** How many people are written at once. */
const AT_ONCE = 1000;

/** A long list in portions. */
export function* inPortions(list) {
  for (let begins = 0; begins < list.length; begins += AT_ONCE) yield list.slice(begins, begins + AT_ONCE);
}

/** Writes pieces of text to standard output. Who has read enough and closes the pipe is no trouble. */
export async function print(pieces) {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (error.code === "EPIPE" || error.code === "ERR_STREAM_PREMATURE_CLOSE") return PASS;
    throw unwritten(error, "standard output", "give another place with --output FILE");
  }
  return PASS;
}

/** Writes pieces of text to where the command line says. */
export async function deliver(pieces, { output, quiet }) {
  if (output === undefined) return quiet ? PASS : print(pieces);
  try {
    await writeFile(output, pieces);
  } catch (error) {
    throw unwritten(error, output, "give --output a file in a folder that can be written to");
  }
  return PASS;
}

/** What the system objects to; any other error is that of the pieces themselves. */
function unwritten(error, place, help) {
  return error.syscall === undefined ? error : new Refused(`${place} cannot be written: ${reason(error)}`, help, error);
}

/** Says something beside the answer. */
export function say(lines) {
  process.stderr.on("error", () => {}); // nobody listens
  process.stderr.write(lines.map((line) => `${clean(line)}\n`).join(""));
}
