import type { PeopleStrings } from "./table.ts";

const number = new Intl.NumberFormat("en");

export const enPeople: PeopleStrings = {
  number: (count) => number.format(count),
  search: "Search",
  searchHint: "Name or email",
  show: "Show",
  filter: { all: "Everyone", "loses-access": "Loses access", "lower-role": "Gets a lower role", "gains-access": "Gains access" },
  anyRole: "Any role",
  anySeat: "Any seat",
  order: "Order",
  orders: {
    harm: "Hardest hit first",
    roster: "As in the roster",
    name: "Name, A to Z",
    "name-descending": "Name, Z to A",
    email: "Email, A to Z",
    "email-descending": "Email, Z to A",
  },
  hint: "Arrow keys, Page Up, Page Down, Home and End go through the people; Enter says why.",
  loading: "Loading…",

  whyOf: (email) => `${email}: what becomes of them, and why`,
  whyTitle: {
    kept: (who) => `Why does nothing change for ${who}?`,
    changed: (who) => `Why does ${who} change?`,
    added: (who) => `Why is ${who} added?`,
    removed: (who) => `Why is ${who} removed?`,
    blocked: (who) => `Why is ${who} locked out?`,
    waiting: (who) => `Why does ${who} wait?`,
    "not-a-member": (who) => `Why is ${who} not a member?`,
    unknown: (who) => `Why is it not known what becomes of ${who}?`,
  },
  access: "Access",
  yes: "yes",
  no: "no",
  notListed: "not listed",
  becauseHeading: "Because",
  dependsHeading: "Depends on",
  dependsOn: { "arrival-order": "who arrives first: there are not seats for all" },
  notInAnswer: "Nobody with this address is part of the answer.",
  close: "Close",

  reading: (files) =>
    files.length === 0 ? "Reading the roster" : files.length === 1 ? `Reading ${files[0]}` : `Reading ${number.format(files.length)} files`,
  cancel: "Cancel",
};
