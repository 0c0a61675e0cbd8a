// The sections of the form, from the organisation to who saves.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { KINDS, MODES, PLAN_IDS, PROVIDERS } from "../../model/settings-catalog.ts";
import { factsOf, isAbsent, written } from "../../model/settings.ts";
import { isFields, valueAt, type Path } from "../../model/settings-text.ts";
import {
  adder,
  at,
  flagSwitch,
  numberField,
  odd,
  section,
  selectField,
  switchAt,
  textField,
  wordName,
  type Form,
  type Option,
} from "./fields.ts";
import { CROSS } from "./icons.ts";

export const options = <Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, string>>): Option[] =>
  ids.map((value) => ({ value, label: names[value] }));

export const listAt = (form: Form, path: Path): readonly unknown[] => {
  const list = valueAt(form.config, path);
  return Array.isArray(list) ? list : [];
};

export function removeButton(form: Form, path: Path, name: string, after: Path): TemplateResult {
  return html`<button
    type="button"
    class="icon"
    aria-label=${form.words.remove(name)}
    title=${form.words.remove(name)}
    @click=${() => {
      form.takeOut(path);
      form.focusLater(after);
    }}
  >
    ${CROSS}
  </button>`;
}

export function organization(form: Form): TemplateResult {
  const { words, config } = form;
  const plans = options(PLAN_IDS, words.planName);
  return section(
    { path: ["organization"], heading: words.organization, means: words.organizationMeans },
    html`${odd(form, ["organization"], isFields)}
      <div class="pair">
        ${textField(form, ["organization", "name"], words.name)}
        ${selectField(
          form,
          ["organization", "plan"],
          words.plan,
          plans,
          isAbsent(valueAt(config, ["organization", "plan"])) ? { none: words.choosePlan } : {},
        )}
      </div>
      ${seats(form)}`,
  );
}

function seats(form: Form): TemplateResult {
  const { words, config } = form;
  const facts = factsOf(config);
  const path = ["organization", "seats"];
  const given = valueAt(config, path);
  const offered: readonly string[] = facts?.seatTiers ?? [];
  const others = Object.keys(isFields(given) ? given : {}).filter((tier) => !offered.includes(tier));
  return html`<div class="field" data-at=${at(path)}>
    ${odd(form, path, isFields)} ${facts && offered.length === 0 ? html`<p class="hint">${words.noSeats}</p>` : nothing}
    <div class="pair">
      ${offered.map((tier) =>
        numberField(form, [...path, tier], words.seats(wordName(tier)), { placeholder: words.notKnown }),
      )}
    </div>
    ${others.map(
      (tier) =>
        html`<div class="row">
          ${numberField(form, [...path, tier], words.seats(wordName(tier)), facts ? { hint: words.notOffered } : {})}
          ${removeButton(form, [...path, tier], words.seats(wordName(tier)), ["organization", "plan"])}
        </div>`,
    )}
  </div>`;
}

export function parent(form: Form): TemplateResult {
  const { words, config } = form;
  const path = ["parent"];
  const isThere = isFields(valueAt(config, path));
  return section(
    { path, heading: words.parent, means: words.parentMeans },
    html`${switchAt(
      form,
      path,
      {
        label: words.hasParent.label,
        hint: isThere ? undefined : words.hasParent.hint,
        isOn: isThere,
        toggle: (isOn) => (isOn ? form.bringBack(path, {}) : form.putAway(path)),
      },
      (value): value is boolean => isFields(value),
    )}
    ${isThere ? parentDetails(form) : nothing}`,
  );
}

function parentDetails(form: Form): TemplateResult {
  const { words, config } = form;
  const own = factsOf(config)?.kind;
  const kinds = options(KINDS, words.kindName);
  const none = own ? words.ownKind(words.kindName[own]) : words.notGiven;
  return html`<div class="pair">${selectField(form, ["parent", "kind"], words.kind, kinds, { none })}</div>
    ${domains(form)}
    <div class="pair">
      <fieldset class="group" data-at="/parent/sso">
        <legend>${words.sso}</legend>
        ${odd(form, ["parent", "sso"], isFields)}
        ${flagSwitch(form, ["parent", "sso", "connected"], words.ssoConnected)}
        ${flagSwitch(form, ["parent", "sso", "required"], words.ssoRequired.label, {
          hint: words.ssoRequired.hint,
          standard: true,
        })}
      </fieldset>
      <fieldset class="group" data-at="/parent/directorySync">
        <legend>${words.directorySync}</legend>
        ${odd(form, ["parent", "directorySync"], isFields)}
        ${flagSwitch(form, ["parent", "directorySync", "connected"], words.directorySyncConnected)}
        ${selectField(
          form,
          ["parent", "directorySync", "provider"],
          words.provider,
          options(PROVIDERS, words.providerName),
          {
            none: words.notGiven,
          },
        )}
      </fieldset>
    </div>
    ${siblings(form)}`;
}

function domains(form: Form): TemplateResult {
  const { words } = form;
  const path = ["parent", "domains"];
  const list = listAt(form, path);
  return html`<fieldset class="group" data-at=${at(path)}>
    <legend>${words.domains}</legend>
    ${odd(form, path, Array.isArray)} ${list.length === 0 ? html`<p class="hint">${words.noDomains}</p>` : nothing}
    <ul class="rows" ?hidden=${list.length === 0}>
      ${repeat(
        list,
        (_, index) => index,
        (domain, index) => {
          const own = [...path, index];
          const given = valueAt(domain, ["name"]);
          const name = typeof given === "string" && given !== "" ? given : words.newDomain;
          return html`<li class="row" data-at=${at(own)}>
            ${isFields(domain)
              ? html`${textField(form, [...own, "name"], words.name, { isLabelHidden: true })}
                ${flagSwitch(form, [...own, "verified"], words.verified, { accessibleLabel: words.verifiedOf(name) })}`
              : html`<p class="odd">${words.unknown(written(domain))}</p>`}
            ${removeButton(form, own, isFields(domain) ? name : written(domain), path)}
          </li>`;
        },
      )}
    </ul>
    ${adder(words.newDomain, words.addDomain, (name) => form.put([...path, list.length], { name }))}
  </fieldset>`;
}

function siblings(form: Form): TemplateResult {
  const { words } = form;
  const path = ["parent", "siblings"];
  const list = listAt(form, path);
  return html`<details class="fold" data-at=${at(path)}>
    <summary>${words.siblings(list.length)}</summary>
    <div class="content">
      <p class="hint">${words.siblingsMean}</p>
      ${odd(form, path, Array.isArray)}
      ${repeat(
        list,
        (_, index) => index,
        (one, index) => sibling(form, [...path, index], one, index),
      )}
      ${adder(words.newSibling, words.addSibling, (name) => form.put([...path, list.length], { name }))}
    </div>
  </details>`;
}

function sibling(form: Form, path: Path, one: unknown, index: number): TemplateResult {
  const { words } = form;
  const given = valueAt(one, ["name"]);
  const title = words.sibling(typeof given === "string" && given !== "" ? given : String(index + 1));
  if (!isFields(one)) {
    return html`<div class="row" data-at=${at(path)}>
      <p class="odd">${words.unknown(written(one))}</p>
      ${removeButton(form, path, title, ["parent", "siblings"])}
    </div>`;
  }
  return html`<fieldset class="group card" data-at=${at(path)}>
    <legend class="visually-hidden">${title}</legend>
    <div class="row">
      ${textField(form, [...path, "name"], words.name)} ${removeButton(form, path, title, ["parent", "siblings"])}
    </div>
    <div class="pair">
      ${selectField(form, [...path, "plan"], words.plan, options(PLAN_IDS, words.planName), { none: words.notGiven })}
      ${selectField(form, [...path, "mode"], words.mode, options(MODES, words.modeName), { none: words.notGiven })}
    </div>
    ${flagSwitch(form, [...path, "groupMapping"], words.siblingMapping)}
  </fieldset>`;
}

export function actor(form: Form): TemplateResult {
  const { words } = form;
  return section(
    { path: ["actor"], heading: words.actor, means: words.actorMeans },
    html`<div class="pair">
      ${textField(form, ["actor"], words.actorEmail, { type: "email", suggestions: form.administrators })}
    </div>`,
  );
}
