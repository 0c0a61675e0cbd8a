// The page's own words. What the engine says (headline, messages, help, reasons) arrives in the language it was asked
// for; everything else stands here, and a language that lacks a word does not compile.

import type { Outcome, Severity, When } from "rolecall";
import type { Unread } from "../model/files.ts";
import type { Filter } from "../model/people.ts";

export interface Strings {
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
  getLowerRole: (count: number) => string;
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
  whatToDo: string;
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
  search: string;
  searchHint: string;
  show: string;
  filter: Record<Exclude<Filter, Outcome>, string>;
  person: string;
  seat: string;
  outcomeColumn: string;
  whenColumn: string;
  why: string;
  showWhy: string;
  when: Record<When, string>;
  none: string;
  to: string;
  noAccess: string;
  dependsOnOrder: string;
  showMore: (count: number) => string;
  ofTotal: (count: number, total: number) => string;

  inputsHeading: string;
  inputsIntro: string;
  input: Record<"config" | "roster", string>;
  inputMeans: Record<"config" | "roster", string>;
  chooseFile: string;
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
}
