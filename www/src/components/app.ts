import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, query, queryAll, state } from "lit/decorators.js";
import type { Locale } from "rolecall";
import { sideOf, type Side } from "../model/engine.ts";
import type { Filter } from "../model/people.ts";
import { Preview } from "../model/preview.ts";
import { LANGUAGES, loadStrings, stringsOf, type Strings } from "../strings/index.ts";
import { base, controls } from "../styles/shared.ts";
import { appStyles } from "./app.styles.ts";
import "./changes.ts";
import { EditorElement } from "./editor.ts";
import type { FilesElement } from "./files.ts";
import "./findings.ts";
import { SHIELD } from "./icons.ts";
import "./kept.ts";
import { loadRest } from "./rest.ts";
import type { PeopleElement } from "./people.ts";
import type { PersonElement } from "./person.ts";
import type { SettingsElement } from "./settings/settings.ts";
import "./verdict.ts";

const DRAG_EVENTS = ["dragover", "dragleave", "drop"] as const;

/** What shows an input. */
type InputElement = SettingsElement | EditorElement | FilesElement;

/** The page: the answer first, what it is about beside or below it. */
@customElement("rc-app")
export class AppElement extends LitElement {
  @state() private dropping = false;
  @query("rc-people") private people!: PeopleElement | null;
  @query("rc-person") private person!: PersonElement;
  @queryAll("rc-settings, rc-editor, rc-files") private editors!: NodeListOf<InputElement>;

  #preview = new Preview(this);
  /** What showed the roster, a text or files, had the focus and goes. */
  #losesFocus = false;

  static override styles = [base, controls, appStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of DRAG_EVENTS) window.addEventListener(type, this.#onDrag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of DRAG_EVENTS) window.removeEventListener(type, this.#onDrag);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadStrings(this.#preview.locale);
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const roster = this.hasUpdated ? this.#editor("roster") : undefined;
    const becomes = this.#preview.files.length > 0 ? "rc-files" : "rc-editor";
    this.#losesFocus = roster !== undefined && roster.localName !== becomes && roster === this.shadowRoot?.activeElement;
  }

  protected override updated(): void {
    document.documentElement.lang = this.#preview.locale;
    document.title = `rolecall – ${this.#strings.tagline}`;
    if (this.#preview.answered || this.#preview.problem) void loadRest(this.#preview);
    const roster = this.#editor("roster");
    if (this.#losesFocus) void roster?.updateComplete.then(() => roster.start());
  }

  get #strings(): Strings {
    return stringsOf(this.#preview.locale);
  }

  protected override render(): TemplateResult {
    const strings = this.#strings;
    const { answered, highlights, problem, progress, files, without } = this.#preview;
    const report = answered?.report;
    return html`
      <header>
        <h1>rolecall</h1>
        <p class="soft">${strings.tagline}</p>
        <button class="jump" type="button" @click=${this.#toInputs}>${strings.inputsHeading}</button>
        ${this.#languages()}
      </header>
      <main
        @go-to=${(event: CustomEvent<string>) => this.#goTo(event.detail)}
        @show-problem=${() => this.#editor(problem?.side)?.revealProblem()}
        @show-files=${() => this.#editor("roster")?.revealProblem()}
        @try-again=${() => this.#preview.tryAgain()}
        @show-people=${(event: CustomEvent<Filter>) => whenLoaded("rc-people", () => this.people?.show(event.detail))}
        @show-person=${(event: CustomEvent<string>) => whenLoaded("rc-person", () => this.person.show(event.detail))}
      >
        <div class="answer">
          <rc-paper-head .strings=${strings} .answered=${answered} .locale=${this.#preview.locale}></rc-paper-head>
          <rc-reading
            .strings=${strings}
            .preview=${this.#preview}
            .shown=${answered && progress.shown}
            .done=${progress.shown?.bytes.done ?? 0}
          ></rc-reading>
          <rc-linked
            .strings=${strings}
            .preview=${this.#preview}
            .came=${this.#preview.arrival.came}
            ?rosterless=${this.#preview.arrival.isRosterless}
          ></rc-linked>
          <rc-verdict
            .strings=${strings}
            .report=${report}
            .problem=${problem}
            .without=${without.map(({ name }) => name)}
          ></rc-verdict>
          ${answered && report
            ? html`<rc-exports .strings=${strings} .answered=${answered} ?stale=${problem !== undefined}></rc-exports>
                <rc-changes
                  .strings=${strings}
                  .report=${report}
                  .highlights=${highlights?.of}
                  ?late=${highlights?.answered !== answered}
                ></rc-changes>
                <rc-flow .strings=${strings} .answered=${answered}></rc-flow>
                <rc-findings
                  .strings=${strings}
                  .locale=${this.#preview.locale}
                  .findings=${report.findings}
                  .sources=${files.length > 0 ? [] : report.sources}
                  .waysBack=${report.waysBack}
                  .assumptions=${report.assumptions}
                ></rc-findings>
                <rc-readiness .strings=${strings} .steps=${report.readiness}></rc-readiness>
                <rc-people .strings=${strings} .answered=${answered} .highlights=${highlights?.of}></rc-people>
                <rc-paper-people .strings=${strings} .answered=${answered}></rc-paper-people>`
            : nothing}
        </div>
        ${this.#inputs()}
      </main>
      <rc-person .strings=${strings} .answered=${answered}></rc-person>
      <footer class="soft small">
        <p class="privacy">${SHIELD}${strings.privacy}</p>
        <p>${strings.independent}</p>
      </footer>
    `;
  }

  #languages(): TemplateResult {
    const { locale } = this.#preview;
    return html`<div class="languages" role="group" aria-label=${this.#strings.language}>
      ${(Object.keys(LANGUAGES) as Locale[]).map(
        (language) => html`<button
          type="button"
          lang=${language}
          aria-pressed=${language === locale ? "true" : "false"}
          @click=${() => void this.#preview.setLocale(language)}
        >
          ${LANGUAGES[language]}
        </button>`,
      )}
    </div>`;
  }

  #inputs(): TemplateResult {
    const strings = this.#strings;
    const preview = this.#preview;
    const hasFiles = preview.files.length > 0;
    return html`<section class="inputs ${hasFiles ? "of-files" : ""}" aria-labelledby="inputs">
      <div>
        <h2 id="inputs" tabindex="-1">${strings.inputsHeading}</h2>
        <p class="soft small">
          ${preview.isSample ? strings.sampleNote : nothing} ${strings.inputsIntro}
          ${preview.isSample
            ? nothing
            : html`<button class="link" type="button" @click=${() => preview.showSample()}>${strings.backToSample}</button>`}
        </p>
      </div>
      ${this.#settings()} ${hasFiles ? this.#files() : this.#roster()}
      <rc-kept
        .strings=${strings}
        .preview=${preview}
        ?config=${preview.keeper.config}
        ?roster=${preview.keeper.roster}
        .said=${preview.keeper.said}
      ></rc-kept>
    </section>`;
  }

  #settings(): TemplateResult {
    const { inputs, problem, groups, administrators } = this.#preview;
    return html`<rc-settings
      class="config"
      ?dropping=${this.dropping}
      .preview=${this.#preview}
      .strings=${this.#strings}
      .input=${inputs.config}
      .problem=${problem?.side === "config" ? problem : undefined}
      .groups=${groups}
      .administrators=${administrators}
    ></rc-settings>`;
  }

  #roster(): TemplateResult {
    const { inputs, problem } = this.#preview;
    return html`<rc-editor
      class="roster"
      ?dropping=${this.dropping}
      .side=${"roster" satisfies Side}
      .preview=${this.#preview}
      .strings=${this.#strings}
      .input=${inputs.roster}
      .problem=${problem?.side === "roster" ? problem : undefined}
    ></rc-editor>`;
  }

  #files(): TemplateResult {
    const { files, understood, assignment, problem } = this.#preview;
    return html`<rc-files
      class="roster"
      ?dropping=${this.dropping}
      .preview=${this.#preview}
      .strings=${this.#strings}
      .input=${this.#preview.inputs.roster}
      .files=${files}
      .understood=${understood}
      .assignment=${assignment}
      .problem=${problem?.side === "roster" ? problem : undefined}
    ></rc-files>`;
  }

  #toInputs(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>("#inputs");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  #editor(side: Side | undefined): InputElement | undefined {
    return [...this.editors].find((editor) => editor.side === side);
  }

  #goTo(path: string): void {
    const side = sideOf(path);
    if (side) this.#editor(side)?.reveal(path.slice(side.length + 1));
  }

  /** Files may be dropped anywhere: a browser that is left alone would open them instead of the page. */
  #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = event.type === "dragover";
    if (event.type === "drop") void this.#drop([...event.dataTransfer.files], event.composedPath());
  };

  async #drop(files: File[], path: EventTarget[]): Promise<void> {
    const target = [...this.editors].find((editor) => path.includes(editor));
    const side = target?.side ?? "roster";
    await this.#preview.take(files, side);
    if (this.#preview.inputs[side].refused.length > 0) this.#editor(side)?.scrollIntoView({ block: "nearest" });
  }
}

/** A component may be asked for before it has been loaded. */
const whenLoaded = (name: string, then: () => void): void => void customElements.whenDefined(name).then(then);
