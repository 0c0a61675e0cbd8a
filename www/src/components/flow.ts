import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { PeoplePage } from "rolecall";
import type { Answered } from "../model/engine.ts";
import { draw, type Drawn } from "../model/flow-layout.ts";
import { KINDS, inOrder, isOutside, total, type Flow, type FlowLink, type Kind, type Move } from "../model/flow.ts";
import { EVERYONE, queryOf } from "../model/people.ts";
import { isGone } from "../model/problem.ts";
import { moveName, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { tell } from "./events.ts";
import { itemsOf, next, picture, type Item } from "./flow-picture.ts";
import { flowStyles } from "./flow.styles.ts";
import { legend, table } from "./flow-table.ts";
import { whilePrinting } from "./printing.ts";

const NAMED = 6;
/** Narrower than this, names of places are broken into lines. */
const NARROW_PX = 576;
const GAP = { wide: 12, narrow: 24 };
/** What is between the names on paper, as the styles have it. */
const PAPER_PX = 380;

/** Everybody on the way from where they stand today to where they stand after Save: as a picture and as a table. */
@customElement("rc-flow")
export class FlowElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered!: Answered;
  /** What is drawn, which may be of the answer before. */
  @state() private shown: { answered: Answered; flow: Flow } | undefined;
  @state() private kind: Kind = "roles";
  @state() private width = 0;
  /** What is pointed at, and what the keyboard is at. */
  @state() private pointed: string | undefined;
  @state() private stop: string | undefined;
  @state() private hasFocus = false;
  @state() private named: { key: string; page: PeoplePage } | undefined;
  @query(".picture") private picture!: HTMLElement | null;

  #asking = new AbortController();
  #glimpsed: string | undefined;
  #naming = new AbortController();
  #sizes = new ResizeObserver(() => this.#measure());
  #isOnPaper = false;
  #leave: (() => void) | undefined;
  #drawn: Drawn = { links: [], nodes: [], height: 0 };

  static override styles = [base, controls, tones, flowStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = whilePrinting(
      () => this.#print(true),
      () => this.#print(false),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#sizes.disconnect();
    this.#asking.abort();
    this.#naming.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("answered")) void this.#ask();
    if (changed.has("shown") || changed.has("kind") || changed.has("width")) {
      const isNarrow = !this.#isOnPaper && this.offsetWidth < NARROW_PX;
      this.#drawn = draw(this.#links.filter((link) => !isOutside(link)), this.width, isNarrow ? GAP.narrow : GAP.wide);
    }
    if (changed.has("shown") || changed.has("kind") || changed.has("pointed") || changed.has("stop") || changed.has("hasFocus")) {
      void this.#name();
    }
  }

  protected override updated(): void {
    if (!this.picture) return;
    this.#sizes.observe(this.picture);
    this.#measure();
  }

  #measure(): void {
    this.width = this.#isOnPaper ? PAPER_PX : (this.renderRoot.querySelector(".middle")?.clientWidth ?? 0);
  }

  /** Draws as paper is wide, before it is laid out there. */
  #print(isOnPaper: boolean): void {
    this.#isOnPaper = isOnPaper;
    this.#measure();
    if (this.isUpdatePending) this.performUpdate();
  }

  /** The picture from before stays in sight until the next is there. */
  async #ask(): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    const { answered } = this;
    await new Promise((resolve) => setTimeout(resolve)); // the table of people is asked first
    if (signal.aborted) return;
    try {
      const flow = await answered.flow(signal);
      if (!signal.aborted) this.shown = { answered, flow };
    } catch (error) {
      if (!signal.aborted && !isGone(error)) throw error;
    }
  }

  /** Asks who they are that are pointed at. */
  async #name(): Promise<void> {
    this.#naming.abort();
    const { signal } = (this.#naming = new AbortController());
    const [item, shown] = [this.#item, this.shown];
    this.named = undefined;
    if (!item || !shown) return this.#glimpse(undefined);
    try {
      const page = await shown.answered.people({ ...queryOf({ ...EVERYONE, filter: item.move }), limit: NAMED }, signal);
      if (signal.aborted) return;
      this.named = { key: item.key, page };
      this.#glimpse(item);
    } catch (error) {
      if (!signal.aborted && !isGone(error)) throw error;
    }
  }

  /** Whoever is pointed at is whom the table shows meanwhile. */
  #glimpse(item: Item | undefined): void {
    if (this.#glimpsed === item?.key) return;
    this.#glimpsed = item?.key;
    tell(this, "glimpse-people", item?.move);
  }

  /** On a plan without seats there are no tiers to stand on. */
  get #kind(): Kind {
    return this.answered.report.seats.length > 0 ? this.kind : "roles";
  }

  get #links(): FlowLink[] {
    return inOrder(this.shown?.flow[this.#kind] ?? []);
  }

  get #item(): Item | undefined {
    const key = this.pointed ?? (this.hasFocus ? this.stop : undefined);
    return itemsOf(this.#drawn).find((item) => item.key === key);
  }

  protected override render(): TemplateResult {
    const { strings, shown } = this;
    const words = strings.flow;
    const isLate = shown?.answered !== this.answered;
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h2 id="heading">${words.heading}</h2>
        ${this.answered.report.seats.length > 0 ? this.#kinds() : nothing}
      </div>
      <div class="card ${isLate ? "late" : ""}" aria-busy=${isLate ? "true" : "false"}>
        ${shown ? this.#content() : nothing}
      </div>
    </section>`;
  }

  #kinds(): TemplateResult {
    const words = this.strings.flow;
    return html`<div class="kinds" role="group" aria-label=${words.kindLabel}>
      ${KINDS.map(
        (kind) => html`<button
          type="button"
          aria-pressed=${kind === this.kind ? "true" : "false"}
          @click=${() => (this.kind = kind)}
        >
          ${words.kind[kind]}
        </button>`,
      )}
    </div>`;
  }

  #content(): TemplateResult {
    const { strings } = this;
    const words = strings.flow;
    const links = this.#links;
    if (links.length === 0) return html`<p class="soft">${words.nobody}</p>`;
    const outside = total(links.filter(isOutside));
    const stop = itemsOf(this.#drawn).some(({ key }) => key === this.stop) ? this.stop : undefined;
    return html`${links.every(isOutside)
        ? nothing
        : html`<div class="sides"><span>${words.side.before}</span><span>${words.side.after}</span></div>
            <div
              class="picture"
              @pointerover=${this.#pointed}
              @pointerleave=${() => (this.pointed = undefined)}
              @focusin=${this.#focused}
              @focusout=${() => (this.hasFocus = false)}
              @click=${(event: Event) => this.#choose(keyOf(event))}
              @keydown=${this.#key}
            >
              ${picture(strings, this.#drawn, stop)}
            </div>
            <p class="visually-hidden" id="keys">${words.keys}</p>
            ${legend(strings, this.#kind, links)}`}
      ${outside > 0 ? html`<p class="outside soft small">${words.outside(outside)}</p>` : nothing}
      ${links.every(isOutside) ? nothing : this.#caption()}
      <details>
        <summary>${words.table}</summary>
        ${table(strings, this.#kind, links)}
      </details>`;
  }

  #caption(): TemplateResult {
    const { strings, named } = this;
    const item = this.#item;
    if (!item) return html`<div class="caption soft"><p>${strings.flow.hint}</p></div>`;
    const names = named?.key === item.key ? namesIn(strings, named.page) : "";
    return html`<div class="caption" aria-live=${this.pointed === undefined ? "polite" : "off"}>
      <p aria-hidden="true"><strong>${strings.flow.counted(item.people, moveName(strings, item.move))}</strong></p>
      <p>${names}</p>
    </div>`;
  }

  #pointed(event: Event): void {
    this.pointed = keyOf(event);
  }

  #focused(event: Event): void {
    this.stop = keyOf(event);
    this.hasFocus = true;
  }

  #choose(key: string | undefined): void {
    const item = itemsOf(this.#drawn).find((item) => item.key === key);
    if (item) tell(this, "show-people", item.move satisfies Move);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const key = keyOf(event);
    if (event.key === "Enter" || event.key === " ") this.#choose(key);
    else {
      const to = next(this.#drawn, key, event.key);
      if (to === undefined) return;
      this.stop = to;
      this.renderRoot.querySelector<HTMLElement | SVGElement>(`[data-key="${to}"]`)?.focus();
    }
    event.preventDefault();
  }
}

const keyOf = (event: Event): string | undefined =>
  (event.target as Element).closest<HTMLElement | SVGElement>("[data-key]")?.dataset["key"];

function namesIn(strings: Strings, { people, total }: PeoplePage): string {
  const names = people.map(({ name, email }) => name || email);
  return [...names, ...(total > names.length ? [strings.andMore(total - names.length)] : [])].join(strings.separator);
}
