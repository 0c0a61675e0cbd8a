// The section of the form that few need: limits and readings.

import { html, type TemplateResult } from "lit";
import type { Guards, Reading } from "rolecall";
import { GUARDS, READINGS } from "../../model/settings-catalog.ts";
import { isFields, valueAt } from "../../model/settings-text.ts";
import { numberField, odd, section, selectField, type Form } from "./fields.ts";

const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] => Object.keys(of) as Key[];

export function expert(form: Form): TemplateResult {
  const { words } = form;
  return section(
    { path: ["expert"], heading: words.expert, means: words.expertMeans, isOpen: false },
    html`${guards(form)} ${assumptions(form)}`,
  );
}

function guards(form: Form): TemplateResult {
  const { words } = form;
  return html`<fieldset class="group" data-at="/guards">
    <legend>${words.guards}</legend>
    ${odd(form, ["guards"], isFields)}
    <div class="pair">
      ${keys<keyof Guards>(GUARDS).map((id) =>
        numberField(form, ["guards", id], words.guard[id].label, {
          hint: words.guard[id].hint,
          placeholder: String(GUARDS[id]),
        }),
      )}
    </div>
  </fieldset>`;
}

function assumptions(form: Form): TemplateResult {
  const { words } = form;
  return html`<fieldset class="group" data-at="/assumptions">
    <legend>${words.assumptions}</legend>
    ${odd(form, ["assumptions"], isFields)}
    <div class="pair roomy">${keys<Reading>(READINGS).map((id) => reading(form, id))}</div>
  </fieldset>`;
}

function reading(form: Form, id: Reading): TemplateResult {
  const { words } = form;
  const names: Readonly<Record<string, string>> = words.alternative[id];
  const values: readonly string[] = READINGS[id];
  const path = ["assumptions", id];
  const [standard] = values;
  // The default has two options only where it is written out.
  const shown = valueAt(form.config, path) === standard ? values : values.slice(1);
  const none = words.asDefault(names[standard ?? ""] ?? "");
  return selectField(
    form,
    path,
    words.reading[id],
    shown.map((value) => ({ value, label: names[value] ?? value })),
    { none },
  );
}
