// One person as a row of the table.

import { html, nothing, type TemplateResult } from "lit";
import type { Person, Role, SeatTier, Standing } from "rolecall";
import { nameOf, type Strings } from "../strings/index.ts";
import { ARROW, OUTCOME_LOOK } from "./icons.ts";

/** `isStop`: whether the row is the one that the tab key reaches. */
export function row(strings: Strings, person: Person, index: number, isStop: boolean): TemplateResult {
  const { email, name, outcome, when, because } = person;
  const { tone, icon } = OUTCOME_LOOK[outcome];
  return html`<div
    class="row"
    role="row"
    tabindex=${isStop ? 0 : -1}
    aria-rowindex=${index + 2}
    data-index=${index}
    data-email=${email}
  >
    <div role="rowheader" class="who">
      ${name ? html`<span class="name" title=${name}>${name}</span>` : nothing}<span class="email" title=${email}>${email}</span>
    </div>
    <div role="gridcell" class="role" data-label=${strings.role}>${move(strings, person, (standing) => standing.role)}</div>
    <div role="gridcell" class="seat" data-label=${strings.seat}>${move(strings, person, (standing) => standing.seatTier)}</div>
    <div role="gridcell" class="outcome"><span class="badge ${tone}">${icon}${strings.outcome[outcome]}</span></div>
    <div role="gridcell" class="when">${strings.when[when]}</div>
    <div role="gridcell" class="why">${because[0]?.text ?? nothing}</div>
  </div>`;
}

/** A row whose person is still being fetched. */
export function waitingRow(strings: Strings, index: number, isStop: boolean): TemplateResult {
  return html`<div
    class="row waiting"
    role="row"
    tabindex=${isStop ? 0 : -1}
    aria-busy="true"
    aria-rowindex=${index + 2}
    data-index=${index}
  >
    <div role="rowheader" class="who"><span class="visually-hidden">${strings.people.loading}</span></div>
    ${["role", "seat", "outcome", "when", "why"].map((name) => html`<div role="gridcell" class=${name}></div>`)}
  </div>`;
}

/** What it was and what it becomes, or only the one where it stays the same. */
export function move(
  strings: Strings,
  { before, after, outcome }: Person,
  value: (standing: Standing) => Role | SeatTier | null,
): TemplateResult {
  const text = (standing: Standing | null) => {
    const id = standing && value(standing);
    return id ? html`<span>${nameOf(id)}</span>` : html`<span class="soft">${strings.none}</span>`;
  };
  const was = before && value(before);
  const becomes = after && value(after);
  if (was === becomes && outcome !== "unknown") return html`<span class="move">${text(before)}</span>`;
  return html`<span class="move"
    >${text(before)}<span class="arrow">${ARROW}<span class="visually-hidden">${strings.to}</span></span>${outcome === "unknown"
      ? html`<span class="soft">${strings.outcome.unknown}</span>`
      : text(after)}</span
  >`;
}
