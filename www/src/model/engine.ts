// The only file that calls the engine. Its functions are asynchronous although the check is not, so that
// the work can move into a worker without a change elsewhere.

import { RolecallError, check, init, type FullReport, type Locale } from "rolecall";
import { lineStart } from "./pointer.ts";

export type Side = "config" | "roster";

/** Why there is no report, in a form that can be shown beside the text it is about. */
export interface Problem {
  code: string;
  /** Undefined when neither text is to blame. */
  side: Side | undefined;
  path: string | undefined;
  message: string;
  help: string;
  line: number | undefined;
  column: number | undefined;
}

export type Answer = { report: FullReport } | { problem: Problem };

export type Inputs = Record<Side, string>;

export async function ask(inputs: Inputs, locale: Locale): Promise<Answer> {
  try {
    await init();
    return { report: check(inputs.config, inputs.roster, { locale }) };
  } catch (error) {
    return { problem: problemFrom(error, inputs) };
  }
}

// The other side of a check that is only about whether one side can be read.
const PLACEHOLDER: Inputs = { config: '{"organization":{"plan":"team"}}', roster: '{"members":[]}' };

/** The problem that keeps `text` from being read as a JSON object at all, if there is one. */
export async function unreadable(text: string, side: Side, locale: Locale): Promise<Problem | undefined> {
  const answer = await ask({ ...PLACEHOLDER, [side]: text }, locale);
  if ("report" in answer) return undefined;
  const { problem } = answer;
  const hopeless = problem.code === "input/not-json" || problem.path === `/${side}` || problem.side === undefined;
  return hopeless ? problem : undefined;
}

function problemFrom(error: unknown, inputs: Inputs): Problem {
  if (error instanceof RolecallError) {
    const { line, column } = error;
    const side = sideOf(error.path);
    return {
      code: error.code,
      side,
      path: error.path,
      message: error.message,
      help: error.help,
      line,
      column: side && line && column ? charColumn(inputs[side], line, column) : column,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "", side: undefined, path: undefined, message, help: "", line: undefined, column: undefined };
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
