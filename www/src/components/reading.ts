import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";

/** What is being read, how far that has come, and the way out. */
@customElement("rc-reading")
export class ReadingElement extends LitElement {
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) shown: Preview["progress"]["shown"];
  @property({ type: Number }) done = 0;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.375rem 1rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--calm-line);
        border-radius: var(--radius);
        background: var(--calm-tint);
      }
      p {
        font-weight: 550;
        overflow-wrap: anywhere;
      }
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--accent);
      }
      button {
        grid-row: 1 / span 2;
        grid-column: 2;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { shown, strings } = this;
    return html`<p class="visually-hidden" role="status">${shown ? strings.people.reading(shown.names) : nothing}</p>
      ${shown
        ? html`<section aria-labelledby="what">
            <p id="what">${strings.people.reading(shown.names)}</p>
            ${shown.bytes.total > 0
              ? html`<progress aria-labelledby="what" max=${shown.bytes.total} .value=${shown.bytes.done}></progress>`
              : html`<progress aria-labelledby="what"></progress>`}
            <button type="button" @click=${() => this.preview.cancel()}>${strings.people.cancel}</button>
          </section>`
        : nothing}`;
  }
}
