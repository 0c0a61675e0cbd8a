import type { Locale, Role, SeatTier } from "rolecall";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Strings } from "./table.ts";

export type { Strings } from "./table.ts";

export const STRINGS: Record<Locale, Strings> = { en, ja };

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
