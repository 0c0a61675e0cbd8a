// The inputs of the page, and the way back to what they were.

import type { Assignment, Locale, Where } from "rolecall";
import sampleConfig from "../sample/config.json?raw";
import sampleRoster from "../sample/roster.json?raw";
import type { Strings } from "../strings/index.ts";
import type { Side, Understood } from "./engine.ts";
import type { Refusal } from "./files.ts";
import type { RosterFile } from "./roster.ts";

/** One input as text, and the way back to what it took the place of. */
export interface Input {
  text: string;
  note: Note | undefined;
  refused: readonly Refusal[];
}

/** What became of an input, in words, and what it was before. */
export interface Note {
  says: (strings: Strings) => string;
  before: Snapshot;
}

export interface Snapshot {
  text: string;
  files: readonly RosterFile[];
  assignment: Assignment | undefined;
}

/** The roster as it was before what is being read. */
export interface Before {
  input: Input;
  files: readonly RosterFile[];
  assignment: Assignment | undefined;
  understood: Understood | undefined;
  number: number;
}

/** Something that is to be done elsewhere, and that the inputs suppose is done. */
export interface Supposed {
  title: string;
  where: Where;
  /** What it changes: the configuration says some of what is done elsewhere. */
  side: Side;
}

/** All that an edit can change. */
export interface State extends Record<Side, string> {
  files: readonly RosterFile[];
  assignment: Assignment | undefined;
  supposed: readonly Supposed[];
}

/** A made-up organisation, to begin with. */
export const SAMPLE: Record<Side, string> = { config: sampleConfig, roster: sampleRoster };

export const fresh = (side: Side): Input => ({ text: SAMPLE[side], note: undefined, refused: [] });

/** What an input says, as a text to edit. */
export const textFrom = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** A roster of nobody. */
export const NOBODY = '{\n  "members": []\n}\n';

/** The first of the browser's languages that is one of the page's. */
export const preferredLocale = (): Locale =>
  navigator.languages.find((language) => /^(en|ja)\b/.test(language))?.startsWith("ja") ? "ja" : "en";
