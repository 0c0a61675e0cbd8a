// One person as a row of the table.

import { html, nothing, type TemplateResult } from "lit";
import type { Person, Role, SeatTier, Standing } from "rolecall";
import { nameOf, type Strings } from "../strings/index.ts";
import { ARROW, OUTCOME_LOOK } from "./icons.ts";

/**
 * `isStop`: whether the row is the one that the tab key reaches. Without a person, who is still being fetched, it is the
 * same element: it may have the focus.
 */
export function row(strings: Strings, person: Person | undefined, index: number, isStop: boolean): TemplateResult {
  const cell = (name: string, content: unknown, label?: string) =>
    html`<div role="gridcell" class=${name} data-label=${label ?? nothing}>${person ? content : nothing}</div>`;
  return html`<div
    class="row ${person ? "" : "waiting"}"
    role="row"
    tabindex=${isStop ? 0 : -1}
    aria-busy=${person ? "false" : "true"}
    aria-rowindex=${index + 2}
    data-index=${index}
    data-email=${person?.email ?? nothing}
  >
    <div role="rowheader" class="who">${person ? who(person) : html`<span class="visually-hidden">${strings.people.loading}</span>`}</div>
    ${cell("role", person && move(strings, person, (standing) => standing.role), strings.role)}
    ${cell("seat", person && move(strings, person, (standing) => standing.seatTier), strings.seat)}
    ${cell("outcome", person && badge(strings, person))} ${cell("when", person && strings.when[person.when])}
    ${cell("why", person?.because[0]?.text)}
  </div>`;
}

const who = ({ name, email }: Person): TemplateResult =>
  html`${name ? html`<span class="name" title=${name}>${name}</span>` : nothing}<span class="email" title=${email}>${email}</span>`;

function badge(strings: Strings, { outcome }: Person): TemplateResult {
  const { tone, icon } = OUTCOME_LOOK[outcome];
  return html`<span class="badge ${tone}">${icon}${strings.outcome[outcome]}</span>`;
}

/** What it was and what it becomes, or only the one where it stays the same. */
function move(
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
