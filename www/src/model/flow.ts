// Where people stand today and where they stand after Save: the flows between, in order, and what each means for them.

import type { Flow, FlowLink, Place, Role, SeatTier } from "rolecall";

export type { Flow, FlowLink, Place };

/** What flows: people between roles, or between seat tiers. */
export type Kind = keyof Flow;

export const KINDS = ["roles", "seatTiers"] as const satisfies readonly Kind[];

/** What a flow is to those in it. */
export type Becomes = "loses" | "lower" | "other" | "higher" | "gains" | "same";

/** Most harmful first. */
export const BECOMES = ["loses", "lower", "other", "higher", "gains", "same"] as const satisfies readonly Becomes[];

/** Every place that is a role or a tier, in the catalogue's order: highest first. */
const HELD: readonly Place[] = [
  ...(["primary-owner", "owner", "admin", "developer", "billing", "claude-code-user", "user"] satisfies Role[]),
  ...(["premium", "standard", "chat-and-claude-code", "chat"] satisfies SeatTier[]),
];

/** Every place, from top to bottom. */
const PLACES: readonly Place[] = [...HELD, "no-access", "no-seat", "waiting", "not-listed", "unknown"];

export const rank = (place: Place): number => PLACES.indexOf(place);

export const isHeld = (place: Place): place is Role | SeatTier => HELD.includes(place);

export function becomes({ before, after }: Pick<FlowLink, "before" | "after">): Becomes {
  if (before === after) return "same";
  if (after === "unknown" || after === "waiting") return "other";
  if (!isHeld(before)) return isHeld(after) ? "gains" : "other";
  if (!isHeld(after)) return "loses";
  return rank(after) > rank(before) ? "lower" : "higher";
}

/** Only in the directory, today and after Save: nothing happens to them, however many they are. */
export const isOutside = ({ before, after }: FlowLink): boolean => before === "not-listed" && after === "not-listed";

export const inOrder = (links: readonly FlowLink[]): FlowLink[] =>
  links.toSorted((a, b) => rank(a.before) - rank(b.before) || rank(a.after) - rank(b.after));

export const total = (links: readonly FlowLink[]): number => links.reduce((sum, { people }) => sum + people, 0);

/** Those in some flows that stand in these places. */
export interface Move {
  before?: Place;
  after?: Place;
}

/** What the engine is asked for them: of whoever is not listed on one side, those that are on the other. */
export function placesOf({ before, after }: Move): { before?: Place[]; after?: Place[] } {
  const listed = PLACES.filter((place) => place !== "not-listed");
  if (after === undefined && before === "not-listed") return { before: [before], after: listed };
  if (before === undefined && after === "not-listed") return { before: listed, after: [after] };
  return { ...(before && { before: [before] }), ...(after && { after: [after] }) };
}
