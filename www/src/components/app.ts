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
import { REDO, SHIELD, UNDO } from "./icons.ts";
import "./kept.ts";
import { loadRest } from "./rest.ts";
import { stepOf } from "./undo.ts";
import type { PeopleElement } from "./people.ts";
import type { PersonElement } from "./person.ts";
import type { SupposedElement } from "./supposed.ts";
import type { SettingsElement } from "./settings/settings.ts";
import "./verdict.ts";

const UNDO_EVENTS = ["keydown", "beforeinput"] as const;
const DRAG_EVENTS = ["dragover", "dragleave", "drop"] as const;

/** What shows an input. */
type InputElement = SettingsElement | EditorElement | FilesElement;

/** The page: the answer first, what it is about beside or below it. */
@customElement("rc-app")
export class AppElement extends LitElement {
  @state() private dropping = false;
  @query("rc-people") private people!: PeopleElement | null;
  @query("rc-person") private person!: PersonElement;
  @query("rc-supposed") private supposed!: SupposedElement | null;
  @queryAll("rc-settings, rc-editor, rc-files") private editors!: NodeListOf<InputElement>;

  #preview = new Preview(this);
  /** What showed the roster, a text or files, had the focus and goes. */
  #losesFocus = false;

  static override styles = [base, controls, appStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of DRAG_EVENTS) window.addEventListener(type, this.#onDrag);
    for (const type of UNDO_EVENTS) window.addEventListener(type, this.#onUndo);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of DRAG_EVENTS) window.removeEventListener(type, this.#onDrag);
    for (const type of UNDO_EVENTS) window.removeEventListener(type, this.#onUndo);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadStrings(this.#preview.locale);
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const roster = this.hasUpdated ? this.#editor("roster") : undefined;
    const becomes = this.#preview.inputs.files.length > 0 ? "rc-files" : "rc-editor";
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
    const { answered, highlights, problem, progress, inputs, mending, comparing } = this.#preview;
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
        @try-again=${() => inputs.tryAgain()}
        @show-people=${(event: CustomEvent<Filter>) => whenLoaded("rc-people", () => this.people?.show(event.detail))}
        @applied=${() => whenLoaded("rc-supposed", () => void this.supposed?.start())}
        @glimpse-people=${(event: CustomEvent<Filter | null>) => this.people?.glimpse(event.detail ?? undefined)}
        @show-person=${(event: CustomEvent<string>) => whenLoaded("rc-person", () => this.person.show(event.detail))}
      >
        <div class="answer" aria-busy=${String(this.#preview.isBusy)}>
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
            .without=${inputs.without.map(({ name }) => name)}
          ></rc-verdict>
          <rc-supposed
            .strings=${strings}
            .preview=${this.#preview}
            .applied=${inputs.applied}
            .supposed=${inputs.supposed}
          ></rc-supposed>
          ${answered && report
            ? html`<rc-exports .strings=${strings} .answered=${answered} ?stale=${problem !== undefined}></rc-exports>
                <rc-changes
                  .strings=${strings}
                  .report=${report}
                  .highlights=${highlights?.of}
                  ?late=${highlights?.answered !== answered}
                ></rc-changes>
                <rc-flow .strings=${strings} .answered=${answered}></rc-flow>
                <rc-repairs
                  .strings=${strings}
                  .preview=${this.#preview}
                  .answered=${answered}
                  .state=${mending?.state}
                  .found=${mending?.found}
                ></rc-repairs>
                <rc-findings
                  .strings=${strings}
                  .locale=${this.#preview.locale}
                  .preview=${this.#preview}
                  .fixes=${mending?.found?.fixes}
                  ?late=${mending?.of === undefined}
                  .findings=${report.findings}
                  .accepted=${report.accepted}
                  .sources=${inputs.files.length > 0 ? [] : report.sources}
                  .waysBack=${report.waysBack}
                  .assumptions=${report.assumptions}
                ></rc-findings>
                <rc-compare
                  .strings=${strings}
                  .preview=${this.#preview}
                  .answered=${answered}
                  .kept=${comparing?.kept}
                  .beside=${comparing?.beside}
                  .saved=${mending?.of?.repairs.leaveAsIs}
                ></rc-compare>
                <rc-ticket .strings=${strings} .answered=${answered} ?stale=${problem !== undefined}></rc-ticket>
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
    const { inputs } = preview;
    const hasFiles = inputs.files.length > 0;
    return html`<section class="inputs ${hasFiles ? "of-files" : ""}" aria-labelledby="inputs">
      <div>
        <div class="heading">
          <h2 id="inputs" tabindex="-1">${strings.inputsHeading}</h2>
          <span role="group" aria-label="${strings.mend.undo}, ${strings.mend.redo}">
            <button type="button" ?disabled=${!inputs.canUndo} @click=${() => inputs.undoEdit()}>${UNDO}${strings.mend.undo}</button>
            <button type="button" ?disabled=${!inputs.canRedo} @click=${() => inputs.redoEdit()}>${REDO}${strings.mend.redo}</button>
          </span>
        </div>
        <p class="soft small">
          ${inputs.isSample ? strings.sampleNote : nothing} ${strings.inputsIntro}
          ${inputs.isSample
            ? nothing
            : html`<button class="link" type="button" @click=${() => inputs.showSample()}>${strings.backToSample}</button>`}
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
    const { inputs, problem } = this.#preview;
    const { files, understood, assignment } = inputs;
    return html`<rc-files
      class="roster"
      ?dropping=${this.dropping}
      .preview=${this.#preview}
      .strings=${this.#strings}
      .input=${inputs.roster}
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

  /** The page undoes edits itself, wherever they were made: a text field knows only of those typed into it. */
  #onUndo = (event: Event): void => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    if (step === "undo") this.#preview.inputs.undoEdit();
    else this.#preview.inputs.redoEdit();
  };

  async #drop(files: File[], path: EventTarget[]): Promise<void> {
    const target = [...this.editors].find((editor) => path.includes(editor));
    const side = target?.side ?? "roster";
    await this.#preview.inputs.take(files, side);
    if (this.#preview.inputs[side].refused.length > 0) this.#editor(side)?.scrollIntoView({ block: "nearest" });
  }
}

/** A component may be asked for before it has been loaded. */
const whenLoaded = (name: string, then: () => void): void => void customElements.whenDefined(name).then(then);
