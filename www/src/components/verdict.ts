import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Report } from "rolecall";
import type { Problem } from "../model/engine.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { tell } from "./events.ts";
import { SEVERITY_LOOK, VERDICT_LOOK, WARNING_ICON } from "./icons.ts";

/** A screen reader hears the verdict once typing has paused, not at every keystroke. */
const ANNOUNCE_AFTER_MS = 700;

/** The answer in one sentence. */
@customElement("rc-verdict")
export class VerdictElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) report: Report | undefined;
  @property({ attribute: false }) problem: Problem | undefined;
  /** The names of files that are no part of the answer. */
  @property({ attribute: false }) without: readonly string[] = [];
  @state() private announced = "";

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    controls,
    tones,
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 1rem;
        padding: 1.25rem 1.375rem;
        border: 1px solid var(--tone-line);
        border-radius: var(--radius);
        background: var(--tone-tint);
      }
      section > svg {
        width: 2.25rem;
        height: 2.25rem;
        color: var(--tone);
      }
      .stale {
        border-style: dashed;
        border-color: var(--line-strong);
      }
      h2 {
        color: var(--tone);
        font-size: 1.5rem;
        letter-spacing: -0.01em;
        line-height: 2.25rem;
      }
      .headline {
        margin-top: 0.25rem;
        font-size: 1.0625rem;
        line-height: 1.5;
        overflow-wrap: anywhere;
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        margin-top: 0.625rem;
        color: var(--ink-soft);
        font-size: var(--small);
      }
      .counts li {
        display: flex;
        align-items: center;
        gap: 0.35rem;
      }
      .counts svg {
        color: var(--tone);
      }
      .note {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.625rem;
        margin-top: 0.75rem;
        padding-top: 0.75rem;
        border-top: 1px solid var(--tone-line);
        font-size: var(--small);
        font-weight: 500;
      }
      .note svg {
        color: var(--caution);
      }
      .note span {
        flex: 0 1 auto;
        max-width: calc(100% - 2.25em);
        overflow-wrap: anywhere;
      }
      button {
        margin-top: 0.75rem;
      }
      .note button {
        margin: 0;
      }
      @media print {
        section {
          break-inside: avoid;
        }
        button {
          display: none;
        }
      }
      @media (max-width: 36rem) {
        section {
          gap: 0 0.75rem;
          padding: 1rem;
        }
        h2 {
          font-size: 1.25rem;
        }
        section > svg {
          width: 1.75rem;
          height: 2.25rem;
        }
        .headline,
        .counts,
        .note {
          grid-column: 1 / -1;
        }
        div {
          display: contents;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("report") && !changed.has("problem") && !changed.has("without")) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.announced = this.#spoken()), ANNOUNCE_AFTER_MS);
  }

  protected override render(): TemplateResult {
    return html`${this.#card()}
      <p class="visually-hidden" role="status">${this.announced}</p>`;
  }

  #card(): TemplateResult {
    const { strings, report, problem } = this;
    if (!report) return problem ? this.#failure(problem) : this.#frame("plain", nothing, strings.checking, nothing);
    const { tone, icon } = VERDICT_LOOK[report.verdict];
    const [short, rest] = partsOf(report.headline);
    const body = html`
      ${rest ? html`<p class="headline">${rest}</p>` : nothing}
      <ul class="counts">
        ${(["error", "warning", "info"] as const).map((severity) => {
          const count = report.findings.filter((finding) => finding.severity === severity).length;
          if (count === 0) return nothing;
          const look = SEVERITY_LOOK[severity];
          return html`<li class=${look.tone}>${look.icon}${strings.findingsOf[severity](count)}</li>`;
        })}
      </ul>
      ${problem
        ? html`<p class="note">
            ${WARNING_ICON}<span>${strings.stale}</span>
            ${problem.side ? this.#showProblem() : html`<span>${problem.message}</span>`}
          </p>`
        : nothing}
      ${this.without.length > 0
        ? html`<p class="note without">
            ${WARNING_ICON}<span>${strings.files.without(this.without)}</span>
            <button class="link" type="button" @click=${() => tell(this, "show-files", undefined)}>${strings.files.showFiles}</button>
          </p>`
        : nothing}
    `;
    return this.#frame(problem ? "plain stale" : tone, icon, short, body);
  }

  /** There never was a report: the engine did not start, or the very first texts could not be read. */
  #failure(problem: Problem): TemplateResult {
    const { strings } = this;
    const title = problem.side ? strings.noAnswer : strings.engineFailed;
    return this.#frame(
      "caution",
      WARNING_ICON,
      title,
      html`<p class="headline">${problem.message}</p>
        ${problem.help ? html`<p class="soft">${problem.help}</p>` : nothing}
        ${problem.side
          ? this.#showProblem()
          : html`<button type="button" @click=${() => tell(this, "try-again", undefined)}>${strings.tryAgain}</button>`}`,
    );
  }

  #frame(tone: string, icon: unknown, title: string, body: unknown): TemplateResult {
    return html`<section class=${tone} aria-label=${this.strings.verdictHeading}>
      ${icon}
      <div>
        <h2>${title}</h2>
        ${body}
      </div>
    </section>`;
  }

  #showProblem(): TemplateResult {
    return html`<button class="link" type="button" @click=${() => tell(this, "show-problem", undefined)}>
      ${this.strings.showProblem}
    </button>`;
  }

  #spoken(): string {
    const { strings, report, problem } = this;
    if (problem) return [report ? strings.stale : strings.noAnswer, problem.message].join(". ");
    if (!report) return strings.checking;
    return this.without.length > 0 ? `${report.headline}. ${strings.files.without(this.without)}` : report.headline;
  }
}

/** The engine's sentence says the verdict and, after a colon, why: the first part is the title. */
function partsOf(headline: string): [string, string] {
  const colon = headline.indexOf(": ");
  return colon < 0 ? [headline, ""] : [headline.slice(0, colon), headline.slice(colon + 2)];
}
