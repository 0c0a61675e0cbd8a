// Text for a terminal: within its width, in colour where that is wanted, and harmless whatever is in it.
import * as util from "node:util";

const WIDTH = 80;

// What would steer a terminal, or turn the reading direction of what follows.
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// What the log of a build host would take for a command to it.
const COMMANDS = /(^|\s)::|##\[/g;

/** A text from somebody's file, on its way to a terminal or a log. */
export const clean = (text) =>
  text.replace(STEERS, "\ufffd").replace(COMMANDS, (found, before) => (found === "##[" ? "## [" : `${before}: :`));

// Letters that fill two columns; a line may begin with any of them but the marks that close.
const WIDE = "\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6";
const CLOSING = "、。，．・:;：；？！」』）］｝〉》】ー々,.)\\]}";
const UNITS = new RegExp(`\\s+|[(「『（［｛〈《【]?[${WIDE}][${CLOSING}]*|[^\\s${WIDE}]+`, "gu");
const IS_WIDE = new RegExp(`[${WIDE}]|\\p{Emoji_Presentation}`, "u");

/** How many columns a text fills. */
export function columns(text) {
  let columns = 0;
  for (const letter of text) columns += IS_WIDE.test(letter) ? 2 : /\p{M}/u.test(letter) ? 0 : 1;
  return columns;
}

/** Lines of a text, the first behind `first` and the others behind as many blanks. What has no blanks stays whole. */
export function wrapped(text, first = "", rest = " ".repeat(columns(first))) {
  const lines = [];
  let line = first;
  let filled = columns(first);
  let blank = "";
  let isBegun = false;
  for (const [unit] of clean(text).matchAll(UNITS)) {
    if (unit.trim() === "") {
      blank = " ";
      continue;
    }
    const width = columns(unit);
    if (isBegun && filled + blank.length + width > WIDTH) {
      lines.push(line);
      [line, filled, blank] = [rest, columns(rest), ""];
    }
    line += (isBegun ? blank : "") + unit;
    filled += (isBegun ? blank.length : 0) + width;
    [blank, isBegun] = ["", true];
  }
  return [...lines, line];
}

/** `text` with blanks up to a width. */
export const padded = (text, width) => text + " ".repeat(Math.max(0, width - columns(text)));

/** Gives what sets a text in a style: nothing where no stream shows it, or the stream no colours. */
export function styles(stream) {
  if (typeof util.styleText !== "function" || !wantsColour(stream)) return (_, text) => text;
  return (style, text) => util.styleText(style, text, { validateStream: false });
}

function wantsColour(stream) {
  if (stream === undefined) return false;
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR) return false;
  return stream.isTTY === true && stream.hasColors();
}
