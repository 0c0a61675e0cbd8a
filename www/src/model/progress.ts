// How far what is being read has come: shown once it takes long, and told of in words that are the same for one file and many.

import type { Progress as Bytes } from "./engine.ts";

const LONG_MS = 300;

/** Something that is being read. */
class Task {
  readonly names: readonly string[];
  bytes: Bytes = { done: 0, total: 0 };
  readonly at: (bytes: Bytes) => void;
  readonly end: () => void;

  constructor(names: readonly string[], at: (task: Task, bytes: Bytes) => void, end: (task: Task) => void) {
    this.names = names;
    this.at = (bytes) => at(this, bytes);
    this.end = () => end(this);
  }
}

export class Progress {
  #tasks: Task[] = [];
  #isLong = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed: () => void;

  /** `changed` is called when there is something else to show. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isUnderWay(): boolean {
    return this.#tasks.length > 0;
  }

  /** What is to be shown: names, and bytes where they are known. */
  get shown(): { names: readonly string[]; bytes: Bytes } | undefined {
    return this.#isLong ? this.#tasks.at(-1) : undefined;
  }

  begin(names: readonly string[]): Task {
    const at = (task: Task, bytes: Bytes) => {
      task.bytes = bytes;
      if (this.#isLong) this.#changed();
    };
    const task = new Task(names, at, (task) => this.#end(task));
    this.#tasks.push(task);
    this.#timer ??= setTimeout(() => {
      this.#isLong = true;
      this.#changed();
    }, LONG_MS);
    return task;
  }

  reset(): void {
    for (const task of this.#tasks) this.#end(task);
  }

  #end(task: Task): void {
    this.#tasks = this.#tasks.filter((other) => other !== task);
    // What follows at once is part of the same.
    setTimeout(() => {
      if (this.#tasks.length > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (!this.#isLong) return;
      this.#isLong = false;
      this.#changed();
    });
  }
}
