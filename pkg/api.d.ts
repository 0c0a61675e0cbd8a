// The functions of the package. The build sets the data types, which are made from the Rust types, before this text.

/** JSON as an object, as text, or as text in UTF-8. */
export type Json<T extends object> = T | string | Uint8Array | ArrayBuffer;

/**
 * The JSON value that a file would parse to. A `File`, a `Response` or a promise is none: give what it holds, awaited.
 */
export type SourceValue = readonly unknown[] | (object & NoFile) | (NoFile & { [key: string]: unknown });

/** What tells a JSON value from a file with what is said of it, and from one that is not read yet. */
interface NoFile {
  data?: readonly unknown[] | null;
  arrayBuffer?: never;
  then?: never;
}

/** What one file holds: a text, its bytes, or the JSON value that it would parse to. */
export type SourceData = string | Uint8Array | ArrayBuffer | SourceValue;

/** A file with what is said of it beside its content. `encoding` is that of bytes: a text has been decoded already. */
export interface SourceFile extends SourceOptions {
  data: SourceData;
}

/**
 * A file in any format that is read: a members CSV, a SCIM list, an export of the identity provider … Its format is
 * told from its content.
 */
export type Source = SourceData | SourceFile;

/** A roster: the organisation's own list and the identity provider's side, each as rows or as files. */
export interface Roster {
  /** The organisation's own user list. */
  members?: Member[] | Source | Source[] | null;
  /** The identity provider's side; null or absent: not known. */
  directory?: Directory | Source | Source[] | null;
  /** How the directory tells who is assigned to the application, whatever its files say. */
  assignment?: Assignment | null;
  /** Whether the directory is whole, whatever its files say. */
  complete?: boolean | null;
}

export interface InitOptions {
  /** The WebAssembly itself, or where it is. Without it: the file that comes with the package. */
  module?: EngineSource | Promise<EngineSource>;
}

export type EngineSource = WebAssembly.Module | Uint8Array | ArrayBuffer | Response | URL | string;

/**
 * Loads the engine. Call it once, before anything else; further calls do nothing. After it has failed, or after
 * `engine/trapped`, it can be called again.
 */
export declare function init(options?: InitOptions): Promise<void>;

/** Says what saving `config` would do to everyone in `roster`. A text or bytes are a whole roster in JSON. */
export declare function check(config: Json<Config>, roster: Roster | string | Uint8Array | ArrayBuffer, options?: CheckOptions): FullReport;

/** What a file is, told without reading it whole: its format, or what its columns might be. */
export declare function inspect(source: Source, options?: CheckOptions): Inspection;

export interface RenderOptions extends CheckOptions {
  /** Default: `markdown`, for a change ticket. Cells of a table that a spreadsheet would run are made harmless. */
  as?: Rendering;
}

/** What becomes of everyone: copies, a column each, in roster order. 255 stands for none. */
export interface PeopleColumns {
  /** Places in `catalog().outcomes`. */
  outcome: Uint8Array;
  /** The role after the save: places in `catalog().roles`. */
  role: Uint8Array;
  /** The seat tier after the save: places in `catalog().seatTiers`. */
  seatTier: Uint8Array;
}

/** The repairs of a configuration, best first, and beside them what else was found. */
export interface Repairs extends Array<Repair> {
  /** Where there is none: why, error by error. */
  why: Unrepaired[];
  /** Going back to what is saved; null where nothing is said of that, or nothing else is proposed. */
  leaveAsIs: Fix | null;
  /** How far was looked. */
  search: SearchBound;
}

/** A roster that stays in the engine's memory and is asked about configurations. */
export declare class Session {
  /** Reads the roster. A text or bytes are a whole roster in JSON. */
  constructor(roster: Roster | string | Uint8Array | ArrayBuffer, options?: CheckOptions);
  /** Says what saving `config` would do: as `check`, without the people. */
  check(config: Json<Config>, options?: CheckOptions): Report;
  /** Some of the people, filtered and sorted, and how many there are in all. Without a query: the first 50. */
  people(config: Json<Config>, query?: PeopleQuery, options?: CheckOptions): PeoplePage;
  /** What becomes of one person, and why; undefined for nobody. The address may be written in any case. */
  person(config: Json<Config>, email: string, options?: CheckOptions): Person | undefined;
  /** What becomes of everyone, a column each. */
  columns(config: Json<Config>, options?: CheckOptions): PeopleColumns;
  /** Where people stand before and after the save, counted. `people` with the same `before` and `after` says who they are. */
  flow(config: Json<Config>, options?: CheckOptions): Flow;
  /**
   * For whom `config` and `other` differ: in what becomes of them, in when, or in where they stand before. The query is
   * about people under `config`; without one: the first 50 in all.
   */
  compare(config: Json<Config>, other: Json<Config>, query?: PeopleQuery, options?: CheckOptions): Comparison;
  /**
   * Sets of fixes that leave no error, proven by checking again, best first: those that change the access of the fewest
   * people. No fix of a set could be left out. Empty where there is nothing to repair, or nothing was found: then
   * `why` says more. `means` in the options says what may be touched.
   */
  repair(config: Json<Config>, options?: CheckOptions): Repairs;
  /**
   * What to do in which order, so that nobody is locked out on the way, who does it, and what to look at before the next
   * step. Where the settings cannot be saved as they are, the way of the best repair; empty where there is none.
   */
  plan(config: Json<Config>, options?: CheckOptions): PlanStep[];
  /**
   * What an acknowledgement of the answer acknowledges: SHA-256, in hexadecimal digits, of the configuration as it is
   * understood, of the findings and of everyone whose access, role or seat changes. The same however things are ordered.
   */
  fingerprint(config: Json<Config>, options?: CheckOptions): string;
  /** The answer as a text of its own. */
  render(config: Json<Config>, options?: RenderOptions): string;
  /** The directory at a glance: its groups with how many people they have. Null where there is none. */
  directory(): DirectorySummary | null;
  /** The roster as it was understood. */
  roster(): RosterDocument;
  /** Gives the memory back; the session answers no more. */
  free(): void;
  [Symbol.dispose](): void;
}

/** The plans with their roles and seat tiers. */
export declare function catalog(): Catalog;

/** The version of the engine. */
export declare function version(): string;

/** Thrown for whatever cannot be answered. What can be read but is wrong is a finding in the report instead. */
export declare class RolecallError extends Error {
  readonly name: "RolecallError";
  /** What went wrong, for programs. */
  readonly code: ErrorCode | "init/not-called" | "init/failed" | "session/gone" | "engine/trapped" | "worker/failed";
  /** Where in the input, as a JSON Pointer that begins with `/config`, `/other`, `/roster`, `/source`, `/query`, `/email` or `/options`. */
  readonly path?: string;
  /** The line in the text, from 1. */
  readonly line?: number;
  /** The column in the line, from 1; in a table the number of the column. */
  readonly column?: number;
  /** The headings of a table whose columns are not known. */
  readonly headings?: string[];
  /** What the columns of such a table might be: show it, let it be confirmed, and give it as `columns`. */
  readonly columns?: ColumnMap;
  /** What to do about it. */
  readonly help: string;
}
