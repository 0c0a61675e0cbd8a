// How the people of an answer are found, grouped and ordered on the page, without ever holding all of them.

import type { Outcome, PeopleChange, PeopleOrder, PeoplePage, PeopleQuery, Report, Role, SeatTier } from "rolecall";
import { administeringRole, type Answered } from "./engine.ts";
import { placesOf, type Move } from "./flow.ts";

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

/** What is looked for beside what becomes of people. */
export const CHANGES = ["loses-access", "lower-role", "gains-access"] as const satisfies readonly PeopleChange[];

export type Change = (typeof CHANGES)[number];

export type Filter = "all" | Change | Outcome | Move;

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

/** What the engine is asked for whoever is looked for. */
export function queryOf({ filter, role, seatTier, search, order }: Question): PeopleQuery {
  const [sort, descending] = order.split("-") as [PeopleOrder, string | undefined];
  return {
    ...asked(filter),
    ...(role && { role: [role] }),
    ...(seatTier && { seatTier: [seatTier] }),
    search,
    sort,
    descending: descending !== undefined,
  };
}

function asked(filter: Filter): PeopleQuery {
  if (isMove(filter)) return placesOf(filter);
  if (isChange(filter)) return { change: [filter] };
  return filter === "all" ? {} : { outcome: [filter] };
}

export const isMove = (filter: Filter): filter is Move => typeof filter === "object";

const isChange = (filter: Filter): filter is Change => CHANGES.some((change) => change === filter);

/** Who they are whom a change concerns: how many, and the first of them. */
export type Highlights = Record<Change, PeoplePage>;

const NAMED = 6;

export async function highlightsOf(answered: Answered, signal: AbortSignal): Promise<Highlights> {
  const named = (filter: Change) => answered.people({ ...queryOf({ ...EVERYONE, filter }), limit: NAMED }, signal);
  const [losing, lowered, gaining] = await Promise.all([named("loses-access"), named("lower-role"), named("gains-access")]);
  return { "loses-access": losing, "lower-role": lowered, "gains-access": gaining };
}

const ADMINISTRATORS = 200;

/** The addresses of whoever holds the administering role today. */
export async function administratorsOf(answered: Answered, signal: AbortSignal): Promise<string[]> {
  const role = await administeringRole(answered.config);
  if (!role) return [];
  const { people } = await answered.people({ roleBefore: ["primary-owner", role], limit: ADMINISTRATORS }, signal);
  return people.map(({ email }) => email);
}

/** How many people an answer is about. */
export const everyoneIn = ({ counts }: Pick<Report, "counts">): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Whether somebody who looks for `search` means this text. */
export const matchesText = (text: string, search: string): boolean => fold(text).includes(fold(search));

/** Case, accents and width do not matter to somebody who looks for a name. */
const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLocaleLowerCase().trim();
