import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Came } from "../model/arrival.ts";
import type { Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { INFO_ICON, WARNING_ICON } from "./icons.ts";
import { notesStyles } from "./notes.styles.ts";

/** Without a note it takes no room, and is there to speak of one. */
const linkedStyles = css`
  :host {
    display: contents;
  }
  [role="status"]:empty {
    position: absolute;
  }
  .note {
    border: 1px solid var(--tone-line);
    border-radius: var(--radius);
  }
`;

/** What became of the link that the page was opened with, and the way back. */
@customElement("rc-linked")
export class LinkedElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) came: Came | undefined;
  /** The roster names nobody yet. */
  @property({ type: Boolean }) rosterless = false;

  static override styles = [base, controls, tones, notesStyles, linkedStyles];

  protected override render(): TemplateResult {
    return html`<div role="status">${this.came ? this.#note(this.came) : nothing}</div>`;
  }

  #note(came: Came): TemplateResult {
    const { strings, preview } = this;
    const words = strings.share;
    const isOpen = came === "opened";
    return html`<div class="note ${isOpen ? "calm" : "caution"}">
      ${isOpen ? INFO_ICON : WARNING_ICON}
      <p>
        <strong>${words.came[came]}</strong>
        ${isOpen && this.rosterless ? words.putRoster : nothing} ${isOpen ? words.keptOnceEdited : nothing}
        ${isOpen
          ? html`<button class="link" type="button" @click=${() => preview.arrival.undo()}>${strings.undo}</button>`
          : nothing}
        <button class="link" type="button" @click=${() => preview.arrival.dismiss()}>${strings.dismiss}</button>
      </p>
    </div>`;
  }
}
