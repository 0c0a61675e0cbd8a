import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { AssumptionUse, Finding, Fix, Locale, Part, SourceReport, WayBack } from "rolecall";
import type { Preview } from "../model/preview.ts";
import { remedyOf } from "../model/remedy.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { tell } from "./events.ts";
import { SEVERITY_LOOK } from "./icons.ts";

const ROWS = 20;

/** What is wrong or worth knowing, in the engine's order: errors first, then by harm. */
@customElement("rc-findings")
export class FindingsElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) locale!: Locale;
  /** What acknowledges findings and mends them; without it they are only shown. */
  @property({ attribute: false }) preview: Preview | undefined;
  @property({ attribute: false }) findings: Finding[] = [];
  /** What has been acknowledged. */
  @property({ attribute: false }) accepted: Finding[] = [];
  /** What mends them, by their ids, as far as it is known. */
  @property({ attribute: false }) fixes: ReadonlyMap<string, readonly Fix[]> | undefined;
  /** Whether that is of the answer before. */
  @property({ type: Boolean }) late = false;
  @property({ attribute: false }) waysBack: WayBack[] = [];
  @property({ attribute: false }) sources: SourceReport[] = [];
  @property({ attribute: false }) assumptions: AssumptionUse[] = [];

  static override styles = [
    base,
    controls,
    tones,
    css`
      h2 {
        margin-bottom: 0.75rem;
      }
      .list,
      .box {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .list > li {
        display: grid;
        grid-template-columns: 6.25rem minmax(0, 1fr);
        gap: 0 0.75rem;
        padding: 0.875rem 1rem;
      }
      .list > li + li {
        border-top: 1px solid var(--line);
      }
      .message {
        font-weight: 550;
        overflow-wrap: anywhere;
      }
      .message em {
        font-style: normal;
        font-weight: 650;
        color: var(--tone);
      }
      button.person {
        display: inline-block;
        color: inherit;
        font-weight: inherit;
        overflow-wrap: anywhere;
        text-decoration-color: var(--line-strong);
      }
      .help {
        margin-top: 0.125rem;
        overflow-wrap: anywhere;
      }
      .meta {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.25rem 1rem;
        margin-top: 0.375rem;
        color: var(--ink-soft);
        font-size: var(--small);
      }
      .meta details[open] {
        flex-basis: 100%;
      }
      .emails {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.875rem;
        padding: 0.25rem 0 0.25rem 1rem;
        overflow-wrap: anywhere;
      }
      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }
      .fixes {
        margin-top: 0.375rem;
        font-size: var(--small);
      }
      .fixes summary {
        color: var(--accent);
        font-weight: 550;
      }
      .fixes li {
        padding: 0.625rem 0;
        font-size: 0.875rem;
      }
      .fixes li + li {
        border-top: 1px solid var(--line);
      }
      /* On paper stand the whole repairs. */
      @media print {
        .fixes {
          display: none;
        }
      }
      .box {
        margin-top: 0.75rem;
        padding: 0.875rem 1rem;
      }
      .box h3 {
        margin-bottom: 0.25rem;
        font-size: 0.9375rem;
        font-weight: 650;
      }
      .box li {
        margin-top: 0.375rem;
        padding-inline-start: 1.125rem;
        overflow-wrap: anywhere;
        text-indent: -1.125rem;
      }
      .box li::before {
        display: inline-block;
        width: 1.125rem;
        color: var(--ink-soft);
        content: "•";
        text-indent: 0;
      }
      @media print {
        .list > li,
        .box li {
          break-inside: avoid;
        }
        rc-rule,
        button.acknowledge {
          display: none;
        }
      }
      @media (max-width: 36rem) {
        .list > li {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.5rem;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { strings, findings } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${strings.findingsHeading}</h2>
      ${findings.length === 0
        ? html`<p class="box soft">${strings.noFindings}</p>`
        : html`<ul class="list">
            ${repeat(findings, (finding) => finding.id, (finding) => this.#finding(finding))}
          </ul>`}
      ${this.#accepted()} ${this.#leftOut()}
      ${this.waysBack.length > 0
        ? html`<div class="box">
            <h3>${strings.waysBack}</h3>
            <ul>
              ${this.waysBack.map((way) => html`<li>${way.text}</li>`)}
            </ul>
          </div>`
        : nothing}
      ${this.assumptions.length > 0 ? this.#assumptions() : nothing}
    </section>`;
  }

  #finding(finding: Finding): TemplateResult {
    const { strings } = this;
    const { tone, icon } = SEVERITY_LOOK[finding.severity];
    return html`<li class=${tone}>
      <div><span class="badge">${icon}${strings.severity[finding.severity]}</span></div>
      <div>
        <p class="message">
          ${finding.parts.map((part) => this.#part(part))}
        </p>
        <p class="help">${finding.help}</p>
        <div class="meta">
          ${this.#people(finding)} ${this.#places(finding)}
          <code>${finding.code}</code>
          ${finding.swallowed.length > 0
            ? html`<span>${strings.swallowed} ${finding.swallowed.map((code) => html`<code>${code}</code> `)}</span>`
            : nothing}
          <rc-rule .strings=${strings} .locale=${this.locale} .finding=${finding}></rc-rule>
          ${finding.severity === "warning" ? this.#acknowledge(finding, true) : nothing}
        </div>
        ${this.#fixes(finding)}
      </div>
    </li>`;
  }

  #fixes({ id, message }: Finding): TemplateResult | typeof nothing {
    const { strings, preview, late, findings } = this;
    const fixes = this.fixes?.get(id) ?? [];
    if (fixes.length === 0) return nothing;
    return html`<details class="fixes">
      <summary>${strings.mend.fixesFor(fixes.length)}<span class="visually-hidden">: ${message}</span></summary>
      <ul>
        ${fixes.map(
          (fix) => html`<li>
            <rc-fix .strings=${strings} .preview=${preview} .remedy=${remedyOf(fix)} .findings=${findings} ?late=${late}></rc-fix>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #acknowledge({ id, message }: Finding, isAccepted: boolean): TemplateResult | typeof nothing {
    const { preview } = this;
    const words = this.strings.mend;
    if (!preview) return nothing;
    return html`<button
      class="link acknowledge"
      type="button"
      aria-label=${isAccepted ? words.acknowledgeOf(message) : words.takeBackOf(message)}
      @click=${() => preview.accept(id, isAccepted)}
    >
      ${isAccepted ? words.acknowledge : words.takeBack}
    </button>`;
  }

  #accepted(): TemplateResult | typeof nothing {
    const { accepted } = this;
    const words = this.strings.mend;
    if (accepted.length === 0) return nothing;
    return html`<details class="box accepted" open>
      <summary>${words.acknowledged(accepted.length)}</summary>
      <p class="soft small">${words.acknowledgedMeans}</p>
      <ul>
        ${accepted.map((finding) => html`<li>${finding.message} ${this.#acknowledge(finding, false)}</li>`)}
      </ul>
    </details>`;
  }

  #part(part: Part): unknown {
    if ("text" in part) return part.text;
    return part.ref === "person" ? html`<em>${this.#person(part.value)}</em>` : html`<em>${part.value}</em>`;
  }

  #person(email: string): TemplateResult {
    return html`<button
      class="link person"
      type="button"
      aria-label=${this.strings.people.whyOf(email)}
      @click=${() => tell(this, "show-person", email)}
    >${email}</button>`;
  }

  #people({ people }: Finding): TemplateResult | typeof nothing {
    const { strings } = this;
    if (people.count === 0) return nothing;
    const rest = people.count - people.sample.length;
    return html`<details>
      <summary>${strings.concerned(people.count)}</summary>
      <ul class="emails">
        ${people.sample.map((email) => html`<li>${this.#person(email)}</li>`)}
        ${rest > 0 ? html`<li>${strings.andMore(rest)}</li>` : nothing}
      </ul>
    </details>`;
  }

  /** What of the inputs could not be used, row by row. */
  #leftOut(): TemplateResult | typeof nothing {
    const problems = this.sources.flatMap((source) => source.problems);
    if (problems.length === 0) return nothing;
    return html`<div class="box">
      <h3>${this.strings.leftOutHeading}</h3>
      <ul>
        ${problems.slice(0, ROWS).map(({ path, message }) => html`<li>${message} ${this.#place(path)}</li>`)}
        ${problems.length > ROWS ? html`<li>${this.strings.andMorePlaces(problems.length - ROWS)}</li>` : nothing}
      </ul>
    </div>`;
  }

  #places({ paths }: Finding): TemplateResult | typeof nothing {
    const { strings } = this;
    if (paths.length === 0) return nothing;
    const shown = paths.slice(0, 4);
    return html`<span class="places">
      ${shown.map((path) => this.#place(path))}
      ${paths.length > shown.length ? html`<span>${strings.andMorePlaces(paths.length - shown.length)}</span>` : nothing}
    </span>`;
  }

  #place(path: string): TemplateResult {
    return html`<button
      class="link"
      type="button"
      aria-label=${this.strings.goTo(path)}
      @click=${() => tell(this, "go-to", path)}
    >
      <code>${path}</code>
    </button>`;
  }

  #assumptions(): TemplateResult {
    const { strings } = this;
    return html`<div class="box">
      <h3>${strings.assumptionsHeading}</h3>
      <p class="soft small">${strings.assumptionsIntro}</p>
      <ul>
        ${this.assumptions.map(
          ({ id, value, alternatives, people, text }) => html`<li>${text}
            <span class="soft small">
              <code>${id}: ${value}</code> ${strings.otherReadings} <code>${alternatives.join(" | ")}</code> ·
              ${strings.restsOn(people)}
            </span>
          </li>`,
        )}
      </ul>
    </div>`;
  }
}
