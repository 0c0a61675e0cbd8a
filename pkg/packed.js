// People in our own form, taken apart: the engine reads numbers and texts several times as fast as JSON. Only what is plain
// and as it should be is packed; all else becomes JSON, and what is wrong with it is told from that.

/** More bytes than these are no roster; JSON has a limit of its own, and says so. */
const MOST = 2 ** 26;

/** What a directory has. */
const PARTS = new Set(["users", "groups", "assignment", "complete", "groupsComplete"]);

// Numbers of words, in the engine's own order, from 1. Each key has bits of its own in the number of a row.
const words = (shift, ...words) => new Map([[undefined, 0], [null, 0], ...words.map((word, index) => [word, (index + 1) << shift])]);
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

/**
 * A side as `data`: numbers and, from `split` on, texts, the first of which is the JSON of all but its people. Undefined where
 * it must all be JSON.
 */
export function packed(side, value) {
  for (const _ in {}) return undefined; // a key that every object has
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

/** `groups` takes the numbers of those that are named; without it nobody may name any. */
function pack(beside, rows, known, groups) {
  const json = JSON.stringify(beside);
  if (json.includes("\\ud")) return undefined; // perhaps half a letter, which the engine's JSON does not know
  const packing = new Packing();
  packing.text(json);
  packing.number(rows.length);
  for (let index = 0; index < rows.length; index++) {
    if (!packRow(packing, rows[index], known, groups)) return undefined;
  }
  return packing.end();
}

/** Whether the row could be packed; so below. */
function packRow(packing, row, known, groups) {
  if (!isPlain(row)) return false;
  let bits = 0;
  let email, name, id, own;
  for (const key in row) {
    const value = row[key];
    switch (key) {
      case "email":
        email = value;
        break;
      case "name":
        name = value;
        break;
      case "id":
        id = value;
        break;
      case "groups":
        if (groups === undefined) return false;
        own = value;
        break;
      default: {
        const word = known.get(key)?.get(value);
        if (word === undefined) return false;
        bits |= word;
      }
    }
  }
  packing.number(bits);
  const isTold = packing.text(email) && packing.text(name) && packing.text(id);
  return isTold && (groups === undefined || packGroups(packing, own ?? [], groups));
}

/** Each by its number, and by its name where that is new. */
function packGroups(packing, own, groups) {
  if (!Array.isArray(own) || own.toJSON !== undefined) return false;
  packing.number(own.length);
  for (let index = 0; index < own.length; index++) {
    const name = own[index];
    const known = groups.get(name);
    packing.number(known ?? groups.size);
    if (known !== undefined) continue;
    if (typeof name !== "string" || name === "") return false;
    groups.set(name, groups.size);
    packing.text(name);
  }
  return true;
}

/** What grows while rows are packed. */
class Packing {
  #numbers = new Uint8Array(1 << 14);
  #length = 0;
  #texts = "";

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  number(number) {
    if (this.#length + 5 > this.#numbers.length) this.#grow();
    for (; number > 0x7f; number >>>= 7) this.#numbers[this.#length++] = number | 0x80;
    this.#numbers[this.#length++] = number;
  }

  #grow() {
    const numbers = new Uint8Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  /** Its length as JavaScript counts; behind it a line's end, so that half a letter never meets another half. */
  text(given) {
    const text = given ?? "";
    if (typeof text !== "string") return false;
    this.number(text.length);
    if (text !== "") this.#texts += `${text}\n`;
    return true;
  }

  end() {
    const texts = new TextEncoder().encode(this.#texts);
    const split = this.#length;
    if (split + texts.length > MOST) return undefined;
    const data = new Uint8Array(split + texts.length);
    data.set(this.#numbers.subarray(0, split));
    data.set(texts, split);
    return { data, split };
  }
}

const isList = (value) => Array.isArray(value) && value.length > 0 && value.toJSON === undefined;

/** Whether JSON would have of an object just what its own keys hold. */
function isPlain(value) {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return value.toJSON === undefined;
}

/** Whether the value is no deeper than a list of groups: where JSON is too deep the engine tells the place. */
function isShallow(value, depth) {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && value.toJSON === undefined && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
