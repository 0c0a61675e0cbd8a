// Where rows stand that are all of one height and too many to be laid out. Browsers cap the height of what scrolls (some
// at 17.9 million pixels): above a safe height what is scrolled is shorter than the rows are together. Small movements
// then move the rows by as much, large ones (of the scroll bar) by their share of the whole.

export const SAFE_HEIGHT = 6_000_000;

export class Rail {
  /** How far the rows are scrolled. */
  offset = 0;

  #rows = 0;
  #row = 1;
  #view = 0;
  #limit: number;
  /** Where the scroll bar was last. */
  #bar = 0;

  constructor(limit = SAFE_HEIGHT) {
    this.#limit = limit;
  }

  /** Takes new measures, and stays at the row that is on top. */
  measure(rows: number, row: number, view: number): void {
    const top = this.offset / this.#row;
    [this.#rows, this.#row, this.#view] = [rows, row, view];
    this.offset = this.#within(top * row);
  }

  /** The height of what is scrolled. */
  get height(): number {
    return Math.min(this.#rows * this.#row, this.#limit);
  }

  get isScaled(): boolean {
    return this.#rows * this.#row > this.#limit;
  }

  /** Where the scroll bar belongs. */
  get bar(): number {
    return this.offset * this.#share;
  }

  /** Where a row stands in what is scrolled, while the scroll bar is where it was last. */
  place(row: number): number {
    return Math.round(this.#bar - this.offset) + row * this.#row;
  }

  /** The first row that can be seen, and the one after the last. */
  get seen(): { first: number; end: number } {
    const first = Math.floor(this.offset / this.#row);
    return { first, end: Math.min(this.#rows, Math.ceil((this.offset + this.#view) / this.#row)) };
  }

  /** The scroll bar has been moved, by whatever. */
  scrolled(bar: number): void {
    const moved = bar - this.#bar;
    this.#bar = bar;
    if (!this.isScaled) this.offset = this.#within(bar);
    else if (Math.abs(moved) > this.#view) this.offset = this.#within(bar / this.#share);
    else this.offset = this.#within(this.offset + moved);
    // The bar's ends are the rows' ends, once those are near.
    const most = this.#most;
    if (bar <= 0 && this.offset < this.#view) this.offset = 0;
    if (bar >= this.height - this.#view - 1 && most - this.offset < this.#view) this.offset = most;
  }

  /** The scroll bar has been put where it belongs. */
  settled(bar: number): void {
    this.#bar = bar;
  }

  /** Moves the rows so that a row can be seen whole. */
  show(row: number): void {
    const top = row * this.#row;
    this.offset = this.#within(Math.min(top, Math.max(this.offset, top + this.#row - this.#view)));
  }

  start(): void {
    this.offset = 0;
  }

  get #most(): number {
    return Math.max(0, this.#rows * this.#row - this.#view);
  }

  get #share(): number {
    return this.isScaled && this.#most > 0 ? (this.height - this.#view) / this.#most : 1;
  }

  #within(offset: number): number {
    return Math.max(0, Math.min(offset, this.#most));
  }
}
