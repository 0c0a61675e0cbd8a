import type { Locale, Place, Role, SeatTier } from "rolecall";
import type { Move } from "../model/flow.ts";
import type { Strings } from "./table.ts";

export type { Strings } from "./table.ts";

const FILES: Record<Locale, () => Promise<Strings>> = {
  en: async () => (await import("./en.ts")).en,
  ja: async () => (await import("./ja.ts")).ja,
};

const loaded = new Map<Locale, Strings>();

/** Loads a language: the first answer waits for one, not for all. */
export async function loadStrings(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, await FILES[locale]());
}

/** The words of a language that has been loaded. */
export function stringsOf(locale: Locale): Strings {
  const strings = loaded.get(locale);
  if (!strings) throw new Error(`${locale} has not been loaded`);
  return strings;
}

export const LANGUAGES: Record<Locale, string> = { en: "English", ja: "日本語" };

const NAMES: Record<Role | SeatTier, string> = {
  "primary-owner": "Primary Owner",
  owner: "Owner",
  admin: "Admin",
  user: "User",
  developer: "Developer",
  billing: "Billing",
  "claude-code-user": "Claude Code User",
  premium: "Premium",
  standard: "Standard",
  "chat-and-claude-code": "Chat + Claude Code",
  chat: "Chat",
};

/** A role or seat tier as the vendor's console writes it, which is the same in every language. */
export const nameOf = (id: Role | SeatTier): string => NAMES[id];

const isNamed = (place: Place): place is Role | SeatTier => Object.hasOwn(NAMES, place);

/** Where somebody stands. */
export const placeName = ({ flow }: Strings, place: Place): string => (isNamed(place) ? NAMES[place] : flow.place[place]);

/** From where to where somebody goes. */
export const moveName = (strings: Strings, { before, after }: Move): string =>
  strings.flow.move({ before: before && placeName(strings, before), after: after && placeName(strings, after) });
