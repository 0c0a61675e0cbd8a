import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Assignment } from "rolecall";
import { fileAt, type Problem, type Understood } from "../model/engine.ts";
import type { Input, Preview } from "../model/preview.ts";
import { isInForce, type RosterFile } from "../model/roster.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, panel, tones } from "../styles/shared.ts";
import "./assignment.ts";
import type { AssignmentElement } from "./assignment.ts";
import "./file.ts";
import type { FileElement } from "./file.ts";
import { filesStyles } from "./files.styles.ts";
import { INFO_ICON } from "./icons.ts";

/** A screen reader hears how the files stand once they have settled. */
const ANNOUNCE_AFTER_MS = 700;

/** The roster as the files that it is made of. */
@customElement("rc-files")
export class FilesElement extends LitElement {
  readonly side = "roster";
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) input!: Input;
  @property({ attribute: false }) files: readonly RosterFile[] = [];
  @property({ attribute: false }) understood: Understood | undefined;
  @property({ attribute: false }) assignment: Assignment | undefined;
  @property({ attribute: false }) problem: Problem | undefined;
  @state() private announced = "";
  @query("h3") private heading!: HTMLElement;
  @query("rc-assignment") private question!: AssignmentElement | null;
  @queryAll("rc-file") private entries!: NodeListOf<FileElement>;

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, controls, tones, panel, filesStyles];

  /** Shows what a JSON Pointer of the roster leads to: a file, or the question that it is about. */
  reveal(pointer: string): void {
    const found = fileAt(this.files.filter(isInForce), `/roster${pointer}`);
    if (found) this.#entry(found.file.id)?.start();
    else if (this.question && pointer.startsWith("/directory")) this.question.start();
    else this.start();
  }

  /** Shows the first file that something is to be done about. */
  revealProblem(): void {
    const waiting = this.files.find((file) => !isInForce(file));
    const entry = waiting && this.#entry(waiting.id);
    if (entry) entry.start();
    else this.start();
  }

  /** Takes the focus where what had it is gone. */
  start(): void {
    this.heading.focus({ preventScroll: true });
    this.heading.scrollIntoView({ block: "nearest" });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("files") && !changed.has("strings")) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.announced = this.#summary()), ANNOUNCE_AFTER_MS);
  }

  protected override render(): TemplateResult {
    const { strings, preview, files, understood, assignment, problem } = this;
    const words = strings.files;
    const asks = understood?.isAssignmentUnknown === true;
    return html`<section aria-labelledby="heading">
      <header>
        <div class="title">
          <h3 id="heading" tabindex="-1">${strings.input.roster}</h3>
          <p class="soft small">${words.means}</p>
        </div>
        <label class="button">
          ${words.add}
          <input class="visually-hidden" type="file" multiple aria-describedby="heading" @change=${this.#choose} />
        </label>
      </header>
      <div role="status" class="notes">${this.#note()}</div>
      <div class="body">
        ${asks
          ? html`<rc-assignment
              .strings=${strings}
              .preview=${preview}
              .understood=${understood}
              .assignment=${assignment}
              .files=${files.filter((file) => isInForce(file) && file.side === "directory").map(({ name }) => name)}
            ></rc-assignment>`
          : nothing}
        <ul>
          ${repeat(
            files,
            ({ id }) => id,
            (file) => html`<li>
              <rc-file .strings=${strings} .preview=${preview} .file=${file} @removed=${this.#removed}></rc-file>
            </li>`,
          )}
        </ul>
        <footer class="small">
          <p class="soft">${words.textKept}</p>
          <p class="actions">
            <button
              class="link"
              type="button"
              ?hidden=${problem !== undefined || !files.some(isInForce) || !preview.inputs.isEditable}
              @click=${() => void preview.editAsJson()}
            >
              ${words.asJson}
            </button>
            <button class="link" type="button" @click=${() => preview.inputs.removeAll()}>${words.removeAll}</button>
          </p>
        </footer>
      </div>
      <p class="visually-hidden" role="status">${this.announced}</p>
    </section>`;
  }

  #note(): TemplateResult | typeof nothing {
    const { note } = this.input;
    if (!note) return nothing;
    return html`<p class="note plain small">
      ${INFO_ICON}
      <span>
        ${note.says(this.strings)}
        <button class="link" type="button" @click=${() => this.preview.inputs.undo("roster")}>${this.strings.undo}</button>
      </span>
    </p>`;
  }

  #entry(id: number): FileElement | undefined {
    return [...this.entries].find((entry) => entry.file.id === id);
  }

  #removed(): void {
    void this.updateComplete.then(() => this.isConnected && this.start());
  }

  #choose(event: Event): void {
    const chooser = event.target as HTMLInputElement;
    void this.preview.inputs.take([...(chooser.files ?? [])], "roster");
    chooser.value = ""; // so that the same file can be chosen again
  }

  #summary(): string {
    const asked = this.files.filter(({ question }) => question !== undefined).length;
    const bad = this.files.filter(({ problem }) => problem !== undefined).length;
    return this.strings.files.summary(this.files.length - asked - bad, asked, bad);
  }
}
