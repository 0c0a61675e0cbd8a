// From what a caller gives to bytes: JSON values, texts and files, each with a pointer to its place.

const KEYS = new Set(["data", "name", "format", "columns", "group", "encoding", "maxBytes"]);

/** A roster in parts: what stands beside its sides first, then each file, the members' first. */
export function parts(roster, refuse) {
  if (isText(roster)) return [{ whole: true, data: encode(roster) }];
  return guarded("/roster", refuse, () => {
    if (typeof roster !== "object" || roster === null || Array.isArray(roster)) {
      return [{ whole: true, data: json(roster, "/roster", refuse) }];
    }
    const { members, directory, ...beside } = roster;
    return [
      { whole: true, data: json(beside, "/roster", refuse) },
      ...side("members", members, refuse),
      ...side("directory", directory, refuse),
    ];
  });
}

function side(name, value, refuse) {
  const path = `/roster/${name}`;
  if (value === undefined || value === null) return [];
  const isList = Array.isArray(value) && value.length > 0 && value.every(isInList);
  const sources = isList ? value.map((source, index) => [source, `${path}/${index}`]) : [[value, path]];
  return sources.map(([source, place]) => ({ side: name, ...file(source, place, refuse) }));
}

/** One file, or one value in its stead. */
export function file(source, path, refuse) {
  return guarded(path, refuse, () => {
    refuseUnread(source, path, refuse);
    if (!isFile(source)) return { path, inline: true, data: json(source, path, refuse), options: encode("{}") };
    if (isText(source)) return { path, inline: false, data: encode(source), options: encode("{}") };
    const { data, ...options } = source;
    refuseUnread(data, path, refuse);
    const inline = !isText(data);
    const place = inline ? `${path}/data` : path;
    return { path: place, inline, data: inline ? json(data, place, refuse) : encode(data), options: json(options, path, refuse) };
  });
}

/** Whether the value is a text or bytes. */
function isText(value) {
  return typeof value === "string" || ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
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

/** Whether the value is a `File`, a `Blob` or a `Response`: what it holds must be awaited. */
function isUnread(value) {
  return typeof value === "object" && value !== null && typeof value.arrayBuffer === "function";
}

function refuseUnread(value, path, refuse) {
  if (!isUnread(value)) return;
  throw refuse({
    code: "input/not-text",
    path,
    message: `${path} is a file that is not read yet`,
    help: "give what it holds: new Uint8Array(await file.arrayBuffer())",
  });
}

/** UTF-8 of a text; bytes as they are. */
export function encode(value) {
  if (typeof value === "string") return new TextEncoder().encode(value);
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);
}

/** JSON in UTF-8, of a value, a text or bytes that hold it already. */
export function bytes(value, path, refuse) {
  return isText(value) ? encode(value) : json(value, path, refuse);
}

function json(value, path, refuse) {
  return guarded(path, refuse, () => {
    const text = JSON.stringify(value);
    if (text === undefined) throw value === undefined ? "missing" : `a ${typeof value}`;
    return encode(text);
  });
}

/** Runs what reads a caller's values: they may be cyclic, and their getters may throw. */
function guarded(path, refuse, read) {
  try {
    return read();
  } catch (cause) {
    if (cause?.name === "RolecallError") throw cause;
    const what = path.slice(1);
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : `it is ${cause}`;
    throw refuse(
      {
        code: "input/not-json",
        path,
        message: `${what} cannot be written as JSON: ${reason}`,
        help: `give ${what} as an object of plain data, a text of JSON, or its bytes`,
      },
      { cause },
    );
  }
}
