// A report for places that others can see: people are numbered in it, not named.

// What looks like an address; messages in Japanese put no blanks around one.
const ADDRESS = /[^\s@,;:()<>"'「」『』（）、。→]+@[^\s@,;:()<>"'「」『』（）、。→]+/gu;

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
  const pattern = known.length > 0 ? new RegExp(known.join("|"), "g") : undefined;
  const hidden = (text) => {
    const without = pattern === undefined ? text : text.replace(pattern, called);
    return without.replace(ADDRESS, called);
  };
  return mapped(report, hidden);
}

/** Everybody whom the report says to be a person. */
function* named(value) {
  if (typeof value !== "object" || value === null) return;
  if (value.ref === "person") yield value.value;
  if (Array.isArray(value.sample)) yield* value.sample;
  for (const inner of Object.values(value)) yield* named(inner);
}

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function mapped(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "patch");
  return Object.fromEntries(kept.map(([key, inner]) => [key, mapped(inner, change)]));
}
