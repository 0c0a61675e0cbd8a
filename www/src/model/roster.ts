// The files that a roster is made of: what each was recognised as, what has been said of it, what is still to be asked.

import type { Column, ColumnMap, Format, Locale, SourceReport } from "rolecall";
import { inOrder, look, type GivenFile, type Opened, type Problem, type RosterSide } from "./engine.ts";
import type { Recognised, Unread } from "./files.ts";

/** What must be answered before a file can be read. */
export type Question = "columns" | "side" | "group" | "whole";

export interface RosterFile extends GivenFile {
  /** What it was recognised as; undefined where it was not. */
  format: Format | undefined;
  /** Whether it may be moved to the other side. */
  isEither: boolean;
  headings: readonly string[];
  /** What its columns might be, to be confirmed. */
  guess: ColumnMap;
  question: Question | undefined;
  problem: Unread | Problem | undefined;
  /** What was read of it, a side each; none until it is in force. */
  reports: readonly SourceReport[];
}

/** What somebody says of a file. */
export type Said = Partial<Pick<RosterFile, "side" | "columns" | "group">>;

const BOTH: readonly Column[] = ["email", "name", "id"];

/** The columns of use on a side. */
export const COLUMNS: Record<RosterSide, readonly Column[]> = {
  members: [...BOTH, "role", "seatTier", "status", "kind"],
  directory: [...BOTH, "active", "assigned", "groups", "group"],
};

/** The formats of which a file may list the members of one group without naming it. */
export const GROUP_FORMATS: ReadonlySet<Format | undefined> = new Set<Format | undefined>([
  "entra-group-members-csv",
  "google-group-members-csv",
  "okta-json",
]);

let count = 0;

/** Files from an earlier visit: none that comes after them gets their numbers. */
export function restored(files: readonly RosterFile[]): readonly RosterFile[] {
  count = Math.max(count, ...files.map(({ id }) => id));
  return files;
}

export function fileFrom(recognised: Recognised, others: readonly RosterFile[]): RosterFile {
  const { name, data } = recognised;
  const file: RosterFile = {
    id: ++count,
    name,
    data,
    isWhole: recognised.kind === "roster",
    side: "members",
    columns: undefined,
    group: undefined,
    format: undefined,
    isEither: false,
    headings: [],
    guess: {},
    question: undefined,
    problem: undefined,
    reports: [],
  };
  switch (recognised.kind) {
    case "bad":
      return { ...file, problem: recognised.reason };
    case "roster":
      return { ...file, format: "rolecall-json", question: "whole" };
    case "list": {
      const { format, headings, columns } = recognised.inspection;
      const guess = columns ?? {};
      const question = format === null ? "columns" : recognised.side === undefined ? "side" : undefined;
      return {
        ...file,
        format: format ?? undefined,
        headings: headings ?? [],
        guess,
        side: recognised.side ?? likelySide(guess, others),
        isEither: recognised.isEither,
        question,
      };
    }
    default:
      return file;
  }
}

/** What a table's headings suggest, else the side that has no file yet. */
function likelySide(guess: ColumnMap, others: readonly RosterFile[]): RosterSide {
  const only = (side: RosterSide) => COLUMNS[side].some((column) => !BOTH.includes(column) && guess[column] !== undefined);
  if (only("members") !== only("directory")) return only("members") ? "members" : "directory";
  return inOrder(others, "members").length > 0 ? "directory" : "members";
}

/** The file with what has been said of it, which may make it another format. */
export async function told(file: RosterFile, said: Said, locale: Locale): Promise<RosterFile> {
  const next: RosterFile = { ...file, ...said, question: undefined, problem: undefined, reports: [] };
  if (next.columns) return { ...next, format: "csv", columns: only(next.columns, COLUMNS[next.side]) };
  if (next.format === undefined || !GROUP_FORMATS.has(next.format)) return next;
  const looked = await look(next, locale);
  if ("problem" in looked) return { ...next, problem: looked.problem };
  return { ...next, format: looked.inspection.format ?? next.format };
}

/** The same file looked at once more, so that what is wrong with it is said in another language. */
export async function lookAgain(file: RosterFile, locale: Locale): Promise<RosterFile> {
  if (file.problem === undefined || typeof file.problem === "string") return file;
  const looked = await look(file, locale);
  return { ...file, problem: "problem" in looked ? looked.problem : undefined };
}

function only(columns: ColumnMap, kept: readonly Column[]): ColumnMap {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => kept.includes(column as Column)));
}

/** A whole roster that stands in place of everything else, and one beside others that may do so when it is asked to. */
export const alone = (file: RosterFile): RosterFile => ({ ...file, question: undefined, problem: undefined });
export const beside = (file: RosterFile): RosterFile =>
  file.isWhole && file.problem === undefined ? { ...file, question: "whole", reports: [] } : file;

export const isInForce = ({ question, problem }: RosterFile): boolean => question === undefined && problem === undefined;

/** The files after the engine has opened those in force. */
export function opened(files: readonly RosterFile[], { refused }: Opened): RosterFile[] {
  return files.map((file) => {
    const problem = refused.get(file.id);
    if (!problem) return file;
    return problem.code === "input/no-group-name"
      ? { ...file, question: "group", reports: [] }
      : { ...file, problem, reports: [] };
  });
}

/** The files with what was read of each; reports come side by side, in the files' order. */
export function reported(files: readonly RosterFile[], sources: readonly SourceReport[]): RosterFile[] {
  const inForce = files.filter(isInForce);
  if (inForce.some(({ isWhole }) => isWhole)) return files.map((file) => (isInForce(file) ? { ...file, reports: sources } : file));
  const ordered = [...inOrder(inForce, "members"), ...inOrder(inForce, "directory")];
  return files.map((file) => {
    const at = ordered.indexOf(file);
    return at < 0 ? file : { ...file, reports: sources.slice(at, at + 1) };
  });
}

/** Whether both lists make the same roster, however much is known of it. */
export const isSameRoster = (one: readonly RosterFile[], other: readonly RosterFile[]): boolean =>
  one.length === other.length &&
  one.every((file, index) => {
    const beside = other[index];
    return beside !== undefined && MEANT.every((key) => file[key] === beside[key]);
  });

const MEANT = ["id", "side", "columns", "group", "question", "problem"] as const satisfies readonly (keyof RosterFile)[];
