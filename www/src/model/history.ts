// The states that something has been in, and the way back and forth between them.

const MOST_STATES = 200;
const MOST_CHARS = 32_000_000;
/** Edits of one kind that follow each other within this time are one step. */
const ONE_STEP_MS = 1_000;

export class History<State> {
  #past: State[] = [];
  #present: State;
  #future: State[] = [];
  #latest: { kind: string; at: number } | undefined;
  #weigh: (state: State, neighbour: State) => number;

  /** `weigh` says how many characters a state keeps that its neighbour does not. */
  constructor(start: State, weigh: (state: State, neighbour: State) => number) {
    this.#present = start;
    this.#weigh = weigh;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** What there is now, as it came about by an edit: of a kind, where it may be one step with others of that kind. */
  record(state: State, kind?: string, now = performance.now()): void {
    const continues = kind !== undefined && this.#latest?.kind === kind && now - this.#latest.at < ONE_STEP_MS;
    if (!continues || !this.canUndo) this.#past.push(this.#present);
    this.#latest = kind === undefined ? undefined : { kind, at: now };
    this.#present = state;
    this.#future = [];
    this.#forget();
  }

  /** What there is now, as it is told anew: not a step. */
  amend(state: State): void {
    this.#present = state;
  }

  undo(): State | undefined {
    return this.#go(this.#past, this.#future);
  }

  redo(): State | undefined {
    return this.#go(this.#future, this.#past);
  }

  #go(from: State[], to: State[]): State | undefined {
    const state = from.pop();
    if (state === undefined) return undefined;
    to.push(this.#present);
    this.#present = state;
    this.#latest = undefined;
    return state;
  }

  /** Lets the oldest go where they are too many, or too much. */
  #forget(): void {
    let chars = 0;
    let kept = 0;
    while (kept < Math.min(this.#past.length, MOST_STATES)) {
      const index = this.#past.length - 1 - kept;
      const state = this.#past[index];
      if (state !== undefined) chars += this.#weigh(state, this.#past[index + 1] ?? this.#present);
      if (chars > MOST_CHARS && kept > 0) break;
      kept++;
    }
    this.#past.splice(0, this.#past.length - kept);
  }
}
