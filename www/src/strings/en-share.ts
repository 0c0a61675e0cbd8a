import type { ShareStrings } from "./share.ts";

const number = new Intl.NumberFormat("en");
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${number.format(count)} ${many}`;

export const enShare: ShareStrings = {
  copy: "Copy a link",
  print: "Print",
  carries: "The link carries the configuration itself, and no roster: whoever opens it puts in their own.",
  copied: "The link is copied.",
  copyYourself: "The browser did not let it be copied: copy it from here.",
  link: "Link",
  leftOut: (what) => `Left out: ${what.join("; ")}.`,
  left: {
    actor: () => "who presses Save",
    person: (count) => counted(count, "expectation about a person", "expectations about persons"),
    address: (count) => counted(count, "text that may hold an address", "texts that may hold an address"),
    unknown: (count) => counted(count, "key or value that is not known", "keys or values that are not known"),
  },
  long: (chars) => `It is ${number.format(chars)} characters long: some programs cut such links off.`,
  tooLong: "The configuration is too long for a link.",
  came: {
    opened: "The configuration came with the link.",
    damaged: "The link is damaged or was cut off: no configuration can be read from it. Nothing has been changed.",
    "too-long": "The link carries more than 1 MB, which is not read. Nothing has been changed.",
  },
  putRoster: "Put in your roster to see what saving it would do.",
  keptOnceEdited: "What this browser keeps stays as it was until you edit the configuration.",

  printed: {
    plan: "Plan",
    sources: "Based on",
    rows: (rows, people) => `${counted(rows, "row", "rows")}, ${counted(people, "person", "people")}`,
    affected: "Who is affected, hardest hit first",
    nobody: "Nobody is affected.",
    more: (count) => `and ${number.format(count)} more`,
    notYet: "Who is affected was not yet known when this was printed.",
  },
};
