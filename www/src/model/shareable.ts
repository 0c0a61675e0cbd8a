// What of a configuration may leave in a link: what is known to be part of one and says nothing of a person. Whatever
// else stands there is left out, and told.

import { isAddressLike } from "./address.ts";
import { KINDS, MODES, GUARDS, PLANS, PLAN_IDS, PROVIDERS, READINGS } from "./settings-catalog.ts";
import { isOneOf } from "./settings.ts";
import { isFields, pointerOf, valueAt, type Fields, type Path } from "./settings-text.ts";

/** Why something is left out. */
export type Reason = "actor" | "person" | "address" | "unknown";

export interface LeftOut {
  reason: Reason;
  /** A JSON Pointer into the configuration. */
  path: string;
}

export interface Shareable {
  config: Fields;
  leftOut: readonly LeftOut[];
}

/** What is known of names: which are groups of the directory, and which address somebody. */
export interface Names {
  isGroup: (name: string) => boolean;
  isPerson: (name: string) => Promise<boolean>;
}

const NOTHING = Symbol();

/** What becomes of a value: what may be shared of it, or nothing. */
type Take = (value: unknown, path: Path) => unknown;

const ROLES = ["primary-owner", ...new Set(Object.values(PLANS).flatMap(({ roles }) => [...roles]))];
const TIERS = [...new Set(Object.values(PLANS).flatMap(({ seatTiers }) => [...seatTiers]))];

export async function shareable(config: Fields, names: Names): Promise<Shareable> {
  const persons = await personsIn(config, names);
  const leftOut: LeftOut[] = [];

  const out = (reason: Reason, path: Path): typeof NOTHING => {
    leftOut.push({ reason, path: pointerOf(path) });
    return NOTHING;
  };
  const scalar =
    (is: (value: unknown) => boolean): Take =>
    (value, path) =>
      value === null || is(value) ? value : out(typeof value === "string" && betrays(value) ? "address" : "unknown", path);
  const flag = scalar((value) => typeof value === "boolean");
  const count = scalar((value) => typeof value === "number");
  const word = (words: readonly string[]) => scalar((value) => isOneOf(words, value));
  const betrays = (text: string) => persons.has(folded(text)) || isAddressLike(text);
  const name: Take = (value, path) => {
    if (value === null) return value;
    if (typeof value !== "string") return out("unknown", path);
    return betrays(value) ? out("address", path) : value;
  };
  // Some providers name groups by address.
  const group: Take = (value, path) =>
    typeof value === "string" && names.isGroup(value) && !persons.has(folded(value)) ? value : name(value, path);
  const list =
    (take: Take): Take =>
    (value, path) =>
      value === null || !Array.isArray(value)
        ? scalar(() => false)(value, path)
        : value.map((item, at) => take(item, [...path, at])).filter((item) => item !== NOTHING);
  const fields =
    (takes: Readonly<Record<string, Take>>): Take =>
    (value, path) => {
      if (!isFields(value)) return scalar(() => false)(value, path);
      const kept = Object.entries(value).map(([key, inner]) => {
        const at = [...path, key];
        const take = Object.hasOwn(takes, key) ? takes[key] : undefined;
        return [key, take ? take(inner, at) : out(isAddressLike(key) ? "address" : "unknown", at)] as const;
      });
      return Object.fromEntries(kept.filter(([, inner]) => inner !== NOTHING));
    };
  const each = (keys: readonly string[], take: Take) => fields(Object.fromEntries(keys.map((key) => [key, take])));

  const groupMapping = fields({ roles: each(ROLES, list(group)), seatTiers: each(TIERS, list(group)) });
  const mode = word(MODES);
  const expected = { access: flag, role: word(ROLES), seatTier: word(TIERS) };
  const expectation: Take = (value, path) => {
    if (isFields(value) && Object.hasOwn(value, "email") && value["email"] !== null) return out("person", path);
    const taken = fields({ email: () => NOTHING, group, everyone: flag, ...expected })(value, path);
    // Without its subject it would say something else.
    const hasSubject = isFields(taken) && ["group", "everyone"].some((key) => Object.hasOwn(taken, key));
    return hasSubject || taken === NOTHING ? taken : NOTHING;
  };
  const taken = fields({
    $schema: () => NOTHING, // says nothing
    organization: fields({ name, plan: word(PLAN_IDS), seats: each(TIERS, count) }),
    parent: fields({
      kind: word(KINDS),
      domains: list(fields({ name, verified: flag })),
      sso: fields({ connected: flag, required: flag }),
      directorySync: fields({ connected: flag, provider: word(PROVIDERS) }),
      siblings: list(fields({ name, plan: word(PLAN_IDS), mode, groupMapping: flag })),
    }),
    provisioning: fields({ mode, groupMapping }),
    saved: fields({ mode, groupMapping, ssoRequired: flag }),
    actor: (value, path) => (value === null ? NOTHING : out("actor", path)),
    guards: each(Object.keys(GUARDS), count),
    expect: list(expectation),
    assumptions: fields(Object.fromEntries(Object.entries(READINGS).map(([id, values]) => [id, word(values)]))),
  })(config, []);
  return { config: isFields(taken) ? taken : {}, leftOut };
}

const folded = (text: string): string => text.trim().toLowerCase();

/** The texts that address somebody: whoever presses Save, is expected something of, or is in the roster. */
async function personsIn(config: Fields, names: Names): Promise<Set<string>> {
  const expect = config["expect"];
  const named = [config["actor"], ...(Array.isArray(expect) ? expect.map((one: unknown) => valueAt(one, ["email"])) : [])];
  const persons = new Set(named.filter((text) => typeof text === "string").map(folded));
  for (const text of stringsIn(config)) if (await names.isPerson(text)) persons.add(folded(text));
  return persons;
}

/** Every text in a value, once. */
function stringsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) stringsIn(inner, found);
  return found;
}
