// How the people of an answer are found, grouped and ordered on the page, without ever holding all of them.

import type { Outcome, PeopleOrder, PeoplePage, PeopleQuery, Person, Role, SeatTier } from "rolecall";
import { administeringRole, type Answered } from "./engine.ts";

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

export type Order = PeopleOrder | "name-descending" | "email-descending";

export const ORDERS = [
  "harm",
  "roster",
  "name",
  "name-descending",
  "email",
  "email-descending",
] as const satisfies readonly Order[];

/** Who is looked for. */
export interface Question {
  filter: Filter;
  role: Role | undefined;
  seatTier: SeatTier | undefined;
  search: string;
  order: Order;
}

export const EVERYONE: Question = { filter: "all", role: undefined, seatTier: undefined, search: "", order: "harm" };

/** Whoever is found, some at a time; `isAll`: whether more could be found by looking further. */
export interface Listing {
  page(offset: number, limit: number, signal: AbortSignal): Promise<PeoplePage>;
  isAll: boolean;
}

/** Whether the order of the filter is its own. */
export const isOrdered = (filter: Filter): boolean => filter === "loses-access" || filter === "lower-role";

export async function list(answered: Answered, question: Question, signal: AbortSignal): Promise<Listing> {
  const { filter, role, seatTier, search, order } = question;
  const base: PeopleQuery = { search, ...(role && { role: [role] }), ...(seatTier && { seatTier: [seatTier] }) };
  if (filter === "loses-access") return losing(answered, base, signal);
  if (filter === "lower-role") return lowered(answered, base, signal);
  const [sort, descending] = order.split("-") as [PeopleOrder, string | undefined];
  const query: PeopleQuery = { ...base, sort, descending: descending !== undefined };
  if (filter !== "all") query.outcome = [filter];
  return { page: (offset, limit, signal) => answered.people({ ...query, offset, limit }, signal), isAll: true };
}

/** Only members lose access: whoever is no member has it only if a login came first. */
const losesAccess = ({ before, outcome }: Person): boolean =>
  before?.access === true && (outcome === "removed" || outcome === "blocked");

/**
 * Whoever loses access. The engine cannot be asked for them, but lists them first in the order of harm: how many they
 * are is found by looking at few people.
 */
async function losing(answered: Answered, base: PeopleQuery, signal: AbortSignal): Promise<Listing> {
  const query: PeopleQuery = { ...base, sort: "harm" };
  const loses = async (offset: number) => {
    const { people } = await answered.people({ ...query, offset, limit: 1 }, signal);
    return people.some(losesAccess);
  };
  const { counts } = answered.report;
  let most = counts.removed + counts.blocked;
  let least = most > 0 && (await loses(most - 1)) ? most : 0;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (await loses(middle)) least = middle + 1;
    else most = middle;
  }
  const total = least;
  return {
    async page(offset, limit, signal) {
      const left = Math.min(limit, total - offset);
      const { people } = left > 0 ? await answered.people({ ...query, offset, limit: left }, signal) : { people: [] };
      return { total, people };
    },
    isAll: true,
  };
}

function getsLowerRole({ before, after }: Person): boolean {
  if (!before?.access || !after?.access) return false;
  return ROLES.indexOf(after.role) > ROLES.indexOf(before.role);
}

const LOOKED_AT = 2_000;
const AT_ONCE = 200;

/** Whoever gets a lower role. The engine cannot be asked for them: they are picked out of those who change. */
async function lowered(answered: Answered, base: PeopleQuery, signal: AbortSignal): Promise<Listing> {
  const found: Person[] = [];
  const query: PeopleQuery = { ...base, outcome: ["changed"], sort: "harm", limit: AT_ONCE };
  let all = answered.report.counts.changed;
  for (let offset = 0; offset < Math.min(all, LOOKED_AT); offset += AT_ONCE) {
    const { people, total } = await answered.people({ ...query, offset }, signal);
    found.push(...people.filter(getsLowerRole));
    all = total;
  }
  return {
    page: async (offset, limit) => ({ total: found.length, people: found.slice(offset, offset + limit) }),
    isAll: all <= LOOKED_AT,
  };
}

/** Some of the people of a listing, to be named. */
export interface Named {
  count: number;
  isAll: boolean;
  people: readonly Person[];
}

/** Whoever is hit hardest. */
export interface Highlights {
  losing: Named;
  lowered: Named;
}

const NAMED = 6;

export async function highlightsOf(answered: Answered, signal: AbortSignal): Promise<Highlights> {
  const named = async ({ page, isAll }: Listing): Promise<Named> => {
    const { total, people } = await page(0, NAMED, signal);
    return { count: total, isAll, people };
  };
  return { losing: await named(await losing(answered, {}, signal)), lowered: await named(await lowered(answered, {}, signal)) };
}

const ADMINISTRATORS = 200;

/** The addresses of whoever holds the administering role today. */
export async function administratorsOf(answered: Answered, signal: AbortSignal): Promise<string[]> {
  const role = await administeringRole(answered.config);
  if (!role) return [];
  const roles: Role[] = ["primary-owner", role];
  const { people } = await answered.people({ role: roles, limit: 2 * ADMINISTRATORS }, signal);
  const today = people.filter(({ before }) => before && roles.includes(before.role));
  return today.slice(0, ADMINISTRATORS).map(({ email }) => email);
}

/** Whether somebody who looks for `search` means this text. */
export const matchesText = (text: string, search: string): boolean => fold(text).includes(fold(search));

/** Case, accents and width do not matter to somebody who looks for a name. */
const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLocaleLowerCase().trim();
