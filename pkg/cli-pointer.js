// Where in a JSON text the place is that a JSON Pointer names.

/** The keys of a pointer. */
export const keysOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/**
 * Line and column, from 1, of the key or the element that the keys lead to, or of the deepest on the way that is there;
 * undefined where that is the text as a whole. The text must be JSON. Columns are counted as JavaScript counts.
 */
export function find(text, keys) {
  let place;
  let at = skipBlanks(text, 0);
  for (const key of keys) {
    const found = text[at] === "{" ? member(text, at, key) : text[at] === "[" ? element(text, at, key) : undefined;
    if (found === undefined) break;
    place = found.place;
    at = found.value;
  }
  return place === undefined ? undefined : lineAndColumn(text, place);
}

/** Line and column of a place in a text. */
export function lineAndColumn(text, place) {
  let line = 1;
  let begins = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < place; end = text.indexOf("\n", begins)) {
    line += 1;
    begins = end + 1;
  }
  return { line, column: place - begins + 1 };
}

/** Where an object has the key, and its value. Of two alike the last one counts, as for the engine. */
function member(text, object, key) {
  let found;
  let at = skipBlanks(text, object + 1);
  while (text[at] === '"') {
    const place = at;
    at = endOfText(text, at);
    const name = JSON.parse(text.slice(place, at));
    const value = skipBlanks(text, skipBlanks(text, at) + 1);
    if (name === key) found = { place, value };
    at = next(text, endOfValue(text, value));
  }
  return found;
}

function element(text, list, key) {
  let at = skipBlanks(text, list + 1);
  for (let index = 0; at < text.length && text[at] !== "]"; index++) {
    if (String(index) === key) return { place: at, value: at };
    at = next(text, endOfValue(text, at));
  }
  return undefined;
}

/** Behind the comma that may follow a value. */
function next(text, at) {
  const end = skipBlanks(text, at);
  return text[end] === "," ? skipBlanks(text, end + 1) : end;
}

function skipBlanks(text, at) {
  while (at < text.length && " \t\r\n".includes(text[at])) at += 1;
  return at;
}

function endOfText(text, begins) {
  let at = begins + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfValue(text, begins) {
  let at = begins;
  if (text[at] === '"') return endOfText(text, at);
  if (text[at] !== "{" && text[at] !== "[") {
    while (at < text.length && !",]} \t\r\n".includes(text[at])) at += 1;
    return at;
  }
  let depth = 0;
  do {
    const letter = text[at];
    if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") depth -= 1;
    at = letter === '"' ? endOfText(text, at) : at + 1;
  } while (depth > 0 && at < text.length);
  return at;
}
