import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Problem, Side } from "../model/engine.ts";
import { lineStart, locate, type Span } from "../model/pointer.ts";
import type { Input, Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, panel, tones } from "../styles/shared.ts";
import { editorStyles } from "./editor.styles.ts";
import { notesStyles } from "./notes.styles.ts";
import { notes } from "./notes.ts";

/** A text longer than this is not put into a text field, which would lay out every line of it. */
export const EDITABLE_CHARS = 1_000_000;

/** One of the two inputs as JSON text: typed, pasted, dropped or chosen as a file. */
@customElement("rc-editor")
export class EditorElement extends LitElement {
  @property({ attribute: false }) side!: Side;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) input!: Input;
  @property({ attribute: false }) problem: Problem | undefined;
  /** Without a heading and tools of its own: it is part of a panel that has them. */
  @property({ type: Boolean, reflect: true }) embedded = false;
  @query("textarea") private field!: HTMLTextAreaElement | null;
  @query(".gutter") private gutter!: HTMLElement | null;

  /** Where what was put in from outside ends. */
  #changedUntil: number | undefined;

  static override styles = [base, controls, tones, panel, notesStyles, editorStyles];

  /** Selects the value that a JSON Pointer of this side means. */
  reveal(pointer: string): void {
    this.#select(locate(this.input.text, pointer) ?? { start: 0, end: 0 });
  }

  /** Takes the focus where what had it is gone. */
  start(): void {
    this.field?.focus({ preventScroll: true });
  }

  revealProblem(): void {
    const { problem } = this;
    if (problem?.line !== undefined) {
      const start = lineStart(this.input.text, problem.line) + Math.max(0, (problem.column ?? 1) - 1);
      this.#select({ start, end: start });
    } else if (problem?.path !== undefined) {
      this.reveal(problem.path.replace(`/${this.side}`, ""));
    }
  }

  protected override willUpdate(): void {
    const { field, input } = this;
    this.#changedUntil = field && field.value !== input.text ? endOfChange(field.value, input.text) : undefined;
  }

  protected override updated(_: PropertyValues<this>): void {
    // Changed by something else than typing, whoever is in the field goes on where the change is.
    const until = this.#changedUntil;
    if (until !== undefined && this.field?.matches(":focus")) this.#select({ start: until, end: until });
    this.#scrolled();
  }

  protected override render(): TemplateResult {
    const { strings, input, problem } = this;
    const tooLong = input.text.length > EDITABLE_CHARS;
    return html`<section class=${problem ? "bad" : ""} aria-labelledby=${this.embedded ? nothing : "heading"}>
      ${this.embedded ? nothing : this.#header(tooLong)}
      <div role="status" class="notes">${notes(this)}</div>
      ${tooLong ? html`<p class="summary">${strings.tooLongToEdit(size(input.text))}</p>` : this.#field()}
    </section>`;
  }

  #header(tooLong: boolean): TemplateResult {
    const { strings, side, problem } = this;
    return html`<header>
      <div class="title">
        <h3 id="heading">${strings.input[side]}</h3>
        <p class="soft small" id="meaning">${strings.inputMeans[side]}</p>
      </div>
      <div class="tools">
        <button type="button" ?hidden=${tooLong} ?disabled=${problem !== undefined} @click=${this.tidy}>
          ${strings.format}
        </button>
        <label class="button">
          ${side === "roster" ? strings.chooseFiles : strings.chooseFile}
          <input
            class="visually-hidden"
            type="file"
            accept=${side === "config" ? ".json,application/json" : nothing}
            ?multiple=${side === "roster"}
            aria-describedby="heading"
            @change=${this.#choose}
          />
        </label>
      </div>
    </header>`;
  }

  #field(): TemplateResult {
    const { input, problem } = this;
    return html`<div class="field">
      <div class="gutter" aria-hidden="true">${this.#lineNumbers()}</div>
      <textarea
        aria-labelledby=${this.embedded ? nothing : "heading"}
        aria-label=${this.embedded ? this.strings.input[this.side] : nothing}
        aria-describedby="meaning problem"
        aria-invalid=${problem ? "true" : "false"}
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        .value=${live(input.text)}
        @input=${(event: Event) => this.preview.inputs.edit(this.side, (event.target as HTMLTextAreaElement).value)}
        @paste=${this.#paste}
        @scroll=${this.#scrolled}
      ></textarea>
    </div>`;
  }

  #lineNumbers(): TemplateResult {
    const count = this.input.text.split("\n").length;
    const numbers = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).join("\n");
    const line = this.problem?.line;
    if (line === undefined) return html`${numbers(1, count)}`;
    return html`${numbers(1, line - 1)}${line > 1 ? "\n" : nothing}<b>${line}</b>${line < count ? "\n" : nothing}${numbers(line + 1, count)}`;
  }

  #choose(event: Event): void {
    const chooser = event.target as HTMLInputElement;
    void this.preview.inputs.take([...(chooser.files ?? [])], this.side);
    chooser.value = ""; // so that the same file can be chosen again
  }

  /** A long text is taken before the field sees it: the field would stand still over it. */
  #paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const { field, input } = this;
    if (!field || input.text.length + pasted.length <= EDITABLE_CHARS) return;
    event.preventDefault();
    const before = input.text.slice(0, field.selectionStart);
    this.preview.inputs.replace(this.side, before + pasted + input.text.slice(field.selectionEnd));
  }

  /** Lays the text out anew. */
  tidy(): void {
    try {
      const tidy = `${JSON.stringify(JSON.parse(this.input.text), null, 2)}\n`;
      if (tidy !== this.input.text) this.preview.inputs.replace(this.side, tidy);
    } catch {
      // Not JSON: the check has said so, with the place.
    }
  }

  #select({ start, end }: Span): void {
    const { field } = this;
    if (!field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
    const line = this.input.text.slice(0, start).split("\n").length;
    field.scrollTop = Math.max(0, line * lineHeight - field.clientHeight / 2);
    field.scrollLeft = 0;
    this.scrollIntoView({ block: "nearest" });
  }

  #scrolled(): void {
    if (this.field && this.gutter) this.gutter.scrollTop = this.field.scrollTop;
  }
}

const size = (text: string): string => `${(text.length / 1_000_000).toFixed(1)} MB`;

/** Where in `text` what was not in `before` ends. */
function endOfChange(before: string, text: string): number {
  let same = 0;
  while (same < Math.min(before.length, text.length) && before.at(-1 - same) === text.at(-1 - same)) same++;
  return text.length - same;
}
