// From the engine's JSON Pointers to places in the files that somebody has.
import { find, keysOf } from "./cli-pointer.js";

const OF_A_SIDE = /^\/roster\/(members|directory)(?:\/(\d+))?(\/.*)?$/s;

/** The column is that of a cell: no editor counts so. */
const isTable = (format) => format === "csv" || format?.endsWith("-csv");

/** What the errors are about whose places are in JSON. */
const OF_JSON = new Set(["input/not-json", "input/wrong-shape", "input/no-plan", "input/unknown-plan"]);

/** Finds places in files. `file` is as the command line has it; `line`, `column` and `cell` are there where they are known. */
export class Places {
  #inputs;
  #texts = new Map();
  #found = new Map();

  constructor(inputs) {
    this.#inputs = inputs;
  }

  /** Where a pointer leads: a place, or one in each file of a side; none where it leads to nothing that was given. */
  of(pointer) {
    if (!this.#found.has(pointer)) this.#found.set(pointer, this.#lookUp(pointer));
    return this.#found.get(pointer);
  }

  #lookUp(pointer) {
    const { config, roster, actor } = this.#inputs;
    if (actor !== undefined && pointer === "/config/actor") return [{ file: undefined, option: "--actor", pointer }];
    if (pointer === "/config" || pointer.startsWith("/config/")) return [this.#within(config, pointer, "/config")];
    if (roster !== undefined) return pointer.startsWith("/roster") ? [this.#within(roster, pointer, "/roster")] : [];
    const [, side, index] = OF_A_SIDE.exec(pointer) ?? [];
    const files = this.#inputs[side] ?? [];
    const file = files[index];
    if (file !== undefined) return [this.#within(file, pointer, `/roster/${side}/${index}`)];
    return files.map(({ path }) => ({ file: path, pointer }));
  }

  #within(file, pointer, root) {
    // The pointer to a file as a whole says no more than the file's name.
    if (pointer === root) return { file: file.path };
    return { file: file.path, pointer, ...this.#search(file, keysOf(pointer.slice(root.length))) };
  }

  /** Line and column in a file of JSON. */
  #search(file, keys) {
    try {
      if (!this.#texts.has(file)) this.#texts.set(file, new TextDecoder("utf-8", { fatal: true }).decode(file.data));
      return find(this.#texts.get(file), keys);
    } catch {
      return undefined; // it is no JSON, or not in UTF-8
    }
  }

  /** Where something is wrong with a file that was read. `nth` is which file of its side it is. */
  ofProblem({ side, format }, nth, { path, line, column }) {
    const [place] = this.of(path);
    if (line === null) return place ?? { pointer: path };
    const { roster } = this.#inputs;
    const file = roster ?? this.#inputs[side][nth];
    const at = { file: file.path, line };
    if (column === null) return at;
    return isTable(format) ? { ...at, cell: column } : { ...at, column: inLetters(file, line, column) };
  }

  /** Where an error of the engine is. */
  ofError({ code, path, line, column }) {
    const [place] = path === undefined ? [] : this.of(path);
    if (place?.file === undefined || line === undefined) return place;
    const file = this.#file(place.file);
    return { ...place, line, column: OF_JSON.has(code) ? inLetters(file, line, column) : undefined };
  }

  #file(path) {
    const { config, roster, members, directory } = this.#inputs;
    return [config, roster, ...members, ...directory].find((file) => file?.path === path);
  }
}

/** The column in letters of one that is counted in bytes, from 1; undefined where that cannot be told. */
export function inLetters({ data }, line, column) {
  const bytes = data.subarray(data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0);
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return undefined; // not in UTF-8
  let begins = 0;
  for (let number = 1; number < line; number++) {
    const end = bytes.indexOf(0x0a, begins);
    if (end < 0) return undefined;
    begins = end + 1;
  }
  return new TextDecoder().decode(bytes.subarray(begins, begins + column - 1)).length + 1;
}

/** What standard input is called. */
export const called = (file) => (file === "-" ? "standard input" : file);

/** A place as editors and terminals know it. */
export function written({ file, option, line, column }) {
  if (file === undefined) return option;
  const numbers = [line, column].filter((number) => number !== undefined);
  return [called(file), ...numbers].join(":");
}

/** A place where it is stated to a person: with the pointer where that says more. */
export const stated = (place) => (place.pointer === undefined ? written(place) : `${written(place) ?? ""} ${place.pointer}`.trim());
