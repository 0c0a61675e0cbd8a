// Decides what this browser keeps of the page: the configuration unless it is the sample, the roster if it is asked to.

import type { Locale } from "rolecall";
import { SAMPLE, type Snapshot, type Supposed } from "./input.ts";
import { forget, keepRoster, keptRoster, readWord, writeWord } from "./kept.ts";

/** What was kept of an earlier visit. */
export interface Restored {
  config: string | undefined;
  roster: Snapshot | undefined;
  accepted: string[];
  supposed: Supposed[];
}

export class Keeper {
  /** Whether the configuration is kept. */
  config = false;
  /** Whether the roster is to be kept. */
  roster = false;
  /** What became of the last attempt that somebody asked for. */
  said: "cleared" | "failed" | undefined;

  #changed: () => void;
  /** The number of the roster that was kept last. */
  #kept = 0;
  /** The roster to be kept next, while another is being written. */
  #next: Snapshot | undefined;
  #writing: Promise<void> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get locale(): Locale | undefined {
    const locale = readWord("locale");
    return locale === "en" || locale === "ja" ? locale : undefined;
  }

  /** What is kept. Waits only where a roster is. */
  async restore(): Promise<Restored> {
    const config = readWord("config");
    this.config = config !== undefined;
    this.roster = readWord("roster") !== undefined;
    const roster = this.roster ? await keptRoster() : undefined;
    // What was supposed of a roster goes with it.
    const supposed = supposedIn(readWord("supposed")).filter(({ side }) => (side === "roster" ? roster : config) !== undefined);
    return { config, roster, accepted: readWord("accepted")?.split("\n") ?? [], supposed };
  }

  keepLocale(locale: Locale): void {
    writeWord("locale", locale);
  }

  keepConfig(text: string): void {
    this.said = undefined;
    this.config = writeWord("config", text === SAMPLE.config ? undefined : text);
  }

  /** What the inputs suppose: as far as they are kept, for it may name people. */
  keepSupposed(supposed: readonly Supposed[]): void {
    const kept = supposed.filter(({ side }) => (side === "roster" ? this.roster : this.config));
    writeWord("supposed", kept.length > 0 ? JSON.stringify(kept) : undefined);
  }

  /** The ids of findings that are acknowledged; they name nobody. */
  keepAccepted(ids: readonly string[]): void {
    writeWord("accepted", ids.length > 0 ? ids.join("\n") : undefined);
  }

  /** Whether the roster is to be kept from now on. */
  async setRoster(wanted: boolean, roster: Snapshot, number: number): Promise<void> {
    this.roster = wanted;
    this.said = undefined;
    writeWord("roster", wanted ? "kept" : undefined);
    this.#changed();
    this.#kept = 0;
    if (wanted) await this.keepRoster(roster, number);
    else await keepRoster(undefined);
  }

  /** Keeps the roster of that number, if that is wanted and not done: of several in quick succession the first and the last. */
  async keepRoster(roster: Snapshot, number: number): Promise<void> {
    if (!this.roster || this.#kept === number) return;
    this.#kept = number;
    this.#next = roster;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const roster = this.#next;
      this.#next = undefined;
      if (await keepRoster(roster)) continue;
      this.roster = false;
      this.said = "failed";
      writeWord("roster", undefined);
      this.#changed();
    }
  }

  /** Clears all that is kept. */
  async clear(): Promise<void> {
    this.#next = undefined;
    this.config = this.roster = false;
    await this.#writing;
    await forget();
    this.said = "cleared";
    this.#changed();
  }
}

/** What another version of the page has left is none of it. */
function supposedIn(text: string | undefined): Supposed[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter((it): it is Supposed => typeof it?.title === "string" && typeof it.side === "string") : [];
  } catch {
    return [];
  }
}
