// The flows in words: what each colour and sign means with how many people, and all of it as a table.

import { html, type TemplateResult } from "lit";
import { BECOMES, becomes, isOutside, total, type FlowLink, type Kind } from "../model/flow.ts";
import { placeName, type Strings } from "../strings/index.ts";
import { BECOMES_LOOK } from "./flow-picture.ts";

export function legend(strings: Strings, kind: Kind, links: readonly FlowLink[]): TemplateResult {
  const drawn = links.filter((link) => !isOutside(link));
  return html`<ul class="legend">
    ${BECOMES.map((what) => ({ what, people: total(drawn.filter((link) => becomes(link) === what)) }))
      .filter(({ people }) => people > 0)
      .map(({ what, people }) => {
        const { tone, sign } = BECOMES_LOOK[what];
        return html`<li class=${tone} data-becomes=${what}>
          <span class="sign" aria-hidden="true">${sign}</span>${strings.flow.becomes[kind][what]}
          <b>${strings.people.number(people)}</b>
        </li>`;
      })}
  </ul>`;
}

/** Everyone, those in the directory alone as well. */
export function table(strings: Strings, kind: Kind, links: readonly FlowLink[]): TemplateResult {
  const words = strings.flow;
  const { number } = strings.people;
  return html`<table>
    <caption class="visually-hidden">
      ${words.picture}: ${words.kind[kind]}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.side.before}</th>
        <th scope="col">${words.side.after}</th>
        <th scope="col" class="number">${words.people}</th>
        <th scope="col">${words.what}</th>
      </tr>
    </thead>
    <tbody>
      ${links.map(
        (link) => html`<tr data-before=${link.before} data-after=${link.after}>
          <th scope="row">${placeName(strings, link.before)}</th>
          <td>${placeName(strings, link.after)}</td>
          <td class="number">${number(link.people)}</td>
          <td>${words.becomes[kind][becomes(link)]}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colspan="2">${words.everyone}</th>
        <td class="number">${number(total(links))}</td>
        <td></td>
      </tr>
    </tfoot>
  </table>`;
}
