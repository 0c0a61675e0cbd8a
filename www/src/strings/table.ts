// The page's own words. What the engine says (headline, messages, help, reasons) arrives in the language it was asked
// for; everything else stands here, and a language that lacks a word does not compile.

import type { Column, Dependency, Format, Outcome, Rendering, Severity, Side, StepBy, StepState, When } from "rolecall";
import type { Unread } from "../model/files.ts";
import type { Change, Order } from "../model/people.ts";
import type { FlowStrings } from "./flow.ts";
import type { MendStrings } from "./mend.ts";
import type { SettingsStrings } from "./settings.ts";
import type { ShareStrings } from "./share.ts";

export interface Strings extends MoreStrings {
  tagline: string;
  language: string;
  privacy: string;
  independent: string;
  sampleNote: string;

  verdictHeading: string;
  checking: string;
  noAnswer: string;
  stale: string;
  showProblem: string;

  changesHeading: string;
  loseAccess: (count: number) => string;
  nobodyLosesAccess: string;
  accessNotKnown: (count: number) => string;
  getLowerRole: (count: number) => string;
  gainAccess: (count: number) => string;
  andMore: (count: number) => string;
  outcome: Record<Outcome, string>;
  outcomeMeans: Record<Outcome, string>;
  showInTable: string;
  /** Between the names of a list. */
  separator: string;
  rolesAndSeats: string;
  role: string;
  seatTier: string;
  purchased: string;
  notKnown: string;
  before: string;
  after: string;
  short: string;

  findingsHeading: string;
  noFindings: string;
  severity: Record<Severity, string>;
  findingsOf: Record<Severity, (count: number) => string>;
  concerned: (count: number) => string;
  places: string;
  goTo: (path: string) => string;
  andMorePlaces: (count: number) => string;
  waysBack: string;
  swallowed: string;
  sources: string;
  assumptionsHeading: string;
  assumptionsIntro: string;
  restsOn: (count: number) => string;
  otherReadings: string;
  leftOutHeading: string;

  peopleHeading: string;
  peopleShown: (shown: number, total: number) => string;
  nobodyMatches: string;
  nobodyAtAll: string;
  person: string;
  seat: string;
  outcomeColumn: string;
  whenColumn: string;
  why: string;
  when: Record<When, string>;
  none: string;
  to: string;

  inputsHeading: string;
  inputsIntro: string;
  input: Record<"config" | "roster", string>;
  inputMeans: Record<"config" | "roster", string>;
  chooseFile: string;
  chooseFiles: string;
  format: string;
  undo: string;
  replacedBy: (file: string) => string;
  replaced: string;
  backToSample: string;
  notTaken: (file: string) => string;
  textUnchanged: string;
  unread: Record<Unread, string>;
  position: (line: number, column: number) => string;
  dismiss: string;
  tooLongToEdit: (size: string) => string;
  engineFailed: string;
  tryAgain: string;

  files: FileStrings;
  people: PeopleStrings;
  mend: MendStrings;
  flow: FlowStrings;
  share: ShareStrings;

  settings: SettingsStrings;

  downloadHeading: string;
  download: Record<Rendering, string>;
}

/** Words about the files that a roster is made of. */
export interface FileStrings {
  means: string;
  add: string;
  format: Record<Format, string>;
  unknownTable: string;
  unreadable: string;
  side: Record<Side, string>;
  sideMeans: Record<Side, string>;
  /** Label of the choice of a side, with the file's name. */
  sideOf: (file: string) => string;
  wholeRoster: string;
  rows: (count: number) => string;
  people: (count: number) => string;
  groups: (count: number) => string;
  leftOut: (count: number) => string;
  problems: (count: number) => string;
  group: (name: string) => string;
  remove: string;
  removeFile: (file: string) => string;
  removeAll: string;
  removed: (files: number) => string;
  asJson: string;
  madeFrom: (files: number, without: readonly string[]) => string;
  inPlaceOfFiles: string;
  textKept: string;
  /** All of them in one sentence, for screen readers. */
  summary: (inForce: number, asked: number, bad: number) => string;
  noneInForce: string;
  /** Beside the verdict: the files that are no part of it. */
  without: (files: readonly string[]) => string;
  showFiles: string;

  sideQuestion: string;
  columnsQuestion: string;
  columnsIntro: string;
  column: Record<Column, string>;
  noColumn: string;
  needed: string;
  useColumns: string;
  changeColumns: string;
  groupQuestion: string;
  groupIntro: string;
  groupName: string;
  useGroup: string;
  nameGroup: string;
  wholeQuestion: string;
  wholeIntro: string;
  useWhole: string;
  use: string;
  cancel: string;

  assignmentQuestion: string;
  assignmentIntro: string;
  everyone: string;
  everyoneIn: (people: number, files: readonly string[]) => string;
  membersOfGroups: string;
  membersOfGroupsHint: string;
  noGroups: string;
  findGroup: string;
  groupPeople: (count: number) => string;
  moreGroups: (count: number) => string;
  notKnown: string;
  notKnownHint: string;
}

/** Words about finding people, and about one of them. */
export interface PeopleStrings {
  number: (count: number) => string;
  search: string;
  searchHint: string;
  show: string;
  filter: Record<"all" | Change, string>;
  anyRole: string;
  anySeat: string;
  order: string;
  orders: Record<Order, string>;
  /** How the table is used with the keyboard. */
  hint: string;
  loading: string;

  whyOf: (email: string) => string;
  whyTitle: Record<Outcome, (who: string) => string>;
  access: string;
  yes: string;
  no: string;
  notListed: string;
  becauseHeading: string;
  dependsHeading: string;
  dependsOn: Record<Dependency, string>;
  notInAnswer: string;
  close: string;

  reading: (files: readonly string[]) => string;
  cancel: string;
}

/** Words about the set-up, about rules, and about what is kept in this browser. */
export interface MoreStrings {
  readiness: {
    heading: string;
    done: (done: number, of: number) => string;
    state: Record<StepState, string>;
    by: Record<StepBy, string>;
    notNeeded: (count: number) => string;
  };
  rule: { about: string; says: string; why: string; fix: string };
  kept: {
    config: string;
    roster: string;
    clear: string;
    said: Record<"cleared" | "failed", string>;
    /** The configuration is kept from an earlier visit, and no roster is. */
    rosterGone: string;
  };
}
