import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Locale } from "rolecall";
import type { Answered } from "../model/engine.ts";
import { planOf } from "../model/settings.ts";
import { parsed, valueAt } from "../model/settings-text.ts";
import type { Strings } from "../strings/index.ts";
import { base } from "../styles/shared.ts";
import { onPaper } from "./paper.styles.ts";
import { unfold, whilePrinting } from "./printing.ts";

/** On top of the paper: whose answer it is, from when, and what it is based on. */
@customElement("rc-paper-head")
export class PaperHeadElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered: Answered | undefined;
  @property({ attribute: false }) locale!: Locale;
  @state() private now: Date | undefined;

  #leave: (() => void) | undefined;
  #fold: (() => void) | undefined;

  static override styles = [
    base,
    onPaper,
    css`
      p strong {
        font-size: 1.125rem;
        font-weight: 650;
      }
      ul {
        margin-top: 0.25rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = whilePrinting(
      () => this.#begin(),
      () => this.#end(),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings, answered, now } = this;
    if (!answered || !now) return nothing;
    const words = strings.share.printed;
    const config = parsed(answered.config) ?? {};
    const name = valueAt(config, ["organization", "name"]);
    const plan = planOf(config);
    const date = new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeStyle: "short" }).format(now);
    return html`<p>
        ${typeof name === "string" ? html`<strong>${name}</strong> · ` : nothing}${plan
          ? `${words.plan}: ${strings.settings.planName[plan]} · `
          : nothing}${date}
      </p>
      <ul class="small soft">
        ${answered.report.sources.map(
          ({ name, side, format, rows, people }) =>
            html`<li>
              ${words.sources}: ${name ?? strings.files.side[side]} (${strings.files.format[format]}), ${words.rows(rows, people)}
            </li>`,
        )}
      </ul>`;
  }

  #begin(): void {
    if (this.#fold) return;
    this.now = new Date();
    this.performUpdate();
    this.#fold = unfold(this.getRootNode() as ShadowRoot);
  }

  #end(): void {
    this.#fold?.();
    this.#fold = this.now = undefined;
  }
}
