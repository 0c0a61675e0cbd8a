import type {
  Catalog,
  CheckOptions,
  Comparison,
  Config,
  DirectorySummary,
  EngineSource,
  Flow,
  FullReport,
  Inspection,
  Json,
  PeopleColumns,
  PeoplePage,
  PeopleQuery,
  Person,
  PlanStep,
  RenderOptions,
  Repairs,
  Report,
  Roster as ReadRoster,
  RosterDocument,
  Source as ReadSource,
  SourceOptions,
} from "./index.js";

export type * from "./index.js";
export { RolecallError } from "./index.js";

/** A file that nobody has read yet, as it is chosen or dropped: it is read in the worker. */
export interface UnreadFile extends SourceOptions {
  data: Blob;
}

/** As in `rolecall`, or a `File` or `Blob`, alone or with what is said of it. The name of a `File` goes with it. */
export type Source = ReadSource | Blob | UnreadFile;

/** As in `rolecall`; its files may be `File`s and `Blob`s. */
export interface Roster extends Omit<ReadRoster, "members" | "directory"> {
  /** The organisation's own user list. */
  members?: ReadRoster["members"] | Source | Source[];
  /** The identity provider's side; null or absent: not known. */
  directory?: ReadRoster["directory"] | Source | Source[];
}

/** A roster, or a whole one in JSON. */
export type GivenRoster = Roster | string | Uint8Array | ArrayBuffer | Blob;

/** What a worker is here: one of the browser's or one of Node's. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: never): void;
  terminate(): unknown;
}

export interface InitOptions {
  /** The WebAssembly itself, or where it is. Without it: the file that comes with the package. */
  module?: EngineSource | Promise<EngineSource>;
  /**
   * Makes a worker of `rolecall/worker-thread`, where the page must do so itself: under Trusted Types, or from another
   * origin. It is called once for every session, and with `keep` as often as that says.
   */
  worker?: () => WorkerLike;
  /**
   * How many workers are made at once and go from session to session, so that nothing is fetched any more, not even
   * the worker's script: for pages that work offline or promise to make no request. What is given up is then stopped
   * while half of them are ready, and else runs to its end unheard. Without it every session has a worker of its own.
   */
  keep?: number;
}

/** A question that can be given up. */
export interface Cancellable {
  /** Aborted, it rejects the promise with its reason at once. */
  signal?: AbortSignal;
}

export interface Progress {
  /** How many bytes of all the files together have been read. */
  done: number;
  /** How many bytes all the files have. */
  total: number;
}

export interface ReadOptions extends CheckOptions, Cancellable {
  /** Hand the caller's buffers over to the worker in place of copies: they are empty afterwards. */
  transfer?: boolean;
}

export interface OpenOptions extends ReadOptions {
  /** Told of progress from 0 to the total, at most once for each hundredth. What it throws rejects the promise. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Compiles the engine. It need not be called: whatever is asked first does so. It can be called again after it has
 * failed, and with another module, which sessions get that are opened from then on: `core.wasm` may answer first.
 */
export declare function init(options?: InitOptions): Promise<void>;

/** Says what saving `config` would do to everyone in `roster`, in a worker that ends with it, or when it is aborted. */
export declare function check(config: Json<Config>, roster: GivenRoster, options?: OpenOptions): Promise<FullReport>;

/** What a file is, told without reading it whole: its format, or what its columns might be. */
export declare function inspect(source: Source, options?: ReadOptions): Promise<Inspection>;

/** A roster that stays in the memory of a worker of its own and is asked about configurations, one after the other. */
export declare class Session {
  /** Reads the roster. Aborted, it ends the worker at once. */
  static open(roster: GivenRoster, options?: OpenOptions): Promise<Session>;
  private constructor();
  /** Says what saving `config` would do: as `check`, without the people. */
  check(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<Report>;
  /** The answer as a text of its own. */
  render(config: Json<Config>, options?: RenderOptions & Cancellable): Promise<string>;
  /** The same as the content of a file: of many people, a text keeps the page waiting when it comes. */
  blob(config: Json<Config>, options?: RenderOptions & Cancellable): Promise<Blob>;
  /** Some of the people, filtered and sorted, and how many there are in all. Without a query: the first 50. */
  people(config: Json<Config>, query?: PeopleQuery, options?: CheckOptions & Cancellable): Promise<PeoplePage>;
  /** What becomes of one person, and why; undefined for nobody. The address may be written in any case. */
  person(config: Json<Config>, email: string, options?: CheckOptions & Cancellable): Promise<Person | undefined>;
  /** What becomes of everyone, a column each. */
  columns(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<PeopleColumns>;
  /** Where people stand before and after the save, counted. */
  flow(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<Flow>;
  /** For whom two configurations differ, and how. */
  compare(
    config: Json<Config>,
    other: Json<Config>,
    query?: PeopleQuery,
    options?: CheckOptions & Cancellable,
  ): Promise<Comparison>;
  /** Sets of fixes that leave no error, proven by checking again, best first. */
  repair(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<Repairs>;
  /** What to do in which order, so that nobody is locked out on the way. */
  plan(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<PlanStep[]>;
  /** What an acknowledgement of the answer acknowledges. */
  fingerprint(config: Json<Config>, options?: CheckOptions & Cancellable): Promise<string>;
  /** The directory at a glance: its groups with how many people they have. Null where there is none. */
  directory(options?: Cancellable): Promise<DirectorySummary | null>;
  /** The roster as it was understood. */
  roster(options?: Cancellable): Promise<RosterDocument>;
  /** Ends the worker; the session answers no more, and what is under way is rejected. */
  free(): void;
  [Symbol.dispose](): void;
  /** As `free`, and waits until the worker has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The plans with their roles and seat tiers. */
export declare function catalog(): Promise<Catalog>;

/** The version of the engine. */
export declare function version(): Promise<string>;
