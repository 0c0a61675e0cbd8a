// What is offered to be done.

import type { Fix } from "rolecall";

/** What is done together: one fix of a finding, or all of a repair. */
export interface Remedy extends Pick<Fix, "title" | "applicability" | "effects" | "clears" | "introduces"> {
  fixes: readonly Fix[];
}

export const remedyOf = (fix: Fix): Remedy => ({ ...fix, fixes: [fix] });
