import type { FlowStrings } from "./flow.ts";

const number = new Intl.NumberFormat("en");
const people = (count: number): string => (count === 1 ? "1 person" : `${number.format(count)} people`);

export const enFlow: FlowStrings = {
  heading: "From today to after saving",
  kindLabel: "Show",
  kind: { roles: "Roles and access", seatTiers: "Seat tiers" },
  side: { before: "Today", after: "After saving" },
  place: {
    "no-access": "No access",
    "no-seat": "No seat",
    waiting: "Waiting for a seat",
    "not-listed": "Not listed",
    unknown: "Not known",
  },
  becomes: {
    roles: {
      loses: "Loses access",
      lower: "Gets a lower role",
      other: "Changes otherwise",
      higher: "Gets a higher role",
      gains: "Gains access",
      same: "Stays the same",
    },
    seatTiers: {
      loses: "Loses the seat",
      lower: "Gets a lower tier",
      other: "Changes otherwise",
      higher: "Gets a higher tier",
      gains: "Gains a seat",
      same: "Stays the same",
    },
  },
  move: ({ before, after }) =>
    [before && `${before} today`, after && `${after} after saving`].filter(Boolean).join(", "),
  counted: (count, move) => `${people(count)}: ${move}`,
  picture: "People from today to after saving",
  nobody: "There is nobody to draw.",
  hint: "Point at a flow or a place to see who is in it; choose it to list them below.",
  keys: "Arrow keys go from one flow to the next and to the places at its ends; Enter lists the people.",
  outside: (count) =>
    `${people(count)} ${count === 1 ? "is" : "are"} in the directory only, today and after saving, and not drawn.`,
  table: "The same as a table",
  what: "What happens",
  people: "People",
  everyone: "Everyone",
};
