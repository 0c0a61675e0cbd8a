// What can be done about the answer, asked for once nobody is typing, and done to the inputs.

import type { Config, Fix, Report } from "rolecall";
import type { Answered, Mended } from "./engine.ts";
import { textFrom } from "./input.ts";
import type { Inputs } from "./inputs.ts";
import { everyoneIn } from "./people.ts";
import { changes, mended, needsRoster, type Documents } from "./patch.ts";
import { isGone } from "./problem.ts";
import { become } from "./settings-become.ts";

const REST_MS = 250;
/** For more people it is looked for only if somebody asks: it takes as long as hundreds of answers. */
const UNASKED_PEOPLE = 10_000;

export class Mending {
  /** What was found for this answer, or for the one before. */
  found: Mended | undefined;
  /** Why nothing is found for this answer yet. */
  state: "looking" | "found" | "too-many" | "failed" = "looking";

  #inputs: Inputs;
  #changed: () => void;
  #answered: Answered | undefined;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(inputs: Inputs, changed: () => void) {
    this.#inputs = inputs;
    this.#changed = changed;
  }

  /** What was found for this answer. */
  get of(): Mended | undefined {
    return this.found?.answered === this.#answered ? this.found : undefined;
  }

  /** There is another answer. */
  about(answered: Answered): void {
    if (answered === this.#answered) return;
    this.#answered = answered;
    this.#asking.abort();
    clearTimeout(this.#timer);
    const people = everyoneIn(answered.report);
    this.state = people > UNASKED_PEOPLE ? "too-many" : "looking";
    if (this.state === "looking") this.#timer = setTimeout(() => void this.look(), REST_MS);
  }

  async look(): Promise<void> {
    const answered = this.#answered;
    if (!answered) return;
    const { signal } = (this.#asking = new AbortController());
    this.state = "looking";
    this.#changed();
    try {
      const found = await answered.mend(signal);
      if (signal.aborted) return;
      this.found = found;
      this.state = "found";
    } catch (error) {
      if (signal.aborted || isGone(error)) return;
      this.state = "failed";
    }
    this.#changed();
  }

  /** What the answer would be with these fixes; undefined where they fit the inputs no more. */
  async outlook(fixes: readonly Fix[]): Promise<Report | undefined> {
    const answered = this.#answered;
    const next = answered && (await this.#mended(answered, fixes));
    return next && answered.instead(JSON.stringify(next.config), changes("roster", fixes) ? (next.roster ?? undefined) : undefined);
  }

  /** The text of the configuration with these fixes. */
  async textWith(fixes: readonly Fix[]): Promise<string | undefined> {
    const answered = this.#answered;
    const next = answered && (await this.#mended(answered, fixes));
    return next && become(answered.config, { ...next.config });
  }

  /** Does the fixes to the inputs; whether that could be done. */
  async apply(fixes: readonly Fix[], title: string): Promise<boolean> {
    const answered = this.#answered;
    // The text may have been edited since.
    const isCurrent = () => answered?.config === this.#inputs.config.text;
    if (!answered || !isCurrent()) return false;
    const next = await this.#mended(answered, fixes);
    if (!next || !isCurrent()) return false;
    const supposed = fixes
      .filter(({ where }) => where !== "settings")
      .map((fix) => ({ title: fix.title, where: fix.where, side: changes("roster", [fix]) ? ("roster" as const) : ("config" as const) }));
    this.#inputs.apply(
      {
        ...(changes("config", fixes) && { config: become(this.#inputs.config.text, { ...next.config }) }),
        ...(changes("roster", fixes) && next.roster && { roster: textFrom(next.roster) }),
      },
      { title, supposed },
    );
    return true;
  }

  async #mended({ config, resident }: Answered, fixes: readonly Fix[]): Promise<Documents | undefined> {
    const roster = needsRoster(fixes) ? await resident.roster() : null;
    return mended({ config: JSON.parse(config.replace(/^\ufeff/, "")) as Config, roster }, fixes);
  }
}
