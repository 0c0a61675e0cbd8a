// Files that people drop or choose: read, and told apart. A configuration and a whole roster are JSON texts; everything
// else that is read is one of the files that a roster is made of, and stays bytes.

import type { Inspection, Locale } from "rolecall";
import { look, unreadable, type Problem, type RosterSide, type Side } from "./engine.ts";

export type Unread = "too-large" | "not-text" | "gone";

/** A file that was offered and could not be taken; what was there before stays. */
export interface Refusal {
  file: string;
  reason: Unread | Problem;
}

/** What a file turned out to be. */
export type Recognised = { name: string; data: Uint8Array } & (
  | { kind: Side; text: string }
  | { kind: "list"; inspection: Inspection; side: RosterSide | undefined; isEither: boolean }
  | { kind: "bad"; side: Side; reason: Unread | Problem }
);

const MAX_BYTES = 256 * 1024 * 1024;

export async function recognise(file: File, droppedOn: Side, locale: Locale): Promise<Recognised> {
  const { name } = file;
  const read = await readBytes(file);
  if ("unread" in read) return { name, data: new Uint8Array(), kind: "bad", side: droppedOn, reason: read.unread };
  const { data } = read;
  const bad = (side: Side, reason: Unread | Problem): Recognised => ({ name, data, kind: "bad", side, reason });
  const whole = async (side: Side, text: string): Promise<Recognised> => {
    const problem = await unreadable(name, text, side, locale);
    return problem ? bad(side, problem) : { name, data, kind: side, text };
  };

  const looked = await look({ name, data, group: undefined }, locale);
  if ("problem" in looked) {
    const mayBeConfig = droppedOn === "config" || looked.problem.code === "input/unknown-format";
    const text = mayBeConfig ? textOf(data) : undefined;
    if (text !== undefined && (droppedOn === "config" || isConfig(text))) return whole("config", text);
    return bad(droppedOn, text === undefined && droppedOn === "config" ? "not-text" : looked.problem);
  }
  const { inspection } = looked;
  const list = (side: RosterSide | undefined, isEither: boolean): Recognised => ({
    name,
    data,
    kind: "list",
    inspection,
    side,
    isEither,
  });
  if (inspection.format !== "rolecall-json") return list(inspection.side ?? undefined, inspection.side === null);

  const text = textOf(data, inspection.encoding ?? undefined);
  if (text === undefined) return bad("roster", "not-text");
  switch (partOf(text)) {
    case "list":
      return list(undefined, true);
    case "directory":
      return list("directory", false);
    default:
      return whole("roster", text);
  }
}

async function readBytes(file: File): Promise<{ data: Uint8Array } | { unread: Unread }> {
  if (file.size > MAX_BYTES) return { unread: "too-large" };
  try {
    return { data: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { unread: "gone" }; // moved, deleted, a folder, or not ours to read
  }
}

/** The text of a file that is to be edited as JSON; undefined where it is none. */
export function textOf(data: Uint8Array, encoding = byteOrder(data)): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
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
  if (!isObject(value) || "members" in value || "directory" in value) return undefined;
  return "users" in value || "groups" in value ? "directory" : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
