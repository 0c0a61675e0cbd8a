// Whoever an answer affects, hardest hit first: asked once an answer, and known from then on.

import type { PeoplePage } from "rolecall";
import type { Answered } from "./engine.ts";
import { OUTCOMES } from "./people.ts";

const MOST = 200;

const asked = new WeakMap<Answered, Promise<PeoplePage>>();

const AFFECTED = OUTCOMES.filter((outcome) => outcome !== "kept" && outcome !== "not-a-member");

export function affectedBy(answered: Answered): Promise<PeoplePage> {
  const known = asked.get(answered);
  if (known) return known;
  const page = answered.people({ outcome: AFFECTED, sort: "harm", limit: MOST });
  asked.set(answered, page);
  page.catch(() => asked.delete(answered));
  return page;
}
