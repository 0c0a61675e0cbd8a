import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { groupsLike, type DirectoryGroup } from "../../model/settings.ts";
import type { SettingsStrings } from "../../strings/settings.ts";
import { base, controls, tones } from "../../styles/shared.ts";
import { wordName } from "./fields.ts";
import { groupsStyles } from "./groups.styles.ts";
import { CROSS } from "./icons.ts";

/** As many are offered at once; more are found by typing. */
const OFFERED = 60;

/** What can be chosen: a group of the directory, or a name as it is typed. */
interface Choice {
  name: string;
  group: DirectoryGroup | undefined;
  isHere: boolean;
}

/** The groups that give one role or seat tier: chips, and a combobox to add another. */
@customElement("rc-groups")
export class GroupsElement extends LitElement {
  /** The JSON Pointer of its list. */
  @property() pointer = "";
  @property({ attribute: false }) words!: SettingsStrings;
  /** The role or tier. */
  @property({ attribute: false }) word = "";
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) groups: readonly DirectoryGroup[] = [];
  /** What each mapped group gives in the whole mapping. */
  @property({ attribute: false }) elsewhere: ReadonlyMap<string, readonly string[]> = new Map();
  @property({ type: Boolean }) disabled = false;
  @state() private typed = "";
  @state() private isOpen = false;
  /** The place of the choice that Enter takes. */
  @state() private active = -1;
  @state() private said = "";
  @query("input") private input!: HTMLInputElement;
  @query("[aria-selected=true]") private activeOption!: HTMLElement | null;
  @query("[role=listbox]") private listbox!: HTMLElement | null;
  @queryAll(".chip button") private chips!: NodeListOf<HTMLButtonElement>;

  /** The place of the chip that is being taken away. */
  #dropped: number | undefined;

  static override styles = [base, controls, tones, groupsStyles];

  /** Moves the focus to the group at `index`, or to where one is added. */
  reveal(index?: number): void {
    const chip = index === undefined ? undefined : this.chips[index];
    (chip ?? this.input).focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("names") && this.#dropped !== undefined) {
      // The chip that has come to stand where one was taken away, else the field.
      (this.chips[Math.min(this.#dropped, this.chips.length - 1)] ?? this.input).focus();
      this.#dropped = undefined;
    }
    if (changed.has("isOpen") && this.isOpen) this.listbox?.scrollIntoView({ block: "nearest" });
    if (changed.has("active")) this.activeOption?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { words, names } = this;
    const label = words.groupsFor(wordName(this.word));
    return html`
      <ul aria-label=${label} ?hidden=${names.length === 0} @keydown=${this.#chipKey}>
        ${repeat(
          names,
          (_, index) => index,
          (name, index) => this.#chip(name, index),
        )}
      </ul>
      ${this.#combobox(label)}
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  #groupOf(name: string): DirectoryGroup | undefined {
    return this.groups.find((group) => group.name === name || group.id === name);
  }

  #chip(name: string, index: number): TemplateResult {
    const { words, groups } = this;
    const group = this.#groupOf(name);
    const isMissing = group === undefined && groups.length > 0;
    return html`<li class="chip ${isMissing ? "caution" : ""}">
      <span class="text">${group && group.name !== name ? `${group.name} (${name})` : name}</span>
      ${group ? html`<small>${words.people(group.people)}</small>` : nothing}
      ${isMissing ? html`<small>${words.notInDirectory}</small>` : nothing}
      <button
        type="button"
        aria-label=${words.remove(name)}
        title=${words.remove(name)}
        ?disabled=${this.disabled}
        @click=${() => this.#drop(index)}
      >
        ${CROSS}
      </button>
    </li>`;
  }

  #combobox(label: string): TemplateResult {
    const { words } = this;
    const { choices, rest } = this.isOpen ? this.#choices() : { choices: [], rest: 0 };
    return html`<div class="combobox" @focusout=${this.#leave}>
      <input
        type="text"
        role="combobox"
        aria-label=${`${label}: ${words.addGroup}`}
        aria-expanded=${this.isOpen ? "true" : "false"}
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${this.isOpen && this.active >= 0 ? `option-${this.active}` : nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${words.addGroup}
        ?disabled=${this.disabled}
        .value=${this.typed}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @click=${() => this.#open()}
        @keydown=${this.#key}
      />
      <div
        id="list"
        role="listbox"
        aria-label=${label}
        ?hidden=${!this.isOpen}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${this.isOpen ? choices.map((choice, index) => this.#option(choice, index)) : nothing}
        ${this.isOpen && choices.length === 0
          ? html`<div role="option" aria-disabled="true" aria-selected="false" class="soft">${words.noGroup}</div>`
          : nothing}
        ${this.isOpen && rest > 0
          ? html`<div role="option" aria-disabled="true" aria-selected="false" class="soft">
              ${words.moreGroups(rest)}
            </div>`
          : nothing}
      </div>
    </div>`;
  }

  #option(choice: Choice, index: number): TemplateResult {
    const { words, word } = this;
    const { name, group, isHere } = choice;
    const others = group
      ? [group.name, group.id].flatMap((key) => (key === undefined ? [] : (this.elsewhere.get(key) ?? [])))
      : [];
    const given = [...new Set(others)].filter((other) => other !== word).map(wordName);
    return html`<div
      role="option"
      id=${`option-${index}`}
      aria-selected=${index === this.active ? "true" : "false"}
      aria-disabled=${isHere ? "true" : nothing}
      @click=${() => this.#take(choice)}
      @pointermove=${() => (this.active = index)}
    >
      <span class="text">${group ? name : words.takeAsTyped(name)}</span>
      ${isHere ? html`<small class="tag">${words.isHere}</small>` : nothing}
      ${given.length > 0 ? html`<small class="tag">${words.givesAlso(given.join(", "))}</small>` : nothing}
      ${group ? html`<small>${words.people(group.people)}</small>` : nothing}
    </div>`;
  }

  #choices(): { choices: Choice[]; rest: number } {
    const found = groupsLike(this.groups, this.typed);
    const isHere = ({ name, id }: DirectoryGroup) =>
      this.names.includes(name) || (id !== undefined && this.names.includes(id));
    const choices: Choice[] = found
      .slice(0, OFFERED)
      .map((group) => ({ name: group.name, group, isHere: isHere(group) }));
    const typed = this.typed.trim();
    if (typed !== "" && !this.#groupOf(typed))
      choices.push({ name: typed, group: undefined, isHere: this.names.includes(typed) });
    return { choices, rest: Math.max(0, found.length - OFFERED) };
  }

  #open(): void {
    if (!this.disabled) this.isOpen = true;
  }

  #close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  #leave(): void {
    this.#close();
  }

  #type(typed: string): void {
    this.typed = typed;
    this.#open();
    this.active = typed.trim() === "" ? -1 : this.#choices().choices.findIndex(({ isHere }) => !isHere);
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { choices } = this.#choices();
    const move = (to: number): void => {
      event.preventDefault();
      this.#open();
      this.active = choices.length === 0 ? -1 : (to + choices.length) % choices.length;
    };
    const last = choices.length - 1;
    switch (event.key) {
      case "ArrowDown":
        return move(event.altKey ? this.active : this.isOpen ? this.active + 1 : 0);
      case "ArrowUp":
        if (event.altKey) return this.#close();
        return move(this.isOpen && this.active >= 0 ? this.active - 1 : last);
      case "PageDown":
        return this.isOpen ? move(Math.min(last, this.active + 8)) : undefined;
      case "PageUp":
        return this.isOpen ? move(Math.max(0, this.active - 8)) : undefined;
      case "Enter": {
        event.preventDefault();
        const choice = choices[this.active];
        if (this.isOpen && choice) this.#take(choice);
        return;
      }
      case "Escape":
        if (this.isOpen) this.#close();
        else this.typed = "";
        return;
      case "Backspace":
      case "ArrowLeft":
        // With nothing before the caret the groups that are there come next.
        if (this.typed === "") this.chips[this.chips.length - 1]?.focus();
        return;
    }
  };

  #chipKey(event: KeyboardEvent): void {
    const chips = [...this.chips];
    const index = chips.indexOf(event.target as HTMLButtonElement);
    switch (event.key) {
      case "ArrowLeft":
        chips[index - 1]?.focus();
        return;
      case "ArrowRight":
        (chips[index + 1] ?? this.input).focus();
        return;
      case "Home":
        chips[0]?.focus();
        return;
      case "End":
        this.input.focus();
        return;
      case "Delete":
      case "Backspace":
        event.preventDefault();
        this.#drop(index);
    }
  }

  #take({ name, isHere }: Choice): void {
    if (isHere) return;
    this.typed = "";
    this.#close();
    this.#tell("add-group", name);
    this.said = this.words.added(name);
  }

  #drop(index: number): void {
    const name = this.names[index];
    if (name === undefined || this.disabled) return;
    this.#tell("drop-group", index);
    this.said = this.words.removed(name);
    this.#dropped = index;
  }

  #tell(name: "add-group" | "drop-group", detail: string | number): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
