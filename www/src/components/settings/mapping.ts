// The sections of the form about modes and mappings: what Save would write, and what is in force today.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Mode } from "rolecall";
import { MODES } from "../../model/settings-catalog.ts";
import { factsOf, isAbsent, isOneOf, mappedWords, namesIn, obstacleTo, wordsByGroup } from "../../model/settings.ts";
import { isFields, pointerOf, valueAt, type Path } from "../../model/settings-text.ts";
import { at, odd, section, selectField, switchAt, wordName, type Form } from "./fields.ts";
import "./groups.ts";
import { options } from "./parts.ts";

const isMode = (value: unknown): value is Mode => isOneOf(MODES, value);
const isMapping = (value: unknown): value is boolean => isFields(value);

export function provisioning(form: Form): TemplateResult {
  const { words, config } = form;
  const path = ["provisioning"];
  const isIgnored = (valueAt(config, ["provisioning", "mode"]) ?? "manual") === "manual";
  const isOn = isFields(valueAt(config, ["provisioning", "groupMapping"]));
  return section(
    { path, heading: words.provisioning, means: words.provisioningMeans },
    html`${odd(form, path, isFields)} ${modes(form)}
    ${mapping(form, [...path, "groupMapping"], isOn && isIgnored ? words.mappingIgnored : words.mapping.hint)}`,
  );
}

function modes(form: Form): TemplateResult {
  const { words, config } = form;
  const path = ["provisioning", "mode"];
  const given = valueAt(config, path);
  const card = (mode: Mode): TemplateResult => {
    const obstacle = obstacleTo(mode, config);
    const id = `mode-${mode}`;
    return html`<label class="card choice">
      <input
        type="radio"
        name="mode"
        value=${mode}
        aria-labelledby=${`${id} ${id}-standard`}
        aria-describedby=${`${id}-means ${id}-obstacle`}
        .checked=${live(given === mode || (isAbsent(given) && mode === "manual"))}
        @change=${() => form.put(path, mode)}
      />
      <span>
        <span class="name" id=${id}>${words.modeName[mode]}</span>
        ${mode === "manual" && isAbsent(given)
          ? html`<span class="tag" id=${`${id}-standard`}>${words.standard}</span>`
          : nothing}
        <span class="hint" id=${`${id}-means`}>${words.modeMeans[mode]}</span>
        ${obstacle
          ? html`<span class="hint obstacle" id=${`${id}-obstacle`}>${words.obstacle[obstacle]}</span>`
          : nothing}
      </span>
    </label>`;
  };
  return html`<fieldset class="group" data-at=${at(path)}>
    <legend>${words.mode}</legend>
    ${odd(form, path, isMode)}
    <div class="cards">${MODES.map(card)}</div>
  </fieldset>`;
}

/** A mapping: off, or which groups give which roles and tiers. */
function mapping(
  form: Form,
  path: Path,
  hint: string,
  extra: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { words, config } = form;
  const given = valueAt(config, path);
  const isOn = isFields(given);
  const facts = factsOf(config);
  const switched = switchAt(
    form,
    path,
    {
      label: words.mapping.label,
      hint,
      isOn,
      toggle: (on) => (on ? form.bringBack(path, {}) : form.putAway(path)),
    },
    isMapping,
  );
  const head = html`<div class="beside">${switched} ${extra}</div>`;
  if (!isOn) return head;
  return html`${head} ${mapped(form, path, "roles", facts?.roles ?? [], words.roles)}
  ${mapped(form, path, "seatTiers", facts?.seatTiers ?? [], words.tiers)}`;
}

function mapped(
  form: Form,
  path: Path,
  part: "roles" | "seatTiers",
  offered: readonly string[],
  heading: string,
): TemplateResult | typeof nothing {
  const { words, config } = form;
  const given = valueAt(config, path);
  const own = [...path, part];
  const all = mappedWords(given, part, offered);
  const isOdd = odd(form, own, isFields);
  if (all.length === 0 && isOdd === nothing) return nothing;
  const elsewhere = wordsByGroup(given);
  return html`<fieldset class="group mapped" data-at=${at(own)}>
    <legend>${heading}</legend>
    ${isOdd}
    ${repeat(
      all,
      (word) => word,
      (word) => {
        const list = [...own, word];
        const names = namesIn(valueAt(config, list));
        const isOffered = offered.includes(word);
        const takeWordOut = (): void => {
          form.takeOut(list);
          form.focusLater(own);
        };
        return html`<div class="word" data-at=${at(list)}>
          <div class="of">
            <span class="name">${wordName(word)}</span>
            ${isOffered || !factsOf(config) ? nothing : html`<span class="tag caution">${words.notOffered}</span>`}
            ${!isOffered && names.length === 0
              ? html`<button type="button" class="link small" @click=${() => takeWordOut()}>
                  ${words.remove(wordName(word))}
                </button>`
              : nothing}
          </div>
          ${odd(form, list, Array.isArray)}
          <rc-groups
            pointer=${pointerOf(list)}
            .words=${words}
            .word=${word}
            .names=${names}
            .groups=${form.groups}
            .elsewhere=${elsewhere}
            ?disabled=${form.isDisabled}
            @add-group=${(event: CustomEvent<string>) => form.put([...list, names.length], event.detail)}
            @drop-group=${(event: CustomEvent<number>) => {
              form.takeOut([...list, event.detail]);
              if (!isOffered && names.length === 1) form.focusLater(own);
            }}
          ></rc-groups>
        </div>`;
      },
    )}
  </fieldset>`;
}

export function saved(form: Form): TemplateResult {
  const { words, config } = form;
  const path = ["saved"];
  const isGiven = isFields(valueAt(config, path));
  return section(
    { path, heading: words.saved, means: words.savedMeans },
    html`${switchAt(
      form,
      path,
      {
        label: words.isSavedKnown.label,
        hint: isGiven ? undefined : words.isSavedKnown.hint,
        isOn: isGiven,
        toggle: (isOn) => (isOn ? form.bringBack(path, {}) : form.putAway(path)),
      },
      isMapping,
    )}
    ${isGiven ? savedDetails(form) : nothing}`,
  );
}

function savedDetails(form: Form): TemplateResult {
  const { words, config } = form;
  const flags = [
    { value: "true", label: words.yes },
    { value: "false", label: words.no },
  ];
  const modes = options(MODES, words.modeName);
  return html`<div class="pair">
      ${selectField(form, ["saved", "mode"], words.mode, modes, {
        none: `${words.modeName.manual} (${words.standard})`,
      })}
      ${selectField(form, ["saved", "ssoRequired"], words.savedSsoRequired, flags, {
        none: words.asParent,
        isFlag: true,
      })}
    </div>
    ${mapping(
      form,
      ["saved", "groupMapping"],
      "",
      isFields(valueAt(config, ["provisioning", "groupMapping"])) ? copyButton(form) : nothing,
    )}`;
}

function copyButton(form: Form): TemplateResult {
  const { words } = form;
  return html`<button
    type="button"
    @click=${() => form.copy(["provisioning", "groupMapping"], ["saved", "groupMapping"])}
  >
    ${words.sameAsAbove}
  </button>`;
}
