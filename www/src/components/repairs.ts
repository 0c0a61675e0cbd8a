import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Fix, PlanStep, Repair, Report } from "rolecall";
import type { Answered, Mended } from "../model/engine.ts";
import type { Mending } from "../model/mending.ts";
import { everyoneIn } from "../model/people.ts";
import type { Preview } from "../model/preview.ts";
import { remedyOf, type Remedy } from "../model/remedy.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import "./copy.ts";
import "./fix.ts";
import { repairsStyles } from "./repairs.styles.ts";

/** Sets of fixes that leave no error, each as one offer; and the order of steps to what can be saved. */
@customElement("rc-repairs")
export class RepairsElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) answered!: Answered;
  @property({ attribute: false }) state: Mending["state"] | undefined;
  /** What was found last, for this answer or for the one before. */
  @property({ attribute: false }) found: Mended | undefined;

  static override styles = [base, controls, tones, repairsStyles];

  protected override render(): TemplateResult {
    const { found, state, answered } = this;
    const isLate = found?.answered !== answered;
    if (answered.report.verdict !== "block") return found && !isLate && found.plan.length > 1 ? this.#order(found.plan) : html``;
    if (state === undefined) return html``;
    return html`<section aria-labelledby="heading" aria-busy=${state === "looking" ? "true" : "false"}>
      <h2 id="heading">${this.strings.mend.heading}</h2>
      ${this.#state(found)}
      ${found && (!isLate || state !== "too-many") ? this.#found(found, isLate) : nothing}
    </section>`;
  }

  #state(found: Mended | undefined): TemplateResult | typeof nothing {
    const { state } = this;
    const words = this.strings.mend;
    if (state === "looking" && !found) return html`<p class="box soft">${words.looking}</p>`;
    if (state === "failed") return html`<p class="box soft">${words.failed} ${this.#look()}</p>`;
    if (state !== "too-many") return nothing;
    const people = everyoneIn(this.answered.report);
    return html`<p class="box soft">${words.tooMany(people)} ${this.#look()}</p>`;
  }

  #look(): TemplateResult {
    return html`<button type="button" @click=${() => void this.preview.mending?.look()}>${this.strings.mend.look}</button>`;
  }

  #found({ repairs, answered }: Mended, isLate: boolean): TemplateResult {
    const words = this.strings.mend;
    const [first, ...others] = repairs;
    const { why, leaveAsIs, search } = repairs;
    return html`
      ${first
        ? html`<p class="offer"><strong>${words.offer(repairs.length)}.</strong> <span class="soft">${words.offerMeans}</span></p>
            ${this.#repair(first, 1, isLate, true)}
            ${others.map((repair, index) => this.#repair(repair, index + 2, isLate, false))}`
        : html`<div class="box">
            <p>${words.nothingFound}</p>
            <ul class="why">${why.map(({ message }) => html`<li>${message}</li>`)}</ul>
            ${search.exhausted ? nothing : html`<p class="soft small">${words.notExhausted}</p>`}
          </div>`}
      ${leaveAsIs
        ? html`<div class="box">
            <h3>${words.asIs}</h3>
            <p class="soft small">${words.asIsMeans}</p>
            ${this.#fix(remedyOf(leaveAsIs), isLate, answered.report)}
          </div>`
        : nothing}
    `;
  }

  #repair(repair: Repair, number: number, isLate: boolean, isOpen: boolean): TemplateResult {
    const { strings } = this;
    const words = strings.mend;
    const { fixes, verdict, minimality, plan } = repair;
    const elsewhere = fixes.filter(({ where }) => where !== "settings");
    const one = fixes.length === 1 ? fixes[0]?.title : undefined;
    const title = one ?? `${words.repair(number)}: ${words.fixes(fixes.length)}`;
    const remedy: Remedy = { ...repair, title };
    return html`<details class="repair" ?open=${isOpen}>
      <summary>
        <span class="name">${words.repair(number)}</span>
        <span>${one ?? words.fixes(fixes.length)}</span>
      </summary>
      <div class="inside">
        ${fixes.length > 1
          ? html`<ol class="fixes">
              ${fixes.map(({ title, where }) => html`<li>${title} <span class="soft small">${words.where[where]}</span></li>`)}
            </ol>`
          : nothing}
        ${this.#fix(remedy, isLate, this.answered.report, true)}
        <p class="soft small">
          ${verdict === "block" ? nothing : `${words.leaves[verdict]}.`} ${minimality === "proven" ? nothing : words.eachNeeded}
        </p>
        ${elsewhere.length > 0 ? this.#elsewhere(elsewhere) : nothing} ${plan.length > 1 ? this.#steps(plan) : nothing}
      </div>
    </details>`;
  }

  #fix(remedy: Remedy, isLate: boolean, { findings }: Report, isNamed = false): TemplateResult {
    const { strings, preview } = this;
    return html`<rc-fix
      .strings=${strings}
      .preview=${preview}
      .remedy=${remedy}
      .findings=${findings}
      ?named=${isNamed}
      ?late=${isLate}
    ></rc-fix>`;
  }

  #elsewhere(fixes: readonly Fix[]): TemplateResult {
    const { strings } = this;
    const words = strings.mend;
    return html`<div class="elsewhere">
      <h3>${words.elsewhere}</h3>
      <p class="soft small">${words.elsewhereMeans}</p>
      <ul>
        ${fixes.map(({ title, where }) => html`<li>${title} <span class="soft small">${words.where[where]}</span></li>`)}
      </ul>
      <rc-copy
        .strings=${strings}
        label=${words.copyElsewhere}
        .text=${() => asList(words.elsewhere, fixes, strings)}
      ></rc-copy>
    </div>`;
  }

  #order(plan: readonly PlanStep[]): TemplateResult {
    const words = this.strings.mend;
    return html`<section aria-labelledby="order">
      <h2 id="order">${words.plan}</h2>
      <p class="soft small">${words.planMeans}</p>
      ${this.#list(plan)}
    </section>`;
  }

  #steps(plan: readonly PlanStep[]): TemplateResult {
    const words = this.strings.mend;
    return html`<div>
      <h3>${words.plan}</h3>
      <p class="soft small">${words.planMeans}</p>
      ${this.#list(plan)}
    </div>`;
  }

  #list(plan: readonly PlanStep[]): TemplateResult {
    const { strings } = this;
    const words = strings.mend;
    return html`<ol class="plan">
      ${plan.map(
        ({ id, by, instructions, check, lockedOut: { count, sample } }) => html`<li data-step=${id}>
          ${instructions.map((instruction) => html`<p class="instruction">${instruction}</p>`)}
          <p class="soft small">${strings.readiness.by[by]}</p>
          <p class="small"><strong>${words.then}:</strong> ${check}</p>
          ${count > 0
            ? html`<p class="small caution locked-out">${words.lockedOut(count)} ${words.people(sample, count - sample.length)}</p>`
            : nothing}
        </li>`,
      )}
    </ol>`;
  }
}

/** What must be done elsewhere, to be pasted into a ticket or a message. */
export const asList = (heading: string, things: readonly Pick<Fix, "title" | "where">[], { mend }: Strings): string =>
  `${heading}:\n${things.map(({ title, where }) => `- [ ] ${mend.where[where]}: ${title}`).join("\n")}\n`;
