import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { FullReport, Outcome, Person, Role, SeatTier, Standing } from "rolecall";
import { OUTCOMES, byHarm, getsLowerRole, losesAccess, matches, type Filter } from "../model/people.ts";
import { nameOf, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { ARROW, OUTCOME_LOOK } from "./icons.ts";
import { peopleStyles } from "./people.styles.ts";

const PAGE = 100;

/** Nobody asks why about these before anything else. */
const UNEVENTFUL: ReadonlySet<Outcome> = new Set(["kept", "not-a-member"]);

/** Everybody, with what becomes of them and why. */
@customElement("rc-people")
export class PeopleElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) report!: FullReport;
  @state() private filter: Filter = "all";
  @state() private search = "";
  @state() private limit = PAGE;

  #ordered: Person[] = [];

  static override styles = [base, controls, tones, peopleStyles];

  show(filter: Filter): void {
    this.filter = filter;
    this.search = "";
    this.limit = PAGE;
    void this.updateComplete.then(() => {
      const heading = this.renderRoot.querySelector("h2");
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "start" });
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("report")) this.#ordered = byHarm(this.report.people);
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const total = this.#ordered.length;
    const found = this.#ordered.filter((person) => matches(person, this.filter, this.search));
    const shown = found.slice(0, this.limit);
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h2 id="heading" tabindex="-1">${strings.peopleHeading}</h2>
        <span class="soft small count" role="status">${strings.peopleShown(found.length, total)}</span>
        ${this.#controls()}
      </div>
      ${shown.length === 0
        ? html`<p class="empty soft">${total === 0 ? strings.nobodyAtAll : strings.nobodyMatches}</p>`
        : this.#table(shown)}
      ${found.length > shown.length
        ? html`<p class="more">
            <button type="button" @click=${() => (this.limit += PAGE)}>
              ${strings.showMore(Math.min(PAGE, found.length - shown.length))}
            </button>
            <span class="soft small">${strings.ofTotal(shown.length, found.length)}</span>
          </p>`
        : nothing}
    </section>`;
  }

  #controls(): TemplateResult {
    const { strings, report } = this;
    const option = (filter: Filter, label: string, count: number) =>
      html`<option value=${filter} .selected=${filter === this.filter}>${label} (${count})</option>`;
    return html`<div class="controls">
      <label>
        <span>${strings.show}</span>
        <select @change=${this.#onFilter}>
          ${option("all", strings.filter.all, report.people.length)}
          ${option("loses-access", strings.filter["loses-access"], report.people.filter(losesAccess).length)}
          ${option("lower-role", strings.filter["lower-role"], report.people.filter(getsLowerRole).length)}
          ${OUTCOMES.map((outcome) => option(outcome, strings.outcome[outcome], report.counts[outcome]))}
        </select>
      </label>
      <label>
        <span>${strings.search}</span>
        <input type="search" placeholder=${strings.searchHint} .value=${this.search} @input=${this.#onSearch} />
      </label>
    </div>`;
  }

  // The roles are written out because the narrow layout takes them from rows and cells that are not laid out as a table.
  #table(people: readonly Person[]): TemplateResult {
    const { strings } = this;
    const columns = [strings.person, strings.role, strings.seat, strings.outcomeColumn, strings.whenColumn, strings.why];
    return html`<table role="table" aria-labelledby="heading">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${people.map((person) => this.#row(person))}
      </tbody>
    </table>`;
  }

  #row(person: Person): TemplateResult {
    const { strings } = this;
    const { tone, icon } = OUTCOME_LOOK[person.outcome];
    return html`<tr role="row" data-email=${person.email}>
      <th role="rowheader" scope="row" class="who">
        ${person.name ? html`<span>${person.name}</span>` : nothing}<span class="email">${person.email}</span>
      </th>
      <td role="cell" data-label=${strings.role}>${this.#move(person, (standing) => standing.role)}</td>
      <td role="cell" data-label=${strings.seat}>${this.#move(person, (standing) => standing.seatTier)}</td>
      <td role="cell" data-label=${strings.outcomeColumn}>
        <span class="badge ${tone}">${icon}${strings.outcome[person.outcome]}</span>
      </td>
      <td role="cell" data-label=${strings.whenColumn}>${strings.when[person.when]}</td>
      <td role="cell" data-label=${strings.why} class="why">
        ${UNEVENTFUL.has(person.outcome)
          ? html`<details>
              <summary>${strings.showWhy}<span class="visually-hidden">: ${person.email}</span></summary>
              ${this.#reasons(person)}
            </details>`
          : this.#reasons(person)}
      </td>
    </tr>`;
  }

  #reasons({ because, dependsOn }: Person): TemplateResult {
    return html`<ul>
      ${because.map((reason) => html`<li>${reason.text}</li>`)}
      ${dependsOn.length > 0 ? html`<li class="depends">${this.strings.dependsOnOrder}</li>` : nothing}
    </ul>`;
  }

  /** What it was and what it becomes, or only the one where it stays the same. */
  #move({ before, after, outcome }: Person, value: (standing: Standing) => Role | SeatTier | null): TemplateResult {
    const { strings } = this;
    const text = (standing: Standing | null) => {
      const id = standing && value(standing);
      return id ? html`<span>${nameOf(id)}</span>` : html`<span class="soft">${strings.none}</span>`;
    };
    const was = before && value(before);
    const becomes = after && value(after);
    if (was === becomes && outcome !== "unknown") return html`<span class="move">${text(before)}</span>`;
    return html`<span class="move">
      ${text(before)}<span class="arrow">${ARROW}<span class="visually-hidden">${strings.to}</span></span>
      ${outcome === "unknown" ? html`<span class="soft">${strings.outcome.unknown}</span>` : text(after)}
    </span>`;
  }

  #onFilter(event: Event): void {
    this.filter = (event.target as HTMLSelectElement).value as Filter;
    this.limit = PAGE;
  }

  #onSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.limit = PAGE;
  }
}
