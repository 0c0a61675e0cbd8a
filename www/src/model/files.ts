// Files that people drop or choose: told apart. A configuration and a whole roster are JSON texts to edit; everything else
// that is read is one of the files that a roster is made of, and stays a file, as does a roster that is too long to edit.

import type { Inspection, Locale } from "rolecall";
import { look, unreadable, type Problem, type RosterSide, type Side } from "./engine.ts";

export type Unread = "too-large" | "not-text" | "gone";

/** A file that was offered and could not be taken; what was there before stays. */
export interface Refusal {
  file: string;
  reason: Unread | Problem;
}

/** What a file turned out to be. */
export type Recognised = { name: string; data: Blob } & (
  | { kind: "config"; text: string }
  /** Without a text: a roster that is too long to edit. */
  | { kind: "roster"; text: string | undefined }
  | { kind: "list"; inspection: Inspection; side: RosterSide | undefined; isEither: boolean }
  | { kind: "bad"; side: Side; reason: Unread | Problem }
);

const MAX_BYTES = 256 * 1024 * 1024;

/** What is longer is no text to edit, and takes too long to be looked at here. */
const TEXT_BYTES = 1_000_000;

/** Enough of a long text to tell what it is. */
const HEAD_BYTES = 64 * 1024;

export const isLong = ({ size }: Pick<Blob, "size">): boolean => size > TEXT_BYTES;

export async function recognise(file: File, droppedOn: Side, locale: Locale, signal: AbortSignal): Promise<Recognised> {
  const { name } = file;
  const bad = (side: Side, reason: Unread | Problem): Recognised => ({ name, data: file, kind: "bad", side, reason });
  const whole = async (side: Side, text: string): Promise<Recognised> => {
    const problem = await unreadable(name, text, side, locale);
    return problem ? bad(side, problem) : { name, data: file, kind: side, text };
  };

  if (file.size > MAX_BYTES) return bad(droppedOn, "too-large");
  if (!(await isReadable(file))) return bad(droppedOn, "gone");
  const looked = await look({ name, data: file, group: undefined }, locale, signal);
  if ("problem" in looked) {
    const mayBeConfig = droppedOn === "config" || looked.problem.code === "input/unknown-format";
    if (!mayBeConfig || isLong(file)) return bad(droppedOn, looked.problem);
    const text = await textOf(file);
    if (text !== undefined && (droppedOn === "config" || isConfig(text))) return whole("config", text);
    return bad(droppedOn, text === undefined && droppedOn === "config" ? "not-text" : looked.problem);
  }
  const { inspection } = looked;
  const list = (side: RosterSide | undefined, isEither: boolean): Recognised => ({
    name,
    data: file,
    kind: "list",
    inspection,
    side,
    isEither,
  });
  if (inspection.format !== "rolecall-json") return list(inspection.side ?? undefined, inspection.side === null);

  const encoding = inspection.encoding ?? undefined;
  const text = isLong(file) ? await headOf(file, encoding) : await textOf(file, encoding);
  if (text === undefined) return bad("roster", "not-text");
  switch (isLong(file) ? beginningOf(text) : partOf(text)) {
    case "list":
      return list(undefined, true);
    case "directory":
      return list("directory", false);
    default:
      return isLong(file) ? { name, data: file, kind: "roster", text: undefined } : whole("roster", text);
  }
}

/** Whether the file is still there, and no folder. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** The text of a file that is to be edited as JSON; undefined where it is none. */
export async function textOf(file: Blob, encoding?: string): Promise<string | undefined> {
  try {
    const data = new Uint8Array(await file.arrayBuffer());
    return new TextDecoder(encoding ?? byteOrder(data), { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

/** The text that a long file begins with. */
async function headOf(file: Blob, encoding: string | undefined): Promise<string> {
  const data = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return new TextDecoder(encoding ?? byteOrder(data)).decode(data, { stream: true });
}

/** Windows tools write UTF-16 with a byte order mark; JSON without one is UTF-8. */
function byteOrder([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

const CONFIG_KEYS = ["organization", "parent", "provisioning", "saved", "actor"];

function isConfig(text: string): boolean {
  const value = parsed(text);
  return isObject(value) && CONFIG_KEYS.some((key) => Object.hasOwn(value, key));
}

/** Which part of a roster a text in rolecall's own JSON is; undefined: all of it, or nothing. */
function partOf(text: string): "list" | "directory" | undefined {
  const value = parsed(text);
  if (Array.isArray(value)) return value.some(isObject) ? "list" : undefined;
  if (!isObject(value)) return undefined;
  return partOfKeys(Object.keys(value));
}

/** The same of a text of which only the beginning is there. */
function beginningOf(text: string): "list" | "directory" | undefined {
  if (/^[\ufeff\s]*\[\s*\{/.test(text)) return "list";
  return partOfKeys(outerKeys(text));
}

function partOfKeys(keys: readonly string[]): "directory" | undefined {
  if (keys.includes("members") || keys.includes("directory")) return undefined;
  return keys.includes("users") || keys.includes("groups") ? "directory" : undefined;
}

/** The keys of an object, as far as its text goes. */
function outerKeys(text: string): string[] {
  const keys = [];
  let depth = 0;
  for (const [token, key] of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && key !== undefined) keys.push(key);
  }
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
