import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Rendering } from "rolecall";
import type { Answered } from "../model/engine.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import { DOWNLOAD } from "./icons.ts";

const FILES: Record<Rendering, { name: string; type: string }> = {
  markdown: { name: "rolecall-report.md", type: "text/markdown" },
  "people-csv": { name: "rolecall-people.csv", type: "text/csv" },
  "people-json": { name: "rolecall-people.json", type: "application/json" },
};

/** The answer to take along: made here, and handed to the browser as a file. */
@customElement("rc-exports")
export class ExportsElement extends LitElement {
  @property({ attribute: false }) answered!: Answered;
  @property({ attribute: false }) strings!: Strings;
  /** The answer on the page is older than the inputs: there is none to take along. */
  @property({ type: Boolean }) stale = false;

  static override styles = [
    base,
    controls,
    css`
      .files {
        display: contents;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem 0.5rem;
      }
      button:disabled {
        border-color: var(--line);
        color: var(--ink-soft);
        cursor: default;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`<div class="row">
      <div class="files" role="group" aria-labelledby="label">
        <span class="soft small" id="label">${strings.downloadHeading}</span>
        ${(Object.keys(FILES) as Rendering[]).map(
          (as) => html`<button type="button" ?disabled=${this.stale} @click=${() => void this.#download(as)}>
            ${DOWNLOAD}${strings.download[as]}
          </button>`,
        )}
      </div>
      <rc-share .strings=${strings} .answered=${this.answered} ?stale=${this.stale}></rc-share>
    </div>`;
  }

  async #download(as: Rendering): Promise<void> {
    const { name, type } = FILES[as];
    const content = await this.answered.render(as);
    const url = URL.createObjectURL(content.slice(0, content.size, `${type};charset=utf-8`));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    // The browser reads the file after this call has returned.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
