// From what a caller gives to what can be posted to a worker. Files are read and texts are encoded over there.
import { RolecallError } from "./error.js";
import { bytes, file, parts, word } from "./sources.js";

/** A roster in parts, and the buffers to hand over with them; the caller's own are copied unless they may be taken. */
export function apart(roster, mayTake) {
  const given = new Given();
  const ready = reading("/roster", () => given.roster(roster));
  return given.posted(parts(ready, RolecallError), mayTake);
}

/** The same of one source. */
export function alone(source, mayTake) {
  const given = new Given();
  const ready = reading("/source", () => given.source(source));
  return given.posted([file(ready, "/source", RolecallError)], mayTake);
}

/** A value as plain data, without what JSON does not know. */
export function plain(value, path) {
  if (value === undefined || typeof value === "string") return value;
  const json = bytes(value, path, RolecallError);
  return isBytes(value) ? json.slice() : JSON.parse(new TextDecoder().decode(json));
}

/** What is meant for this side, and what is `said` to the engine. Of a rendering its kind is looked at first, as over there. */
export function split(options, isRendering = false) {
  const own = reading("/options", () => (isPlain(options) ? { ...options } : undefined));
  if (own === undefined) return { said: plain(options, "/options") };
  const { signal, onProgress, transfer, ...said } = own;
  if (isRendering) word(own, "as", "/options", RolecallError);
  return { said: plain(said, "/options"), signal, onProgress, transfer };
}

/** What a caller has given: bytes, and what is to become bytes over there, for which empty ones stand in at first. */
class Given {
  #later = new Map();
  #buffers = new Set();

  roster(roster) {
    if (isForLater(roster)) return this.#standIn(roster);
    this.#note(roster);
    if (!isPlain(roster)) return roster;
    const sides = { members: this.#side(roster.members), directory: this.#side(roster.directory) };
    return this.#later.size === 0 ? roster : { ...roster, ...sides };
  }

  #side(side) {
    if (!Array.isArray(side)) return this.source(side);
    // A text in a list may also be a row that has gone astray: it stays what it is.
    return side.map((source) => (typeof source === "string" ? source : this.source(source)));
  }

  source(source) {
    if (isForLater(source)) return source.name === undefined ? this.#standIn(source) : this.source({ data: source });
    const data = typeof source === "object" && source !== null && Object.hasOwn(source, "data") ? source.data : undefined;
    // A text has been decoded already, whatever its bytes were in.
    if (typeof data === "string") return { ...source, encoding: undefined, data: this.#standIn(data) };
    if (isForLater(data)) return { name: data.name, ...source, data: this.#standIn(data) };
    this.#note(source);
    this.#note(data);
    return source;
  }

  #note(value) {
    if (isBytes(value)) this.#buffers.add(value.buffer ?? value);
  }

  #standIn(value) {
    const bytes = new Uint8Array();
    this.#later.set(bytes.buffer, value);
    return bytes;
  }

  posted(parts, mayTake) {
    const buffers = new Set();
    const posted = parts.map((part) => {
      const { buffer, byteLength } = part.data;
      if (this.#later.has(buffer)) return { ...part, data: this.#later.get(buffer) };
      const isOurs = !this.#buffers.has(buffer);
      const isToTake = mayTake && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer;
      const data = isOurs || isToTake ? part.data : part.data.slice();
      buffers.add(data.buffer);
      return { ...part, data };
    });
    return { parts: posted, transfer: [...buffers] };
  }
}

/** Whether the value is a text, a `File` or a `Blob`. Asked like this of every row of a list: it costs next to nothing. */
function isForLater(value) {
  return typeof value === "string" || (typeof value?.arrayBuffer === "function" && typeof value.size === "number");
}

/** Whether the value is bytes, of whatever window or context. */
function isBytes(value) {
  return typeof value?.byteLength === "number";
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBytes(value);
}

/** Looks at a caller's values, whose getters may throw: what they throw is told of as where they are written as JSON. */
function reading(path, look) {
  let seen;
  const looking = {
    toJSON() {
      seen = look();
      return null;
    },
  };
  bytes(looking, path, RolecallError);
  return seen;
}
