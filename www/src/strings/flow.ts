import type { Role, SeatTier } from "rolecall";
import type { Becomes, Kind, Place } from "../model/flow.ts";

/** Words about where people stand today and after Save. */
export interface FlowStrings {
  heading: string;
  kindLabel: string;
  kind: Record<Kind, string>;
  side: Record<"before" | "after", string>;
  place: Record<Exclude<Place, Role | SeatTier>, string>;
  becomes: Record<Kind, Record<Becomes, string>>;
  /** From where to where, or only one of them. */
  move: (ends: { before: string | undefined; after: string | undefined }) => string;
  counted: (people: number, move: string) => string;
  picture: string;
  nobody: string;
  hint: string;
  keys: string;
  /** Those in the directory alone. */
  outside: (people: number) => string;
  table: string;
  what: string;
  people: string;
  everyone: string;
}
