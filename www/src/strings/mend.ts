// Words of what can be done about an answer: fixes, repairs, the order of steps, comparing, acknowledging.

import type { Where } from "rolecall";

export interface MendStrings {
  heading: string;
  looking: string;
  failed: string;
  tooMany: (people: number) => string;
  look: string;
  offer: (count: number) => string;
  offerMeans: string;
  repair: (number: number) => string;
  fixes: (count: number) => string;
  /** What is left to look at. */
  leaves: Record<"confirm" | "pass", string>;
  eachNeeded: string;
  nothingFound: string;
  notExhausted: string;
  others: (count: number) => string;
  asIs: string;
  asIsMeans: string;

  fixesFor: (count: number) => string;
  where: Record<Where, string>;
  review: string;
  safe: string;
  apply: string;
  suppose: string;
  applyAll: string;
  applyOf: (title: string) => string;
  late: string;
  effects: string;
  effectsOf: (title: string) => string;
  effect: Record<"gainAccess" | "loseAccess" | "leaveList" | "gainAdministration" | "newAdministrators" | "change", (count: number) => string>;
  noEffect: string;
  people: (names: readonly string[], more: number) => string;
  clears: string;
  introduces: string;
  answerWith: string;
  unfit: string;

  elsewhere: string;
  elsewhereMeans: string;
  copyElsewhere: string;
  applied: (title: string) => string;
  supposed: (count: number) => string;
  supposedMeans: string;

  plan: string;
  planMeans: string;
  then: string;
  lockedOut: (count: number) => string;

  copy: string;
  copied: string;
  copyByHand: string;

  acknowledge: string;
  acknowledgeOf: (message: string) => string;
  acknowledged: (count: number) => string;
  acknowledgedMeans: string;
  takeBack: string;
  takeBackOf: (message: string) => string;
  ticket: string;
  fingerprint: string;
  fingerprintMeans: string;
  copyFingerprint: string;
  copyTicket: string;

  undo: string;
  redo: string;

  compare: CompareStrings;
}

export interface CompareStrings {
  heading: string;
  means: string;
  keep: string;
  withSaved: string;
  kept: string;
  now: string;
  exchange: string;
  stop: string;
  keepAnew: string;
  same: string;
  differ: (count: number) => string;
  noneDiffer: string;
  settings: (count: number) => string;
  absent: string;
  outcome: string;
  more: (count: number) => string;
  onlyKept: string;
  onlyNow: string;
  waits: string;
}
