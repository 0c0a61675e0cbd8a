// Holds the roster that the engine has open for the page, and lets it go when nothing on the page is about it any more.

import type { Locale } from "rolecall";
import { Resident, type GivenFiles, type Opened, type Problem } from "./engine.ts";
import type { Progress } from "./progress.ts";

type Failed = { problem: Problem } | undefined;

/** A roster that is being read. */
interface Opening {
  roster: number;
  control: AbortController;
  failed: Promise<Failed>;
}

export class Holder {
  resident: Resident | undefined;

  #progress: Progress;
  #took: (opened: Opened) => void;
  /** The roster of the answer on the page, which may be the one before. */
  #shown: Resident | undefined;
  /** The number of the roster that is open. */
  #opened = 0;
  #opening: Opening | undefined;

  /** `took` is told of every roster that has been read. */
  constructor(progress: Progress, took: (opened: Opened) => void) {
    this.#progress = progress;
    this.#took = took;
  }

  has(roster: number): boolean {
    return this.#opened === roster;
  }

  /** Has the roster read again before the next question. */
  forget(): void {
    this.#opened = 0;
  }

  /** Gives up what is being read. */
  cancel(): void {
    this.#opening?.control.abort();
    this.#opening = undefined;
  }

  /** The answer on the page is about this roster. */
  show(resident: Resident): void {
    const old = this.#shown;
    this.#shown = resident;
    this.#release(old);
  }

  /** Reads a roster, unless that is under way already; tells what keeps it from being read. */
  open(roster: number, given: string | GivenFiles, locale: Locale): Promise<Failed> {
    if (this.#opening?.roster === roster) return this.#opening.failed;
    this.#opening?.control.abort();
    const opening: Opening = { roster, control: new AbortController(), failed: Promise.resolve(undefined) };
    this.#opening = opening;
    opening.failed = this.#read(opening, given, locale);
    return opening.failed;
  }

  async #read(opening: Opening, given: string | GivenFiles, locale: Locale): Promise<Failed> {
    const { signal } = opening.control;
    const reading = this.#progress.begin(typeof given === "string" ? [] : given.files.map(({ name }) => name));
    try {
      const done = await Resident.open(given, locale, { signal, onProgress: (progress) => reading.at(progress) });
      if (signal.aborted) {
        if ("resident" in done) done.resident.free();
        return undefined;
      }
      if ("problem" in done) return done;
      const old = this.resident;
      this.resident = done.resident;
      this.#release(old);
      this.#opened = opening.roster;
      this.#took(done);
      return undefined;
    } catch (error) {
      if (!signal.aborted) throw error;
      return undefined;
    } finally {
      reading.end();
      if (this.#opening === opening) this.#opening = undefined;
    }
  }

  #release(resident: Resident | undefined): void {
    if (resident !== this.resident && resident !== this.#shown) resident?.free();
  }
}
