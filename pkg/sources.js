// From what a caller gives to bytes: JSON values, texts and files, each with a pointer to its place.
import { packed } from "./packed.js";

const KEYS = new Set(["data", "name", "format", "columns", "group", "encoding", "maxBytes"]);

/** No more bytes than these go into the engine's memory, which would never become smaller again. */
const MOST = 2 ** 30;

/** No list is longer that is meant: to go through one of billions, be it of nothing, would take minutes. */
const MOST_ROWS = 2 ** 24;

/** A roster in parts: what stands beside its sides first, then each file, the members' first. */
export function parts(roster, Refusal) {
  return guarded("/roster", Refusal, () => {
    refuseUnread(roster, "/roster", Refusal);
    if (isText(roster)) return [{ whole: true, data: encode(roster, "/roster", Refusal) }];
    ofSettings("", roster); // a Map, taken apart, would be a roster of nothing
    if (typeof roster !== "object" || roster === null || Array.isArray(roster)) {
      return [{ whole: true, data: json(roster, "/roster", Refusal) }];
    }
    const { members, directory, ...beside } = roster;
    return [
      { whole: true, data: json(beside, "/roster", Refusal, ofSettings) },
      ...side("members", members, Refusal),
      ...side("directory", directory, Refusal),
    ];
  });
}

function side(name, value, Refusal) {
  const path = `/roster/${name}`;
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.length > MOST_ROWS) {
    throw new Refusal({
      code: "input/too-large",
      path,
      message: `${path} is a list of ${value.length}, and at most ${MOST_ROWS} are read`,
      help: "give the list itself, without empty places, or in several files",
    });
  }
  const people = ours(name, value);
  if (people !== undefined) return [{ side: name, path, ...people }];
  const isList = Array.isArray(value) && value.length > 0 && (value.some(isNoRow) || (!value.includes(undefined) && value.every(isInList)));
  const sources = isList ? Array.from(value, (source, index) => [source, `${path}/${index}`]) : [[value, path]];
  return sources.map(([source, place]) => ({ side: name, ...file(source, place, Refusal) }));
}

/** JSON of one side, or of a part of it. */
const rows = (value, path, Refusal) => json(value, path, Refusal, isOurs(value) ? ofRows : undefined);

/** Whether the value is in our own form, as far as its first row tells: it could not be packed, for something in it is odd. */
function isOurs(value) {
  const rows = Array.isArray(value) ? value : (value?.users ?? value?.members);
  const first = Array.isArray(rows) ? rows[0] : undefined;
  return typeof first === "object" && first !== null && "email" in first;
}

/** The side packed, if it is in our own form and nothing keeps it from being read. */
function ours(name, value) {
  try {
    return isUnread(value) ? undefined : packed(name, value);
  } catch {
    return undefined; // JSON will not go better, and says why
  }
}

/** One file, or one value in its stead. */
export function file(source, path, Refusal) {
  return guarded(path, Refusal, () => {
    refuseUnread(source, path, Refusal);
    if (!isFile(source)) return { path, at: path, inline: true, data: rows(source, path, Refusal), options: encode("{}") };
    if (isText(source)) return { path, at: path, inline: false, data: encode(source, path, Refusal), options: encode("{}") };
    const { data, ...options } = source;
    refuseUnread(data, path, Refusal);
    // A text has been decoded already, whatever its bytes were in.
    if (typeof data === "string") delete options.encoding;
    const inline = !isText(data);
    const place = inline ? `${path}/data` : path;
    return { path: place, at: path, inline, data: inline ? rows(data, place, Refusal) : encode(data, place, Refusal), options: json(options, path, Refusal, ofSettings) };
  });
}

/** Whether the value is a text or bytes. */
function isText(value) {
  return typeof value === "string" || isBytes(value);
}

/** Whether the value is bytes; those of another window or context are as good. */
function isBytes(value) {
  if (typeof value !== "object" || value === null) return false;
  if (ArrayBuffer.isView(value)) return true;
  // Every row of a list is asked: what most of them are is told apart first.
  if (Object.getPrototypeOf(value) === Object.prototype) return false;
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}

/** Whether the value is a file: a text, bytes, or either with what is said of it. */
function isFile(value) {
  if (isText(value)) return true;
  if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, "data")) return false;
  return isText(value.data) || Object.keys(value).every((key) => KEYS.has(key));
}

/** Whether the value can only be a file where it stands in a list; a row of a list is not. */
function isInList(value) {
  if (isFile(value) || Array.isArray(value) || isUnread(value)) return true;
  return typeof value === "object" && value !== null && ("Resources" in value || ("data" in value && "has_more" in value));
}

/** Whether the value stands for a file even among others that might be rows. */
function isNoRow(value) {
  if (isBytes(value) || isUnread(value)) return true;
  return typeof value === "object" && value !== null && Object.hasOwn(value, "data") && isText(value.data);
}

/** Whether the value is a `File`, a `Blob`, a `Response`, a promise or a stream: what it holds must be awaited. */
function isUnread(value) {
  if (typeof value !== "object" || value === null) return false;
  const { arrayBuffer, then, getReader, pipe } = value;
  return isFunction(arrayBuffer) || isFunction(then) || isFunction(getReader) || isFunction(pipe);
}

const isFunction = (value) => typeof value === "function";

function refuseUnread(value, path, Refusal) {
  if (!isUnread(value)) return;
  throw new Refusal({
    code: "input/not-text",
    path,
    message: `${path} is a file that is not read yet`,
    help: "await what it holds and give that: new Uint8Array(await file.arrayBuffer())",
  });
}

/** UTF-8 of a text; bytes as they are. */
function encode(value, path, Refusal) {
  if (typeof value === "string") return new TextEncoder().encode(value);
  if (value.byteLength > MOST) {
    throw new Refusal({
      code: "input/too-large",
      path,
      message: `${path} is ${Math.ceil(value.byteLength / 2 ** 20)} MB, and at most ${MOST / 2 ** 20} MB are read`,
      help: "export only the columns that are needed, or give the list in several files",
    });
  }
  try {
    const { buffer, byteOffset } = ArrayBuffer.isView(value) ? value : { buffer: value, byteOffset: 0 };
    // So many bytes and no more, even if the buffer grows while they are read, as shared ones can.
    return new Uint8Array(buffer, byteOffset, value.byteLength);
  } catch (cause) {
    const what = {
      code: "input/not-text",
      path,
      message: `${path} has no bytes any more: they were handed over, to a worker for example`,
      help: "give the bytes before they are handed over, or a copy of them",
    };
    throw new Refusal(what, { cause });
  }
}

/** JSON in UTF-8, of a value, a text or bytes that hold it already. */
export function bytes(value, path, Refusal) {
  return guarded(path, Refusal, () => (isText(value) ? encode(value, path, Refusal) : json(value, path, Refusal, ofSettings)));
}

/** A text among options, undefined where there is none, and the other options: what is read twice may be another then. */
export function word(options, key, path, Refusal) {
  return guarded(path, Refusal, () => {
    if (typeof options !== "object" || options === null || isText(options)) return [undefined, options];
    const { [key]: value, ...others } = options;
    return [value === undefined || value === null ? undefined : text(value, `${path}/${key}`, Refusal), others];
  });
}

/** A text, and nothing else. */
export function text(value, path, Refusal) {
  if (typeof value === "string") return value;
  throw new Refusal({
    code: "input/wrong-shape",
    path,
    message: `${path} must be a text`,
    help: "the types of the package say what it takes",
  });
}

/** `replacer` as JSON has it: rosters of others go without one, which would take several times as long. */
function json(value, path, Refusal, replacer) {
  return guarded(path, Refusal, () => {
    const text = JSON.stringify(value, replacer);
    if (text === undefined) throw value === undefined ? "missing" : `a ${typeof value}`;
    return encode(wellFormed(text));
  });
}

/** Refuses what JSON would leave out without a word, or make an empty object of: a mapping without a group entitles nobody. */
function ofSettings(key, value) {
  if (value instanceof Map || value instanceof Set) throw refused(key, value instanceof Map ? "a Map" : "a Set");
  if (typeof value === "function" || typeof value === "symbol") throw refused(key, `a ${typeof value}`);
  if (typeof value === "number" && !Number.isFinite(value)) throw refused(key, String(value));
  return value;
}

/** The same of people: what is in a list becomes null, and what is an object empty, of which the engine tells. */
function ofRows(key, value) {
  return typeof value === "object" || Array.isArray(this) ? value : ofSettings(key, value);
}

const refused = (key, what) => new TypeError(`${key === "" ? "it" : shortened(key, 80)} is ${what}`);

const shortened = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The JSON text with half a letter, as is left where a text was cut in an emoji, replaced as in any encoding. */
function wellFormed(text) {
  if (!text.includes("\\ud")) return text;
  return text.replace(/\\(ud[89a-f]..|.)/g, (escape, what) => (what.length > 1 ? "\\ufffd" : escape));
}

/** Runs what reads a caller's values: they may be cyclic, and their getters may throw. */
function guarded(path, Refusal, read) {
  try {
    return read();
  } catch (cause) {
    if (isA(Refusal, cause)) throw cause;
    const what = path.slice(1);
    throw new Refusal(
      {
        code: "input/not-json",
        path,
        message: `${what} cannot be written as JSON: ${reason(cause)}`,
        help: `give ${what} as an object of plain data, a text of JSON, or its bytes`,
      },
      { cause },
    );
  }
}

/** Whether the value is of a class; it may be anything, and may object to being asked. */
function isA(Class, value) {
  try {
    return value instanceof Class;
  } catch {
    return false;
  }
}

/** What was thrown, in words. */
function reason(cause) {
  try {
    return shortened(isA(Error, cause) ? cause.message.split("\n", 1)[0] : `it is ${String(cause)}`, 500);
  } catch {
    return "it cannot be read";
  }
}
