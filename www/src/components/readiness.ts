import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Step, StepState } from "rolecall";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { ARROW, CHECKED_ICON, CLOCK, DOT, type Look } from "./icons.ts";

const LOOK: Record<StepState, Look> = {
  done: { tone: "good", icon: CHECKED_ICON },
  next: { tone: "calm", icon: ARROW },
  wait: { tone: "plain", icon: CLOCK },
  "not-needed": { tone: "plain", icon: DOT },
};

/** How far the set-up is: the documents' own steps, who does each, and which is next. */
@customElement("rc-readiness")
export class ReadinessElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) steps: Step[] = [];

  static override styles = [
    base,
    controls,
    tones,
    css`
      h2 {
        margin-bottom: 0.75rem;
      }
      ol {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      ol > li {
        display: grid;
        grid-template-columns: 6.25rem minmax(0, 1fr);
        gap: 0 0.75rem;
        padding: 0.625rem 1rem;
      }
      ol > li + li {
        border-top: 1px solid var(--line);
      }
      ol > .next {
        background: var(--tone-tint);
      }
      .title {
        font-weight: 550;
      }
      .title .soft,
      h2 .soft {
        font-weight: 400;
      }
      .text {
        overflow-wrap: anywhere;
      }
      .not-needed {
        margin-top: 0.5rem;
      }
      .not-needed ul {
        padding: 0.25rem 0 0 1rem;
      }
      @media print {
        li {
          break-inside: avoid;
        }
      }
      @media (max-width: 36rem) {
        ol > li {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.375rem;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { strings, steps } = this;
    const needed = steps.filter(({ state }) => state !== "not-needed");
    const others = steps.filter(({ state }) => state === "not-needed");
    const done = needed.filter(({ state }) => state === "done").length;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${strings.readiness.heading} <span class="soft small">${strings.readiness.done(done, needed.length)}</span>
      </h2>
      <ol>
        ${needed.map((step) => this.#step(step))}
      </ol>
      ${others.length > 0
        ? html`<details class="not-needed small soft">
            <summary>${strings.readiness.notNeeded(others.length)}</summary>
            <ul>
              ${others.map(({ title }) => html`<li>${title}</li>`)}
            </ul>
          </details>`
        : nothing}
    </section>`;
  }

  #step({ state, by, title, text, id }: Step): TemplateResult {
    const { strings } = this;
    const { tone, icon } = LOOK[state];
    return html`<li class="${tone} ${state}" data-step=${id} aria-current=${state === "next" ? "step" : nothing}>
      <div><span class="badge">${icon}${strings.readiness.state[state]}</span></div>
      <div>
        <p class="title">${title} <span class="soft small">${strings.readiness.by[by]}</span></p>
        <p class="text small soft">${text}</p>
      </div>
    </li>`;
  }
}
