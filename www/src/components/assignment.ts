import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Assignment } from "rolecall";
import type { Understood } from "../model/engine.ts";
import { matchesText } from "../model/people.ts";
import type { Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { base, controls, tones } from "../styles/shared.ts";
import { formStyles } from "./files.styles.ts";

/** More groups than this are searched rather than looked through. */
const FEW = 8;
const SHOWN = 100;

type Kind = "listed" | "groups" | "unknown";

/** The question who is assigned to the application, which exports of a whole company leave open. */
@customElement("rc-assignment")
export class AssignmentElement extends LitElement {
  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) understood!: Understood;
  @property({ attribute: false }) assignment: Assignment | undefined;
  /** The names of the directory's files. */
  @property({ attribute: false }) files: readonly string[] = [];
  @state() private search = "";
  /** Groups are to be chosen, and none is yet. */
  @state() private choosing = false;
  @query(".question") private question!: HTMLElement;

  static override styles = [
    base,
    controls,
    tones,
    formStyles,
    css`
      .box {
        padding: 0.75rem 0.875rem;
        border-bottom: 1px solid var(--tone-line);
        background: var(--tone-tint);
        font-size: var(--small);
      }
      legend {
        font-size: 0.9375rem;
      }
      .groups {
        display: grid;
        gap: 0.375rem;
        margin: 0 0 0 1.5rem;
      }
      .groups ul {
        display: grid;
        gap: 0.25rem;
        max-height: 12rem;
        padding: 0.5rem 0.625rem;
        overflow: auto;
        border: 1px solid var(--tone-line);
        border-radius: 0.4375rem;
        background: var(--surface);
      }
    `,
  ];

  start(): void {
    this.question.focus({ preventScroll: true });
    this.question.scrollIntoView({ block: "nearest" });
  }

  get #chosen(): readonly string[] {
    return typeof this.assignment === "object" ? this.assignment.groups : [];
  }

  protected override render(): TemplateResult {
    const { strings, understood, files } = this;
    const words = strings.files;
    const kind: Kind | undefined =
      this.choosing || this.#chosen.length > 0 ? "groups" : this.assignment === "flagged" ? undefined : (this.assignment as Kind | undefined);
    const tone = kind === "listed" || this.#chosen.length > 0 ? "plain" : "caution";
    return html`<div class="box ${tone}">
      <fieldset>
        <legend class="question" tabindex="-1">${words.assignmentQuestion}</legend>
        <p class="soft">${words.assignmentIntro}</p>
        <div class="choices">
          ${this.#choice("listed", kind, words.everyone, words.everyoneIn(understood.users, files))}
          ${this.#choice("groups", kind, words.membersOfGroups, this.#groupsHint(kind))}
          ${kind === "groups" ? this.#groups() : nothing}
          ${this.#choice("unknown", kind, words.notKnown, words.notKnownHint)}
        </div>
      </fieldset>
    </div>`;
  }

  #choice(kind: Kind, chosen: Kind | undefined, label: string, hint: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="assignment"
        value=${kind}
        .checked=${kind === chosen}
        ?disabled=${kind === "groups" && this.understood.groups.length === 0}
        @change=${() => this.#choose(kind)}
      />
      <span>${label}${hint ? html`<span class="soft">${hint}</span>` : nothing}</span>
    </label>`;
  }

  #groupsHint(kind: Kind | undefined): string {
    const words = this.strings.files;
    if (this.understood.groups.length === 0) return words.noGroups;
    return kind === "groups" && this.#chosen.length === 0 ? words.membersOfGroupsHint : "";
  }

  #groups(): TemplateResult {
    const words = this.strings.files;
    const { groups } = this.understood;
    const chosen = new Set(this.#chosen);
    const found = groups.filter(({ name }) => chosen.has(name) || matchesText(name, this.search));
    const rest = found.length - SHOWN;
    return html`<div class="groups" role="group" aria-label=${words.membersOfGroups}>
      ${groups.length > FEW
        ? html`<input
            type="search"
            aria-label=${words.findGroup}
            placeholder=${words.findGroup}
            .value=${this.search}
            @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          />`
        : nothing}
      <ul>
        ${repeat(
          found.slice(0, SHOWN),
          ({ name }) => name,
          ({ name, people }) => html`<li>
            <label class="choice">
              <input type="checkbox" .checked=${chosen.has(name)} @change=${() => this.#toggle(name)} />
              <span>${name} <small class="soft">${words.groupPeople(people)}</small></span>
            </label>
          </li>`,
        )}
        ${rest > 0 ? html`<li class="soft">${words.moreGroups(rest)}</li>` : nothing}
      </ul>
    </div>`;
  }

  #choose(kind: Kind): void {
    this.choosing = kind === "groups";
    this.preview.inputs.assign(kind === "groups" ? undefined : kind);
  }

  #toggle(name: string): void {
    const before = this.#chosen;
    const groups = before.includes(name) ? before.filter((other) => other !== name) : [...before, name];
    this.choosing = true;
    // With no group nobody would be assigned, which is not what an empty choice means.
    this.preview.inputs.assign(groups.length > 0 ? { groups } : undefined);
  }
}
