// How the people of a report are grouped, found and ordered on the page.

import type { Outcome, Person, Role } from "rolecall";

/** Every outcome, most harmful first. */
export const OUTCOMES = [
  "removed",
  "blocked",
  "unknown",
  "waiting",
  "changed",
  "added",
  "kept",
  "not-a-member",
] as const satisfies readonly Outcome[];

/** Every role, highest first. */
const ROLES = [
  "primary-owner",
  "owner",
  "admin",
  "developer",
  "billing",
  "claude-code-user",
  "user",
] as const satisfies readonly Role[];

export type Filter = "all" | "loses-access" | "lower-role" | Outcome;

const HARM = new Map<Outcome, number>(OUTCOMES.map((outcome, index) => [outcome, index]));

export function losesAccess({ before, after, outcome }: Person): boolean {
  return before?.access === true && after?.access !== true && outcome !== "unknown";
}

export function getsLowerRole({ before, after }: Person): boolean {
  if (!before?.access || !after?.access) return false;
  return ROLES.indexOf(after.role) > ROLES.indexOf(before.role);
}

export function matches(person: Person, filter: Filter, search: string): boolean {
  if (!isAmong(person, filter)) return false;
  return [person.email, person.name ?? ""].some((text) => matchesText(text, search));
}

/** Whether somebody who looks for `search` means this text. */
export const matchesText = (text: string, search: string): boolean => fold(text).includes(fold(search));

function isAmong(person: Person, filter: Filter): boolean {
  if (filter === "loses-access") return losesAccess(person);
  if (filter === "lower-role") return getsLowerRole(person);
  return filter === "all" || person.outcome === filter;
}

export function byHarm(people: readonly Person[]): Person[] {
  const rank = (person: Person) => {
    if (losesAccess(person)) return -2;
    return getsLowerRole(person) ? -1 : (HARM.get(person.outcome) ?? OUTCOMES.length);
  };
  return people.toSorted((a, b) => rank(a) - rank(b));
}

/** Case, accents and width do not matter to somebody who looks for a name. */
const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLocaleLowerCase().trim();
