// Finds the place in a JSON text that a JSON Pointer means, so that a finding can lead to its setting.

export interface Span {
  start: number;
  end: number;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const SCALAR = /[^\s,\]}]+/y;

/** The span of the value at `pointer`, or of the nearest value around it that is there. */
export function locate(text: string, pointer: string): Span | undefined {
  const tokens = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  let span = valueAt(text, 0);
  for (const token of tokens) {
    const child = span && childOf(text, span, token);
    if (!child) break;
    span = child;
  }
  return span;
}

function take(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const skipSpace = (text: string, at: number): number => take(SPACE, text, at) ?? at;

/** The value that begins at or after `at`; its end is found without recursion, as texts may be deep. */
function valueAt(text: string, at: number): Span | undefined {
  const start = skipSpace(text, at);
  let depth = 0;
  for (let i = start; i < text.length; ) {
    const char = text[i]!;
    if (char === "{" || char === "[") depth++;
    if (char === "}" || char === "]") depth--;
    const next = char === '"' ? take(STRING, text, i) : /[{}[\],:\s]/.test(char) ? i + 1 : take(SCALAR, text, i);
    if (next === undefined || depth < 0) return undefined;
    if (depth === 0) return { start, end: next };
    i = next;
  }
  return undefined;
}

function childOf(text: string, { start }: Span, token: string): Span | undefined {
  const isObject = text[start] === "{";
  if (!isObject && text[start] !== "[") return undefined;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length; index++) {
    let key = String(index);
    if (isObject) {
      const keyEnd = take(STRING, text, at);
      if (keyEnd === undefined) return undefined;
      key = unquote(text.slice(at, keyEnd));
      at = skipSpace(text, keyEnd) + 1; // the colon
    }
    const value = valueAt(text, at);
    if (!value || key === token) return value;
    at = skipSpace(text, value.end);
    if (text[at] !== ",") return undefined;
    at = skipSpace(text, at + 1);
  }
  return undefined;
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** Where a line, counted from 1, begins; the end of the text where there is no such line. */
export function lineStart(text: string, line: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}
