// Takes people in our own form apart: the engine reads numbers and texts several times as fast as JSON. Only who is plain
// and as it should be is taken; of all else JSON is made, and what is wrong with it told from that.

/** The numbers of words, in the engine's own order, each at a place of its own among the bits of a row's number. */
const words = (shift, ...values) => new Map([[undefined, 0], [null, 0], ...values.map((value, index) => [value, (index + 1) << shift])]);

const MEMBER = new Map([
  ["role", words(0, "primary-owner", "owner", "admin", "developer", "billing", "claude-code-user", "user")],
  ["seatTier", words(4, "premium", "standard", "chat-and-claude-code", "chat")],
  ["status", words(8, "active", "pending")],
  ["kind", words(12, "human", "service")],
]);
const USER = new Map([
  ["active", words(0, false, true)],
  ["assigned", words(4, false, true)],
]);

const NONE = [];
const PARTS = new Set(["users", "groups", "assignment", "complete", "groupsComplete"]);

/** A side as `data`: numbers and, from `split` on, texts, the first of which is the JSON of all but its people. */
export function packed(side, value) {
  for (const _ in {}) return undefined; // a key that all objects have
  if (isList(value)) return side === "members" ? pack([], value, MEMBER) : pack([], value, USER, new Map());
  if (side !== "directory" || !isPlain(value)) return undefined;
  const beside = {};
  let users;
  for (const key in value) {
    if (!PARTS.has(key)) return undefined;
    beside[key] = value[key];
    if (key === "users") {
      users = beside.users;
      beside.users = [];
    } else if (!isShallow(beside[key], 3)) return undefined;
  }
  return isList(users) ? pack(beside, users, USER, new Map()) : undefined;
}

/** `groups`: the numbers of those named so far; none where nobody has any. */
function pack(beside, rows, known, groups) {
  const packing = new Packing();
  packing.text(JSON.stringify(beside));
  packing.number(rows.length);
  for (let index = 0; index < rows.length; index++) {
    if (!row(packing, rows[index], known, groups)) return undefined;
  }
  return packing.end();
}

/** Whether the row could be packed. */
function row(packing, row, known, groups) {
  if (!isPlain(row)) return false;
  let email = "";
  let name = "";
  let id = "";
  let own = NONE;
  let bits = 0;
  for (const key in row) {
    const value = row[key];
    switch (key) {
      case "email":
        email = value ?? "";
        break;
      case "name":
        name = value ?? "";
        break;
      case "id":
        id = value ?? "";
        break;
      case "groups":
        if (groups === undefined) return false;
        own = value ?? NONE;
        break;
      default: {
        const word = known.get(key)?.get(value);
        if (word === undefined) return false;
        bits |= word;
      }
    }
  }
  if (typeof email !== "string" || typeof name !== "string" || typeof id !== "string") return false;
  packing.number(bits);
  packing.text(email);
  packing.text(name);
  packing.text(id);
  return groups === undefined || named(packing, own, groups);
}

/** Whether the groups of a row could be packed: each by its number, and by its name where that is new. */
function named(packing, own, groups) {
  if (!Array.isArray(own) || own.toJSON !== undefined) return false;
  packing.number(own.length);
  for (let index = 0; index < own.length; index++) {
    const name = own[index];
    const number = groups.get(name);
    if (number !== undefined) {
      packing.number(number);
      continue;
    }
    if (typeof name !== "string" || name === "") return false;
    packing.number(groups.size);
    packing.text(name);
    groups.set(name, groups.size);
  }
  return true;
}

/** What grows while rows are packed. */
class Packing {
  #bytes = new Uint8Array(1 << 14);
  #length = 0;
  #texts = "";

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  number(number) {
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    while (number > 0x7f) {
      this.#bytes[this.#length++] = number | 0x80;
      number >>>= 7;
    }
    this.#bytes[this.#length++] = number;
  }

  /** As long as JavaScript says; behind it a line's end, so that half a letter never meets another half. */
  text(text) {
    this.number(text.length);
    if (text !== "") this.#texts += `${text}\n`;
  }

  #grow() {
    const bytes = new Uint8Array(2 * this.#bytes.length);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  end() {
    const texts = new TextEncoder().encode(this.#texts);
    const split = this.#length;
    const data = new Uint8Array(split + texts.length);
    data.set(this.#bytes.subarray(0, split));
    data.set(texts, split);
    return { data, split };
  }
}

const isList = (value) => Array.isArray(value) && value.length > 0 && value.toJSON === undefined;

/** Whether JSON has of an object what its own keys hold. */
const isPlain = (value) =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype && value.toJSON === undefined;

/** Whether the value is no deeper than a list of groups: in what is too deep, the engine tells where. */
function isShallow(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && value.toJSON === undefined && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
