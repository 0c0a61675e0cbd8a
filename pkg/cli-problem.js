// What keeps the command from answering, in words.
import { RolecallError } from "./core.js";

/** A command line, or a file, that cannot be used. */
export class Refused extends Error {
  /** `at`: the place that it is about, where that is a file. */
  constructor(message, help, cause, at) {
    super(message, { cause });
    this.help = help;
    this.at = at;
  }
}

/** Words of the operating system for what goes wrong most. */
const REASONS = {
  ENOENT: "there is no such file or folder",
  EACCES: "it may not be opened",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "there is no space left",
  EROFS: "the file system cannot be written to",
};

/** Why a file could not be opened, read or written. */
export const reason = (error) => REASONS[error.code] ?? error.message;

/** What is wrong, where, and what to do about it. */
export function problemLines(error) {
  const isOurs = error instanceof Refused || error instanceof RolecallError;
  if (!isOurs) return [`rolecall: ${error?.stack ?? error}`];
  const { place, message, code, help, remedy } = error;
  const lines = [`${place ?? "rolecall"}: ${message}${code === undefined ? "" : ` (${code})`}`];
  for (const line of [help, remedy]) if (line) lines.push(`  ${line}`);
  return lines;
}
