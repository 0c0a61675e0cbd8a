// The only file that calls the engine. Its functions are asynchronous although the engine is not, so that
// the work can move into a worker without a change elsewhere.

import {
  RolecallError,
  Session,
  check,
  init,
  inspect,
  type Assignment,
  type ColumnMap,
  type FullReport,
  type Inspection,
  type Locale,
  type Rendering,
  type RosterDocument,
  type Side as RosterSide,
} from "rolecall";
import { lineStart } from "./pointer.ts";

export type { RosterSide };
export type Side = "config" | "roster";

/** Why there is no report, in a form that can be shown beside the text or the file it is about. */
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

export type Answer = { report: FullReport } | { problem: Problem };

/** A file as the engine is given it: bytes as they are, and what has been said of them. */
export interface GivenFile {
  id: number;
  name: string;
  data: Uint8Array;
  side: RosterSide;
  columns: ColumnMap | undefined;
  group: string | undefined;
}

/** The files that a roster is made of, and who is assigned, where they do not say. */
export interface GivenFiles {
  files: readonly GivenFile[];
  assignment: Assignment | undefined;
}

/** What the files say of the directory, before anybody has said who is assigned. */
export interface Understood {
  isAssignmentUnknown: boolean;
  users: number;
  groups: { name: string; people: number }[];
}

export interface Opened {
  /** What keeps single files out, by their ids; the others are in force. */
  refused: ReadonlyMap<number, Problem>;
  understood: Understood | undefined;
  /** What counts of the answer who is assigned: nothing where the files say it themselves. */
  assignment: Assignment | undefined;
}

/** The roster that questions are about. */
let session: Session | undefined;

/** Reads a roster, its JSON text or its files, in place of the one before. */
export async function open(roster: string | GivenFiles, locale: Locale): Promise<Opened | { problem: Problem }> {
  try {
    await init();
    close();
    if (typeof roster !== "string") return openFiles(roster, locale);
    session = new Session(roster, { locale });
    return { refused: new Map(), understood: undefined, assignment: undefined };
  } catch (error) {
    return { problem: problemFrom(error, typeof roster === "string" ? { roster } : {}) };
  }
}

function openFiles({ files, assignment }: GivenFiles, locale: Locale): Opened {
  const refused = new Map<number, Problem>();
  let left = [...files];
  while (session === undefined) {
    try {
      session = new Session(rosterOf(left), { locale });
    } catch (error) {
      const bad = error instanceof RolecallError ? fileAt(left, error.path) : undefined;
      if (!bad) throw error;
      refused.set(bad.file.id, problemOfFile(error as RolecallError, bad.file.name, bad.path));
      left = left.filter((file) => file !== bad.file);
    }
  }
  const understood = understand(session.roster());
  const counts = stillMeant(assignment, understood);
  if (counts !== undefined) {
    close();
    session = new Session({ ...rosterOf(left), assignment: counts }, { locale });
  }
  return { refused, understood, assignment: counts };
}

/** An answer is about the files it was given for: they may have come to say it themselves, or a group may have gone. */
function stillMeant(assignment: Assignment | undefined, { isAssignmentUnknown, groups }: Understood): Assignment | undefined {
  if (!isAssignmentUnknown) return undefined;
  if (typeof assignment !== "object") return assignment;
  const left = assignment.groups.filter((group) => groups.some(({ name }) => name === group));
  return left.length > 0 ? { groups: left } : undefined;
}

function close(): void {
  session?.free();
  session = undefined;
}

/** No roster has as many people. */
const EVERYONE = 2 ** 32 - 1;

/** Says what saving the configuration would do to the roster that is open. */
export async function ask(config: string, locale: Locale): Promise<Answer> {
  try {
    const report = held().check(config, { locale, fixes: false });
    const { people } = held().people(config, { limit: EVERYONE }, { locale });
    return { report: { ...report, people } };
  } catch (error) {
    return { problem: problemFrom(error, { config }) };
  }
}

/** The answer as a text of its own. */
export async function render(config: string, as: Rendering, locale: Locale): Promise<string> {
  return held().render(config, { as, locale });
}

/** The open roster as JSON text. */
export async function rosterText(): Promise<string> {
  return `${JSON.stringify(held().roster(), null, 2)}\n`;
}

/** What a file is, or what keeps it from being read. */
export async function look(
  { name, data, group }: Pick<GivenFile, "name" | "data" | "group">,
  locale: Locale,
): Promise<{ inspection: Inspection } | { problem: Problem }> {
  try {
    await init();
    return { inspection: inspect({ data, name, ...(group === undefined ? {} : { group }) }, { locale }) };
  } catch (error) {
    if (error instanceof RolecallError) return { problem: problemOfFile(error, name, "/source") };
    return { problem: problemFrom(error, {}) };
  }
}

// The other side of a check that is only about whether one side can be read.
const PLACEHOLDER: Record<Side, string> = { config: '{"organization":{"plan":"team"}}', roster: '{"members":[]}' };

/** The problem that keeps a file's `text` from being read as a JSON object at all, if there is one. */
export async function unreadable(name: string, text: string, side: Side, locale: Locale): Promise<Problem | undefined> {
  const inputs = { ...PLACEHOLDER, [side]: text };
  try {
    await init();
    check(inputs.config, inputs.roster, { locale, fixes: false });
    return undefined;
  } catch (error) {
    const problem = problemFrom(error, inputs);
    const hopeless = problem.code === "input/not-json" || problem.path === `/${side}` || problem.side === undefined;
    return hopeless ? spokenOf(problem, `/${side}`, name) : undefined;
  }
}

function held(): Session {
  if (session) return session;
  throw new Error("no roster is open");
}

function rosterOf(files: readonly GivenFile[]) {
  const sources = (side: RosterSide) => {
    const own = inOrder(files, side).map(({ name, data, columns, group }) => ({
      data,
      name,
      ...(columns === undefined ? {} : { columns }),
      ...(group === undefined ? {} : { group }),
    }));
    return own.length > 0 ? own : null;
  };
  return { members: sources("members"), directory: sources("directory") };
}

/** The files of a side in the order in which the engine is given them, and names them. */
export const inOrder = <File extends { side: RosterSide }>(files: readonly File[], side: RosterSide): File[] =>
  files.filter((file) => file.side === side);

const SOURCE = /^\/roster\/(members|directory)\/(\d+)(?=\/|$)/;

/** The file that a pointer leads to or into, and the pointer to the file itself. */
export function fileAt<File extends { side: RosterSide }>(
  files: readonly File[],
  pointer: string | undefined,
): { file: File; path: string } | undefined {
  const found = SOURCE.exec(pointer ?? "");
  const file = found && inOrder(files, found[1] as RosterSide)[Number(found[2])];
  return file ? { file, path: found[0] } : undefined;
}

function understand({ directory }: RosterDocument): Understood {
  const users = directory?.users ?? [];
  const counts = new Map((directory?.groups ?? []).map(({ name }) => [name, 0]));
  for (const { groups } of users) {
    for (const group of groups ?? []) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return {
    isAssignmentUnknown: directory?.assignment === "unknown",
    users: users.length,
    groups: [...counts].map(([name, people]) => ({ name, people })),
  };
}

function problemOfFile(error: RolecallError, name: string, path: string): Problem {
  return spokenOf({ ...problemFrom(error, {}), side: "roster" }, path, name);
}

/** The engine speaks of the place in the input; people know the file by its name. */
function spokenOf(problem: Problem, path: string, name: string): Problem {
  const { message, help } = problem;
  return { ...problem, message: message.replaceAll(path, () => name), help: help.replaceAll(path, () => name) };
}

function problemFrom(error: unknown, inputs: Partial<Record<Side, string>>): Problem {
  if (error instanceof RolecallError) {
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
