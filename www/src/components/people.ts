import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Role, SeatTier } from "rolecall";
import type { Answered } from "../model/engine.ts";
import type { Move } from "../model/flow.ts";
import { Pages } from "../model/pages.ts";
import { CHANGES, EVERYONE, ORDERS, OUTCOMES, everyoneIn, isMove, queryOf, type Filter, type Highlights, type Question } from "../model/people.ts";
import { isGone } from "../model/problem.ts";
import { Rail } from "../model/rail.ts";
import { moveName, nameOf, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { tell } from "./events.ts";
import { peopleStyles } from "./people.styles.ts";
import { row } from "./person-row.ts";

/** Rows that are there before they can be seen, above and below. */
const AHEAD = 8;
/** What the select knows people by who go from one place to another. */
const MOVE = "move";
const SEARCH_PAUSE_MS = 200;
/** After this long without movement a scaled scroll bar goes where it belongs. */
const REST_MS = 150;

/**
 * Everybody, with what becomes of them: a table of which only the rows in sight are there. Its rows are all of one
 * height, so that where a row stands is a multiplication; what libraries for such lists do beyond that, measuring rows,
 * is not needed here, and what is needed, more rows than a browser can scroll by, they lack.
 */
@customElement("rc-people")
export class PeopleElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered!: Answered;
  /** Undefined until they are known. */
  @property({ attribute: false }) highlights: Highlights | undefined;
  @state() private question: Question = EVERYONE;
  @state() private pages: Pages | undefined;
  /** The row that the keyboard is at. */
  @state() private active: number | undefined;
  @query(".view") private view!: HTMLElement | null;
  @query(".space") private space!: HTMLElement | null;
  @query(".probe") private probe!: HTMLElement;

  #rail = new Rail();
  #asking = new AbortController();
  #searching: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #sizes = new ResizeObserver(() => this.requestUpdate());
  /** The rows have been moved, and the scroll bar has to follow. */
  #isMoved = false;
  #takesFocus = false;
  /** Who was looked for before somebody pointed at others. */
  #before: Question | undefined;

  static override styles = [base, controls, tones, peopleStyles];

  /** Shows these people until nobody points at them any more. */
  glimpse(filter: Filter | undefined): void {
    const before = this.#before;
    if (filter !== undefined) {
      this.#before ??= this.question;
      this.question = { ...EVERYONE, filter };
    } else {
      this.#before = undefined;
      this.question = before ?? this.question;
    }
  }

  show(filter: Filter): void {
    this.#before = undefined;
    this.question = { ...EVERYONE, filter };
    void this.updateComplete.then(() => {
      const heading = this.renderRoot.querySelector("h2");
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "start" });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#asking.abort();
    clearTimeout(this.#searching);
    clearTimeout(this.#resting);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("answered") || changed.has("question")) void this.#ask(changed.has("question"));
  }

  /** The people from before stay in sight until those that are asked for are there. */
  async #ask(isAnother: boolean): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const pages = new Pages(this.answered, queryOf(this.question), () => this.requestUpdate());
    try {
      const { first, end } = isAnother ? { first: 0, end: 1 } : this.#near;
      await pages.want(first, end);
      if (pages.total > 0 && first >= pages.total) await pages.want(Math.max(0, pages.total - (end - first)), pages.total);
      if (signal.aborted) return pages.close();
    } catch (error) {
      pages.close();
      if (!signal.aborted && !isGone(error)) throw error;
      return;
    }
    this.pages?.close();
    this.pages = pages;
    if (isAnother) {
      this.#rail.start();
      this.active = undefined;
    } else if (this.active !== undefined) this.active = pages.total > 0 ? Math.min(this.active, pages.total - 1) : undefined;
    this.#isMoved = true;
  }

  protected override firstUpdated(): void {
    this.#sizes.observe(this.probe);
  }

  protected override updated(): void {
    const { view, space, pages } = this;
    if (!view || !space || !pages) return;
    this.#sizes.observe(view);
    const top = space.offsetTop;
    const before = `${this.#rail.height} ${JSON.stringify(this.#near)}`;
    this.#rail.measure(pages.total, this.probe.getBoundingClientRect().height, view.clientHeight - top);
    space.style.height = `${this.#rail.height}px`;
    if (this.#isMoved) {
      this.#isMoved = false;
      view.scrollTop = this.#rail.bar;
      this.#rail.settled(view.scrollTop);
    }
    const { first, end } = this.#near;
    for (const element of space.querySelectorAll<HTMLElement>(".row")) {
      // The row that the keyboard is at stays, just out of sight, wherever it is.
      const index = Math.max(first - 1, Math.min(Number(element.dataset["index"]), end));
      element.style.transform = `translateY(${this.#rail.place(index)}px)`;
      if (this.#takesFocus && Number(element.dataset["index"]) === this.active) element.focus({ preventScroll: true });
    }
    this.#takesFocus = false;
    void pages.want(first, end);
    if (before !== `${this.#rail.height} ${JSON.stringify(this.#near)}`) this.requestUpdate();
  }

  /** The rows in sight, and some around them. */
  get #near(): { first: number; end: number } {
    const { first, end } = this.#rail.seen;
    return { first: Math.max(0, first - AHEAD), end: end + AHEAD };
  }

  protected override render(): TemplateResult {
    const { strings, pages } = this;
    const total = everyoneIn(this.answered.report);
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h2 id="heading" tabindex="-1">${strings.peopleHeading}</h2>
        <span class="soft small count" role="status">${pages ? this.#count(pages, total) : nothing}</span>
        ${this.#controls(total)}
      </div>
      <div class="probe"></div>
      ${!pages || pages.total > 0
        ? this.#table(pages)
        : html`<p class="empty soft">${total === 0 ? strings.nobodyAtAll : strings.nobodyMatches}</p>`}
    </section>`;
  }

  #count(pages: Pages, total: number): string {
    const { strings } = this;
    return strings.peopleShown(pages.total, total);
  }

  #controls(total: number): TemplateResult {
    const { question, highlights } = this;
    const { report } = this.answered;
    const words = this.strings.people;
    const move = isMove(question.filter) ? question.filter : undefined;
    const option = (value: string, label: string, chosen: string | undefined) =>
      html`<option value=${value} .selected=${value === (chosen ?? "")}>${label}</option>`;
    const filter = (filter: Exclude<Filter, Move>, label: string, count: number | undefined) => {
      const many = count === undefined ? "" : ` (${words.number(count)})`;
      return option(filter, `${label}${many}`, isMove(question.filter) ? MOVE : question.filter);
    };
    return html`<div class="controls">
      <label>
        <span>${words.show}</span>
        <select name="filter" @change=${(event: Event) => this.#filter(chosen(event))}>
          ${move ? option(MOVE, moveName(this.strings, move), MOVE) : nothing}
          ${filter("all", words.filter.all, total)}
          ${CHANGES.map((change) => filter(change, words.filter[change], highlights?.[change].total))}
          ${OUTCOMES.map((outcome) => filter(outcome, this.strings.outcome[outcome], report.counts[outcome]))}
        </select>
      </label>
      <label>
        <span class="visually-hidden">${this.strings.role}</span>
        <select name="role" @change=${(event: Event) => this.#choose({ role: (chosen(event) || undefined) as Role | undefined })}>
          ${option("", words.anyRole, question.role)} ${report.roles.map(({ role }) => option(role, nameOf(role), question.role))}
        </select>
      </label>
      ${report.seats.length > 0 || question.seatTier
        ? html`<label>
            <span class="visually-hidden">${this.strings.seatTier}</span>
            <select
              name="seat"
              @change=${(event: Event) => this.#choose({ seatTier: (chosen(event) || undefined) as SeatTier | undefined })}
            >
              ${option("", words.anySeat, question.seatTier)}
              ${report.seats.map(({ tier }) => option(tier, nameOf(tier), question.seatTier))}
            </select>
          </label>`
        : nothing}
      <label>
        <span class="visually-hidden">${words.order}</span>
        <select
          name="order"
          @change=${(event: Event) => this.#choose({ order: chosen(event) as Question["order"] })}
        >
          ${ORDERS.map((order) => option(order, words.orders[order], question.order))}
        </select>
      </label>
      <label class="search">
        <span>${words.search}</span>
        <input type="search" placeholder=${words.searchHint} .value=${live(question.search)} @input=${this.#search} />
      </label>
    </div>`;
  }

  #table(pages: Pages | undefined): TemplateResult {
    const { strings } = this;
    const columns = [strings.person, strings.role, strings.seat, strings.outcomeColumn, strings.whenColumn, strings.why];
    return html`<p class="visually-hidden" id="hint">${strings.people.hint}</p>
      <div
        class="view"
        role="grid"
        aria-labelledby="heading"
        aria-describedby="hint"
        aria-rowcount=${(pages?.total ?? 0) + 1}
        aria-busy=${pages ? "false" : "true"}
        @scroll=${this.#scrolled}
        @keydown=${this.#key}
        @focusin=${this.#focused}
        @click=${this.#clicked}
      >
        <div class="head" role="rowgroup">
          <div role="row" aria-rowindex="1">
            ${columns.map((column) => html`<span role="columnheader">${column}</span>`)}
          </div>
        </div>
        <div class="space" role="rowgroup">${pages ? this.#rows(pages) : nothing}</div>
      </div>`;
  }

  #rows(pages: Pages): unknown {
    const { first, end } = this.#near;
    const rows = [];
    for (let index = first; index < Math.min(end, pages.total); index++) rows.push(index);
    const { active } = this;
    if (active !== undefined && active < pages.total) {
      // In its order: a row that were moved would lose the focus.
      if (active < first) rows.unshift(active);
      if (active >= end) rows.push(active);
    }
    const stop = active ?? this.#rail.seen.first;
    return repeat(
      rows,
      (index) => index,
      (index) => row(this.strings, pages.at(index), index, index === stop),
    );
  }

  #filter(chosen: string): void {
    if (chosen !== MOVE) this.#choose({ filter: chosen as Filter });
  }

  #choose(chosen: Partial<Question>): void {
    this.#before = undefined;
    this.question = { ...this.question, ...chosen };
  }

  #search(event: Event): void {
    const search = (event.target as HTMLInputElement).value;
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => this.#choose({ search }), SEARCH_PAUSE_MS);
  }

  #scrolled(): void {
    if (!this.view) return;
    this.#rail.scrolled(this.view.scrollTop);
    this.requestUpdate();
    clearTimeout(this.#resting);
    if (this.#rail.isScaled) this.#resting = setTimeout(() => this.#rest(), REST_MS);
  }

  #rest(): void {
    this.#isMoved = true;
    this.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    const { pages } = this;
    if (!pages || event.altKey || event.metaKey || event.shiftKey) return;
    const { first, end } = this.#rail.seen;
    const at = this.active ?? first;
    const screen = Math.max(1, end - first - 2);
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + screen,
      PageUp: at - screen,
      Home: 0,
      End: pages.total - 1,
    };
    const next = to[event.key];
    if (next !== undefined) {
      this.active = Math.max(0, Math.min(next, pages.total - 1));
      this.#rail.show(this.active);
      this.#isMoved = true;
      this.#takesFocus = true;
    } else if (event.key === "Enter" || event.key === " ") this.#open(at);
    else return;
    event.preventDefault();
  }

  #focused(event: Event): void {
    const index = indexOf(event);
    if (index === undefined || index === this.active) return;
    this.active = index;
    this.#rail.show(index);
    this.#isMoved = true;
  }

  #clicked(event: Event): void {
    const index = indexOf(event);
    if (index !== undefined && window.getSelection()?.isCollapsed !== false) this.#open(index);
  }

  #open(index: number): void {
    const person = this.pages?.at(index);
    if (person) tell(this, "show-person", person.email);
  }
}

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

function indexOf(event: Event): number | undefined {
  const row = (event.target as HTMLElement).closest<HTMLElement>(".row");
  return row ? Number(row.dataset["index"]) : undefined;
}
