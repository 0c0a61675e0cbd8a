import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Preview } from "../../model/preview.ts";
import { KNOWN_KEYS } from "../../model/settings-catalog.ts";
import { isOptional, type DirectoryGroup } from "../../model/settings.ts";
import {
  pointerOf,
  put,
  remove,
  sourceAt,
  valueAt,
  type Fields,
  type Path,
  type Verbatim,
} from "../../model/settings-text.ts";
import type { Strings } from "../../strings/index.ts";
import type { SettingsStrings } from "../../strings/settings.ts";
import { base, controls, tones } from "../../styles/shared.ts";
import { expert } from "./expert.ts";
import type { Form } from "./fields.ts";
import { formStyles } from "./form.styles.ts";
import { GroupsElement } from "./groups.ts";
import { provisioning, saved } from "./mapping.ts";
import { actor, organization, parent } from "./parts.ts";

const FOUND_MS = 2_000;
const CONTROLS = "input, select, rc-groups, button";

/** The configuration as a form: it reads the text and changes it in place. */
@customElement("rc-settings-form")
export class SettingsFormElement extends LitElement implements Form {
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  /** What the text said when it could be read last. */
  @property({ attribute: false }) config!: Fields;
  @property({ attribute: false }) groups: readonly DirectoryGroup[] = [];
  @property({ attribute: false }) administrators: readonly string[] = [];
  @property({ type: Boolean }) isDisabled = false;

  /** What was switched off, as it was written, for as long as nobody else changes the text. */
  #putAway = new Map<string, Verbatim>();
  #text: string | undefined;
  #focusNext: Path | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, controls, tones, formStyles];

  get words(): SettingsStrings {
    return this.strings.settings;
  }

  put(path: Path, value: unknown): void {
    this.#edit(path, (text) => put(text, path, value));
  }

  takeOut(path: Path): void {
    this.#edit(path, (text) => remove(text, path, isOptional));
  }

  copy(from: Path, to: Path): void {
    this.put(to, valueAt(this.config, from));
  }

  putAway(path: Path): void {
    const source = sourceAt(this.preview.inputs.config.text, path);
    this.takeOut(path);
    if (source) this.#putAway.set(pointerOf(path), source);
  }

  bringBack(path: Path, otherwise: unknown): void {
    this.put(path, this.#putAway.get(pointerOf(path)) ?? otherwise);
  }

  focusLater(path: Path): void {
    this.#focusNext = path;
  }

  toJson(path: Path): void {
    this.dispatchEvent(new CustomEvent("to-json", { detail: pointerOf(path) }));
  }

  /** Leads to the control of a JSON Pointer or to the nearest one around it; false where there is none. */
  reveal(pointer: string): boolean {
    const found = this.#nearest(pointer);
    if (!found) return false;
    for (let around: Element | null = found; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    this.#focus(found, pointer);
    found.scrollIntoView({ block: "center" });
    this.#mark(found);
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(_: PropertyValues<this>): void {
    const { text } = this.preview.inputs.config;
    if (this.#text !== text) this.#putAway.clear();
    this.#text = text;
    const next = this.#focusNext;
    this.#focusNext = undefined;
    const found = next && this.#nearest(pointerOf(next));
    if (found) this.#focus(found, pointerOf(next));
  }

  protected override render(): TemplateResult {
    return html`<fieldset class="all" ?disabled=${this.isDisabled}>
      ${organization(this)} ${parent(this)} ${provisioning(this)} ${saved(this)} ${actor(this)} ${expert(this)}
      ${this.#otherKeys()}
    </fieldset>`;
  }

  #otherKeys(): TemplateResult | typeof nothing {
    const { words } = this;
    const others = Object.keys(this.config).filter((key) => !KNOWN_KEYS.includes(key));
    if (others.length === 0) return nothing;
    return html`<p class="others hint">
      ${words.otherKeys}
      ${others.map(
        (key) =>
          html`<button type="button" class="link" aria-label=${words.goToKey(key)} @click=${() => this.toJson([key])}>
            ${key}
          </button> `,
      )}
    </p>`;
  }

  #edit(path: Path, change: (text: string) => string): void {
    if (this.isDisabled) return;
    const { text } = this.preview.inputs.config;
    const next = change(text);
    if (next === text) return;
    this.#text = next;
    this.preview.inputs.edit("config", next, pointerOf(path));
  }

  #nearest(pointer: string): HTMLElement | undefined {
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-at]")];
    const around = places.filter(({ dataset: { at = "" } }) => pointer === at || pointer.startsWith(`${at}/`));
    // Of a section and a control for the same place, the control.
    const depth = ({ dataset: { at = "" } }: HTMLElement) => at.length;
    return around.reduce<HTMLElement | undefined>(
      (best, one) => (best && depth(best) > depth(one) ? best : one),
      undefined,
    );
  }

  #focus(found: HTMLElement, pointer: string): void {
    const control =
      found.querySelector<HTMLElement>("input[type=radio]:checked") ?? found.querySelector<HTMLElement>(CONTROLS);
    if (!(control instanceof GroupsElement)) return control?.focus({ preventScroll: true });
    const [, index] = /\/(\d+)$/.exec(pointer.slice(control.pointer.length)) ?? [];
    control.reveal(index === undefined ? undefined : Number(index));
  }

  #mark(found: HTMLElement): void {
    clearTimeout(this.#timer);
    for (const marked of this.renderRoot.querySelectorAll("[data-found]")) marked.removeAttribute("data-found");
    found.setAttribute("data-found", "");
    this.#timer = setTimeout(() => found.removeAttribute("data-found"), FOUND_MS);
  }
}
