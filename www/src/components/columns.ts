import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Column, ColumnMap } from "rolecall";
import type { RosterSide } from "../model/engine.ts";
import { COLUMNS, type RosterFile } from "../model/roster.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import { sideChoices } from "./file.ts";
import { formStyles } from "./files.styles.ts";

/** The question which column of a table holds what. */
@customElement("rc-columns")
export class ColumnsElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) file!: RosterFile;
  @state() private side: RosterSide = "members";

  static override styles = [
    base,
    controls,
    formStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 0.5rem 0.75rem;
      }
      .columns span {
        display: block;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("file")) this.side = this.file.side;
  }

  protected override render(): TemplateResult {
    const words = this.strings.files;
    const { file, side } = this;
    return html`<form @submit=${this.#submit}>
      <p class="question">${words.columnsQuestion}</p>
      <p class="soft">${words.columnsIntro}</p>
      <fieldset>
        <legend class="question">${words.sideQuestion}</legend>
        <div class="choices">${sideChoices(this.strings, side, (side) => (this.side = side))}</div>
      </fieldset>
      <div class="columns">${COLUMNS[side].map((column) => this.#column(column))}</div>
      <div class="buttons">
        <button class="primary">${words.useColumns}</button>
        ${file.question
          ? nothing
          : html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent("cancel"))}>${words.cancel}</button>`}
      </div>
    </form>`;
  }

  #column(column: Column): TemplateResult {
    const words = this.strings.files;
    const { file } = this;
    const chosen = (file.columns ?? file.guess)[column];
    const isNeeded = column === "email";
    return html`<label>
      <span>${words.column[column]}${isNeeded ? html` <small class="soft">${words.needed}</small>` : nothing}</span>
      <select name=${column} ?required=${isNeeded}>
        <option value="" .selected=${chosen === undefined}>${words.noColumn}</option>
        ${file.headings
          .filter((heading) => heading !== "")
          .map((heading) => html`<option value=${heading} .selected=${heading === chosen}>${heading}</option>`)}
      </select>
    </label>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const columns: ColumnMap = {};
    for (const column of COLUMNS[this.side]) {
      const heading = data.get(column);
      if (typeof heading === "string" && heading !== "") columns[column] = heading;
    }
    this.dispatchEvent(new CustomEvent("columns", { detail: { side: this.side, columns } }));
  }
}
