// A configuration that comes with a link: taken once, and gone from the address bar before anything else happens.

import { NOBODY, SAMPLE, fresh, type Input } from "./input.ts";
import type { Inputs } from "./inputs.ts";
import type { Broken } from "./link.ts";
import type { Side } from "./problem.ts";

/** What became of the link. */
export type Came = "opened" | Broken;

export class Arrival {
  came: Came | undefined;

  #inputs: Inputs;
  #changed: () => void;
  #before: Partial<Record<Side, Input>> = {};
  #looks = 0;

  constructor(inputs: Inputs, changed: () => void) {
    this.#inputs = inputs;
    this.#changed = changed;
    window.addEventListener("hashchange", () => void this.look());
  }

  /** Whether there is nobody for the configuration to be about. */
  get isRosterless(): boolean {
    return this.#hasText(NOBODY);
  }

  /** Looks whether the page's address carries a configuration. */
  async look(): Promise<void> {
    const { hash, pathname, search } = location;
    if (!hash.startsWith("#config=")) return;
    const look = ++this.#looks;
    history.replaceState(history.state, "", pathname + search);
    const { readLink } = await import("./link.ts");
    const read = await readLink(hash);
    if (look !== this.#looks) return; // another came meanwhile
    if ("broken" in read) this.came = read.broken;
    else this.#take(read.config);
    this.#changed();
  }

  undo(): void {
    const { config, roster } = this.#before;
    // A roster that was put in since stays.
    if (roster && this.isRosterless) this.#inputs.takeLink({ roster });
    if (config) this.#inputs.edit("config", config.text);
    this.dismiss();
  }

  dismiss(): void {
    this.came = undefined;
    this.#before = {};
    this.#changed();
  }

  #take(text: string): void {
    const { config, roster } = this.#inputs;
    // The sample's people, or a note that there are none, have nothing to do with it.
    const isWithout = this.#hasText(SAMPLE.roster) || this.isRosterless;
    this.#before = { ...(isWithout && { roster }), ...this.#before, config };
    this.#inputs.takeLink({
      config: { ...fresh("config"), text },
      ...(isWithout && { roster: { ...fresh("roster"), text: NOBODY } }),
    });
    this.came = "opened";
  }

  #hasText(text: string): boolean {
    return this.#inputs.files.length === 0 && this.#inputs.roster.text === text;
  }
}
