// What keeps an input from being answered about, in a form that can be shown beside the text or the file it is about.

import type { RolecallError } from "rolecall/worker";
import { lineStart } from "./pointer.ts";

export type Side = "config" | "roster";

/** Why there is no report. */
export interface Problem {
  code: string;
  /** Undefined when neither input is to blame. */
  side: Side | undefined;
  path: string | undefined;
  message: string;
  help: string;
  line: number | undefined;
  column: number | undefined;
}

/** By its name: which of the package's entries has thrown it does not matter. */
const isRefusal = (error: unknown): error is RolecallError => error instanceof Error && error.name === "RolecallError";

export function problemFrom(error: unknown, inputs: Partial<Record<Side, string>>): Problem {
  if (isRefusal(error)) {
    const { line, column } = error;
    const side = sideOf(error.path);
    const text = side && inputs[side];
    return {
      code: error.code,
      side,
      path: error.path,
      message: error.message,
      help: error.help,
      line,
      column: text !== undefined && line && column ? charColumn(text, line, column) : column,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "", side: undefined, path: undefined, message, help: "", line: undefined, column: undefined };
}

/** The problem of a file, which the engine knows by its place in the input. */
export function problemOfFile(error: unknown, name: string, path: string): Problem {
  return spokenOf({ ...problemFrom(error, {}), side: "roster" }, path, name);
}

/** The engine speaks of the place in the input; people know the file by its name. */
export function spokenOf(problem: Problem, path: string, name: string): Problem {
  const { message, help } = problem;
  return { ...problem, message: message.replaceAll(path, () => name), help: help.replaceAll(path, () => name) };
}

/** The engine counts a line's bytes; people and text fields count characters. */
function charColumn(text: string, line: number, byteColumn: number): number {
  const start = lineStart(text, line);
  const bytes = new TextEncoder().encode(text.slice(start, start + byteColumn)).subarray(0, byteColumn - 1);
  return new TextDecoder().decode(bytes, { stream: true }).length + 1;
}

export function sideOf(path: string | null | undefined): Side | undefined {
  if (path?.startsWith("/config")) return "config";
  return path?.startsWith("/roster") ? "roster" : undefined;
}

/** Whether a question came too late: its roster has been let go. */
export const isGone = (error: unknown): boolean => isRefusal(error) && error.code === "session/gone";
