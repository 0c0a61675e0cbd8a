import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Difference, Finding, Fix, Person, Report, Standing } from "rolecall";
import type { Beside } from "../model/comparing.ts";
import type { Answered } from "../model/engine.ts";
import { OUTCOMES } from "../model/people.ts";
import type { Preview } from "../model/preview.ts";
import { nameOf, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { compareStyles } from "./compare.styles.ts";
import { tell } from "./events.ts";
import { OUTCOME_LOOK, SEVERITY_LOOK, VERDICT_LOOK } from "./icons.ts";

/** The present configuration beside one that was kept: both answers, and what differs for whom. */
@customElement("rc-compare")
export class CompareElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) answered!: Answered;
  @property({ attribute: false }) kept: string | undefined;
  @property({ attribute: false }) beside: Beside | undefined;
  /** What goes back to the settings in force today, where that is something else. */
  @property({ attribute: false }) saved: Fix | null | undefined;

  static override styles = [base, controls, tones, compareStyles];

  protected override updated(): void {
    this.toggleAttribute("idle", this.kept === undefined);
  }

  protected override render(): TemplateResult {
    const words = this.strings.mend.compare;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.heading}</h2>
      ${this.kept === undefined ? this.#start() : this.#compared()}
    </section>`;
  }

  #start(): TemplateResult {
    const { preview, saved, answered } = this;
    const words = this.strings.mend.compare;
    return html`<div class="box">
      <p class="soft small">${words.means}</p>
      <div class="actions">
        <button type="button" ?disabled=${!preview.comparing} @click=${() => preview.comparing?.keep(answered.config)}>${words.keep}</button>
        ${saved
          ? html`<button type="button" @click=${() => void this.#withSaved(saved)}>${words.withSaved}</button>`
          : nothing}
      </div>
    </div>`;
  }

  #compared(): TemplateResult {
    const { beside, preview, answered, strings } = this;
    const words = strings.mend.compare;
    const { comparing } = preview;
    const isLate = beside?.answered !== answered;
    return html`<div class="actions">
        <button type="button" @click=${() => comparing?.exchange()}>${words.exchange}</button>
        <button type="button" @click=${() => comparing?.keep(answered.config)}>${words.keepAnew}</button>
        <button type="button" @click=${() => comparing?.stop()}>${words.stop}</button>
      </div>
      <div aria-busy=${isLate ? "true" : "false"}>
        ${beside ? this.#beside(beside) : html`<p class="box soft">${words.waits}</p>`}
      </div>`;
  }

  #beside({ answered: { report }, kept, people, settings }: Beside): TemplateResult {
    const words = this.strings.mend.compare;
    const isSame = settings.length === 0;
    return html`<div class="sides">${this.#side(words.kept, kept)} ${this.#side(words.now, report)}</div>
      ${isSame ? html`<p class="box soft">${words.same}</p>` : html`${this.#settings(settings)} ${this.#outcomes(kept, report)}`}
      ${this.#only(words.onlyKept, kept, report)} ${this.#only(words.onlyNow, report, kept)}
      ${isSame ? nothing : this.#people(people)}`;
  }

  #side(title: string, { verdict, headline }: Report): TemplateResult {
    const { tone, icon } = VERDICT_LOOK[verdict];
    return html`<div class="side ${tone}">
      <h3>${title}</h3>
      <p>${icon}<span>${headline}</span></p>
    </div>`;
  }

  #settings(settings: Beside["settings"]): TemplateResult {
    const words = this.strings.mend.compare;
    const written = (value: unknown) =>
      value === undefined ? html`<span class="soft">${words.absent}</span>` : html`<code>${JSON.stringify(value)}</code>`;
    return html`<table class="settings">
      <caption>
        ${words.settings(settings.length)}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.kept}</th>
          <th scope="col">${words.now}</th>
        </tr>
      </thead>
      <tbody>
        ${settings.map(
          ({ path, kept, now }) => html`<tr>
            <th scope="row">
              <button class="link" type="button" aria-label=${this.strings.goTo(`/config${path}`)} @click=${() => tell(this, "go-to", `/config${path}`)}>
                <code>${path}</code>
              </button>
            </th>
            <td>${written(kept)}</td>
            <td>${written(now)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #outcomes(kept: Report, now: Report): TemplateResult {
    const { strings } = this;
    const words = strings.mend.compare;
    const { number } = strings.people;
    const outcomes = OUTCOMES.filter((outcome) => kept.counts[outcome] + now.counts[outcome] > 0);
    return html`<table class="outcomes">
      <thead>
        <tr>
          <th scope="col">${words.outcome}</th>
          <th scope="col">${words.kept}</th>
          <th scope="col">${words.now}</th>
        </tr>
      </thead>
      <tbody>
        ${outcomes.map(
          (outcome) => html`<tr data-outcome=${outcome} class=${kept.counts[outcome] === now.counts[outcome] ? "" : "differs"}>
            <th scope="row">${strings.outcome[outcome]}</th>
            <td>${number(kept.counts[outcome])}</td>
            <td>${number(now.counts[outcome])}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** What one of them finds and the other does not. */
  #only(title: string, { findings }: Report, other: Report): TemplateResult | typeof nothing {
    const known = new Set(other.findings.map(({ id }) => id));
    const own: Finding[] = findings.filter(({ id }) => !known.has(id));
    if (own.length === 0) return nothing;
    return html`<div class="box">
      <h3>${title}</h3>
      <ul class="only">
        ${own.map(({ message, severity }) => {
          const { tone, icon } = SEVERITY_LOOK[severity];
          return html`<li class=${tone}>${icon}<span><span class="visually-hidden">${this.strings.severity[severity]}: </span>${message}</span></li>`;
        })}
      </ul>
    </div>`;
  }

  #people({ total, people }: Beside["people"]): TemplateResult {
    const { strings, preview } = this;
    const words = strings.mend.compare;
    if (total === 0) return html`<p class="box soft">${words.noneDiffer}</p>`;
    return html`<div class="box scrolls" tabindex="0" role="group" aria-labelledby="people">
      <table class="people">
        <caption id="people">
          ${words.differ(total)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${strings.person}</th>
            <th scope="col">${words.kept}</th>
            <th scope="col">${words.now}</th>
          </tr>
        </thead>
        <tbody>
          ${people.map((difference) => this.#person(difference))}
        </tbody>
      </table>
      ${total > people.length
        ? html`<button type="button" @click=${() => preview.comparing?.showMore()}>${words.more(Math.min(100, total - people.length))}</button>`
        : nothing}
    </div>`;
  }

  #person({ one, other }: Difference): TemplateResult {
    return html`<tr data-email=${one.email}>
      <th scope="row">
        <button class="link" type="button" aria-label=${this.strings.people.whyOf(one.email)} @click=${() => tell(this, "show-person", one.email)}>
          ${one.name || one.email}
        </button>
      </th>
      <td>${this.#fate(other)}</td>
      <td>${this.#fate(one)}</td>
    </tr>`;
  }

  #fate({ outcome, after, when }: Person): TemplateResult {
    const { strings } = this;
    const { tone, icon } = OUTCOME_LOOK[outcome];
    return html`<span class="badge ${tone}">${icon}${strings.outcome[outcome]}</span>
      <span class="small soft">${[after && standing(after, strings), when === "never" ? "" : strings.when[when]].filter(Boolean).join(strings.separator)}</span>`;
  }

  /** The settings in force, as a configuration of their own. */
  async #withSaved(saved: Fix): Promise<void> {
    const { comparing, mending } = this.preview;
    const text = await mending?.textWith([saved]);
    if (text !== undefined) comparing?.keep(text);
  }
}

const standing = ({ role, seatTier }: Standing, { separator }: Strings): string =>
  [nameOf(role), ...(seatTier ? [nameOf(seatTier)] : [])].join(separator);
