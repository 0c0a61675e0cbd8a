import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Supposed } from "../model/input.ts";
import type { Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import "./copy.ts";
import { CHECKED_ICON, WARNING_ICON } from "./icons.ts";
import { asList } from "./repairs.ts";

/** What has just been applied, with the way back; and what the answer supposes to have been done elsewhere. */
@customElement("rc-supposed")
export class SupposedElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) applied: string | undefined;
  @property({ attribute: false }) supposed: readonly Supposed[] = [];

  static override styles = [
    base,
    controls,
    tones,
    css`
      :host,
      .contents {
        display: contents;
      }
      @media print {
        button.link {
          display: none;
        }
      }
      .group {
        display: flex;
        scroll-margin-top: 1rem;
        gap: 0.625rem;
        padding: 0.625rem 1rem;
        border: 1px solid var(--tone-line);
        border-radius: var(--radius);
        background: var(--tone-tint);
        overflow-wrap: anywhere;
      }
      .group > svg {
        margin-top: 0.15rem;
        color: var(--tone);
      }
      .group > div {
        min-width: 0;
      }
      .applied {
        align-items: center;
      }
      ul {
        margin-bottom: 0.375rem;
        padding-inline-start: 1.125rem;
        list-style: disc;
      }
      strong {
        font-weight: 650;
      }
    `,
  ];

  /** Takes the focus, which has gone with what was applied. */
  async start(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".applied button")?.focus();
  }

  protected override render(): TemplateResult {
    const { strings, applied, supposed, preview } = this;
    const words = strings.mend;
    return html`<div role="status" class="contents">
        ${applied === undefined
          ? nothing
          : html`<div class="group good applied">
              ${CHECKED_ICON}
              <p>
                ${words.applied(applied)}
                <button class="link" type="button" @click=${() => preview.inputs.undoEdit()}>${words.undo}</button>
              </p>
            </div>`}
      </div>
      ${supposed.length === 0
        ? nothing
        : html`<section class="group caution" aria-labelledby="supposed">
            ${WARNING_ICON}
            <div>
              <p id="supposed"><strong>${words.supposed(supposed.length)}.</strong> ${words.supposedMeans}</p>
              <ul>
                ${supposed.map(({ title, where }) => html`<li>${title} <span class="soft small">${words.where[where]}</span></li>`)}
              </ul>
              <rc-copy
                .strings=${strings}
                label=${words.copyElsewhere}
                .text=${() => asList(words.elsewhere, supposed, strings)}
              ></rc-copy>
            </div>
          </section>`}`;
  }
}
