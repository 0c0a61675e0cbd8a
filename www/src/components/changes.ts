import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeoplePage, Report } from "rolecall";
import { OUTCOMES, type Filter, type Highlights } from "../model/people.ts";
import { nameOf, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { tell } from "./events.ts";
import { LOWER_ROLE_LOOK, OUTCOME_LOOK, VERDICT_LOOK, type Look } from "./icons.ts";

/** What changes: who loses access on top, the rest as counts, then roles and seats. */
@customElement("rc-changes")
export class ChangesElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) report!: Report;
  /** Who is hit hardest; undefined until it is known. */
  @property({ attribute: false }) highlights: Highlights | undefined;
  /** Whether that is of the answer before. */
  @property({ type: Boolean }) late = false;

  static override styles = [
    base,
    controls,
    tones,
    css`
      h2 {
        margin-bottom: 0.75rem;
      }
      .group {
        display: flex;
        gap: 0.625rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--tone-line);
        border-inline-start: 4px solid var(--tone);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .group > svg {
        margin-top: 0.1rem;
        color: var(--tone);
      }
      .pinned {
        display: grid;
        gap: 0.5rem;
        margin-bottom: 0.5rem;
      }
      .late svg {
        opacity: 0.6;
        transition: opacity 0s 0.2s;
      }
      .group strong {
        color: var(--tone);
        font-weight: 650;
      }
      .group p + p {
        margin-top: 0.125rem;
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(10.25rem, 1fr));
        gap: 0.5rem;
      }
      .tiles li {
        display: grid;
      }
      .tiles button {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        align-items: center;
        gap: 0 0.4rem;
        padding: 0.625rem;
        border-color: var(--line);
        border-radius: var(--radius);
      }
      .tiles button:hover {
        border-color: var(--tone);
        color: inherit;
      }
      .tiles b {
        color: var(--tone);
        font-size: 1.375rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
      }
      .tiles .label {
        display: flex;
        align-items: center;
        gap: 0.25rem;
        color: var(--tone);
        font-weight: 600;
      }
      .tiles small {
        grid-column: 1 / -1;
        color: var(--ink-soft);
        font-size: 0.78125rem;
        font-weight: 400;
      }
      details {
        margin-top: 0.875rem;
      }
      summary {
        font-size: var(--small);
        font-weight: 500;
      }
      .tables {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 0.75rem 2.5rem;
        margin-top: 0.5rem;
      }
      table {
        border-collapse: collapse;
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 0.25rem 0 0.25rem 1.25rem;
        border-bottom: 1px solid var(--line);
        text-align: end;
        white-space: nowrap;
      }
      th {
        font-weight: 500;
      }
      thead th {
        color: var(--ink-soft);
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
      }
      @media print {
        .late svg {
          opacity: 1;
        }
        .group button {
          display: none;
        }
        .group,
        .tiles li,
        tr {
          break-inside: avoid;
        }
      }
      .shortage {
        color: var(--caution);
        font-weight: 600;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { strings, report } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${strings.changesHeading}</h2>
      ${this.#pinned()}
      <ul class="tiles">
        ${OUTCOMES.filter((outcome) => report.counts[outcome] > 0).map((outcome) => {
          const { tone, icon } = OUTCOME_LOOK[outcome];
          return html`<li>
            <button class=${tone} type="button" @click=${() => this.#show(outcome)}>
              <b>${strings.people.number(report.counts[outcome])}</b>
              <span class="label">${icon}${strings.outcome[outcome]}</span>
              <small>${strings.outcomeMeans[outcome]}</small>
            </button>
          </li>`;
        })}
      </ul>
      ${this.#rolesAndSeats()}
    </section>`;
  }

  #pinned(): TemplateResult {
    const { strings, highlights, late } = this;
    if (!highlights) return html`<div class="pinned" aria-busy="true"></div>`;
    const { "loses-access": losing, "lower-role": lowered, "gains-access": gaining } = highlights;
    return html`<div class="pinned ${late ? "late" : ""}" aria-busy=${late ? "true" : "false"}>
      ${losing.total > 0
        ? this.#named("loses-access", OUTCOME_LOOK.removed, strings.loseAccess(losing.total), losing)
        : this.#nobodyLosing()}
      ${lowered.total > 0 ? this.#named("lower-role", LOWER_ROLE_LOOK, strings.getLowerRole(lowered.total), lowered) : nothing}
      ${gaining.total > 0 ? this.#named("gains-access", OUTCOME_LOOK.added, strings.gainAccess(gaining.total), gaining) : nothing}
    </div>`;
  }

  #nobodyLosing(): TemplateResult {
    const { strings } = this;
    const { unknown } = this.report.counts;
    const { tone, icon } = unknown > 0 ? OUTCOME_LOOK.unknown : VERDICT_LOOK.pass;
    return html`<div class="group ${tone}">
      ${icon}
      <p><strong>${unknown > 0 ? strings.accessNotKnown(unknown) : strings.nobodyLosesAccess}</strong></p>
    </div>`;
  }

  #named(filter: Filter, { tone, icon }: Look, title: string, { total, people }: PeoplePage): TemplateResult {
    const { strings } = this;
    const names = people.map((person) => person.name || person.email);
    if (total > people.length) names.push(strings.andMore(total - people.length));
    return html`<div class="group ${tone}">
      ${icon}
      <div>
        <p><strong>${title}</strong></p>
        <p>
          ${names.join(strings.separator)}
          <button class="link" type="button" aria-label="${strings.showInTable}: ${title}" @click=${() => this.#show(filter)}>
            ${strings.showInTable}
          </button>
        </p>
      </div>
    </div>`;
  }

  #rolesAndSeats(): TemplateResult {
    const { strings, report } = this;
    const { number } = strings.people;
    return html`<details>
      <summary>${strings.rolesAndSeats}</summary>
      <div class="tables">
        <table>
          <thead>
            <tr>
              <th scope="col">${strings.role}</th>
              <th scope="col">${strings.before}</th>
              <th scope="col">${strings.after}</th>
            </tr>
          </thead>
          <tbody>
            ${report.roles.map(
              ({ role, before, after }) => html`<tr>
                <th scope="row">${nameOf(role)}</th>
                <td>${number(before)}</td>
                <td>${number(after)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${report.seats.length > 0
          ? html`<table>
              <thead>
                <tr>
                  <th scope="col">${strings.seatTier}</th>
                  <th scope="col">${strings.before}</th>
                  <th scope="col">${strings.after}</th>
                  <th scope="col">${strings.purchased}</th>
                  <th scope="col">${strings.short}</th>
                </tr>
              </thead>
              <tbody>
                ${report.seats.map(
                  ({ tier, purchased, before, after, short }) => html`<tr>
                    <th scope="row">${nameOf(tier)}</th>
                    <td>${number(before)}</td>
                    <td>${number(after)}</td>
                    <td>${purchased !== null ? number(purchased) : html`<span class="soft">${strings.notKnown}</span>`}</td>
                    <td class=${short > 0 ? "shortage" : ""}>${short > 0 ? number(short) : "–"}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : nothing}
      </div>
    </details>`;
  }

  #show(filter: Filter): void {
    tell(this, "show-people", filter);
  }
}
