import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Effects, Finding, Report } from "rolecall";
import type { Preview } from "../model/preview.ts";
import type { Remedy } from "../model/remedy.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { fixStyles } from "./fix.styles.ts";
import { SEVERITY_LOOK, VERDICT_LOOK } from "./icons.ts";

const NAMED = 5;
const EFFECTS = ["gainAccess", "loseAccess", "leaveList", "gainAdministration", "newAdministrators", "change"] as const satisfies readonly (keyof Effects)[];

/** Something that mends a finding or all of them: what it would do, and the way to do it. */
@customElement("rc-fix")
export class FixElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) remedy!: Remedy;
  /** What the answer has found so far. */
  @property({ attribute: false }) findings: readonly Finding[] = [];
  /** What it is has been said already. */
  @property({ type: Boolean }) named = false;
  /** It is of the answer before. */
  @property({ type: Boolean }) late = false;
  @state() private outlook: Report | undefined;
  @state() private isUnfit = false;

  static override styles = [base, controls, tones, fixStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("remedy")) return;
    const isOpen = this.outlook !== undefined;
    this.outlook = undefined;
    this.isUnfit = false;
    if (isOpen) void this.#look();
  }

  protected override render(): TemplateResult {
    const { remedy, late } = this;
    const words = this.strings.mend;
    const { fixes, title, applicability } = remedy;
    const isHere = fixes.every(({ where }) => where === "settings");
    const does = fixes.length > 1 ? words.applyAll : isHere ? words.apply : words.suppose;
    return html`<div class="fix">
      <div>
        <p class="title" ?hidden=${this.named}>${title}</p>
        <p class="meta">
          ${fixes.length === 1 ? fixes.map(({ where }) => html`<span>${words.where[where]}</span>`) : nothing}
          <span class=${applicability}>${words[applicability]}</span>
        </p>
      </div>
      <button type="button" ?disabled=${late} aria-label="${does}: ${title}" @click=${() => void this.#apply()}>${does}</button>
      ${this.isUnfit ? html`<p class="unfit" role="status">${words.unfit}</p>` : nothing}
      <details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.#look()}>
        <summary>${words.effects}<span class="visually-hidden">: ${title}</span></summary>
        <div class="effects">${this.#effects()} ${this.#findings()}</div>
      </details>
    </div>`;
  }

  #effects(): TemplateResult {
    const words = this.strings.mend;
    const { effects } = this.remedy;
    const given = EFFECTS.filter((effect) => effects[effect].count > 0);
    if (given.length === 0) return html`<p>${words.noEffect}</p>`;
    return html`<ul>
      ${given.map((effect) => {
        const { count, sample } = effects[effect];
        const names = sample.slice(0, NAMED);
        return html`<li><strong>${words.effect[effect](count)}</strong> ${words.people(names, count - names.length)}</li>`;
      })}
    </ul>`;
  }

  #findings(): TemplateResult {
    const { outlook, remedy, findings } = this;
    const words = this.strings.mend;
    const cleared = findings.filter(({ id }) => remedy.clears.includes(id));
    const introduced = outlook?.findings.filter(({ id }) => remedy.introduces.includes(id)) ?? [];
    const look = outlook && VERDICT_LOOK[outlook.verdict];
    return html`
      ${cleared.length > 0 ? html`<p><strong>${words.clears}</strong></p>${list(cleared)}` : nothing}
      ${introduced.length > 0 ? html`<p><strong>${words.introduces}</strong></p>${list(introduced)}` : nothing}
      ${outlook && look
        ? html`<p><strong>${words.answerWith}</strong></p>
            <p class="answer"><span class="badge ${look.tone}">${look.icon}${outlook.headline}</span></p>`
        : nothing}
    `;
  }

  async #look(): Promise<void> {
    const { remedy } = this;
    const outlook = await this.preview.mending?.outlook(remedy.fixes).catch(() => undefined);
    if (remedy === this.remedy) this.outlook = outlook;
  }

  async #apply(): Promise<void> {
    const { fixes, title } = this.remedy;
    this.isUnfit = !(await this.preview.mending?.apply(fixes, title).catch(() => false));
    if (!this.isUnfit) this.dispatchEvent(new CustomEvent("applied", { bubbles: true, composed: true }));
  }
}

const list = (findings: readonly Finding[]): TemplateResult => html`<ul>
  ${findings.map(({ message, severity }) => html`<li class=${SEVERITY_LOOK[severity].tone}>${message}</li>`)}
</ul>`;
