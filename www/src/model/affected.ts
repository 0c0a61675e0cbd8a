// Whoever an answer affects, hardest hit first: asked once an answer, and known from then on.

import type { PeoplePage } from "rolecall";
import type { Answered } from "./engine.ts";
import { OUTCOMES } from "./people.ts";

const MOST = 200;

const asked = new WeakMap<Answered, Promise<PeoplePage>>();
const known = new WeakMap<Answered, PeoplePage>();

const AFFECTED = OUTCOMES.filter((outcome) => outcome !== "kept" && outcome !== "not-a-member");

export function affectedBy(answered: Answered): Promise<PeoplePage> {
  const before = asked.get(answered);
  if (before) return before;
  const asking = answered.people({ outcome: AFFECTED, sort: "harm", limit: MOST });
  asked.set(answered, asking);
  asking.then(
    (page) => known.set(answered, page),
    () => asked.delete(answered),
  );
  return asking;
}

/** As far as it has been answered: printing does not wait. */
export const affectedSoFar = (answered: Answered): PeoplePage | undefined => known.get(answered);
