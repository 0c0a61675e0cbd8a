// A configuration's text brought to another value, as if somebody had edited it by hand.

import { isFields, parsed, put, remove, type Fields, type Path } from "./settings-text.ts";

/** The text with another value for it all, and as little of it changed as may be. */
export function become(text: string, value: Fields): string {
  const from = parsed(text);
  const next = from ? towards(text, [], from, value) : text;
  // A key that stands twice cannot be changed in place.
  return isSame(parsed(next), value) ? next : `${JSON.stringify(value, null, 2)}\n`;
}

function towards(text: string, path: Path, from: unknown, to: unknown): string {
  if (isSame(from, to)) return text;
  if (isFields(from) && isFields(to)) {
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    const without = gone.reduce((text, key) => remove(text, [...path, key]), text);
    return Object.entries(to).reduce(
      (text, [key, value]) =>
        Object.hasOwn(from, key) ? towards(text, [...path, key], from[key], value) : put(text, [...path, key], value),
      without,
    );
  }
  if (!Array.isArray(from) || !Array.isArray(to)) return put(text, path, to);
  const one = from.findIndex((item, index) => !isSame(item, to[index]));
  if (isSame(from.toSpliced(one, 1), to)) return remove(text, [...path, one]);
  if (from.length > to.length) return put(text, path, to);
  return to.reduce<string>(
    (text, item, index) =>
      index < from.length ? towards(text, [...path, index], from[index], item) : put(text, [...path, index], item),
    text,
  );
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (!isFields(one) || !isFields(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}
