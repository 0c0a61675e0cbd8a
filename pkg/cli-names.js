// A report for places that others can see: people are numbered in it, not named.

// What looks like an address; messages in Japanese put no blanks around one.
const ADDRESS = /[^\s@,;:()<>"'「」『』（）、。→]+@[^\s@,;:()<>"'「」『』（）、。→]+/gu;

/** Keys whose texts are words of the report's own, as no address is: somebody may be called `info`, and no severity is. */
const WORDS = new Set([
  ..."id code severity verdict kind where applicability ref side format".split(" "),
  ..."swallowed clears introduces state by role tier alternatives".split(" "),
]);

/** Keys of JSON Pointers, in which only what looks like an address can be one. */
const POINTERS = new Set(["path", "paths"]);

/** The report with `person-1` and so on in the place of addresses. Patches, which mean nothing without them, are left out. */
export function withoutNames(report) {
  const numbers = new Map();
  const called = (address) => {
    if (!numbers.has(address)) numbers.set(address, `person-${numbers.size + 1}`);
    return numbers.get(address);
  };
  for (const address of named(report)) called(address);
  // The longest first: an address may be the end of another.
  const known = [...numbers.keys()].sort((one, other) => other.length - one.length).map(escaped);
  // Whole addresses only: what remains of a longer one would still tell something.
  const pattern = known.length > 0 ? new RegExp(`(?<![\\w.+-])(?:${known.join("|")})(?![\\w@-])`, "g") : undefined;
  const hidden = (text) => {
    const without = pattern === undefined ? text : text.replace(pattern, called);
    return without.replace(ADDRESS, called);
  };
  const inPointer = (pointer) =>
    pointer
      .split("/")
      .map((key) => key.replace(ADDRESS, called))
      .join("/");
  const change = (text, key) => (WORDS.has(key) ? text : POINTERS.has(key) ? inPointer(text) : hidden(text));
  return mapped(report, change);
}

/** Everybody whom the report says to be a person. */
function* named(value) {
  if (typeof value !== "object" || value === null) return;
  if (value.ref === "person") yield value.value;
  if (Array.isArray(value.sample)) yield* value.sample;
  for (const inner of Object.values(value)) yield* named(inner);
}

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** The value with every text in it changed; a list's texts count as those of its key. */
function mapped(value, change, key) {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change, key));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "patch");
  return Object.fromEntries(kept.map(([key, inner]) => [key, mapped(inner, change, key)]));
}
