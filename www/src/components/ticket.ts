import { LitElement, css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Answered } from "../model/engine.ts";
import { isGone } from "../model/problem.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import "./copy.ts";

/** What goes into the change ticket: the answer's fingerprint, which an acknowledgement acknowledges, and the report. */
@customElement("rc-ticket")
export class TicketElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered!: Answered;
  /** The answer on the page is older than the inputs: there is none to take along. */
  @property({ type: Boolean }) stale = false;
  @state() private fingerprint: { answered: Answered; text: string } | undefined;

  #asking = new AbortController();

  static override styles = [
    base,
    controls,
    css`
      section {
        display: grid;
        gap: 0.375rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      h2 {
        font-size: 0.9375rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 0.5rem;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("answered")) void this.#ask(this.answered);
  }

  protected override render(): TemplateResult {
    const { strings, answered, stale, fingerprint } = this;
    const words = strings.mend;
    const current = !stale && fingerprint?.answered === answered ? fingerprint.text : undefined;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.ticket}</h2>
      <p class="small">
        ${words.fingerprint}: <code class="fingerprint">${current ?? "…"}</code><br />
        <span class="soft">${words.fingerprintMeans}</span>
      </p>
      <div class="actions">
        <rc-copy .strings=${strings} label=${words.copyFingerprint} ?disabled=${current === undefined} .text=${() => current ?? ""}></rc-copy>
        <rc-copy
          .strings=${strings}
          label=${words.copyTicket}
          ?disabled=${stale}
          .text=${async () => (await answered.render("markdown")).text()}
        ></rc-copy>
      </div>
    </section>`;
  }

  async #ask(answered: Answered): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      const text = await answered.fingerprint(signal);
      if (!signal.aborted) this.fingerprint = { answered, text };
    } catch (error) {
      if (!signal.aborted && !isGone(error)) throw error;
    }
  }
}
