import type { Came } from "../model/arrival.ts";
import type { Reason } from "../model/shareable.ts";

/** Words about links that carry a configuration, and about printing. */
export interface ShareStrings {
  copy: string;
  print: string;
  /** What a link carries and what it does not. */
  carries: string;
  copied: string;
  copyYourself: string;
  link: string;
  leftOut: (what: readonly string[]) => string;
  left: Record<Reason, (count: number) => string>;
  /** How long the link is. */
  long: (chars: number) => string;
  tooLong: string;
  came: Record<Came, string>;
  putRoster: string;
  keptOnceEdited: string;

  printed: {
    plan: string;
    sources: string;
    rows: (rows: number, people: number) => string;
    affected: string;
    nobody: string;
    more: (count: number) => string;
    notYet: string;
  };
}
