import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Problem } from "../../model/engine.ts";
import type { Input, Preview } from "../../model/preview.ts";
import type { DirectoryGroup } from "../../model/settings.ts";
import { parsed, type Fields } from "../../model/settings-text.ts";
import type { Strings } from "../../strings/index.ts";
import { base, controls, panel, tones } from "../../styles/shared.ts";
import { EDITABLE_CHARS, EditorElement } from "../editor.ts";
import { INFO_ICON } from "../icons.ts";
import { notesStyles } from "../notes.styles.ts";
import { notes } from "../notes.ts";
import "./form.ts";
import type { SettingsFormElement } from "./form.ts";
import { settingsStyles } from "./settings.styles.ts";

const VIEWS = ["form", "json"] as const;
type View = (typeof VIEWS)[number];

/** The configuration: one text, shown as a form or as it is. */
@customElement("rc-settings")
export class SettingsElement extends LitElement {
  readonly side = "config";
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) input!: Input;
  @property({ attribute: false }) problem: Problem | undefined;
  @property({ attribute: false }) groups: readonly DirectoryGroup[] = [];
  /** Who may be about to save, to choose from. */
  @property({ attribute: false }) administrators: readonly string[] = [];
  @property({ reflect: true }) view: View = "form";
  @state() private config: Fields | undefined;
  @query("rc-editor") private editor!: EditorElement | null;
  @query("rc-settings-form") private form!: SettingsFormElement | null;
  @query("[aria-selected=true]") private tab!: HTMLElement;

  /** Why the form cannot follow the text. */
  #hindrance: "notJson" | "tooLong" | undefined;

  static override styles = [base, controls, tones, panel, notesStyles, settingsStyles];

  /** Leads to the control of a JSON Pointer of the configuration, or to its place in the text. */
  reveal(pointer: string): void {
    if (this.view === "form" && this.#hindrance === undefined && this.form?.reveal(pointer)) return;
    void this.#showJson().then((editor) => editor?.reveal(pointer));
  }

  revealProblem(): void {
    const { problem } = this;
    if (problem?.line === undefined && problem?.path !== undefined)
      return this.reveal(problem.path.replace("/config", ""));
    void this.#showJson().then((editor) => editor?.revealProblem());
  }

  /** Takes the focus where what had it is gone. */
  start(): void {
    this.tab.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("input")?.text === this.input.text) return;
    const { text } = this.input;
    const config = text.length > EDITABLE_CHARS ? undefined : parsed(text);
    this.#hindrance = config ? undefined : text.length > EDITABLE_CHARS ? "tooLong" : "notJson";
    this.config = config ?? this.config;
  }

  protected override render(): TemplateResult {
    const { strings, problem, view } = this;
    const words = strings.settings;
    return html`<section class=${problem ? "bad" : ""} aria-labelledby="heading">
      <header>
        <div class="title">
          <h3 id="heading">${strings.input.config}</h3>
          <p class="soft small">${strings.inputMeans.config}</p>
        </div>
        <div class="tools">
          <button
            type="button"
            ?hidden=${view !== "json"}
            ?disabled=${problem !== undefined}
            @click=${() => this.editor?.tidy()}
          >
            ${strings.format}
          </button>
          <label class="button">
            ${strings.chooseFile}
            <input
              class="visually-hidden"
              type="file"
              accept=".json,application/json"
              aria-describedby="heading"
              @change=${this.#choose}
            />
          </label>
          <div role="tablist" aria-label=${words.view} @keydown=${this.#tabKey}>
            ${VIEWS.map((one) => this.#tab(one))}
          </div>
        </div>
      </header>
      <div id="view" role="tabpanel" aria-labelledby=${`tab-${view}`}>
        ${view === "json" ? this.#json() : this.#form()}
      </div>
    </section>`;
  }

  #tab(one: View): TemplateResult {
    const isSelected = one === this.view;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${one}`}
      aria-controls="view"
      aria-selected=${isSelected ? "true" : "false"}
      tabindex=${isSelected ? "0" : "-1"}
      @click=${() => (this.view = one)}
    >
      ${this.strings.settings[one]}
    </button>`;
  }

  #json(): TemplateResult {
    const { preview, strings, input, problem } = this;
    return html`<rc-editor
      embedded
      .side=${this.side}
      .preview=${preview}
      .strings=${strings}
      .input=${input}
      .problem=${problem}
    ></rc-editor>`;
  }

  #form(): TemplateResult {
    const { preview, strings, config, groups, administrators } = this;
    const words = strings.settings;
    return html`<div role="status" class="notes">
        ${notes(this)}
        ${this.#hindrance
          ? html`<div class="note plain" id="waits">
              ${INFO_ICON}
              <p>
                ${words[this.#hindrance]}
                <button
                  class="link"
                  type="button"
                  @click=${() => void this.#showJson().then((editor) => editor?.start())}
                >
                  ${words.toJson}
                </button>
              </p>
            </div>`
          : nothing}
      </div>
      ${config
        ? html`<rc-settings-form
            .preview=${preview}
            .strings=${strings}
            .config=${config}
            .groups=${groups}
            .administrators=${administrators}
            .isDisabled=${this.#hindrance !== undefined}
            @to-json=${(event: CustomEvent<string>) =>
              void this.#showJson().then((editor) => editor?.reveal(event.detail))}
          ></rc-settings-form>`
        : nothing}`;
  }

  async #showJson(): Promise<EditorElement | null> {
    this.view = "json";
    await this.updateComplete;
    await this.editor?.updateComplete;
    return this.editor;
  }

  #tabKey(event: KeyboardEvent): void {
    const last = VIEWS.length - 1;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: last }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    this.view = VIEWS[edge ?? (VIEWS.indexOf(this.view) + (step ?? 0) + VIEWS.length) % VIEWS.length] ?? "form";
    void this.updateComplete.then(() => this.start());
  }

  #choose(event: Event): void {
    const chooser = event.target as HTMLInputElement;
    void this.preview.inputs.take([...(chooser.files ?? [])], this.side);
    chooser.value = ""; // so that the same file can be chosen again
  }
}
