import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Person, Standing } from "rolecall";
import type { Answered } from "../model/engine.ts";
import { nameOf, type Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { CLOSE, OUTCOME_LOOK } from "./icons.ts";
import { personStyles } from "./person.styles.ts";

/** What becomes of one person, and all of why. */
@customElement("rc-person")
export class PersonElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered: Answered | undefined;
  @state() private email: string | undefined;
  /** Null: nobody has the address. */
  @state() private person: Person | null | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** What has the focus again when this one closes. */
  #opener: HTMLElement | undefined;

  static override styles = [base, controls, tones, personStyles];

  show(email: string): void {
    this.#opener = focused();
    this.email = email;
    this.person = undefined;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has("email") || changed.has("answered")) && this.email !== undefined) void this.#find(this.email);
  }

  async #find(email: string): Promise<void> {
    const { answered } = this;
    try {
      const person = (await answered?.person(email)) ?? null;
      if (this.email === email && this.answered === answered) this.person = person;
    } catch {
      // The answer has been replaced, and the next one is asked.
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @close=${this.#closed}
      @click=${(event: Event) => event.target === this.dialog && this.dialog.close()}
    >
      ${this.email === undefined ? nothing : html`<article>${this.#header(this.email)} ${this.#body()}</article>`}
    </dialog>`;
  }

  #header(email: string): TemplateResult {
    const { person, strings } = this;
    const who = person?.name || email;
    const title = person ? strings.people.whyTitle[person.outcome](who) : email;
    return html`<header>
      <h2 id="title" tabindex="-1" autofocus>${title}</h2>
      <button class="close" type="button" aria-label=${strings.people.close} @click=${() => this.dialog.close()}>${CLOSE}</button>
      ${person?.name ? html`<p class="soft small email">${email}</p>` : nothing}
    </header>`;
  }

  #body(): TemplateResult {
    const { person, strings } = this;
    const words = strings.people;
    if (person === undefined) return html`<p class="soft">${words.loading}</p>`;
    if (person === null) return html`<p>${words.notInAnswer}</p>`;
    const { outcome, when, because, dependsOn } = person;
    const { tone, icon } = OUTCOME_LOOK[outcome];
    return html`<p class="outcome">
        <span class="badge ${tone}">${icon}${strings.outcome[outcome]}</span>
        ${when === "never" ? nothing : html`<span class="when">${strings.when[when]}</span>`}
      </p>
      ${this.#standings(person)}
      <h3>${words.becauseHeading}</h3>
      <ul class="because">
        ${because.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
      ${dependsOn.length > 0
        ? html`<h3>${words.dependsHeading}</h3>
            <ul class="because caution">
              ${dependsOn.map((dependency) => html`<li>${words.dependsOn[dependency]}</li>`)}
            </ul>`
        : nothing}`;
  }

  #standings({ before, after, outcome }: Person): TemplateResult {
    const { strings } = this;
    const words = strings.people;
    const unknown = outcome === "unknown" ? strings.outcome.unknown : words.notListed;
    const cells = (value: (standing: Standing) => string | undefined) =>
      [before, after].map((standing, index) => {
        const none = index === 1 ? unknown : words.notListed;
        const text = standing ? (value(standing) ?? strings.none) : none;
        return html`<td class=${standing ? "" : "soft"}>${text}</td>`;
      });
    const seat = ({ seatTier }: Standing) => (seatTier ? nameOf(seatTier) : undefined);
    return html`<table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${strings.before}</th>
          <th scope="col">${strings.after}</th>
        </tr>
      </thead>
      <tbody>
        <tr><th scope="row">${words.access}</th>${cells(({ access }) => (access ? words.yes : words.no))}</tr>
        <tr><th scope="row">${strings.role}</th>${cells(({ role }) => nameOf(role))}</tr>
        ${this.answered?.report.seats.length ? html`<tr><th scope="row">${strings.seat}</th>${cells(seat)}</tr>` : nothing}
      </tbody>
    </table>`;
  }

  #closed(): void {
    this.email = undefined;
    this.#opener?.focus({ preventScroll: true });
  }
}

/** What has the focus, however deep. */
function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
