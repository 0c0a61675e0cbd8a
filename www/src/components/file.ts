import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ColumnMap, SourceProblem, SourceReport } from "rolecall";
import type { RosterSide } from "../model/engine.ts";
import type { Preview } from "../model/preview.ts";
import { GROUP_FORMATS, type Question, type RosterFile, type Said } from "../model/roster.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import "./columns.ts";
import { fileStyles } from "./file.styles.ts";
import { formStyles } from "./files.styles.ts";
import { CHECKED_ICON, QUESTION_ICON, WARNING_ICON, type Look } from "./icons.ts";

const PROBLEMS = 3;

/** One file of the roster: what it was taken for, what was read of it, what is to be asked about it. */
@customElement("rc-file")
export class FileElement extends LitElement {
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) file!: RosterFile;
  /** A question that has been answered and is opened once more. */
  @state() private reopened: Question | undefined;
  @query(".name") private heading!: HTMLElement;

  static override styles = [base, controls, tones, formStyles, fileStyles];

  start(): void {
    this.heading.focus({ preventScroll: true });
    this.heading.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { strings, file } = this;
    const words = strings.files;
    const { tone, icon } = this.#look();
    const question = file.question ?? this.reopened;
    return html`<article class=${tone} aria-labelledby="name">
      <div class="top">
        ${icon}
        <div>
          <h4 class="name" id="name" tabindex="-1">${file.name}</h4>
          <p class="kind">
            <span>${this.#kind()}</span>
            ${file.problem === undefined && file.question === undefined ? this.#side() : nothing}
          </p>
        </div>
        <button class="remove" type="button" aria-label=${words.removeFile(file.name)} @click=${this.#remove}>
          ${words.remove}
        </button>
      </div>
      ${file.reports.map((report) => this.#read(report))} ${this.#problem()}
      ${question ? html`<div class="ask">${this.#question(question)}</div>` : this.#again()}
    </article>`;
  }

  #look(): Look {
    if (this.file.problem !== undefined) return { tone: "bad", icon: WARNING_ICON };
    if (this.file.question !== undefined) return { tone: "caution", icon: QUESTION_ICON };
    return { tone: "good", icon: CHECKED_ICON };
  }

  #kind(): string {
    const words = this.strings.files;
    const { format, question } = this.file;
    if (format !== undefined) return words.format[format];
    return question === "columns" ? words.unknownTable : words.unreadable;
  }

  #side(): TemplateResult {
    const words = this.strings.files;
    const { file } = this;
    if (file.isWhole) return html`<span>${words.wholeRoster}</span>`;
    if (!file.isEither) return html`<span>${words.side[file.side]}</span>`;
    return html`<select
      aria-label=${words.sideOf(file.name)}
      @change=${(event: Event) => this.#tell({ side: (event.target as HTMLSelectElement).value as RosterSide })}
    >
      ${(["members", "directory"] as const).map(
        (side) => html`<option value=${side} .selected=${side === file.side}>${words.side[side]}</option>`,
      )}
    </select>`;
  }

  #read(report: SourceReport): TemplateResult {
    const words = this.strings.files;
    const { rows, people, groups, leftOut, notes, problems } = report;
    return html`<ul class="counts">
        ${this.file.reports.length > 1 ? html`<li class="soft">${words.side[report.side]}</li>` : nothing}
        <li>${words.rows(rows)}</li>
        <li>${words.people(people)}</li>
        ${groups > 0 ? html`<li>${words.groups(groups)}</li>` : nothing}
        ${leftOut > 0 ? html`<li class="caution strong">${words.leftOut(leftOut)}</li>` : nothing}
      </ul>
      ${this.file.group === undefined ? nothing : html`<p class="note">${words.group(this.file.group)}</p>`}
      ${notes.map((note) => html`<p class="note soft">${note}</p>`)} ${problems.length > 0 ? this.#rows(problems) : nothing}`;
  }

  #rows(problems: readonly SourceProblem[]): TemplateResult {
    const list = html`<ul class="problems">
      ${problems.map(({ line, column, message }) => html`<li>${this.#place(line, column)}${message}</li>`)}
    </ul>`;
    if (problems.length <= PROBLEMS) return list;
    return html`<details>
      <summary>${this.strings.files.problems(problems.length)}</summary>
      ${list}
    </details>`;
  }

  #place(line: number | null | undefined, column: number | null | undefined): TemplateResult | typeof nothing {
    if (line === null || line === undefined) return nothing;
    return html`<span class="place">${this.strings.position(line, column ?? 1)}:</span> `;
  }

  #problem(): TemplateResult | typeof nothing {
    const { strings } = this;
    const { problem } = this.file;
    if (problem === undefined) return nothing;
    if (typeof problem === "string") return html`<p class="problem">${strings.unread[problem]}</p>`;
    const { code, line, column, message, help } = problem;
    const says = line !== undefined && message.includes(strings.position(line, column ?? 1));
    return html`<p class="problem" data-code=${code}>${says ? nothing : this.#place(line, column)}${message}</p>
      ${help ? html`<p class="note soft">${help}</p>` : nothing}`;
  }

  #question(question: Question): TemplateResult {
    const words = this.strings.files;
    const { file } = this;
    const cancel = file.question
      ? nothing
      : html`<button type="button" @click=${this.#close}>${words.cancel}</button>`;
    switch (question) {
      case "columns":
        return html`<rc-columns
          .strings=${this.strings}
          .file=${file}
          @columns=${(event: CustomEvent<{ side: RosterSide; columns: ColumnMap }>) => this.#tell(event.detail)}
          @cancel=${this.#close}
        ></rc-columns>`;
      case "side":
        return html`<form @submit=${this.#tellSide}>
          <fieldset>
            <legend class="question">${words.sideQuestion}</legend>
            <div class="choices">${sideChoices(this.strings, file.side)}</div>
          </fieldset>
          <div class="buttons"><button class="primary">${words.use}</button></div>
        </form>`;
      case "group":
        return html`<form @submit=${this.#tellGroup}>
          <p class="question">${words.groupQuestion}</p>
          <p class="soft" id="intro">${words.groupIntro}</p>
          <label>
            <span>${words.groupName}</span>
            <input type="text" name="group" required pattern=".*\\S.*" aria-describedby="intro" .value=${file.group ?? stem(file.name)} />
          </label>
          <div class="buttons"><button class="primary">${words.useGroup}</button>${cancel}</div>
        </form>`;
      case "whole":
        return html`<p class="question">${words.wholeQuestion}</p>
          <p class="soft">${words.wholeIntro}</p>
          <div class="buttons">
            <button class="primary" type="button" @click=${() => void this.preview.inputs.useWhole(file)}>${words.useWhole}</button>
          </div>`;
    }
  }

  /** What has been answered may be answered otherwise. */
  #again(): TemplateResult | typeof nothing {
    const words = this.strings.files;
    const { format, side } = this.file;
    const question = format === "csv" ? "columns" : side === "directory" && GROUP_FORMATS.has(format) ? "group" : undefined;
    if (question === undefined) return nothing;
    return html`<p class="again">
      <button class="link" type="button" @click=${() => (this.reopened = question)}>
        ${question === "columns" ? words.changeColumns : words.nameGroup}
      </button>
    </p>`;
  }

  #tell(said: Said): void {
    this.reopened = undefined;
    void this.preview.inputs.tell(this.file.id, said);
    void this.updateComplete.then(() => this.renderRoot instanceof ShadowRoot && !this.renderRoot.activeElement && this.start());
  }

  #close(): void {
    this.reopened = undefined;
    void this.updateComplete.then(() => this.start());
  }

  #tellSide(event: SubmitEvent): void {
    event.preventDefault();
    this.#tell({ side: new FormData(event.target as HTMLFormElement).get("side") as RosterSide });
  }

  #tellGroup(event: SubmitEvent): void {
    event.preventDefault();
    const group = String(new FormData(event.target as HTMLFormElement).get("group")).trim();
    if (group) this.#tell({ group });
  }

  #remove(): void {
    this.dispatchEvent(new CustomEvent("removed"));
    this.preview.inputs.remove(this.file.id);
  }
}

/** The two sides to choose from, for a form. */
export const sideChoices = (strings: Strings, chosen: RosterSide, change?: (side: RosterSide) => void): TemplateResult[] =>
  (["members", "directory"] as const).map(
    (side) => html`<label class="choice">
      <input type="radio" name="side" value=${side} .checked=${side === chosen} @change=${() => change?.(side)} />
      <span>${strings.files.side[side]} <span class="soft">${strings.files.sideMeans[side]}</span></span>
    </label>`,
  );

/** A file's name without what tells its type. */
const stem = (name: string): string => name.replace(/\.[^.]+$/, "");
