// The functions of the package. The build sets the data types, which are made from the Rust types, before this text.

/** JSON as an object, as text, or as text in UTF-8. */
export type Source<T extends object> = T | string | Uint8Array;

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

/** Says what saving `config` would do to everyone in `roster`. */
export declare function check(config: Source<Config>, roster: Source<Roster>, options?: CheckOptions): FullReport;

/** The plans with their roles and seat tiers. */
export declare function catalog(): Catalog;

/** The version of the engine. */
export declare function version(): string;

/** Thrown for whatever cannot be answered. What can be read but is wrong is a finding in the report instead. */
export declare class RolecallError extends Error {
  readonly name: "RolecallError";
  /** What went wrong, for programs. */
  readonly code: ErrorCode | "init/not-called" | "init/failed" | "engine/trapped";
  /** Where in the input, as a JSON Pointer that begins with `/config`, `/roster` or `/options`. */
  readonly path?: string;
  /** The line in the text, from 1, where it is no JSON. */
  readonly line?: number;
  /** The column in the line, from 1. */
  readonly column?: number;
  /** What to do about it. */
  readonly help: string;
}
