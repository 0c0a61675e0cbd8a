// What is on the page: the configuration, the roster as a text or as files, the last answer about them, and the
// language. Components read it and call its methods; it tells them when something changed.

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Assignment, Locale } from "rolecall";
import { stringsOf, type Strings } from "../strings/index.ts";
import { Arrival } from "./arrival.ts";
import type { Answer, Answered, DirectoryGroup, Opened, Problem, Side, Understood } from "./engine.ts";
import { startWhole } from "./workers.ts";
import { isLong, recognise, textOf, type Recognised, type Refusal } from "./files.ts";
import { NOBODY, SAMPLE, fresh, preferredLocale, type Before, type Input, type Note, type Snapshot } from "./input.ts";
import { Holder } from "./holder.ts";
import { Keeper } from "./keeper.ts";
import { administratorsOf, highlightsOf, type Highlights } from "./people.ts";
import { isGone, problemFrom } from "./problem.ts";
import { Progress } from "./progress.ts";
import { alone, beside, fileFrom, isInForce, lookAgain, opened, reported, restored, told, type RosterFile, type Said } from "./roster.ts";

export type { Input, Note };

const TYPING_PAUSE_MS = 120;

export class Preview implements ReactiveController {
  readonly inputs: Record<Side, Input> = { config: fresh("config"), roster: fresh("roster") };
  /** While there are any, the roster is made of them and not of its text. */
  files: readonly RosterFile[] = [];
  /** What the files in force say of the directory. */
  understood: Understood | undefined;
  /** Who is assigned, where the files do not say. */
  assignment: Assignment | undefined;
  locale: Locale;
  /** The last answer that could be given; older than the inputs while `problem` is set. */
  answered: Answered | undefined;
  problem: Problem | undefined;
  /** Who is hit hardest, of an answer that may be the one before. */
  highlights: { answered: Answered; of: Highlights } | undefined;
  /** The addresses of whoever may edit identity settings today; of many, the first. */
  administrators: readonly string[] = [];
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
  #taking = new AbortController();
  #takes = 0;
  #before: Before | undefined;
  /** Counts the rosters there have been; the one that the engine has open may be older. */
  #roster = 1;
  #groups: readonly DirectoryGroup[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.progress = new Progress(() => host.requestUpdate());
    this.#holder = new Holder(this.progress, (done) => this.#took(done));
    this.keeper = new Keeper(() => host.requestUpdate());
    this.arrival = new Arrival(this, () => host.requestUpdate());
    this.locale = this.keeper.locale ?? preferredLocale();
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
    const { config, roster } = await this.keeper.restore();
    if (config !== undefined) this.inputs.config = { ...fresh("config"), text: config };
    if (roster) {
      this.inputs.roster = { ...fresh("roster"), text: roster.text };
      this.files = restored(roster.files);
      this.assignment = roster.assignment;
    } else if (config !== undefined) {
      const note: Note = { says: (strings) => strings.kept.rosterGone, before: this.#snapshot("roster") };
      this.inputs.roster = { ...fresh("roster"), text: NOBODY, note };
    }
    this.#host.requestUpdate();
    await this.arrival.look();
    await this.#check();
  }

  /** Shows inputs that came with a link. They are kept only once they are edited: links are opened by mistake, too. */
  takeLink(inputs: Partial<Record<Side, Input>>): void {
    Object.assign(this.inputs, inputs);
    this.#again("roster" in inputs ? "roster" : "config", 0);
  }

  /** Whether this browser is to keep the roster. */
  keepRoster(wanted: boolean): void {
    void this.keeper.setRoster(wanted, this.#snapshot("roster"), this.#roster);
  }

  get isSample(): boolean {
    const { config, roster } = this.inputs;
    return this.files.length === 0 && config.text === SAMPLE.config && roster.text === SAMPLE.roster;
  }

  /** The files that are no part of the answer: not read, or not yet. */
  get without(): readonly RosterFile[] {
    return this.files.filter((file) => !isInForce(file));
  }

  /** Whether the roster as understood would be a text that can be edited. */
  get isEditable(): boolean {
    return !isLong({ size: this.files.reduce((size, { data }) => size + data.size, 0) });
  }

  /** The directory's groups. */
  get groups(): readonly { name: string; id?: string; people: number }[] {
    return this.#groups.map(({ name, id, people }) => (id === null ? { name, people } : { name, id, people }));
  }

  async setLocale(locale: Locale): Promise<void> {
    this.locale = locale;
    this.keeper.keepLocale(locale);
    this.#host.requestUpdate();
    const again = new Map<number, RosterFile>();
    for (const file of this.files) again.set(file.id, await lookAgain(file, locale));
    this.#keep();
    this.files = this.files.map((file) => again.get(file.id) ?? file);
    this.#changed("roster", 0);
  }

  tryAgain(): void {
    this.#changed("roster", 0);
  }

  edit(side: Side, text: string): void {
    if (side === "roster") this.#keep();
    this.inputs[side] = { ...this.inputs[side], text, refused: [] };
    this.#changed(side, TYPING_PAUSE_MS);
  }

  /** Puts another text in place of the present one, or of the files, which `undo` brings back. */
  replace(side: Side, text: string, says: Note["says"] = (strings) => strings.replaced): void {
    const before = this.#snapshot(side);
    if (side === "roster") this.#setFiles([]);
    this.inputs[side] = { text, note: { says, before }, refused: [] };
    this.#changed(side, 0);
  }

  undo(side: Side): void {
    const before = this.inputs[side].note?.before;
    if (!before) return;
    if (side === "roster") this.#setFiles(before.files, before.assignment);
    this.inputs[side] = { text: before.text, note: undefined, refused: [] };
    this.#changed(side, 0);
  }

  /** Puts away the note about a file that was not taken. */
  dismiss(side: Side, refusal: Refusal): void {
    const input = this.inputs[side];
    this.inputs[side] = { ...input, refused: input.refused.filter((other) => other !== refusal) };
    this.#host.requestUpdate();
  }

  showSample(): void {
    for (const side of ["config", "roster"] as const) {
      const isShown = this.inputs[side].text === SAMPLE[side] && (side === "config" || this.files.length === 0);
      if (!isShown) this.replace(side, SAMPLE[side]);
    }
  }

  /** Takes files dropped on or chosen for `side`; what is plainly about the other side goes there. */
  async take(files: Iterable<File>, side: Side): Promise<void> {
    const given = [...files];
    this.#keep();
    const { signal } = this.#taking;
    const reading = this.progress.begin(given.map(({ name }) => name));
    this.#takes++;
    try {
      const taken = [];
      for (const file of given) taken.push(await recognise(file, side, this.locale, signal));
      this.#put(taken);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#takes--;
      reading.end();
      if (this.#roster === this.#before?.roster) this.#settled();
    }
  }

  #put(taken: readonly Recognised[]): void {
    // A whole roster takes the place of what is there, unless others want to be part of it.
    const rosters = taken.filter(({ kind }) => kind === "roster").length;
    const joins = this.files.some(({ isWhole, question }) => !isWhole || question) || rosters > 1 || taken.some(({ kind }) => kind === "list");
    for (const found of taken) {
      const loaded = (strings: Strings) => strings.replacedBy(found.name);
      if (found.kind === "config") {
        this.replace("config", found.text, loaded);
      } else if (found.kind === "roster" && !joins) {
        if (found.text !== undefined) this.replace("roster", found.text, loaded);
        else this.#replaceAll(fileFrom(found, []), loaded);
      } else if (found.kind === "bad" && (found.side === "config" || (!joins && this.files.length === 0))) {
        const input = this.inputs[found.side];
        const refusal = { file: found.name, reason: found.reason };
        this.inputs[found.side] = { ...input, refused: [...input.refused, refusal] };
      } else {
        const file = fileFrom(found, this.files);
        // What waits for an answer, or cannot be read, beside what is in force leaves that as it is.
        const isSame = !isInForce(file) && this.files.some((file) => isInForce(file) && !file.isWhole);
        this.inputs.roster = { ...this.inputs.roster, note: undefined, refused: [] };
        this.files = [...(joins ? this.files.map(beside) : this.files), file];
        this.#changed(isSame ? "config" : "roster", 0);
      }
    }
    this.#host.requestUpdate();
  }

  /** Gives up what is being read, and goes back to the roster from before. */
  cancel(): void {
    const before = this.#before;
    this.#taking.abort();
    this.#taking = new AbortController();
    this.#holder.cancel();
    this.#before = undefined;
    this.progress.reset();
    if (!before) return;
    this.inputs.roster = before.input;
    this.files = before.files;
    this.assignment = before.assignment;
    this.understood = before.understood;
    this.#roster = before.roster;
    this.#changed("config", 0);
  }

  /** Takes in what somebody says of a file. */
  async tell(id: number, said: Said): Promise<void> {
    const file = this.files.find((file) => file.id === id);
    if (!file) return;
    this.#keep();
    const next = await told(file, said, this.locale);
    this.files = this.files.map((file) => (file.id === id ? next : file));
    this.#changed("roster", 0);
  }

  assign(assignment: Assignment | undefined): void {
    this.#keep();
    this.assignment = assignment;
    this.#changed("roster", 0);
  }

  remove(id: number): void {
    if (this.files.length === 1) return this.removeAll();
    this.#keep();
    this.files = this.files.filter((file) => file.id !== id);
    this.#changed("roster", 0);
  }

  /** Goes back to the text that was there before the files. */
  removeAll(): void {
    const { length } = this.files;
    this.replace("roster", this.inputs.roster.text, (strings) => strings.files.removed(length));
  }

  /** Puts one file that is a whole roster in place of all files. */
  async useWhole(file: RosterFile): Promise<void> {
    const says: Note["says"] = (strings) => strings.replacedBy(file.name);
    const text = isLong(file.data) ? undefined : await textOf(file.data);
    if (text !== undefined) this.replace("roster", text, says);
    else this.#replaceAll(file, says);
  }

  /** Puts the roster as understood, as a text to edit, in place of the files. */
  async editAsJson(): Promise<void> {
    const { length } = this.files;
    const without = this.without.map(({ name }) => name);
    const text = (await this.#holder.resident?.text()) ?? "";
    const says = ({ files }: Strings) => `${files.madeFrom(length - without.length, without)} ${files.inPlaceOfFiles}`;
    this.replace("roster", text, says);
  }

  /** Puts a file in place of all files, which `undo` brings back. */
  #replaceAll(file: RosterFile, says: Note["says"]): void {
    const before = this.#snapshot("roster");
    this.#setFiles([alone(file)]);
    this.inputs.roster = { text: before.text, note: { says, before }, refused: [] };
    this.#changed("roster", 0);
  }

  #snapshot(side: Side): Snapshot {
    const { text } = this.inputs[side];
    return { text, files: side === "roster" ? this.files : [], assignment: this.assignment };
  }

  #setFiles(files: readonly RosterFile[], assignment?: Assignment): void {
    this.#keep();
    this.files = files;
    this.assignment = assignment;
    this.understood = undefined;
  }

  /** Remembers the roster, before it changes, as what `cancel` goes back to until there is an answer about what it became. */
  #keep(): void {
    const { files, assignment, understood } = this;
    this.#before ??= { input: this.inputs.roster, files, assignment, understood, roster: this.#roster };
  }

  #settled(): void {
    if (this.#takes === 0) this.#before = undefined;
  }

  #changed(side: Side, pause: number): void {
    if (side === "config") this.keeper.keepConfig(this.inputs.config.text);
    this.#again(side, pause);
  }

  #again(side: Side, pause: number): void {
    if (side === "roster") this.#roster++;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), pause);
  }

  async #check(): Promise<void> {
    this.#asking.abort(); // an older question
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const answer = await this.#answer(signal);
      signal.throwIfAborted();
      this.#settle(answer);
      if ("answered" in answer) await this.#ask(answer.answered, signal);
    } catch (error) {
      if (!signal.aborted && !isGone(error)) this.#settle({ problem: problemFrom(error, {}) });
    }
  }

  #settle(answer: Answer): void {
    this.#settled();
    if ("answered" in answer) {
      this.answered = answer.answered;
      this.problem = undefined;
      this.files = reported(this.files, answer.answered.report.sources);
      void this.keeper.keepRoster(this.#snapshot("roster"), this.#roster);
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
    if (!this.understood) this.#groups = (await answered.resident.directory(signal))?.groups ?? [];
    this.#host.requestUpdate();
  }

  /** Goes on with the whole engine: it says the same as the one that answered first, and can do more. */
  async becomeWhole(): Promise<void> {
    await startWhole();
    this.#holder.forget();
    await this.#check();
  }

  async #answer(signal: AbortSignal): Promise<Answer> {
    if (!this.#holder.has(this.#roster)) {
      if (this.files.length > 0 && !this.files.some(isInForce)) return { problem: this.#nothingInForce() };
      const inForce = this.files.filter(isInForce);
      const given = inForce.length > 0 ? { files: inForce, assignment: this.assignment } : this.inputs.roster.text;
      const failed = await this.#holder.open(this.#roster, given, this.locale);
      signal.throwIfAborted();
      if (failed) return failed;
      if (this.files.length > 0 && !this.files.some(isInForce)) return { problem: this.#nothingInForce() };
    }
    const { resident } = this.#holder;
    if (!resident) return { problem: this.#nothingInForce() };
    const answer = await resident.check(this.inputs.config.text, this.locale, signal);
    if ("answered" in answer || answer.problem.code !== "session/gone") return answer;
    this.#holder.forget(); // it broke down over a question beside: it is read again
    return this.#answer(signal);
  }

  /** Takes over what was found when the roster was read. */
  #took(done: Opened): void {
    this.understood = done.understood;
    this.assignment = done.assignment;
    this.files = opened(this.files, done);
    if (done.understood) this.#groups = done.understood.groups;
  }

  #nothingInForce(): Problem {
    this.understood = undefined;
    const message = stringsOf(this.locale).files.noneInForce;
    return { code: "", side: "roster", path: undefined, message, help: "", line: undefined, column: undefined };
  }
}
