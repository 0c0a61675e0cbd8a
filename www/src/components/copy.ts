import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import { COPY } from "./icons.ts";

const SAID_MS = 4_000;

/** A button that copies a text; where the browser forbids that, the text is shown to be copied by hand. */
@customElement("rc-copy")
export class CopyElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property() label = "";
  /** What is copied; it may have to be made first. */
  @property({ attribute: false }) text!: () => string | Promise<string>;
  @property({ type: Boolean }) disabled = false;
  @state() private said = false;
  /** What could not be copied. */
  @state() private forbidden: string | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.625rem;
      }
      label {
        flex-basis: 100%;
        font-size: var(--small);
      }
      textarea {
        display: block;
        width: 100%;
        margin-top: 0.25rem;
        font: 0.8125rem/1.4 var(--mono);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = this.strings.mend;
    return html`<button type="button" ?disabled=${this.disabled} @click=${() => void this.#copy()}>${COPY}${this.label}</button>
      <span class="soft small" role="status">${this.said ? words.copied : nothing}</span>
      ${this.forbidden === undefined
        ? nothing
        : html`<label>
            ${words.copyByHand}
            <textarea readonly rows="4" .value=${this.forbidden} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
          </label>`}`;
  }

  async #copy(): Promise<void> {
    const text = await this.text();
    clearTimeout(this.#timer);
    try {
      await navigator.clipboard.writeText(text);
      this.forbidden = undefined;
      this.said = true;
      this.#timer = setTimeout(() => (this.said = false), SAID_MS);
    } catch {
      this.forbidden = text;
      await this.updateComplete;
      this.renderRoot.querySelector("textarea")?.focus();
    }
  }
}
