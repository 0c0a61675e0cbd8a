import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { affectedBy } from "../model/affected.ts";
import type { Answered } from "../model/engine.ts";
import { linkTo } from "../model/link.ts";
import { shareable, type LeftOut, type Reason } from "../model/shareable.ts";
import { parsed } from "../model/settings-text.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import { LINK, PRINTER } from "./icons.ts";

const REASONS: readonly Reason[] = ["actor", "person", "address", "unknown"];
/** What most programs pass on whole. */
const SHORT_CHARS = 8_000;

interface Made {
  link: string;
  leftOut: readonly LeftOut[];
  isCopied: boolean;
}

/** The configuration as a link for somebody else, and the answer on paper. */
@customElement("rc-share")
export class ShareElement extends LitElement {
  @property({ attribute: false }) answered!: Answered;
  @property({ attribute: false }) strings!: Strings;
  @property({ type: Boolean }) stale = false;
  @state() private made: Made | "too-long" | undefined;
  @query("input") private field!: HTMLInputElement | null;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }
      button:disabled {
        border-color: var(--line);
        color: var(--ink-soft);
        cursor: default;
      }
      .made {
        flex-basis: 100%;
        font-size: var(--small);
      }
      .made:not(:empty) {
        padding: 0.625rem 0.875rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin-top: 0.375rem;
        color: var(--ink-soft);
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 2rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--line-strong);
        border-radius: 0.4375rem;
        background: var(--sunken);
        color: var(--ink);
        font: 400 0.75rem / 1.3 var(--mono);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("answered") && changed.get("answered")?.config !== this.answered.config) this.made = undefined;
  }

  protected override render(): TemplateResult {
    const words = this.strings.share;
    return html`<button type="button" ?disabled=${this.stale} @click=${() => void this.#copy()}>${LINK}${words.copy}</button>
      <button type="button" ?disabled=${this.stale} @click=${() => void this.#print()}>${PRINTER}${words.print}</button>
      <div class="made" role="status">${this.made && !this.stale ? this.#said(this.made) : nothing}</div>`;
  }

  #said(made: Made | "too-long"): TemplateResult {
    const words = this.strings.share;
    if (made === "too-long") return html`<p>${words.tooLong}</p>`;
    const { link, leftOut, isCopied } = made;
    const left = REASONS.map((reason) => [reason, leftOut.filter((one) => one.reason === reason).length] as const)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => words.left[reason](count));
    const where = leftOut.filter(({ reason }) => reason === "address" || reason === "unknown").map(({ path }) => path);
    return html`<p><strong>${isCopied ? words.copied : words.copyYourself}</strong> ${words.carries}</p>
      ${left.length > 0
        ? html`<p class="left">
            ${words.leftOut(left)}
            ${where.slice(0, 5).map((path) => html` <code>${path}</code>`)}
            ${where.length > 5 ? this.strings.andMorePlaces(where.length - 5) : nothing}
          </p>`
        : nothing}
      ${link.length > SHORT_CHARS ? html`<p>${words.long(link.length)}</p>` : nothing}
      <label>${words.link}<input readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></label>`;
  }

  async #copy(): Promise<void> {
    const { answered } = this;
    const groups = new Set((await answered.resident.directory(new AbortController().signal))?.groups.map(({ name }) => name));
    const { config, leftOut } = await shareable(parsed(answered.config) ?? {}, {
      isGroup: (name) => groups.has(name),
      isPerson: async (name) => (await answered.person(name)) !== undefined,
    });
    const link = await linkTo(location.href, config).catch(() => undefined);
    if (answered.config !== this.answered.config) return;
    if (link === undefined) {
      this.made = "too-long";
      return;
    }
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    this.made = { link, leftOut, isCopied };
    await this.updateComplete;
    if (!isCopied) this.field?.focus();
  }

  /** Waits for whoever is affected, so that they are on the paper. */
  async #print(): Promise<void> {
    await affectedBy(this.answered).catch(() => undefined);
    window.print();
  }
}
