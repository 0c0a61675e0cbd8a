// The people of an answer whom a query is about, a page at a time: those around what is looked at are fetched, and few are kept.

import type { PeopleQuery, Person } from "rolecall";
import type { Answered } from "./engine.ts";
import { isGone } from "./problem.ts";

const SIZE = 100;
const KEPT = 12;

export class Pages {
  total = 0;

  #answered: Answered;
  #query: PeopleQuery;
  #pages = new Map<number, readonly Person[]>();
  #fetched = new Map<number, { control: AbortController; done: Promise<void> }>();
  #changed: () => void;
  #isClosed = false;

  /** `changed` is called when more people are there. */
  constructor(answered: Answered, query: PeopleQuery, changed: () => void) {
    this.#answered = answered;
    this.#query = query;
    this.#changed = changed;
  }

  at(index: number): Person | undefined {
    return this.#pages.get(Math.floor(index / SIZE))?.[index % SIZE];
  }

  /** Fetches whoever stands from `first` to before `end`; what is not looked at any more is given up. */
  async want(first: number, end: number): Promise<void> {
    const from = Math.floor(first / SIZE);
    const to = Math.floor(Math.max(first, end - 1) / SIZE);
    for (const [page, { control }] of this.#fetched) if (page < from || page > to) control.abort();
    const wanted = [];
    for (let page = from; page <= to; page++) {
      if (!this.#pages.has(page)) wanted.push(this.#fetch(page));
    }
    await Promise.all(wanted);
    const far = (page: number) => Math.max(from - page, page - to);
    const kept = [...this.#pages.keys()].toSorted((a, b) => far(a) - far(b));
    for (const page of kept.slice(KEPT)) this.#pages.delete(page);
  }

  close(): void {
    this.#isClosed = true;
    for (const { control } of this.#fetched.values()) control.abort();
  }

  #fetch(page: number): Promise<void> {
    const known = this.#fetched.get(page);
    if (known) return known.done;
    const control = new AbortController();
    const done = this.#read(page, control.signal).finally(() => {
      if (this.#fetched.get(page)?.control === control) this.#fetched.delete(page);
    });
    this.#fetched.set(page, { control, done });
    control.signal.addEventListener("abort", () => this.#fetched.delete(page));
    return done;
  }

  async #read(page: number, signal: AbortSignal): Promise<void> {
    try {
      const { total, people } = await this.#answered.people({ ...this.#query, offset: page * SIZE, limit: SIZE }, signal);
      if (signal.aborted) return;
      this.total = total;
      this.#pages.set(page, people);
    } catch (error) {
      // Given up, or the answer has gone together with its roster: another is on its way.
      if (!signal.aborted && !this.#isClosed && !isGone(error)) throw error;
      return;
    }
    this.#changed();
  }
}
