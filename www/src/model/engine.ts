// The only file that asks the engine, which answers from workers: nothing that takes long is done here.

import {
  RolecallError,
  Session,
  catalog,
  check,
  inspect,
  type Assignment,
  type CheckOptions,
  type ColumnMap,
  type Comparison,
  type DirectorySummary,
  type Fix,
  type Flow,
  type Inspection,
  type Locale,
  type PeoplePage,
  type PeopleQuery,
  type Person,
  type PlanEntry,
  type PlanStep,
  type Progress,
  type Rendering,
  type Repairs,
  type Report,
  type Role,
  type RosterDocument,
  type Side as RosterSide,
} from "rolecall/worker";
import { problemFrom, problemOfFile, spokenOf, type Problem, type Side } from "./problem.ts";
import { start, startWhole } from "./workers.ts";

export { sideOf, type Problem, type Side } from "./problem.ts";
export type { Progress, RosterSide };

/** A file as the engine is given it, and what has been said of it. It is read over there. */
export interface GivenFile {
  id: number;
  name: string;
  data: Blob;
  side: RosterSide;
  /** A roster by itself, with both sides. */
  isWhole: boolean;
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
  groups: readonly DirectoryGroup[];
}

export type DirectoryGroup = DirectorySummary["groups"][number];

export interface Opened {
  resident: Resident;
  /** What keeps single files out, by their ids; the others are in force. */
  refused: ReadonlyMap<number, Problem>;
  understood: Understood | undefined;
  /** What counts of the answer who is assigned: nothing where the files say it themselves. */
  assignment: Assignment | undefined;
}

/** How a question is asked that takes its time: it can be given up, and tells how far it is. */
export interface Reading {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** A roster that the engine has read and keeps. */
export class Resident {
  #session: Session;

  private constructor(session: Session) {
    this.#session = session;
  }

  /** Reads a roster, its JSON text or its files. */
  static async open(roster: string | GivenFiles, locale: Locale, reading: Reading): Promise<Opened | { problem: Problem }> {
    try {
      await (typeof roster === "string" ? start() : startWhole());
      if (typeof roster !== "string") return await Resident.#openFiles(roster, locale, reading);
      const session = await Session.open(roster, { locale, ...reading });
      return { resident: new Resident(session), refused: new Map(), understood: undefined, assignment: undefined };
    } catch (error) {
      reading.signal.throwIfAborted();
      return { problem: problemFrom(error, typeof roster === "string" ? { roster } : {}) };
    }
  }

  static async #openFiles({ files, assignment }: GivenFiles, locale: Locale, reading: Reading): Promise<Opened> {
    const options = { locale, ...reading };
    const refused = new Map<number, Problem>();
    let left = [...files];
    let session: Session | undefined;
    while (session === undefined) {
      try {
        session = await Session.open(rosterOf(left), options);
      } catch (error) {
        const bad = error instanceof RolecallError ? blamed(left, error.path) : undefined;
        if (!bad) throw error;
        refused.set(bad.file.id, problemOfFile(error, bad.file.name, bad.path));
        left = left.filter((file) => file !== bad.file);
      }
    }
    try {
      // A roster by itself says who is assigned, be it that nobody knows.
      if (left.some(({ isWhole }) => isWhole)) {
        return { resident: new Resident(session), refused, understood: undefined, assignment: undefined };
      }
      const understood = understoodOf(await session.directory({ signal: reading.signal }));
      const counts = stillMeant(assignment, understood);
      if (counts !== undefined) {
        const asked = await Session.open({ ...rosterOf(left), assignment: counts }, options);
        session.free();
        session = asked;
      }
      return { resident: new Resident(session), refused, understood, assignment: counts };
    } catch (error) {
      session.free();
      throw error;
    }
  }

  /** Says what saving the configuration would do to the roster. */
  async check(config: string, asked: Asked, signal: AbortSignal): Promise<Answer> {
    try {
      const report = await this.#session.check(config, { ...asked, fixes: false, signal });
      return { answered: new Answered(report, this, this.#session, config, asked) };
    } catch (error) {
      signal.throwIfAborted();
      return { problem: problemFrom(error, { config }) };
    }
  }

  directory(signal: AbortSignal): Promise<DirectorySummary | null> {
    return this.#session.directory({ signal });
  }

  /** The roster as it was understood. */
  roster(): Promise<RosterDocument> {
    return this.#session.roster();
  }

  free(): void {
    this.#session.free();
  }
}

/** What can be done about an answer. */
export interface Mended {
  answered: Answered;
  fixes: ReadonlyMap<string, readonly Fix[]>;
  repairs: Repairs;
  plan: readonly PlanStep[];
}

/** How an answer is asked for: in which language, and without which findings. */
export interface Asked {
  locale: Locale;
  accepted: string[];
}

export type Answer = { answered: Answered } | { problem: Problem };

/** An answer, and what more can be asked of it: about the very inputs that it was given for. */
export class Answered {
  readonly report: Report;
  readonly resident: Resident;
  readonly config: string;
  #session: Session;
  #asked: Asked;

  constructor(report: Report, resident: Resident, session: Session, config: string, asked: Asked) {
    this.report = report;
    this.resident = resident;
    this.config = config;
    this.#session = session;
    this.#asked = asked;
  }

  people(query: PeopleQuery, signal?: AbortSignal): Promise<PeoplePage> {
    return this.#session.people(this.config, query, this.#options(signal));
  }

  person(email: string, signal?: AbortSignal): Promise<Person | undefined> {
    return this.#session.person(this.config, email, this.#options(signal));
  }

  /** What there is to do about the findings, by their ids; sets of it that leave no error; and the order of steps. */
  async mend(signal: AbortSignal): Promise<Mended> {
    const options = this.#options(signal);
    const { findings, accepted } = await this.#session.check(this.config, { ...options, fixes: true });
    const repairs = await this.#session.repair(this.config, options);
    // What cannot be saved as it is has the plans of its repairs.
    const plan = this.report.verdict === "block" ? [] : await this.#session.plan(this.config, options);
    const fixes = new Map([...findings, ...accepted].map(({ id, fixes }) => [id, fixes]));
    return { answered: this, fixes, repairs, plan };
  }

  /** What the answer would be with another configuration, and with another roster if one is given. */
  async instead(config: string, roster: RosterDocument | undefined, signal?: AbortSignal): Promise<Report> {
    const options = { ...this.#options(signal), fixes: false };
    if (!roster) return this.#session.check(config, options);
    const session = await Session.open(JSON.stringify(roster), options);
    try {
      return await session.check(config, options);
    } finally {
      session.free();
    }
  }

  /** For whom this configuration and another differ, and how. */
  compare(other: string, query: PeopleQuery, signal: AbortSignal): Promise<Comparison> {
    return this.#session.compare(this.config, other, query, this.#options(signal));
  }

  /** What an acknowledgement of the answer acknowledges. */
  fingerprint(signal: AbortSignal): Promise<string> {
    return this.#session.fingerprint(this.config, this.#options(signal));
  }

  /** From where to where people go. */
  flow(signal: AbortSignal): Promise<Flow> {
    return this.#session.flow(this.config, this.#options(signal));
  }

  /** The answer as the content of a file. */
  render(as: Rendering): Promise<Blob> {
    return this.#session.blob(this.config, { as, ...this.#options() });
  }

  #options(signal?: AbortSignal): CheckOptions & { signal?: AbortSignal } {
    return { ...this.#asked, ...(signal && { signal }) };
  }
}

/** The role that may edit identity settings on the plan of a configuration. */
export async function administeringRole(config: string): Promise<Role | undefined> {
  plans ??= (await catalog()).plans;
  const { organization } = JSON.parse(config) as { organization?: { plan?: string } };
  return plans.find(({ id }) => id === organization?.plan)?.administeringRole;
}

let plans: readonly PlanEntry[] | undefined;

/** What a file is, or what keeps it from being read. */
export async function look(
  { name, data, group }: Pick<GivenFile, "name" | "data" | "group">,
  locale: Locale,
  signal?: AbortSignal,
): Promise<{ inspection: Inspection } | { problem: Problem }> {
  try {
    await startWhole();
    const source = { data, name, ...(group !== undefined && { group }) };
    return { inspection: await inspect(source, { locale, ...(signal && { signal }) }) };
  } catch (error) {
    signal?.throwIfAborted();
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
    await start();
    await check(inputs.config, inputs.roster, { locale, fixes: false });
    return undefined;
  } catch (error) {
    const problem = problemFrom(error, inputs);
    const hopeless = problem.code === "input/not-json" || problem.path === `/${side}` || problem.side === undefined;
    return hopeless ? spokenOf(problem, `/${side}`, name) : undefined;
  }
}

function rosterOf(files: readonly GivenFile[]) {
  const whole = files.find(({ isWhole }) => isWhole);
  if (whole) return whole.data;
  const sources = (side: RosterSide) => {
    const own = inOrder(files, side).map(({ name, data, columns, group }) => ({
      data,
      name,
      ...(columns && { columns }),
      ...(group !== undefined && { group }),
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

/** The file that an error is about. */
function blamed(files: readonly GivenFile[], path: string | undefined): { file: GivenFile; path: string } | undefined {
  const whole = files.find(({ isWhole }) => isWhole);
  if (!whole) return fileAt(files, path);
  return path?.startsWith("/roster") ? { file: whole, path: "/roster" } : undefined;
}

function understoodOf(directory: DirectorySummary | null): Understood {
  const { assignment, users = 0, groups = [] } = directory ?? {};
  return { isAssignmentUnknown: assignment === "unknown", users, groups };
}

/** An answer is about the files it was given for: they may have come to say it themselves, or a group may have gone. */
function stillMeant(assignment: Assignment | undefined, { isAssignmentUnknown, groups }: Understood): Assignment | undefined {
  if (!isAssignmentUnknown) return undefined;
  if (typeof assignment !== "object") return assignment;
  const left = assignment.groups.filter((group) => groups.some(({ name }) => name === group));
  return left.length > 0 ? { groups: left } : undefined;
}
