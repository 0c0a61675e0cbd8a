// The inputs of the page, every edit of them, and the way back.

import type { Assignment, Locale } from "rolecall";
import type { Strings } from "../strings/index.ts";
import type { Side, Understood } from "./engine.ts";
import { isLong, recognise, textOf, type Recognised, type Refusal } from "./files.ts";
import { History } from "./history.ts";
import { SAMPLE, fresh, type Before, type Input, type Note, type Snapshot, type State, type Supposed } from "./input.ts";
import type { Progress } from "./progress.ts";
import { alone, beside, fileFrom, isInForce, isSameRoster, lookAgain, told, type RosterFile, type Said } from "./roster.ts";

/** Who is told of edits, and whether another is likely to follow at once. */
export interface Editing {
  readonly locale: Locale;
  /** `isKept`: it may be kept for the next visit. */
  edited(isTyping: boolean, isKept?: boolean): void;
  shown(): void;
}

/** What there is when the page begins. */
interface Beginning {
  config?: string | undefined;
  roster?: Snapshot;
  note?: Note;
  supposed?: readonly Supposed[];
}

export class Inputs implements Record<Side, Input> {
  config = fresh("config");
  roster = fresh("roster");
  /** While there are any, the roster is made of them and not of its text. */
  files: readonly RosterFile[] = [];
  /** What the files in force say of the directory. */
  understood: Understood | undefined;
  /** Who is assigned, where the files do not say. */
  assignment: Assignment | undefined;
  /** What has been put into the inputs as if it had been done elsewhere. */
  supposed: readonly Supposed[] = [];
  /** What was applied last, as long as nothing else has been edited. */
  applied: string | undefined;
  /** Counts the rosters there have been; the one that the engine has open may be older. */
  number = 1;

  #of: Editing;
  #progress: Progress;
  #taking = new AbortController();
  #takes = 0;
  #before: Before | undefined;
  #history: History<State>;

  constructor(of: Editing, progress: Progress) {
    this.#of = of;
    this.#progress = progress;
    this.#history = new History(this.#state(), (state, neighbour) =>
      (["config", "roster"] as const).reduce((sum, side) => sum + (state[side] === neighbour[side] ? 0 : state[side].length), 0),
    );
  }

  get isSample(): boolean {
    return this.files.length === 0 && this.config.text === SAMPLE.config && this.roster.text === SAMPLE.roster;
  }

  /** The files that are no part of the answer: not read, or not yet. */
  get without(): readonly RosterFile[] {
    return this.files.filter((file) => !isInForce(file));
  }

  /** Whether the roster as understood would be a text that can be edited. */
  get isEditable(): boolean {
    return !isLong({ size: this.files.reduce((size, { data }) => size + data.size, 0) });
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Goes one edit back, of whatever it was. */
  undoEdit(): void {
    this.#go(this.#history.undo());
  }

  /** Does again what was undone last. */
  redoEdit(): void {
    this.#go(this.#history.redo());
  }

  /** What an earlier visit left, or a link brought: where this one begins. */
  begin({ config, roster, note, supposed = [] }: Beginning): void {
    this.supposed = supposed;
    if (config !== undefined) this.config = { ...fresh("config"), text: config };
    if (roster) {
      this.roster = { ...fresh("roster"), text: roster.text, note };
      this.files = roster.files;
      this.assignment = roster.assignment;
    }
    this.#history.amend(this.#state());
  }

  /** Shows inputs that came with a link. They are kept only once they are edited: links are opened by mistake, too. */
  takeLink(inputs: Partial<Record<Side, Input>>): void {
    Object.assign(this, inputs);
    if (inputs.roster) this.number++;
    this.#history.record(this.#state());
    this.#of.edited(false, false);
  }

  /** Looks at the files once more, in another language. */
  async lookAgain(): Promise<void> {
    const again = new Map<number, RosterFile>();
    for (const file of this.files) again.set(file.id, await lookAgain(file, this.#of.locale));
    this.keep();
    this.files = this.files.map((file) => again.get(file.id) ?? file);
    this.#history.amend(this.#state());
    this.tryAgain();
  }

  /** Has the roster read once more. */
  tryAgain(): void {
    this.number++;
    this.#of.edited(false);
  }

  /** `place` tells where: edits of one place in quick succession are undone together. */
  edit(side: Side, text: string, place = ""): void {
    if (side === "roster") this.keep();
    this[side] = { ...this[side], text, refused: [] };
    this.#edited(side, `${side} ${place}`);
  }

  /** Puts another text in place of the present one, or of the files, which `undo` brings back. */
  replace(side: Side, text: string, says: Note["says"] = (strings) => strings.replaced): void {
    this.#put(side, text, says);
    this.#edited(side);
  }

  /** Puts in other texts, in one step. */
  apply(texts: Partial<Record<Side, string>>, { title, supposed }: { title: string; supposed: readonly Supposed[] }): void {
    const { config, roster } = texts;
    const known = new Set(this.supposed.map(({ title }) => title));
    this.supposed = [...this.supposed, ...supposed.filter(({ title }) => !known.has(title))];
    if (config !== undefined) this.config = { text: config, note: undefined, refused: [] };
    if (roster !== undefined && isLong({ size: roster.length })) {
      const recognised = { kind: "roster", name: "roster.json", data: new Blob([roster]), text: undefined } as const;
      this.#setFiles([alone(fileFrom(recognised, []))]);
      this.roster = { ...this.roster, note: undefined, refused: [] };
    } else if (roster !== undefined) {
      this.#setFiles([]);
      this.roster = { text: roster, note: undefined, refused: [] };
    }
    this.#edited(roster === undefined ? "config" : "roster");
    this.applied = title;
  }

  undo(side: Side): void {
    const before = this[side].note?.before;
    if (!before) return;
    if (side === "roster") this.#setFiles(before.files, before.assignment);
    this[side] = { text: before.text, note: undefined, refused: [] };
    this.#edited(side);
  }

  /** Puts away the note about a file that was not taken. */
  dismiss(side: Side, refusal: Refusal): void {
    this[side] = { ...this[side], refused: this[side].refused.filter((other) => other !== refusal) };
    this.#of.shown();
  }

  showSample(): void {
    for (const side of ["config", "roster"] as const) {
      const isShown = this[side].text === SAMPLE[side] && (side === "config" || this.files.length === 0);
      if (!isShown) this.replace(side, SAMPLE[side]);
    }
  }

  /** Takes files dropped on or chosen for `side`; what is plainly about the other side goes there. */
  async take(files: Iterable<File>, side: Side): Promise<void> {
    const given = [...files];
    this.keep();
    const { signal } = this.#taking;
    const reading = this.#progress.begin(given.map(({ name }) => name));
    this.#takes++;
    try {
      const taken = [];
      for (const file of given) taken.push(await recognise(file, side, this.#of.locale, signal));
      this.#receive(taken);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#takes--;
      reading.end();
      if (this.number === this.#before?.number) this.settled();
    }
  }

  #receive(taken: readonly Recognised[]): void {
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
        const input = this[found.side];
        this[found.side] = { ...input, refused: [...input.refused, { file: found.name, reason: found.reason }] };
      } else {
        const file = fileFrom(found, this.files);
        // What waits for an answer, or cannot be read, beside what is in force leaves that as it is.
        const isSame = !isInForce(file) && this.files.some((file) => isInForce(file) && !file.isWhole);
        this.roster = { ...this.roster, note: undefined, refused: [] };
        this.files = [...(joins ? this.files.map(beside) : this.files), file];
        this.#edited(isSame ? "config" : "roster");
      }
    }
    this.#of.shown();
  }

  /** Gives up what is being read, and goes back to the roster from before; whether there was one. */
  cancel(): void {
    const before = this.#before;
    this.#taking.abort();
    this.#taking = new AbortController();
    this.#before = undefined;
    this.#progress.reset();
    if (!before) return;
    this.roster = before.input;
    this.files = before.files;
    this.assignment = before.assignment;
    this.understood = before.understood;
    this.number = before.number;
    this.#edited("config");
  }

  /** Takes in what somebody says of a file. */
  async tell(id: number, said: Said): Promise<void> {
    const file = this.files.find((file) => file.id === id);
    if (!file) return;
    this.keep();
    const next = await told(file, said, this.#of.locale);
    this.files = this.files.map((file) => (file.id === id ? next : file));
    this.#edited("roster");
  }

  assign(assignment: Assignment | undefined): void {
    this.keep();
    this.assignment = assignment;
    this.#edited("roster");
  }

  remove(id: number): void {
    if (this.files.length === 1) return this.removeAll();
    this.keep();
    this.files = this.files.filter((file) => file.id !== id);
    this.#edited("roster");
  }

  /** Goes back to the text that was there before the files. */
  removeAll(): void {
    const { length } = this.files;
    this.replace("roster", this.roster.text, (strings) => strings.files.removed(length));
  }

  /** Puts one file that is a whole roster in place of all files. */
  async useWhole(file: RosterFile): Promise<void> {
    const says: Note["says"] = (strings) => strings.replacedBy(file.name);
    const text = isLong(file.data) ? undefined : await textOf(file.data);
    if (text !== undefined) this.replace("roster", text, says);
    else this.#replaceAll(file, says);
  }

  /** Puts the roster as understood, as a text to edit, in place of the files. */
  editAsJson(text: string): void {
    const { length } = this.files;
    const without = this.without.map(({ name }) => name);
    const says = ({ files }: Strings) => `${files.madeFrom(length - without.length, without)} ${files.inPlaceOfFiles}`;
    this.replace("roster", text, says);
  }

  snapshot(side: Side): Snapshot {
    const { text } = this[side];
    return { text, files: side === "roster" ? this.files : [], assignment: this.assignment };
  }

  /** Remembers the roster, before it changes, as what `cancel` goes back to until there is an answer about what it became. */
  keep(): void {
    const { files, assignment, understood, number } = this;
    this.#before ??= { input: this.roster, files, assignment, understood, number };
  }

  /** There is an answer about what is there now. */
  settled(): void {
    if (this.#takes === 0) this.#before = undefined;
  }

  #put(side: Side, text: string, says: Note["says"]): void {
    const before = this.snapshot(side);
    if (side === "roster") this.#setFiles([]);
    this[side] = { text, note: { says, before }, refused: [] };
  }

  /** Puts a file in place of all files, which `undo` brings back. */
  #replaceAll(file: RosterFile, says: Note["says"]): void {
    const before = this.snapshot("roster");
    this.#setFiles([alone(file)]);
    this.roster = { text: before.text, note: { says, before }, refused: [] };
    this.#edited("roster");
  }

  #setFiles(files: readonly RosterFile[], assignment?: Assignment): void {
    this.keep();
    this.files = files;
    this.assignment = assignment;
    this.understood = undefined;
  }

  #state(): State {
    const { config, roster, files, assignment, supposed } = this;
    return { config: config.text, roster: roster.text, files, assignment, supposed };
  }

  #go(state: State | undefined): void {
    if (!state) return;
    this.applied = undefined;
    const { config, roster, files, assignment, supposed } = state;
    const isSame = roster === this.roster.text && isSameRoster(files, this.files) && assignment === this.assignment;
    this.config = { text: config, note: undefined, refused: [] };
    this.supposed = supposed;
    if (!isSame) {
      this.#setFiles(files, assignment);
      this.roster = { text: roster, note: undefined, refused: [] };
      this.number++;
    }
    this.#of.edited(false);
  }

  #edited(side: Side, kind?: string): void {
    if (side === "roster") this.number++;
    this.applied = undefined;
    this.#history.record(this.#state(), kind);
    this.#of.edited(kind !== undefined);
  }
}
