import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";

/** What this browser keeps of the page, and the way to clear it. */
@customElement("rc-kept")
export class KeptElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ type: Boolean }) config = false;
  @property({ type: Boolean }) roster = false;
  @property({ attribute: false }) said: Preview["keeper"]["said"];

  static override styles = [
    base,
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
        color: var(--ink-soft);
        font-size: var(--small);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        min-height: 1.5rem;
      }
      input {
        width: 1rem;
        height: 1rem;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { strings, preview, config, roster, said } = this;
    return html`<div>
      ${config ? html`<span>${strings.kept.config}</span>` : nothing}
      <label>
        <input type="checkbox" .checked=${roster} @change=${this.#toggle} />
        ${strings.kept.roster}
      </label>
      ${config || roster
        ? html`<button class="link" type="button" @click=${() => void preview.keeper.clear()}>${strings.kept.clear}</button>`
        : nothing}
      <span role="status">${said ? strings.kept.said[said] : nothing}</span>
    </div>`;
  }

  #toggle(event: Event): void {
    this.preview.keepRoster((event.target as HTMLInputElement).checked);
  }
}
