// The controls of the form. Each shows one value of the configuration as it stands, one that it does not understand
// included, and writes only what somebody chooses.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { PLANS } from "../../model/settings-catalog.ts";
import { isAbsent, isOneOf, written, type DirectoryGroup } from "../../model/settings.ts";
import { isFields, pointerOf, valueAt, type Fields, type Path } from "../../model/settings-text.ts";
import { nameOf, type Strings } from "../../strings/index.ts";
import type { SettingsStrings } from "../../strings/settings.ts";

/** What the sections of the form know and can do. */
export interface Form {
  readonly config: Fields;
  readonly strings: Strings;
  readonly words: SettingsStrings;
  readonly groups: readonly DirectoryGroup[];
  readonly administrators: readonly string[];
  readonly isDisabled: boolean;
  put(path: Path, value: unknown): void;
  takeOut(path: Path): void;
  /** Takes a whole part out, to be put back as it was by `bringBack`. */
  putAway(path: Path): void;
  bringBack(path: Path, otherwise: unknown): void;
  /** Puts what stands at one place at another, written the same way. */
  copy(from: Path, to: Path): void;
  /** Moves the focus to the control of a place once it is there. */
  focusLater(path: Path): void;
  toJson(path: Path): void;
}

export interface Option {
  value: string;
  label: string;
}

interface Extras {
  hint?: string;
  /** The label is for screen readers only. */
  isLabelHidden?: boolean;
}

const WORDS = [
  "primary-owner",
  ...Object.values(PLANS).flatMap(({ roles, seatTiers }) => [...roles, ...seatTiers]),
] as const;

/** A role or seat tier of any plan by its name, another word as it is. */
export const wordName = (word: string): string => (isOneOf(WORDS, word) ? nameOf(word) : word);

/** An id for the control of a place; it may stand in a list of ids. */
const idOf = (path: Path): string => `at${encodeURIComponent(pointerOf(path))}`;

/** Ties a template to a place, for what leads there. */
export const at = (path: Path): string => pointerOf(path);

const inputOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

/** A value that is shown as it stands because no control can show it. */
export function odd(
  form: Form,
  path: Path,
  isUnderstood: (value: unknown) => boolean,
): TemplateResult | typeof nothing {
  const value = valueAt(form.config, path);
  if (isAbsent(value) || isUnderstood(value)) return nothing;
  return html`<p class="odd" id=${`${idOf(path)}-odd`}>${form.words.unknown(written(value))}</p>`;
}

function field(
  path: Path,
  label: string,
  { hint, isLabelHidden }: Extras,
  control: (id: string, describedBy: string) => TemplateResult,
  note: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const id = idOf(path);
  return html`<div class="field" data-at=${at(path)}>
    <label for=${id} class=${isLabelHidden ? "visually-hidden" : ""}>${label}</label>
    ${control(id, `${id}-odd ${id}-hint`)} ${note}
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
  </div>`;
}

interface TextExtras extends Extras {
  type?: "text" | "email";
  suggestions?: readonly string[];
  /** The id of a list of suggestions that stands elsewhere. */
  list?: string;
}

/** The id of the list of suggestions that the control of a place has. */
export const listOf = (path: Path): string => `${idOf(path)}-list`;

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
export const isFlag = (value: unknown): value is boolean => typeof value === "boolean";

export function textField(form: Form, path: Path, label: string, extras: TextExtras = {}): TemplateResult {
  const value = valueAt(form.config, path);
  const { type = "text", suggestions = [] } = extras;
  const own = suggestions.length > 0 ? listOf(path) : undefined;
  return field(
    path,
    label,
    extras,
    (id, describedBy) =>
      html`<input
          id=${id}
          type="text"
          inputmode=${type}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          list=${own ?? extras.list ?? nothing}
          aria-describedby=${describedBy}
          .value=${isText(value) ? value : ""}
          @input=${(event: Event) => {
            // An emptied field is left alone until it is left: whoever types anew keeps the key where it is.
            if (inputOf(event).value !== "") form.put(path, inputOf(event).value);
          }}
          @blur=${(event: Event) => {
            if (inputOf(event).value === "" && isText(value)) form.takeOut(path);
          }}
        />${own
          ? html`<datalist id=${own}>${suggestions.map((word) => html`<option value=${word}></option>`)}</datalist>`
          : nothing}`,
    odd(form, path, isText),
  );
}

export function numberField(
  form: Form,
  path: Path,
  label: string,
  extras: Extras & { placeholder?: string } = {},
): TemplateResult {
  const value = valueAt(form.config, path);
  return field(
    path,
    label,
    extras,
    (id, describedBy) =>
      html`<input
        id=${id}
        type="number"
        min="0"
        step="1"
        inputmode="numeric"
        placeholder=${extras.placeholder ?? nothing}
        aria-describedby=${describedBy}
        .value=${isNumber(value) ? String(value) : ""}
        @input=${(event: Event) => {
          const typed = inputOf(event).valueAsNumber;
          if (Number.isFinite(typed)) form.put(path, typed);
        }}
        @wheel=${(event: Event) => inputOf(event).blur()}
        @blur=${(event: Event) => {
          const { value: left, validity } = inputOf(event);
          if (left === "" && !validity.badInput && isNumber(value)) form.takeOut(path);
        }}
      />`,
    odd(form, path, isNumber),
  );
}

/** The value of the option that stands for a value that is not known. */
const UNKNOWN = "?";

/** `none` is the option that takes the key away; without it the key is there to stay. */
export function selectField(
  form: Form,
  path: Path,
  label: string,
  options: readonly Option[],
  extras: Extras & { none?: string; isFlag?: boolean } = {},
): TemplateResult {
  const given = valueAt(form.config, path);
  const value = extras.isFlag && isFlag(given) ? String(given) : given;
  const isKnown = options.some((option) => option.value === value);
  const isNone = isAbsent(given);
  const choose = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen === "") form.takeOut(path);
    else if (chosen !== UNKNOWN) form.put(path, extras.isFlag ? chosen === "true" : chosen);
  };
  return field(
    path,
    label,
    extras,
    (id, describedBy) =>
      html`<select id=${id} aria-describedby=${describedBy} @change=${choose}>
        ${extras.none !== undefined || isNone
          ? html`<option value="" .selected=${live(isNone)}>${extras.none ?? form.words.notGiven}</option>`
          : nothing}
        ${isKnown || isNone
          ? nothing
          : html`<option value=${UNKNOWN} .selected=${live(true)}>${form.words.unknown(written(given))}</option>`}
        ${options.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`,
        )}
      </select>`,
  );
}

/** The keys of an object that no control shows, each leading to its place in the text. */
export function otherKeys(form: Form, path: Path, known: readonly string[]): TemplateResult | typeof nothing {
  const { words } = form;
  const given = valueAt(form.config, path);
  const others = Object.keys(isFields(given) ? given : {}).filter((key) => !known.includes(key));
  if (others.length === 0) return nothing;
  return html`<p class="others hint">
    ${words.otherKeys}
    ${others.map(
      (key) =>
        html`<button
          type="button"
          class="link"
          aria-label=${words.goToKey(key)}
          @click=${() => form.toJson([...path, key])}
        >
          ${key}
        </button> `,
    )}
  </p>`;
}

interface Switch {
  label: string;
  hint?: string | undefined;
  /** Beside the label, for screen readers only. */
  accessibleLabel?: string;
  isOn: boolean;
  toggle: (isOn: boolean) => void;
}

/** A switch for anything that is on or off. */
export function switchAt(form: Form, path: Path, given: Switch, isUnderstood = isFlag): TemplateResult {
  const id = idOf(path);
  return html`<div class="field" data-at=${at(path)}>
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-label=${given.accessibleLabel ?? nothing}
        aria-describedby=${`${id}-odd ${id}-hint`}
        .checked=${live(given.isOn)}
        @change=${(event: Event) => given.toggle(inputOf(event).checked)}
      />
      <span>${given.label}</span>
    </label>
    ${odd(form, path, isUnderstood)}
    ${given.hint ? html`<p class="hint" id=${`${id}-hint`}>${given.hint}</p>` : nothing}
  </div>`;
}

/** A switch for a flag; until somebody chooses, it shows what is taken. */
export function flagSwitch(
  form: Form,
  path: Path,
  label: string,
  extras: { hint?: string; standard?: boolean; accessibleLabel?: string } = {},
): TemplateResult {
  const value = valueAt(form.config, path);
  const { hint, standard = false, accessibleLabel } = extras;
  return switchAt(form, path, {
    label,
    hint,
    ...(accessibleLabel === undefined ? {} : { accessibleLabel }),
    isOn: isFlag(value) ? value : standard,
    toggle: (isOn) => form.put(path, isOn),
  });
}

/** A field and a button for a new entry of a list, which is written only once it has a name. */
export function adder(label: string, button: string, add: (name: string) => void, list?: string): TemplateResult {
  const take = (from: HTMLElement): void => {
    const input = from.closest(".adder")?.querySelector("input");
    const name = input?.value.trim() ?? "";
    if (!input || name === "") return input?.focus();
    add(name);
    input.value = "";
    input.focus();
  };
  return html`<div class="adder">
    <input
      type="text"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      list=${list ?? nothing}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        take(event.target as HTMLElement);
      }}
    />
    <button type="button" @click=${(event: Event) => take(event.currentTarget as HTMLElement)}>${button}</button>
  </div>`;
}

export interface Section {
  path: Path;
  heading: string;
  means: string;
  isOpen?: boolean;
}

export function section({ path, heading, means, isOpen = true }: Section, content: TemplateResult): TemplateResult {
  return html`<details class="section" data-at=${at(path)} ?open=${isOpen}>
    <summary>
      <h4>${heading}</h4>
      <span class="soft small">${means}</span>
    </summary>
    <div class="content">${content}</div>
  </details>`;
}
