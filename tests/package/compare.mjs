// The rules by which what is read is compared with the expectations of `tests/files/`; the README there says them.

/** What a row says that says nothing. */
const ABSENT = {
  role: "user",
  seatTier: null,
  status: "active",
  kind: "human",
  active: true,
  assigned: false,
  name: null,
  id: null,
  groups: [],
};

/** A roster with what is absent written out. */
export function writtenOut({ members, directory, ...rest }) {
  const row = (row) => ({ ...ABSENT, ...row, email: row.email.toLowerCase() });
  const users = directory?.users?.map(row);
  return { ...rest, members: members?.map(row), directory: directory && { ...directory, ...(users && { users }) } };
}

/** What differs, a line a difference; only what is expected is looked at. */
export function differences(place, expected, actual = null) {
  const differs = (what) => [`${place}: ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  if (Array.isArray(expected) && Array.isArray(actual)) return listDiffers(place, expected, actual, differs);
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, expected]) => fieldDiffers(`${place}.${key}`, key, expected, actual));
  }
  // A flag that is not there is not set.
  return expected === actual || (expected === false && actual === null) ? [] : differs("another value");
}

function fieldDiffers(place, key, expected, actual) {
  if (key === "says") return actual.message.includes(expected) ? [] : [`${place}: ${actual.message} does not say ${expected}`];
  if (key === "said") {
    const texts = [...(actual.notes ?? []), ...(actual.problems ?? []).map(({ message }) => message)];
    return without([expected].flat(), texts, place);
  }
  // A pointer into the file may follow the one to it.
  if (key === "path" && place.includes(".problems") && actual.path?.startsWith(expected)) return [];
  return differences(place, expected, actual[key]);
}

function listDiffers(place, expected, actual, differs) {
  if (place.endsWith(".notes")) return without(expected, actual, place);
  if (place.endsWith("directory.groups")) {
    return expected.flatMap((group) => {
      const found = actual.find(({ name }) => name === group.name);
      return differences(place, group, found);
    });
  }
  if (place.endsWith(".groups")) {
    const [wanted, found] = [expected, actual].map((names) => JSON.stringify([...names].sort()));
    return wanted === found ? [] : differs("other groups");
  }
  if (expected.length !== actual.length) return differs("another length");
  return expected.flatMap((element, index) => differences(`${place}[${index}]`, element, actual[index]));
}

function without(expected, texts, place) {
  const missing = expected.filter((part) => !texts.some((text) => text.includes(part)));
  return missing.map((part) => `${place}: nothing says ${part}: ${JSON.stringify(texts)}`);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
