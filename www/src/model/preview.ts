// What is on the page: the inputs, the last answer about them, and the language. Components read it and call its
// methods; it tells them when something changed.

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Locale } from "rolecall";
import { stringsOf } from "../strings/index.ts";
import { Arrival } from "./arrival.ts";
import type { Answer, Answered, DirectoryGroup, Opened, Problem } from "./engine.ts";
import { startWhole } from "./workers.ts";
import { NOBODY, preferredLocale, textFrom, type Input, type Note } from "./input.ts";
import { Inputs, type Editing } from "./inputs.ts";
import { Holder } from "./holder.ts";
import { Keeper } from "./keeper.ts";
import type { Comparing, Mending } from "./whole.ts";
import { administratorsOf, highlightsOf, type Highlights } from "./people.ts";
import { isGone, problemFrom } from "./problem.ts";
import { Progress } from "./progress.ts";
import { isInForce, opened, reported, restored } from "./roster.ts";

export type { Input, Note };

const TYPING_PAUSE_MS = 120;

export class Preview implements ReactiveController, Editing {
  readonly inputs: Inputs;
  locale: Locale;
  /** The last answer that could be given; older than the inputs while `problem` is set. */
  answered: Answered | undefined;
  problem: Problem | undefined;
  /** Whether what is shown may be of older inputs, while an answer is on its way. */
  isBusy = true;
  /** Who is hit hardest, of an answer that may be the one before. */
  highlights: { answered: Answered; of: Highlights } | undefined;
  /** The addresses of whoever may edit identity settings today; of many, the first. */
  administrators: readonly string[] = [];
  /** The ids of findings that somebody has acknowledged. */
  accepted: string[] = [];
  /** What can be done about the answer, once the whole engine is there. */
  mending: Mending | undefined;
  /** A configuration beside the present one, once the whole engine is there. */
  comparing: Comparing | undefined;
  /** How far what is being read has come. */
  readonly progress: Progress;
  /** What this browser keeps of the page. */
  readonly keeper: Keeper;
  /** The configuration that may have come with a link. */
  readonly arrival: Arrival;

  #host: ReactiveControllerHost;
  #holder: Holder;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();
  /** The configuration as it was edited last. */
  #config: string | undefined;
  #groups: readonly DirectoryGroup[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.progress = new Progress(() => host.requestUpdate());
    this.#holder = new Holder(this.progress, (done) => this.#took(done));
    this.keeper = new Keeper(() => host.requestUpdate());
    this.locale = this.keeper.locale ?? preferredLocale();
    this.inputs = new Inputs(this, this.progress);
    this.arrival = new Arrival(this.inputs, () => host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    void this.#begin();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Goes on where the last visit ended, as far as this browser was to keep it. */
  async #begin(): Promise<void> {
    const { config, roster, accepted, supposed } = await this.keeper.restore();
    this.accepted = accepted;
    if (roster) {
      this.inputs.begin({ config, supposed, roster: { ...roster, files: restored(roster.files) } });
    } else if (config !== undefined) {
      const note: Note = { says: (strings) => strings.kept.rosterGone, before: this.inputs.snapshot("roster") };
      this.inputs.begin({ config, supposed, roster: { text: NOBODY, files: [], assignment: undefined }, note });
    }
    this.#config = this.inputs.config.text;
    this.#host.requestUpdate();
    await this.arrival.look();
    await this.#check();
  }

  /** Whether this browser is to keep the roster. */
  keepRoster(wanted: boolean): void {
    void this.keeper.setRoster(wanted, this.inputs.snapshot("roster"), this.inputs.number);
    this.keeper.keepSupposed(this.inputs.supposed);
  }

  /** The directory's groups. */
  get groups(): readonly { name: string; id?: string; people: number }[] {
    return this.#groups.map(({ name, id, people }) => (id === null ? { name, people } : { name, id, people }));
  }

  async setLocale(locale: Locale): Promise<void> {
    this.locale = locale;
    this.keeper.keepLocale(locale);
    this.#host.requestUpdate();
    await this.inputs.lookAgain();
  }

  /** Acknowledges a warning, or takes that back. */
  accept(finding: string, isAccepted: boolean): void {
    const others = this.accepted.filter((id) => id !== finding);
    this.accepted = isAccepted ? [...others, finding] : others;
    this.keeper.keepAccepted(this.accepted);
    void this.#check();
  }

  /** Gives up what is being read, and goes back to the roster from before. */
  cancel(): void {
    this.#holder.cancel();
    this.inputs.cancel();
  }

  /** Puts the roster as understood, as a text to edit, in place of the files. */
  async editAsJson(): Promise<void> {
    const roster = await this.#holder.resident?.roster();
    if (roster) this.inputs.editAsJson(textFrom(roster));
  }

  edited(isTyping: boolean, isKept = true): void {
    const { text } = this.inputs.config;
    if (isKept && text !== this.#config) this.keeper.keepConfig(text);
    this.#config = text;
    if (isKept) this.keeper.keepSupposed(this.inputs.supposed);
    this.isBusy = true;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), isTyping ? TYPING_PAUSE_MS : 0);
  }

  shown(): void {
    this.#host.requestUpdate();
  }

  async #check(): Promise<void> {
    this.#asking.abort(); // an older question
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      const answer = await this.#answer(signal);
      signal.throwIfAborted();
      this.#settle(answer);
      if ("answered" in answer) await this.#ask(answer.answered, signal);
    } catch (error) {
      if (!signal.aborted && !isGone(error)) this.#settle({ problem: problemFrom(error, {}) });
    } finally {
      this.isBusy = signal.aborted ? this.isBusy : this.#timer !== undefined;
      this.#host.requestUpdate();
    }
  }

  #settle(answer: Answer): void {
    const { inputs } = this;
    inputs.settled();
    if ("answered" in answer) {
      this.answered = answer.answered;
      this.problem = undefined;
      inputs.files = reported(inputs.files, answer.answered.report.sources);
      void this.keeper.keepRoster(inputs.snapshot("roster"), inputs.number);
      this.#holder.show(answer.answered.resident);
    } else {
      this.problem = answer.problem;
      // The engine itself may have gone, and with it the roster that it had open.
      if (answer.problem.side === undefined) this.#holder.forget();
    }
    this.#host.requestUpdate();
  }

  /** What is shown beside the answer as soon as it is known. */
  async #ask(answered: Answered, signal: AbortSignal): Promise<void> {
    this.highlights = { answered, of: await highlightsOf(answered, signal) };
    this.#host.requestUpdate();
    this.administrators = await administratorsOf(answered, signal);
    if (!this.inputs.understood) this.#groups = (await answered.resident.directory(signal))?.groups ?? [];
    this.mending?.about(answered);
    this.comparing?.about(answered);
    this.#host.requestUpdate();
  }

  /** Goes on with the whole engine: it says the same as the one that answered first, and can do more. */
  async becomeWhole(): Promise<void> {
    const [{ Mending, Comparing }] = await Promise.all([import("./whole.ts"), startWhole()]);
    this.mending = new Mending(this.inputs, () => this.#host.requestUpdate());
    this.comparing = new Comparing(this.inputs, () => this.#host.requestUpdate());
    this.#holder.forget();
    await this.#check();
  }

  async #answer(signal: AbortSignal): Promise<Answer> {
    const { inputs } = this;
    if (!this.#holder.has(inputs.number)) {
      const { files, assignment } = inputs;
      if (files.length > 0 && !files.some(isInForce)) return { problem: this.#nothingInForce() };
      const inForce = files.filter(isInForce);
      const given = inForce.length > 0 ? { files: inForce, assignment } : inputs.roster.text;
      const failed = await this.#holder.open(inputs.number, given, this.locale);
      signal.throwIfAborted();
      if (failed) return failed;
      if (inputs.files.length > 0 && !inputs.files.some(isInForce)) return { problem: this.#nothingInForce() };
    }
    const { resident } = this.#holder;
    if (!resident) return { problem: this.#nothingInForce() };
    const answer = await resident.check(inputs.config.text, { locale: this.locale, accepted: this.accepted }, signal);
    if ("answered" in answer || answer.problem.code !== "session/gone") return answer;
    this.#holder.forget(); // it broke down over a question beside: it is read again
    return this.#answer(signal);
  }

  /** Takes over what was found when the roster was read. */
  #took(done: Opened): void {
    const { inputs } = this;
    inputs.understood = done.understood;
    inputs.assignment = done.assignment;
    inputs.files = opened(inputs.files, done);
    if (done.understood) this.#groups = done.understood.groups;
  }

  #nothingInForce(): Problem {
    this.inputs.understood = undefined;
    const message = stringsOf(this.locale).files.noneInForce;
    return { code: "", side: "roster", path: undefined, message, help: "", line: undefined, column: undefined };
  }
}
