// Fixes applied to the inputs, as they are proven: one after the other, and only where they find what they were made for.

import { applyPatch } from "rfc6902";
import type { Config, Fix, RosterDocument } from "rolecall";

/** What patches are about: both inputs, the roster as it was understood. */
export interface Documents {
  config: Config;
  roster: RosterDocument | null;
}

const SIDES = ["config", "roster"] as const;

/** Whether the fixes change this side. */
export const changes = (side: (typeof SIDES)[number], fixes: readonly Fix[]): boolean =>
  fixes.some(({ patch }) => patch.some(({ op, path }) => op !== "test" && path.startsWith(`/${side}`)));

/** Whether the fixes must be given the roster. */
export const needsRoster = (fixes: readonly Fix[]): boolean =>
  fixes.some(({ patch }) => patch.some(({ path }) => path.startsWith("/roster")));

/** The inputs with the fixes; undefined where they are not what the fixes were made for. */
export function mended(documents: Documents, fixes: readonly Fix[]): Documents | undefined {
  const next = structuredClone(documents);
  for (const { patch } of fixes) {
    // A list is changed by what is added to it: the patch keeps its values for the next time.
    if (applyPatch(next, structuredClone(patch)).some((error) => error !== null)) return undefined;
  }
  return next;
}
