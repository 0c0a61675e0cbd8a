// A configuration kept beside the present one, and for whom the two differ.

import { createPatch } from "rfc6902";
import type { Comparison, Report } from "rolecall";
import type { Answered } from "./engine.ts";
import type { Inputs } from "./inputs.ts";
import { isGone } from "./problem.ts";
import { parsed, valueAt } from "./settings-text.ts";

const PAGE = 20;

/** A setting that differs: where it is, and its value in the one and in the other, undefined where there is none. */
export interface Differing {
  path: string;
  kept: unknown;
  now: unknown;
}

/** The two side by side. */
export interface Beside {
  answered: Answered;
  kept: Report;
  people: Comparison;
  settings: readonly Differing[];
}

export class Comparing {
  /** The text of the configuration that was kept. */
  kept: string | undefined;
  /** Both as they were when there was an answer last. */
  beside: Beside | undefined;
  hasFailed = false;

  #inputs: Inputs;
  #changed: () => void;
  #answered: Answered | undefined;
  #asking = new AbortController();
  #shown = PAGE;

  constructor(inputs: Inputs, changed: () => void) {
    this.#inputs = inputs;
    this.#changed = changed;
  }

  /** There is another answer. */
  about(answered: Answered): void {
    if (answered === this.#answered) return;
    this.#answered = answered;
    void this.#compare();
  }

  /** Keeps a configuration: the present one, or another. */
  keep(text: string): void {
    this.kept = text;
    this.#shown = PAGE;
    this.beside = undefined;
    void this.#compare();
  }

  stop(): void {
    this.#asking.abort();
    this.kept = this.beside = undefined;
    this.#changed();
  }

  /** Puts the one that was kept in place of the present one, and the other way round. */
  exchange(): void {
    const { kept } = this;
    if (kept === undefined) return;
    this.keep(this.#inputs.config.text);
    this.#inputs.replace("config", kept);
  }

  showMore(): void {
    this.#shown += PAGE * 5;
    void this.#compare();
  }

  async #compare(): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const [answered, kept] = [this.#answered, this.kept];
    if (!answered || kept === undefined) return;
    this.#changed();
    try {
      const report = await answered.instead(kept, undefined, signal);
      const people = await answered.compare(kept, { sort: "harm", limit: this.#shown }, signal);
      if (signal.aborted) return;
      this.beside = { answered, kept: report, people, settings: differing(kept, answered.config) };
      this.hasFailed = false;
    } catch (error) {
      if (signal.aborted || isGone(error)) return;
      this.hasFailed = true;
    }
    this.#changed();
  }
}

/** The settings that differ between two configurations, at most a level apart from what was edited. */
function differing(kept: string, now: string): Differing[] {
  const [from, to] = [parsed(kept), parsed(now)];
  if (!from || !to) return [];
  const places = createPatch(from, to).map(({ path }) => listOf(path, from, to));
  return [...new Set(places)].map((path) => ({ path, kept: at(from, path), now: at(to, path) }));
}

/** Of what differs within a list, the list: places in it move. */
function listOf(path: string, from: object, to: object): string {
  const keys = path.split("/");
  const list = keys.findIndex((_, end) => [from, to].some((of) => Array.isArray(at(of, keys.slice(0, end + 1).join("/")))));
  return list < 0 ? path : keys.slice(0, list + 1).join("/");
}

const at = (value: object, pointer: string): unknown =>
  valueAt(value, pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")));
