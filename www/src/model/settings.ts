// What a form needs to know of a configuration: which words it understands, and what stands in the way of a mode.

import type { Mode, Plan } from "rolecall";
import { PLANS, type PlanFacts } from "./settings-catalog.ts";
import { isFields, valueAt, type Fields, type Path } from "./settings-text.ts";

/** A group of the directory. */
export interface DirectoryGroup {
  name: string;
  id?: string;
  people: number;
}

export const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word =>
  (words as readonly unknown[]).includes(value);

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

export function planOf(config: Fields): Plan | undefined {
  const plan = valueAt(config, ["organization", "plan"]);
  return typeof plan === "string" && Object.hasOwn(PLANS, plan) ? (plan as Plan) : undefined;
}

/** The plan's roles and tiers; of an unknown plan those that are mapped stand for themselves. */
export const factsOf = (config: Fields): PlanFacts | undefined => {
  const plan = planOf(config);
  return plan && PLANS[plan];
};

/** Why a mode would not be taken. */
export type Obstacle = "no-parent" | "no-sso" | "no-domain" | "no-directory-sync" | "not-on-plan" | "not-under-parent";

/** The first thing that keeps a mode from being saved. */
export function obstacleTo(mode: Mode, config: Fields): Obstacle | undefined {
  if (mode === "manual") return undefined;
  const plan = planOf(config);
  const parent = valueAt(config, ["parent"]);
  if (mode === "scim") {
    if (plan === "team") return "not-on-plan";
    if (plan === "console" && valueAt(parent, ["kind"]) === "team") return "not-under-parent";
  }
  if (!isFields(parent)) return "no-parent";
  if (valueAt(parent, ["sso", "connected"]) !== true) return "no-sso";
  const domains = valueAt(parent, ["domains"]);
  if (!Array.isArray(domains) || !domains.some((domain) => valueAt(domain, ["verified"]) === true)) return "no-domain";
  if (mode === "scim" && valueAt(parent, ["directorySync", "connected"]) !== true) return "no-directory-sync";
  return undefined;
}

/** What may go together with the last value in it: nobody chose it for itself. A mapping that is empty is on. */
export function isOptional(path: Path): boolean {
  const key = path.at(-1);
  if (path.length === 1) return ["guards", "expect", "assumptions"].includes(String(key));
  const isOfMapping = path.includes("groupMapping");
  if (isOfMapping) return path.at(-1) !== "groupMapping";
  return ["seats", "sso", "directorySync", "domains", "siblings"].includes(String(key));
}

/** The names in a list of groups, as they are written. */
export const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((name) => (typeof name === "string" ? name : written(name))) : [];

/** A value that no control understands, as text. */
export function written(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "…"; // too deep to be written
  }
}

/** What `part` of a mapping names: the plan's own words first, then others that are there all the same. */
export function mappedWords(mapping: unknown, part: "roles" | "seatTiers", offered: readonly string[]): string[] {
  const given = valueAt(mapping, [part]);
  return [...offered, ...Object.keys(isFields(given) ? given : {}).filter((word) => !offered.includes(word))];
}

/** For each group, by the name it is mapped under, the roles and tiers that it gives. */
export function wordsByGroup(mapping: unknown): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const part of ["roles", "seatTiers"]) {
    const given = valueAt(mapping, [part]);
    for (const [word, names] of Object.entries(isFields(given) ? given : {})) {
      for (const name of new Set(namesIn(names))) words.set(name, [...(words.get(name) ?? []), word]);
    }
  }
  return words;
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The groups whose name or id contains what is typed; those whose name begins with it first. */
export function groupsLike(groups: readonly DirectoryGroup[], typed: string): DirectoryGroup[] {
  const wanted = folded(typed.trim());
  if (wanted === "") return [...groups];
  const found = groups.filter(
    ({ name, id }) => folded(name).includes(wanted) || (id !== undefined && folded(id) === wanted),
  );
  const begins = (group: DirectoryGroup) => (folded(group.name).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b));
}
