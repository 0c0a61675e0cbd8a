// Times things against one another in one process, turn and turn about, so that whatever else the machine does befalls
// them all alike. What is kept are medians, and they are for ratios: by themselves they say little.

/** By rounds, after how many milliseconds no further one begins: three there are always. */
const patience = (rounds) => (rounds < 3 ? Infinity : rounds < 5 ? 60_000 : rounds < 61 ? 6_000 : 0);
/** A short thing is done several times in a turn. */
const TURN = 20;

/**
 * Times `cases`: by name a function, or `{ run, after }` where something is to be put away that is not to be timed.
 * Gives the median in milliseconds by name; `failed` by name for what threw.
 */
export function measure(cases) {
  const all = Object.entries(cases).map(([name, given]) => new Case(name, given));
  for (const one of all) one.warmUp();
  const begun = performance.now();
  for (let round = 0; performance.now() - begun < patience(round); round++) {
    // Nobody is always the one that comes after the one that leaves most behind.
    const first = round % all.length;
    for (const one of [...all.slice(first), ...all.slice(0, first)]) one.turn();
  }
  return {
    medians: Object.fromEntries(all.filter(({ failed }) => !failed).map((one) => [one.name, median(one.times)])),
    failed: Object.fromEntries(all.filter(({ failed }) => failed).map((one) => [one.name, one.failed])),
  };
}

class Case {
  times = [];
  failed;
  #run;
  #after;
  /** The last answer: were it let go, the optimised code for objects of its shape would go with it. */
  #answer;

  constructor(name, given) {
    this.name = name;
    this.#run = given.run ?? given;
    this.#after = given.after ?? (() => {});
  }

  /** Twice at least, and until the compilers have had their time. */
  warmUp() {
    const begun = performance.now();
    for (let count = 0; count < 2 || (performance.now() - begun < 500 && count < 300); count++) this.#once();
    this.times = [];
  }

  /**
   * The first run of a turn does not count: it pays for what the others have left behind. Collecting that by force would be
   * worse: it makes the heap small, and the next that needs it large, which is JavaScript, several times slower.
   */
  turn() {
    this.#once();
    this.times.pop();
    const begun = performance.now();
    for (let count = 0; count < 20; count++) {
      this.#once();
      if (performance.now() - begun > TURN) break;
    }
  }

  #once() {
    if (this.failed) return;
    try {
      const begun = performance.now();
      this.#answer = this.#run();
      this.times.push(performance.now() - begun);
      this.#after(this.#answer);
    } catch (error) {
      this.failed = error instanceof Error ? error.message : String(error);
    }
  }
}

export function median(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
