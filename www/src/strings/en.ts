import { enMore } from "./en-more.ts";
import { enFiles } from "./en-files.ts";
import { enMend } from "./en-mend.ts";
import { enFlow } from "./en-flow.ts";
import { enPeople } from "./en-people.ts";
import { enSettings } from "./en-settings.ts";
import { enShare } from "./en-share.ts";
import type { Strings } from "./table.ts";

const number = new Intl.NumberFormat("en");
const people = (count: number): string => (count === 1 ? "1 person" : `${number.format(count)} people`);

export const en: Strings = {
  tagline: "What saving does to your people, before you press Save",
  language: "Language",
  privacy: "Everything happens in this browser tab, with or without a network. Nothing you enter leaves it.",
  independent:
    "rolecall is an independent tool. It is not affiliated with, endorsed by or supported by Anthropic; product names belong to their owners.",
  sampleNote: "This is a made-up organisation. Put in your own configuration and roster to check yours.",

  verdictHeading: "Verdict",
  checking: "Checking…",
  noAnswer: "No verdict yet",
  stale: "From the last input that could be read",
  showProblem: "Show the problem",

  changesHeading: "What changes",
  loseAccess: (count) => `${people(count)} ${count === 1 ? "loses" : "lose"} access`,
  getLowerRole: (count) => `${people(count)} ${count === 1 ? "gets" : "get"} a lower role`,
  gainAccess: (count) => `${people(count)} ${count === 1 ? "gains" : "gain"} access`,
  nobodyLosesAccess: "Nobody loses access",
  accessNotKnown: (count) => `What becomes of ${people(count)} is not known`,
  andMore: (count) => `and ${number.format(count)} more`,
  outcome: {
    kept: "Unchanged",
    changed: "Changed",
    added: "Added",
    removed: "Removed",
    blocked: "Locked out",
    waiting: "Waiting",
    "not-a-member": "Not a member",
    unknown: "Not known",
  },
  outcomeMeans: {
    kept: "keep access, role and seat",
    changed: "keep access, with another role or seat",
    added: "become members",
    removed: "leave the member list",
    blocked: "stay listed, cannot log in",
    waiting: "would be added if a seat were free",
    "not-a-member": "in the directory only, before and after",
    unknown: "the roster does not say",
  },
  showInTable: "Show them",
  separator: ", ",
  rolesAndSeats: "Roles and seats",
  role: "Role",
  seatTier: "Seat tier",
  purchased: "Purchased",
  notKnown: "not given",
  before: "Before",
  after: "After",
  short: "Short",

  findingsHeading: "Findings",
  noFindings: "Nothing to report.",
  severity: { error: "Error", warning: "Warning", info: "Note" },
  findingsOf: {
    error: (count) => `${count} ${count === 1 ? "error" : "errors"}`,
    warning: (count) => `${count} ${count === 1 ? "warning" : "warnings"}`,
    info: (count) => `${count} ${count === 1 ? "note" : "notes"}`,
  },
  concerned: people,
  places: "Where",
  goTo: (path) => `Go to ${path} in the input`,
  andMorePlaces: (count) => `and ${number.format(count)} more`,
  waysBack: "Ways back after saving",
  swallowed: "Includes",
  sources: "Based on",
  assumptionsHeading: "What this answer assumes",
  assumptionsIntro: "The vendor’s documents leave these open or disagree. Set another reading under “assumptions” in the configuration.",
  restsOn: (count) => `decides for ${people(count)}`,
  otherReadings: "or",
  leftOutHeading: "Could not be read",

  peopleHeading: "People",
  peopleShown: (shown, total) => (shown === total ? people(total) : `${number.format(shown)} of ${people(total)}`),
  nobodyMatches: "Nobody matches.",
  nobodyAtAll: "The roster names nobody.",
  person: "Person",
  seat: "Seat",
  outcomeColumn: "Outcome",
  whenColumn: "When",
  why: "Why",
  when: {
    "on-save": "on save",
    "next-sync": "at the next sync",
    "next-login": "at their next login",
    "when-seats-are-bought": "when seats are bought",
    never: "–",
  },
  none: "none",
  to: "becomes",

  inputsHeading: "Inputs",
  inputsIntro:
    "Edit here, or drop files anywhere on the page: member lists, SCIM dumps, exports of your identity provider, JSON.",
  input: { config: "Configuration", roster: "Roster" },
  inputMeans: {
    config: "what Save would write, and what is in force today",
    roster: "the members, and the identity provider’s users and groups",
  },
  chooseFile: "Choose a file",
  chooseFiles: "Choose files",
  format: "Tidy",
  undo: "Undo",
  replacedBy: (file) => `Loaded from ${file}.`,
  replaced: "The text was replaced.",
  backToSample: "Show the sample",
  notTaken: (file) => `${file} was not loaded.`,
  textUnchanged: "Your text is unchanged.",
  unread: {
    "too-large": "The file is larger than 256 MB.",
    "not-text": "The file is not text, so it is not JSON.",
    gone: "The file could not be read. If it is a folder, choose the file in it.",
  },
  position: (line, column) => `line ${line}, column ${column}`,
  dismiss: "Dismiss",
  tooLongToEdit: (size) => `${size} of text, too long to edit here. It is checked all the same.`,
  engineFailed: "The check could not be started",
  tryAgain: "Try again",

  files: enFiles,
  ...enMore,
  people: enPeople,
  mend: enMend,
  flow: enFlow,
  share: enShare,

  settings: enSettings,

  downloadHeading: "Download the answer",
  download: { "people-csv": "People, CSV", "people-json": "People, JSON", markdown: "Report, Markdown" },
};
