import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Person, Standing } from "rolecall";
import { affectedBy, affectedSoFar } from "../model/affected.ts";
import type { Answered } from "../model/engine.ts";
import { isGone } from "../model/problem.ts";
import { nameOf, type Strings } from "../strings/index.ts";
import { base } from "../styles/shared.ts";
import { onPaper } from "./paper.styles.ts";
import { whilePrinting } from "./printing.ts";

/** After this long without another answer it is worth asking whom it affects. */
const REST_MS = 800;

/** Whoever is affected, on paper. The rows are there only while printing: on the screen there is a table of everybody. */
@customElement("rc-paper-people")
export class PaperPeopleElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) answered!: Answered;
  @state() private isPrinting = false;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: (() => void) | undefined;

  static override styles = [
    base,
    onPaper,
    css`
      h2 {
        margin-bottom: 0.5rem;
        break-after: avoid;
      }
      th:first-child {
        width: 30%;
      }
      th:nth-child(n + 2) {
        width: 13%;
      }
      th:last-child {
        width: 22%;
      }
      .name {
        font-weight: 550;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = whilePrinting(
      () => {
        this.isPrinting = true;
        this.performUpdate();
      },
      () => (this.isPrinting = false),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("answered")) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), REST_MS);
  }

  async #ask(): Promise<void> {
    const { answered } = this;
    try {
      await affectedBy(answered);
      this.requestUpdate();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isPrinting) return nothing;
    const { strings } = this;
    const words = strings.share.printed;
    const page = affectedSoFar(this.answered);
    return html`<section>
      <h2>${words.affected}</h2>
      ${!page
        ? html`<p>${words.notYet}</p>`
        : page.total === 0
          ? html`<p>${words.nobody}</p>`
          : html`<table>
                <thead>
                  <tr>
                    ${[strings.person, strings.role, strings.seat, strings.outcomeColumn, strings.whenColumn, strings.why].map(
                      (name) => html`<th scope="col">${name}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${page.people.map((person) => this.#row(person))}
                </tbody>
              </table>
              ${page.total > page.people.length ? html`<p>${words.more(page.total - page.people.length)}</p>` : nothing}`}
    </section>`;
  }

  #row(person: Person): TemplateResult {
    const { strings } = this;
    const { name, email, outcome, when, because } = person;
    return html`<tr>
      <th scope="row">${name ? html`<span class="name">${name}</span><br />` : nothing}${email}</th>
      <td>${this.#move(person, ({ role }) => nameOf(role))}</td>
      <td>${this.#move(person, ({ seatTier }) => (seatTier ? nameOf(seatTier) : strings.none))}</td>
      <td>${strings.outcome[outcome]}</td>
      <td>${strings.when[when]}</td>
      <td>${because[0]?.text}</td>
    </tr>`;
  }

  #move({ before, after, outcome }: Person, value: (standing: Standing) => string): string {
    const [was, becomes] = [before, after].map((standing) => (standing ? value(standing) : this.strings.none));
    if (outcome === "unknown") return `${was} → ${this.strings.outcome.unknown}`;
    return was === becomes ? `${was}` : `${was} → ${becomes}`;
  }
}
