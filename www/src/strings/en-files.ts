import type { FileStrings } from "./table.ts";

const number = new Intl.NumberFormat("en");
const list = new Intl.ListFormat("en");
const counted = (one: string, many: string) => (count: number) => `${number.format(count)} ${count === 1 ? one : many}`;
const files = counted("file", "files");

const NAMED = 3;

/** Some names, and how many more there are. */
function some(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return list.format(rest > 1 ? [...names.slice(0, NAMED), `${number.format(rest)} more`] : names);
}

export const enFiles: FileStrings = {
  means: "made from these files",
  add: "Add files",
  format: {
    "rolecall-json": "rolecall’s own JSON",
    scim: "SCIM dump",
    "admin-api-json": "Admin API list (users, invitations)",
    "claude-members-csv": "Members CSV of the admin page",
    "entra-users-csv": "Entra users (CSV)",
    "entra-group-members-csv": "Entra group members (CSV)",
    "google-users-csv": "Google Workspace users (CSV)",
    "google-group-members-csv": "Google Workspace group members (CSV)",
    "okta-json": "Okta users and groups (JSON)",
    csv: "Table with columns as you named them",
  },
  unknownTable: "Unknown table",
  unreadable: "Not read",
  side: { members: "Members", directory: "Directory" },
  sideMeans: { members: "the organisation’s own list", directory: "the identity provider’s people and groups" },
  sideOf: (file) => `Side of ${file}`,
  wholeRoster: "Members and directory",
  rows: counted("row", "rows"),
  people: counted("person", "people"),
  groups: counted("group", "groups"),
  leftOut: counted("row left out", "rows left out"),
  problems: counted("remark on its rows", "remarks on its rows"),
  group: (name) => `Group: ${name}`,
  remove: "Remove",
  removeFile: (file) => `Remove ${file}`,
  removeAll: "Remove all files",
  removed: (count) => `${files(count)} removed; the text from before is back.`,
  asJson: "Edit as JSON",
  madeFrom: (count, without) =>
    `The roster as understood from ${files(count)}${without.length > 0 ? `, without ${some(without)}` : ""}.`,
  inPlaceOfFiles: "It stands in place of the files.",
  textKept: "The files stand in place of the JSON text. Removing them all brings it back.",
  summary: (inForce, asked, bad) =>
    `${files(inForce + asked + bad)}: ${inForce} in force, ${asked} waiting for an answer, ${bad} not read`,
  noneInForce: "no file is in force yet: answer the questions at the files, or add others",
  without: (names) => `This answer is without ${some(names)}.`,
  showFiles: "Show the files",

  sideQuestion: "Whose list is this?",
  columnsQuestion: "Which column holds what?",
  columnsIntro: "This table is of no known kind. What its headings suggest is filled in; nothing is read until you confirm.",
  column: {
    email: "Email address",
    name: "Name",
    id: "Id that never changes",
    role: "Role",
    seatTier: "Seat tier",
    status: "Active or pending",
    kind: "Human or service",
    active: "Account is active",
    assigned: "Assigned to the application",
    groups: "Groups, several in a cell",
    group: "Group, one a row",
  },
  noColumn: "– not in this table –",
  needed: "needed",
  useColumns: "Use these columns",
  changeColumns: "Change the columns",
  groupQuestion: "Which group are these the members of?",
  groupIntro: "The file does not say. Write the group’s name as the identity provider has it.",
  groupName: "Name of the group",
  useGroup: "Use this name",
  nameGroup: "Name the group",
  wholeQuestion: "Use this roster instead of the files?",
  wholeIntro: "This is a whole roster by itself, which other files cannot be added to.",
  useWhole: "Use it instead",
  use: "Use it so",
  cancel: "Cancel",

  assignmentQuestion: "Who is assigned to the Claude application in the identity provider?",
  assignmentIntro:
    "The directory’s files do not say, and under JIT and SCIM it decides who keeps access.",
  everyone: "Everyone in these files",
  everyoneIn: (people, names) => `${number.format(people)} people: ${some(names)}`,
  membersOfGroups: "Only members of these groups",
  membersOfGroupsHint: "Choose at least one group.",
  noGroups: "These files name no group. Add the files that list the groups’ members.",
  findGroup: "Find a group",
  groupPeople: counted("person", "people"),
  moreGroups: (count) => `${number.format(count)} more: find them by name`,
  notKnown: "I do not know",
  notKnownHint: "What becomes of people then stays open.",
};
