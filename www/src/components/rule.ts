import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Finding, Locale, RuleDocument } from "rolecall";
import { rule } from "rolecall/rules";
import type { Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";

/** What stands behind a finding: its rule's documentation, and the sources. */
@customElement("rc-rule")
export class RuleElement extends LitElement {
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) finding!: Pick<Finding, "code" | "sources">;
  @state() private documentation: RuleDocument | undefined;

  static override styles = [
    base,
    controls,
    css`
      details[open] {
        padding-bottom: 0.25rem;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(4rem, auto) minmax(0, 1fr);
        gap: 0.375rem 0.875rem;
        margin-top: 0.375rem;
        padding: 0.625rem 0.75rem;
        border-radius: 0.5rem;
        background: var(--sunken);
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--ink-soft);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Shown already, it follows the language.
    if (this.documentation && (changed.has("locale") || changed.has("finding"))) void this.#load();
  }

  protected override render(): TemplateResult {
    const { strings, finding, documentation } = this;
    return html`<details @toggle=${this.#toggled}>
      <summary>${strings.rule.about}<span class="visually-hidden">: ${finding.code}</span></summary>
      <dl>
        ${documentation
          ? html`<dt>${strings.rule.says}</dt>
              <dd>${documentation.says}</dd>
              <dt>${strings.rule.why}</dt>
              <dd>${documentation.why}</dd>
              <dt>${strings.rule.fix}</dt>
              <dd>${documentation.fix}</dd>`
          : nothing}
        ${finding.sources.length > 0
          ? html`<dt>${strings.sources}</dt>
              <dd>${finding.sources.map(({ id, title }) => html`<p>${id}: ${title}</p>`)}</dd>`
          : nothing}
      </dl>
    </details>`;
  }

  #toggled(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) void this.#load();
  }

  async #load(): Promise<void> {
    const { finding, locale } = this;
    const documentation = await rule(finding.code, { locale });
    if (finding === this.finding && locale === this.locale) this.documentation = documentation;
  }
}
