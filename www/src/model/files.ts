// Files that people drop or choose, up to the point where they are text.

import type { Side } from "./engine.ts";

export type Unread = "too-large" | "not-text" | "gone";

const MAX_BYTES = 64 * 1024 * 1024;

export async function readText(file: File): Promise<{ text: string } | { unread: Unread }> {
  if (file.size > MAX_BYTES) return { unread: "too-large" };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { unread: "gone" }; // moved, deleted, a folder, or not ours to read
  }
  try {
    return { text: new TextDecoder(encoding(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { unread: "not-text" };
  }
}

/** Windows tools write UTF-16 with a byte order mark; JSON without one is UTF-8. */
function encoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

const KEYS: Record<Side, string[]> = {
  config: ["organization", "parent", "provisioning", "saved", "actor"],
  roster: ["members", "directory"],
};

/** Which side a JSON text is plainly about, whichever it was dropped on. */
export function guessSide(text: string): Side | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const has = (side: Side) => KEYS[side].some((key) => Object.hasOwn(value, key));
  if (has("config") === has("roster")) return undefined;
  return has("config") ? "config" : "roster";
}
